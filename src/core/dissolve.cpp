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

}  // namespace

Shape dissolved(const std::vector<Shape>& coverage) {
    Shape out;
    std::vector<Ring> holes;
    for (Ring& ring : outlines(topology(coverage)))
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
