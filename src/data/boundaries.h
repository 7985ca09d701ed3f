#pragma once
// Boundary files -> a territory: any vector source that GDAL opens, any CRS, projected once to metres.
#include <filesystem>
#include <string>

#include "core/finding.h"
#include "domain/unit.h"

namespace ocop::data {

struct BoundaryFiles {
    std::filesystem::path districts;  // may be empty: districts come from the communes' attributes, without shapes
    std::filesystem::path communes;   // may be empty
    std::string source_crs;           // for files that do not say theirs, "EPSG:4326"; empty: such a file is refused
};

/// Throws core::Error for files that cannot be opened or that lack a CRS or a code and name; single bad features are
/// findings. `crs`: what to project to, "EPSG:9207".
domain::Territory read_territory(domain::Era era, const BoundaryFiles& files, const std::string& crs,
                                 core::Findings& findings);

}  // namespace ocop::data
