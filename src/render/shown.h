#pragma once
// What of a map can be seen: what lies outside its frame is not even written.
#include "scene/scene.h"

namespace ocop::render {

/// The part of the plane in the frame, in metres, with room for the widest line around it.
inline core::Box shown(const scene::Map& map) {
    constexpr double margin = 0.02;  // H
    const scene::Rect& f = map.frame;
    const core::Point a = scene::to_metres(map, map.camera, {f.x - margin, f.bottom() + margin});
    const core::Point b = scene::to_metres(map, map.camera, {f.right() + margin, f.y - margin});
    return {a.x, a.y, b.x, b.y};
}

}  // namespace ocop::render
