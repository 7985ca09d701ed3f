#pragma once
// The catalogue of column and value words (columns.txt) and the header row it recognises.
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/table.h"

namespace ocop::data {

/// Compared form of a header or value: no marks, case, punctuation or doubled spaces. For recognising words, never
/// names.
std::string recognisable(std::string_view text);

/// A table whose noun and columns are known.
struct Sheet {
    const Table* table = nullptr;
    std::string noun;                             // "products", ...
    std::size_t header = 0;                       // index of the header row in table->rows
    std::map<std::string, std::size_t> columns;   // canonical name -> column index
    std::vector<std::size_t> unknown;             // columns with a header that nothing recognised
    std::map<std::size_t, std::size_t> repeated;  // of them, those that mean the same as an earlier column

    /// The cell of a row, trimmed; empty when the sheet lacks the column.
    std::string cell(std::size_t row, const std::string& column) const;
    bool has(const std::string& column) const { return columns.contains(column); }
    int sheet_row(std::size_t row) const { return table->first_row + static_cast<int>(row); }
    bool has_header(std::size_t column) const;
    std::string header_text(std::size_t column) const;
    int sheet_column(const std::string& column) const;
};

/// Finds the header row by its content, under whatever titles stand above it. None when no noun is recognised.
std::optional<Sheet> recognise(const Table& table);

/// The canonical values of a closed list, in the order of columns.txt.
const std::vector<std::string>& values_in(std::string_view list);

/// The words of one value or column of a closed list, recognisable, in their order of preference.
const std::vector<std::string>& words_of(std::string_view list, std::string_view value);

/// The words of a noun's column ("sheet": of its sheets) or of a list's value ("=award", "national"), as written in
/// columns.txt: for telling a person what to add.
const std::vector<std::string>& words_of_noun(std::string_view noun, std::string_view column);

/// The canonical value of a closed list ("producer_kind", "award", "role", "outreach", "project_kind", "group",
/// "yes_no").
std::optional<std::string> value_of(std::string_view list, std::string_view text);

}  // namespace ocop::data
