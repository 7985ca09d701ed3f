#pragma once
// The fast way to triangles; whoever calls it checks the area, since a polygon that crosses itself may slip through.
#include "core/triangulate.h"

namespace ocop::core {

/// Adds the polygon's triangles to an empty mesh. Rings have at least three finite points and none twice in a row.
/// False when it gets stuck: the polygon crosses itself.
bool clip_ears(const Polygon& polygon, Mesh& mesh);

}  // namespace ocop::core
