#pragma once
// Any spreadsheet as grids of strings, as typed; headers and types are found later.
#include <filesystem>
#include <string>
#include <vector>

namespace ocop::data {

struct Table {
    std::string file;   // path as opened
    std::string sheet;  // empty for CSV
    int first_row = 1;  // number of rows.front() as Excel shows it
    std::vector<std::vector<std::string>> rows;
};

/// All sheets of a .csv, .xlsx, .ods or other OGR source. Text is NFC. Throws core::Error: "error.file_missing",
/// "error.not_utf8", "error.not_a_table", with the path.
std::vector<Table> read_tables(const std::filesystem::path& path);

/// The bytes of a file. Throws core::Error "error.file_missing" or "error.file_unreadable".
std::string read_bytes(const std::filesystem::path& path);

}  // namespace ocop::data
