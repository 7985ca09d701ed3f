#pragma once
// Files -> Document. Nothing here touches what was open before; a failure throws and leaves it alone.
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "domain/document.h"

namespace ocop::data {

/// Opens a workspace (.toml), or makes one around a lone register (.csv, .xlsx) or boundary file with the shipped
/// boundaries and plan. Reads boundaries (projected once to the workspace's CRS), register, plan and crosswalk; joins
/// rows to units. Bad rows become findings; a workspace that cannot be shown at all throws core::Error.
/// `plan`: another plan file instead of the workspace's. `own_aliases`: names that a person has matched to units
/// before.
domain::Document open(const std::filesystem::path& file, const std::optional<std::filesystem::path>& plan = {},
                      const std::vector<domain::Alias>& own_aliases = {});

/// Where the shipped data lie: $OCOPMAP_GEODATA, else beside the program's build, else /usr/share/ocopmap/geodata.
std::filesystem::path geodata_folder();

/// Versions of the libraries used here, "GDAL 3.6.2", one each: for `ocopmap info`.
std::vector<std::string> versions();

}  // namespace ocop::data
