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

/// What a person decided once about a header that the program does not know, or takes for another: it means this column
/// of this table; empty: no column, it is a note. Headers are compared as recognisable(); the second of two equal ones
/// is called "Tên (2)".
struct ColumnMapping {
    std::string noun, header, column;
    std::string who = {}, when = {};  // 2021-12-31; empty: written in the workspace
    bool operator==(const ColumnMapping&) const = default;
};
using ColumnMappings = std::vector<ColumnMapping>;  // the first word on a header stands

/// By which names a person maps headers: as they stand, "Tên (2)" for the second of two equal ones.
std::vector<std::string> mapping_names(const std::vector<std::string>& headers);

/// What was decided of a header of a noun's table, by the recognisable() form of its name; none: nothing.
const ColumnMapping* mapping_of(const ColumnMappings& mappings, std::string_view noun, std::string_view name);

/// A table whose noun and columns are known.
struct Sheet {
    const Table* table = nullptr;
    std::string noun;                             // "products", ...
    std::size_t header = 0;                       // index of the header row in table->rows, of the lower of two
    std::map<std::string, std::size_t> columns;   // canonical name -> column index
    std::vector<std::size_t> unknown;             // columns with a header that nothing recognised
    std::map<std::size_t, std::size_t> repeated;  // of them, those that mean the same as an earlier column
    std::vector<std::size_t> set_aside;           // of them, those that a person said mean none
    bool two_rows = false;                        // group titles stand over the header row: "Địa chỉ" over "Xã"
    std::vector<std::string> headers;             // of each column, with its group title: "Địa chỉ – Xã"

    /// What section rows above a row say of it: "I. Huyện An Biên".
    struct Section {
        std::string district, commune;
    };
    std::map<std::size_t, Section> sections;  // by row index, of the rows that write no such thing themselves

    /// The cell of a row, trimmed; empty when the sheet lacks the column, and for an error ("#N/A").
    std::string cell(std::size_t row, const std::string& column) const;
    bool has(const std::string& column) const { return columns.contains(column); }
    int sheet_row(std::size_t row) const { return table->first_row + static_cast<int>(row); }
    bool has_header(std::size_t column) const;
    std::string header_text(std::size_t column) const;
    int sheet_column(const std::string& column) const;
};

/// Finds the header row by its content, under whatever titles stand above it, also with group titles over it. None when
/// no noun is recognised, and for a hidden sheet.
std::optional<Sheet> recognise(const Table& table, const ColumnMappings& mappings = {});

/// The same, hidden or not.
std::optional<Sheet> recognise_hidden(const Table& table, const ColumnMappings& mappings = {});

/// A table under a header row that a person points at (an index in table.rows), and with the titles over it when it has
/// no text where they have one. Of an empty noun only the headers are told. Nothing may recognise it.
Sheet read_as(const Table& table, std::size_t header, const std::string& noun, const ColumnMappings& mappings);

/// Whether a row under a header opens another table: all its words are columns of one noun, three at least.
bool opens_table(const Table& table, std::size_t row);

/// "#N/A", "#REF!", "Err:502".
bool is_error_value(std::string_view cell);

/// The nouns of formats.md §1, by name.
std::vector<std::string> nouns();

/// The canonical columns of a noun, in the order of columns.txt; none when it is not one.
std::vector<std::string> columns_of(std::string_view noun);

/// The column of a noun that a word means.
std::optional<std::string> column_of(std::string_view noun, const std::string& recognisable_word);

/// Whether a sheet's name says that it holds this noun.
bool names_sheet(std::string_view noun, std::string_view sheet);

/// What makes a sheet one of a noun: its own name column.
bool is_noun_column(std::string_view noun, std::string_view column);

/// All words of the catalogue that no other language's letters can spell, in lower case: "tên sản phẩm".
const std::vector<std::string>& vietnamese_words();

/// The canonical values of a closed list, in the order of columns.txt.
const std::vector<std::string>& values_in(std::string_view list);

/// The words of one value or column of a closed list, recognisable, in their order of preference.
const std::vector<std::string>& words_of(std::string_view list, std::string_view value);

/// Every word of columns.txt as written there, with its marks.
std::vector<std::string> catalogue_words();

/// The words of a noun's column ("sheet": of its sheets) or of a list's value ("=award", "national"), as written in
/// columns.txt: for telling a person what to add.
const std::vector<std::string>& words_of_noun(std::string_view noun, std::string_view column);

/// The canonical value of a closed list ("producer_kind", "award", "role", "outreach", "project_kind", "group",
/// "yes_no").
std::optional<std::string> value_of(std::string_view list, std::string_view text);

}  // namespace ocop::data
