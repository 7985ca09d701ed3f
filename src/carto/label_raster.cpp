#include "carto/label_raster.h"

namespace ocop::carto {

std::shared_ptr<const Raster> label_raster(const scene::Map& map, const LevelGeometry& geometry,
                                           const std::vector<bool>& open, Rasters& rasters) {
    const core::Point low = to_metres(map, map.camera, {map.frame.x, map.frame.bottom()});
    const core::Point high = to_metres(map, map.camera, {map.frame.right(), map.frame.y});
    Raster::Open free{open, {}};
    for (std::size_t i = 0; i < geometry.borders.size(); ++i)  // N-6
        if (geometry.borders[i] == BorderClass::province) free.barriers.push_back(static_cast<int>(i));
    return rasters.find(map.geometry, geometry.bounds, {low.x, low.y, high.x, high.y}, 0.004 * map.camera.metres_per_h,
                        free);
}

}  // namespace ocop::carto
