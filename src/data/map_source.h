#pragma once
// A boundary file opened: its parts looked at before GDAL sees them, since GDAL repairs or skips in silence.
#include <gdal_priv.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "data/gdal.h"
#include "data/projection.h"

class OGRLayer;

namespace ocop::data {

/// What a file holds and what it says that it holds.
struct Extent {
    long long is = 0, should_be = 0;
    std::vector<std::string> texts() const { return {std::to_string(is), std::to_string(should_be)}; }
};

struct MapSource {
    MemoryFolder memory;
    GDALDatasetUniquePtr dataset;
    bool projected = false;  // known to be in the target CRS already
    bool encoding_assumed = false;
    std::optional<Extent> cut;   // bytes of a shapefile that is shorter than it says
    std::optional<Extent> rows;  // rows of a shapefile's table, and its shapes
    std::filesystem::path prj;   // of a shapefile that has one
    OGRLayer& layer() const;
};

/// Throws core::Error for a file that is missing, unreadable, empty or no map, and for a part of a shapefile.
void open_source(const std::filesystem::path& path, const std::string& target, MapSource& source);

/// `source_crs`: for files that do not say theirs. Throws core::Error for a CRS that is not there or unusable.
Projection projection_of(const MapSource& source, const std::string& source_crs, const std::string& target,
                         const std::filesystem::path& path);

}  // namespace ocop::data
