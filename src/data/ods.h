#pragma once
// OpenDocument spreadsheets read from content.xml: GDAL 3.6 shifts rows with merged cells to the left.
#include <string>
#include <vector>

#include "data/table.h"

namespace ocop::data {

/// None when the package is no spreadsheet. Throws core::Error "error.not_a_table" for a damaged one.
std::vector<Table> read_ods(const class Package& package, const std::string& file);

}  // namespace ocop::data
