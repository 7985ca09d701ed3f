#pragma once
// Shared borders: every border between two units exists once, so it is drawn once and simplified once.
#include <vector>

#include "core/geometry.h"

namespace ocop::core {

/// A border line between two areas of a coverage; right = outside is -1. A closed arc repeats its first point.
struct Arc {
    Line points;
    int left = -1;
    int right = -1;
};

/// A coverage as arcs, and each area's rings as chains of arcs (so areas can be rebuilt from simplified arcs).
struct Topology {
    /// One use of an arc in a ring; reversed: walked from its last point to its first.
    struct Use {
        int arc = 0;
        bool reversed = false;
    };
    struct RingUses {
        std::vector<Use> uses;
    };
    struct PolygonUses {
        RingUses outer;
        std::vector<RingUses> holes;
    };
    std::vector<Arc> arcs;
    std::vector<std::vector<PolygonUses>> areas;  // per input shape, per polygon
};

/// Finds the shared borders. Vertices are shared when they are bit-equal. Shapes that share nothing keep whole rings.
Topology topology_of(const std::vector<const Shape*>& shapes);
Topology topology(const std::vector<Shape>& shapes);

/// Per-arc Visvalingam-Whyatt simplification: drops vertices whose triangle is smaller than tolerance² (metres),
/// end points stay, closed arcs keep at least 4 distinct points, islets are never removed. Arcs that would cross
/// themselves or make a ring collapse are given back finer. Same arcs -> same borders on both sides: no gaps.
Topology simplified(const Topology& fine, double tolerance_m);

/// The areas put together from the arcs, in the order of the input shapes.
std::vector<Shape> shapes(const Topology& topology);

}  // namespace ocop::core
