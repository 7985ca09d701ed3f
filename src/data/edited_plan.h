#pragma once
// A plan with the quotas that were edited for single units.
#include <filesystem>

#include "core/finding.h"
#include "domain/document.h"
#include "domain/replay.h"

namespace ocop::data {

/// The row of a quota in the journal, "products/district/911"; of a commune of 2025, whose code another had before,
/// "products/commune/2025/30838".
std::string quota_row(domain::IndicatorId indicator, domain::Level level, const std::string& code, domain::Era era);
/// The quota that a unit has of its own, as an edit writes it: "4"; of a share its per cent; empty: as for all units.
std::string own_quota(const domain::Plan& plan, domain::IndicatorId indicator, const domain::Unit& unit,
                      domain::Era era);

/// Sets the quotas of the table "quotas" in the document's plan. An empty one takes a unit's own quota away, so that it
/// has that of all units again. What is no quota, or of no unit, is a finding; a plan file that says something else
/// than the edit expects is a conflict and a finding, as in edited(). `file`: of the plan. `store`: of the edits.
void edit_plan(const domain::EditedTable& quotas, const std::filesystem::path& file, const std::string& store,
               domain::Document& document);

}  // namespace ocop::data
