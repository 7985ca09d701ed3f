#pragma once
// A sheet's own sums, compared with its rows.
#include "core/finding.h"
#include "data/row_kinds.h"

namespace ocop::data {

/// A warning for each figure of a total or section row that the rows it speaks of do not give.
void check_totals(const Sheet& sheet, const RowKinds& kinds, core::Findings& findings);

}  // namespace ocop::data
