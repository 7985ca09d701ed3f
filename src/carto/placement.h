#pragma once
// Where the camera looks and where legend, insets and scale bar find empty ground.
#include <optional>

#include "carto/layout.h"
#include "carto/raster.h"

namespace ocop::carto {

struct Placement {
    scene::Rect frame;  // of the main map
    scene::Camera camera;
    scene::Rect legend;
    int legend_columns = 1;
    bool backed = false;  // legend and scale bar may lie over units: they need a ground of their own
    std::vector<scene::Rect> insets;
    std::vector<int> inset_scale;       // whole times the main map's scale
    std::vector<std::size_t> inset_of;  // the group of LevelGeometry::far that each shows
    scene::Rect scale_bar;
};

/// Sizes of what has to be placed. Legends in one column and in two.
struct Furniture {
    std::vector<Block> legends;
    double inset_caption_height = 0;
    double inset_caption_width = 0;
    double scale_bar_height = 0;
};

Placement place_furniture(const LevelGeometry& geometry, const domain::Territory& territory, const MapSpec& spec,
                          const scene::Rect& room, const Furniture& furniture, Rasters& rasters);

/// Length of the scale bar in km: 1, 2 or 5 times a power of ten, 8 to 20 % of the map's width (M-1).
double scale_bar_km(double metres_per_h, double frame_width);

/// Does a unit belong to the district that the map is drilled into?
bool in_focus(const domain::Territory& territory, int unit, int focus);

}  // namespace ocop::carto
