#pragma once
// Excel workbooks read from their parts. GDAL's reader tells neither merged cells, nor formulas that were never
// calculated, nor hidden sheets, nor a number from the text that looks like one.
#include <string>
#include <vector>

#include "data/table.h"

namespace ocop::data {

/// None when the package is no Excel workbook. Throws core::Error "error.not_a_table" for a damaged one.
std::vector<Table> read_xlsx(const class Package& package, const std::string& file);

}  // namespace ocop::data
