#pragma once
// Rectangles and straight ways of a picture: what meets what.
#include "scene/scene.h"

namespace ocop::carto {

bool overlap(const scene::Rect& a, const scene::Rect& b);
scene::Rect grown(const scene::Rect& rect, double by);

struct Way {
    core::Point from, to;
};
bool cross(const Way& a, const Way& b);
/// Does a way run through a rectangle?
bool touches(const scene::Rect& rect, const Way& way);

}  // namespace ocop::carto
