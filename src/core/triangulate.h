#pragma once
// Triangles for the screen only; print needs rings.
#include <cstdint>
#include <vector>

#include "core/geometry.h"

namespace ocop::core {

struct Mesh {
    std::vector<Point> vertices;
    std::vector<std::uint32_t> indices;  // three a triangle
};

/// Fills a polygon (even-odd, holes cut out). Ear clipping, checked by area; a polygon that crosses itself goes to the
/// GLU tessellator instead. Degenerate rings give an empty mesh.
Mesh triangulated(const Polygon& polygon);
Mesh triangulated(const Shape& shape);

}  // namespace ocop::core
