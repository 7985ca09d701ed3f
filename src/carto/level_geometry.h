#pragma once
// A territory's level made ready to draw: shared borders, levels of detail, label points. Made once per era and level.
#include <memory>
#include <vector>

#include "core/arcs.h"
#include "core/label_point.h"
#include "domain/unit.h"
#include "scene/scene.h"

namespace ocop::carto {

enum class BorderClass { commune, district, province };  // province: one side is outside

struct LevelGeometry {
    domain::Era era = domain::Era::y2021;
    domain::Level level = domain::Level::district;
    std::vector<int> units;  // unit index of each area
    struct Detail {
        double tolerance_m = 0;
        std::shared_ptr<const scene::Geometry> geometry;
        std::shared_ptr<const scene::Geometry>
            bulk;  // without the far parts: for the map beside which they have insets
    };
    std::vector<Detail> details;             // finest first; areas and lines have the same indices in all
    std::vector<BorderClass> borders;        // per line
    std::vector<std::pair<int, int>> sides;  // per line: areas left and right, -1 outside
    std::vector<core::LabelPoint> labels;    // per area
    std::vector<core::Box> bounds;           // per area
    std::vector<core::Point> anchors;        // per area: pattern anchor, in the largest part
    std::vector<core::Box> line_bounds;      // per line
    core::Box bulk;                          // everything but the far parts
    std::vector<core::Box> far;  // groups of parts so far from the rest that they get an inset of their own (I-1)
    std::vector<int> far_units;  // per group the unit that it is called after: the last commune in it, else the unit

    /// The coarsest detail whose error stays under half a device pixel.
    const Detail& detail_for(double metres_per_pixel) const;
    int area_of(int unit) const;  // -1 when the unit has no area here
};

/// Topology, simplification (0, 15, 60, 240 m) and label points of one level. Units without a shape are left out.
LevelGeometry prepare(const domain::Territory& territory, domain::Level level);

}  // namespace ocop::carto
