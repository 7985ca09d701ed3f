#pragma once
// What cells hold that is not what a person typed, told once a sheet or column: errors, serial dates, lost zeros.
#include <optional>
#include <string>
#include <string_view>

#include "core/finding.h"
#include "data/row_kinds.h"
#include "domain/date.h"

namespace ocop::data {

/// The day that a spreadsheet stores as a number: "44561" is 31/12/2021. None outside 1954 to 2119.
std::optional<domain::DatePoint> serial_date(std::string_view cell);

using core::column_letters;

/// Errors and formulas without a value are warnings; dates read from serial numbers and codes that got their zeros back
/// are notes.
void describe_cells(const Sheet& sheet, const RowKinds& kinds, const Join& join, core::Findings& findings);

}  // namespace ocop::data
