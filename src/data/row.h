#pragma once
// One row of a recognised sheet: typed cells, each complaint with its place.
#include <charconv>
#include <optional>
#include <string>

#include "core/finding.h"
#include "data/columns.h"
#include "data/join.h"
#include "domain/date.h"

namespace ocop::data {

class Row {
public:
    Row(const Sheet& sheet, std::size_t index, core::Findings& findings)
        : sheet_{sheet}, index_{index}, findings_{findings} {}

    std::string text(const std::string& column) const { return sheet_.cell(index_, column); }
    core::Place place(const std::string& column = {}) const;
    void warn(const std::string& column, std::string key, std::vector<std::string> args = {}) const;

    /// A date; unreadable or future ones are findings. `today`: what the future begins after.
    std::optional<domain::DatePoint> date(const std::string& column, domain::Date today) const;
    /// A whole number, also written "1.234"; text that is none is a finding.
    std::optional<int> number(const std::string& column) const;
    /// A value of a closed list (columns.txt); an unknown word is a finding. None also when the cell is empty.
    std::optional<std::string> value(const std::string& column, std::string_view list) const;
    /// 1..5 from "3", "3 sao", "★★★"; anything else is a finding. 0 when empty or unusable.
    int stars(const std::string& column) const;
    domain::Location location(const Join& join) const;

private:
    const Sheet& sheet_;
    std::size_t index_;
    core::Findings& findings_;
};

}  // namespace ocop::data
