#pragma once
// A plan's TOML file -> a plan: what is wrong with a target is a finding, what is wrong with the file an error.
#include <filesystem>
#include <map>

#include "core/finding.h"
#include "domain/plan.h"

namespace ocop::data {

/// A plan's TOML file (formats.md §2). Throws core::Error "error.toml" with line and reason, or "error.plan_without".
/// Targets that name an unknown indicator, level, era or unit are findings and left out. A target for communes is for
/// those of its `era`, else of the register's when it names some by their codes, else of either.
domain::Plan read_plan(const std::filesystem::path& path, const std::map<domain::Era, domain::Territory>& territories,
                       domain::Era register_era, core::Findings& findings);

}  // namespace ocop::data
