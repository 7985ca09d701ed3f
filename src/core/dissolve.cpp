#include "core/dissolve.h"

#include <algorithm>
#include <map>
#include <utility>

#include "core/arcs.h"

namespace ocop::core {

namespace {

using Corner = std::pair<double, double>;

Corner corner(Point p) { return {p.x, p.y}; }

/// Outer borders walked with the coverage on their left, chained to rings.
std::vector<Ring> outlines(const Topology& topology) {
    std::vector<Line> lines;
    for (const Arc& arc : topology.arcs) {
        if ((arc.left < 0) == (arc.right < 0)) continue;
        lines.push_back(arc.points);
        if (arc.left < 0) std::reverse(lines.back().begin(), lines.back().end());
    }
    std::multimap<Corner, std::size_t> from;
    for (std::size_t i = 0; i < lines.size(); ++i) from.emplace(corner(lines[i].front()), i);
    std::vector<Ring> rings;
    while (!from.empty()) {
        Ring ring;
        const Point start = lines[from.begin()->second].front();
        Point at = start;
        do {
            const auto next = from.find(corner(at));
            if (next == from.end()) break;  // no coverage: a border without a continuation
            const Line& line = lines[next->second];
            ring.insert(ring.end(), line.begin(), line.end() - 1);
            at = line.back();
            from.erase(next);
        } while (!(at == start));
        if (ring.size() >= 3) rings.push_back(std::move(ring));
    }
    return rings;
}

/// Files differ in which way their rings run (shapefiles: clockwise): here the land lies on the left of every ring.
std::vector<Shape> turned(std::vector<Shape> shapes) {
    const auto turn = [](Ring& ring, bool anticlockwise) {
        if ((signed_area(ring) > 0) != anticlockwise) std::reverse(ring.begin(), ring.end());
    };
    for (Shape& shape : shapes)
        for (Polygon& polygon : shape.polygons) {
            turn(polygon.outer, true);
            for (Ring& hole : polygon.holes) turn(hole, false);
        }
    return shapes;
}

}  // namespace

Shape dissolved(std::vector<Shape> coverage) {
    Shape out;
    std::vector<Ring> holes;
    for (Ring& ring : outlines(topology(turned(std::move(coverage)))))
        if (signed_area(ring) > 0)
            out.polygons.push_back({std::move(ring), {}});
        else
            holes.push_back(std::move(ring));
    for (Ring& hole : holes) {
        Polygon* around = nullptr;
        for (Polygon& polygon : out.polygons) {
            if (!contains(polygon.outer, hole.front())) continue;
            if (around == nullptr || signed_area(polygon.outer) < signed_area(around->outer)) around = &polygon;
        }
        if (around != nullptr) around->holes.push_back(std::move(hole));
    }
    return out;
}

}  // namespace ocop::core
