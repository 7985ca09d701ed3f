#pragma once
// One row of a recognised sheet: typed cells, each complaint with its place.
#include <initializer_list>
#include <optional>
#include <string>
#include <utility>

#include "core/finding.h"
#include "data/columns.h"
#include "data/join.h"
#include "domain/date.h"

namespace ocop::data {

class Row {
public:
    /// `unmatched`: where names that do not join are listed; may be null.
    Row(const Sheet& sheet, std::size_t index, const Join& join, domain::Date latest, core::Findings& findings,
        std::vector<domain::Unmatched>* unmatched = nullptr)
        : sheet_{sheet}, index_{index}, join_{join}, latest_{latest}, findings_{findings}, unmatched_{unmatched} {}

    bool has(const std::string& column) const { return sheet_.has(column); }
    std::string text(const std::string& column) const { return sheet_.cell(index_, column); }
    /// The same with its line breaks.
    std::string lines(const std::string& column) const;
    core::Place place(const std::string& column = {}) const;
    void warn(const std::string& column, std::string key, std::vector<std::string> args = {}) const;
    /// The text, with a finding when it is empty.
    std::string name(const std::string& column) const;

    /// A date; what is none is a finding, and so is one in the future. `unreadable`: the sentence, which says what is
    /// taken instead; its fillings are the cell and `more`.
    std::optional<domain::DatePoint> date(const std::string& column, const char* unreadable = "finding.date_unreadable",
                                          std::vector<std::string> more = {}) const;
    /// A date that may lie ahead: an expiry, the end of a project.
    std::optional<domain::DatePoint> date_ahead(const std::string& column,
                                                const char* unreadable = "finding.date_unreadable",
                                                std::vector<std::string> more = {}) const;
    /// In the future. Of a year or a month only its last day is known, which may lie ahead although it is now.
    bool is_ahead(const domain::DatePoint& date) const {
        return date.approximate ? date.day.year > latest_.year : date.day > latest_;
    }
    /// A whole number, also written "1.234" or "12 người"; text that is none is a finding, and so is a merged cell's
    /// number in all rows but its first.
    std::optional<int> number(const std::string& column) const;
    /// A value of a closed list (columns.txt); an unknown word is a finding. None also when the cell is empty.
    std::optional<std::string> value(const std::string& column, std::string_view list) const;
    /// 1..5 from "3", "3 sao", "hạng ba sao", "3*", "★★★"; anything else is a finding. 0 when empty or unusable.
    int stars(const std::string& column) const;
    /// From the row's own columns, else its address, else the section it stands in.
    domain::Location location() const;
    /// The cells that no column claims, as "header: text" lines.
    std::string remarks() const;

private:
    const Sheet& sheet_;
    std::size_t index_;
    const Join& join_;
    domain::Date latest_;
    core::Findings& findings_;
    std::vector<domain::Unmatched>* unmatched_;
};

/// The enumerator of a word that Row::value() found.
template <class Enum>
Enum chosen(const std::optional<std::string>& word, std::initializer_list<std::pair<const char*, Enum>> values,
            Enum otherwise) {
    if (word)
        for (const auto& [name, value] : values)
            if (*word == name) return value;
    return otherwise;
}

}  // namespace ocop::data
