#pragma once
// Where a label sits: the pole of inaccessibility, and how much room there is.
#include "core/geometry.h"

namespace ocop::core {

/// Centre of the largest inscribed circle of the shape's largest polygon, and the circle's radius (same unit).
struct LabelPoint {
    Point at;
    double radius = 0;
};

/// Grid refinement (quadtree with a priority queue), exact to `precision` metres.
LabelPoint label_point(const Shape& shape, double precision);

}  // namespace ocop::core
