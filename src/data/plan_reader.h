#pragma once
// A plan's TOML file -> a plan: what is wrong with a target is a finding, what is wrong with the file an error.
#include <filesystem>

#include "core/finding.h"
#include "domain/plan.h"

namespace ocop::data {

/// A plan's TOML file (formats.md §2). Throws core::Error "error.toml" with line and reason, or "error.plan_without".
/// Targets that name an unknown indicator, level or unit are findings and left out. `territory`: whose units they name.
domain::Plan read_plan(const std::filesystem::path& path, const domain::Territory& territory, core::Findings& findings);

}  // namespace ocop::data
