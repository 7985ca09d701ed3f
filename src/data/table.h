#pragma once
// Any spreadsheet as grids of strings, as typed; headers and types are found later.
#include <cstddef>
#include <filesystem>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/legacy_text.h"

namespace ocop::data {

struct Table {
    using Cell = std::pair<std::size_t, std::size_t>;  // row and column in `rows`, from 0

    std::string file;   // path as opened
    std::string sheet;  // empty for CSV
    int first_row = 1;  // number of rows.front() as Excel shows it
    std::vector<std::vector<std::string>> rows;
    bool hidden = false;                             // a sheet that the office hides
    std::vector<Cell> uncalculated = {};             // formulas whose result no program has written
    std::set<Cell> repeated = {};                    // cells that hold the text of a merged cell above them
    std::string true_ending = {};                    // ".xlsx", when the content is not what the file's name says
    core::Encoding encoding = core::Encoding::utf8;  // in which a text file was typed, if it is an old one
    bool western = false;  // a text file of columns in several old fonts, not read yet (decoded())
};

/// All sheets of a .csv, .txt, .tsv, .xlsx, .ods, .xls, .gpkg or other OGR source; the content decides, not the ending.
/// Text is NFC, dates are year/month/day, numbers have a decimal point. Throws core::Error: "error.file_missing",
/// "error.file_empty", "error.encoding", "error.not_a_table", with the path.
std::vector<Table> read_tables(const std::filesystem::path& path);

/// The bytes of a file. Throws core::Error "error.file_missing" or "error.file_unreadable".
std::string read_bytes(const std::filesystem::path& path);

}  // namespace ocop::data
