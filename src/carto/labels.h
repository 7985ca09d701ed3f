#pragma once
// Names and values on the units, badges for units too small to see, call-outs for what does not fit (§9, §10).
#include "carto/block.h"
#include "carto/classes.h"
#include "carto/raster.h"

namespace ocop::carto {

/// One unit that wants to be read.
struct LabelWish {
    int area = 0;
    int unit = 0;
    std::string name, value;
    Colour fill;
    scene::Pattern pattern = scene::Pattern::none;
    bool important = false;  // its value must be visible if there is any room
    bool quiet = false;      // nothing to tell: its colour says it all
    bool selected = false;
    double rank = 0;  // larger first
};

struct LabelRules {
    bool names_wanted = true;    // a name outside the unit is better than a number inside (districts)
    double badge_below = 0.044;  // inscribed diameter in H under which a unit gets a badge (I-4)
};

/// Adds the labels to the map, a target for each; rectangles in `taken` (H) are never covered. Same input, same places
/// (N-5). Returns everything that must not be covered from now on.
std::vector<scene::Rect> place_labels(scene::Map& map, std::vector<Picture::Target>& targets,
                                      std::vector<scene::Rect> taken, const LevelGeometry& geometry,
                                      const Raster& raster, std::vector<LabelWish> wishes, const LabelRules& rules,
                                      const Type& type, const scene::TextMeasure& measure);

}  // namespace ocop::carto
