#pragma once
// What of a map can be seen: what lies outside its frame is not even written.
#include "scene/scene.h"

namespace ocop::render {

/// The part of the plane in a part of the frame, in metres, with room for the widest line around it.
inline core::Box shown(const scene::Map& map, const scene::Camera& camera, const scene::Rect& part) {
    constexpr double margin = 0.02;  // H
    const core::Point a = scene::to_metres(map, camera, {part.x - margin, part.bottom() + margin});
    const core::Point b = scene::to_metres(map, camera, {part.right() + margin, part.y - margin});
    return {a.x, a.y, b.x, b.y};
}
inline core::Box shown(const scene::Map& map) { return shown(map, map.camera, map.frame); }

}  // namespace ocop::render
