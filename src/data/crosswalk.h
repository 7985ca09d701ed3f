#pragma once
// Which unit of 2025 a commune of 2021 went into.
#include <filesystem>
#include <map>
#include <string>

#include "core/finding.h"
#include "domain/unit.h"

namespace ocop::data {

/// Commune code of 2021 -> of 2025. Rows that name no unit of their era, or a commune again, are findings and left out.
/// Throws core::Error "error.crosswalk" when a column is missing.
std::map<std::string, std::string> read_crosswalk(const std::filesystem::path& path, const domain::Territory& before,
                                                  const domain::Territory& after, core::Findings& findings);

}  // namespace ocop::data
