#pragma once
// Text tables without types: what GDAL would guess (numbers, lost zeros, headers) must stay as typed.
#include <string>
#include <string_view>
#include <vector>

namespace ocop::data {

/// Rows of strings from comma, semicolon or tab separated text (RFC 4180 quotes); the separator is the one that the
/// most of the first lines hold outside quotes. Throws core::Error "error.csv_quote" when a quote is never closed: all
/// that follows would be one cell. GDAL's own reader guesses types and loses columns after a broken header.
std::vector<std::vector<std::string>> parse_csv(std::string_view text, const std::string& file);

/// A cell as comma separated text has it: in quotes where it must be.
std::string csv_cell(const std::string& text);

}  // namespace ocop::data
