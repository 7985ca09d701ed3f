#include "carto/level_geometry.h"

namespace ocop::carto {

LevelGeometry prepare(const domain::Territory& territory, domain::Level level) {
    LevelGeometry out;
    out.era = territory.era;
    out.level = level;
    std::vector<core::Shape> shapes;
    for (const int unit : territory.at(level)) {
        const core::Shape& shape = (*territory.shapes)[static_cast<std::size_t>(unit)];
        if (shape.empty()) continue;
        out.units.push_back(unit);
        shapes.push_back(shape);
    }
    const core::Topology fine = core::topology(shapes);
    for (const double tolerance : {0.0, 15.0, 60.0, 240.0}) {
        const core::Topology coarse = core::simplified(fine, tolerance);
        auto geometry = std::make_shared<scene::Geometry>();
        geometry->areas = core::shapes(coarse);
        for (const core::Arc& arc : coarse.arcs) geometry->lines.push_back(arc.points);
        out.details.push_back({tolerance, std::move(geometry)});
    }
    const auto parent = [&](int area) {
        return territory.units[static_cast<std::size_t>(out.units[static_cast<std::size_t>(area)])].parent;
    };
    for (const core::Arc& arc : fine.arcs) {
        out.sides.emplace_back(arc.left, arc.right);
        const bool outside = arc.left < 0 || arc.right < 0;
        out.borders.push_back(outside ? BorderClass::province
                              : level == domain::Level::district || parent(arc.left) != parent(arc.right)
                                  ? BorderClass::district
                                  : BorderClass::commune);
    }
    for (const core::Shape& shape : out.details[2].geometry->areas) {
        out.labels.push_back(core::label_point(shape, 50));
        out.bounds.push_back(core::bounds(shape));
        out.anchors.push_back(out.labels.back().at);
    }
    return out;
}

const LevelGeometry::Detail& LevelGeometry::detail_for(double metres_per_pixel) const {
    for (std::size_t i = details.size(); i-- > 1;)
        if (details[i].tolerance_m <= metres_per_pixel / 2) return details[i];
    return details.front();
}

int LevelGeometry::area_of(int unit) const {
    for (std::size_t i = 0; i < units.size(); ++i)
        if (units[i] == unit) return static_cast<int>(i);
    return -1;
}

}  // namespace ocop::carto
