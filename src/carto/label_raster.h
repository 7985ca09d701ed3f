#pragma once
// Which ground labels may use: what the map's frame shows, as a raster.
#include "carto/level_geometry.h"
#include "carto/raster.h"

namespace ocop::carto {

/// Cells of 0.4 % H of what the map's frame shows. Areas in `open` have no label of their own and count as ground. The
/// province's outline is a barrier (N-6).
std::shared_ptr<const Raster> label_raster(const scene::Map& map, const LevelGeometry& geometry,
                                           const std::vector<bool>& open, Rasters& rasters);

}  // namespace ocop::carto
