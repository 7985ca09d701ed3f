// From a point of the picture to the unit under it: the same answer for hover, click and export tests.
#include "carto/compose.h"

namespace ocop::carto {

namespace {

bool holds(const scene::Rect& rect, core::Point p) {
    return p.x >= rect.x && p.x <= rect.right() && p.y >= rect.y && p.y <= rect.bottom();
}

int unit_at(const scene::Map& map, const scene::Camera& camera, const LevelGeometry& geometry, core::Point at) {
    const core::Point metres = to_metres(map, camera, at);
    for (std::size_t i = 0; i < map.areas.size(); ++i)
        if (map.areas[i].fill.a > 0 && geometry.bounds[i].contains(metres) &&
            core::contains(map.geometry->areas[i], metres))
            return geometry.units[i];
    return -1;
}

}  // namespace

int pick(const Picture& picture, const LevelGeometry& geometry, core::Point at,
         const std::optional<scene::Camera>& camera) {
    const auto& maps = picture.scene.maps;
    if (maps.empty()) return -1;
    const scene::Camera now = camera.value_or(maps[0].camera);
    for (auto target = picture.targets.rbegin(); target != picture.targets.rend(); ++target) {
        scene::Rect rect = target->rect;
        if (target->anchor) {  // it has moved with the map
            const core::Point then = to_picture(maps[0], maps[0].camera, *target->anchor),
                              here = to_picture(maps[0], now, *target->anchor);
            rect.x += here.x - then.x, rect.y += here.y - then.y;
        }
        if (holds(rect, at)) return target->unit;
    }
    for (std::size_t i = maps.size(); i-- > 1;)
        if (holds(maps[i].frame, at)) return unit_at(maps[i], maps[i].camera, geometry, at);
    return holds(maps[0].frame, at) ? unit_at(maps[0], now, geometry, at) : -1;
}

}  // namespace ocop::carto
