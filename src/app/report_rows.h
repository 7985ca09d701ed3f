#pragma once
// The rows that every form of the report has in common (formats.md §4).
#include <cstdint>
#include <string>
#include <vector>

#include "domain/evaluate.h"

namespace ocop::app {

/// One indicator at one unit; all texts as the CSV writes them, empty where there is no data.
struct ReportRow {
    std::string indicator, level, era, code, unit, value, lower_bound, undated, unlocated, quota, gap, status, as_of,
        basis, plan;
};

std::vector<ReportRow> report_rows(const domain::Document& document, const domain::Scoreboard& board);

/// Counts as they are, shares in per cent, means and rates: in hundredths, cut, so that 100 % is really reached.
std::int64_t shown_hundredths(const domain::Score& score);

/// Calls use(name, text, is_number) for every column in order.
template <class Use>
void for_columns(const ReportRow& row, Use use) {
    use("indicator", row.indicator, false);
    use("level", row.level, false);
    use("era", row.era, false);
    use("code", row.code, false);
    use("unit", row.unit, false);
    use("value", row.value, true);
    use("lower_bound", row.lower_bound, false);
    use("undated", row.undated, true);
    use("unlocated", row.unlocated, true);
    use("quota", row.quota, true);
    use("gap", row.gap, true);
    use("status", row.status, false);
    use("as_of", row.as_of, false);
    use("basis", row.basis, false);
    use("plan", row.plan, false);
}

}  // namespace ocop::app
