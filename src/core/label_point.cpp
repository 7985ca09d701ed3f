#include "core/label_point.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <queue>

namespace ocop::core {

namespace {

double distance_to_segment(Point p, Point a, Point b) {
    const double dx = b.x - a.x, dy = b.y - a.y;
    const double length2 = dx * dx + dy * dy;
    const double t = length2 > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length2, 0.0, 1.0) : 0;
    return std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

/// Distance to the outline, negative outside.
double depth(const Polygon& polygon, Point p) {
    double nearest = std::numeric_limits<double>::infinity();
    const auto walk = [&](const Ring& ring) {
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
            nearest = std::min(nearest, distance_to_segment(p, ring[j], ring[i]));
    };
    walk(polygon.outer);
    for (const Ring& hole : polygon.holes) walk(hole);
    return contains(polygon, p) ? nearest : -nearest;
}

struct Cell {
    Point centre;
    double half = 0;
    double depth = 0;
    double best() const { return depth + half * 1.4142135623730951; }
    bool operator<(const Cell& other) const { return best() < other.best(); }
};

}  // namespace

LabelPoint label_point(const Shape& shape, double precision) {
    const auto largest =
        std::max_element(shape.polygons.begin(), shape.polygons.end(), [](const Polygon& a, const Polygon& b) {
            return std::abs(signed_area(a.outer)) < std::abs(signed_area(b.outer));
        });
    if (largest == shape.polygons.end() || largest->outer.size() < 3) return {};
    const Box box = bounds(largest->outer);
    const double size = std::min(box.width(), box.height());
    if (!(size > 0)) return {box.centre(), 0};

    const auto cell_at = [&](Point centre, double half) { return Cell{centre, half, depth(*largest, centre)}; };
    std::priority_queue<Cell> queue;
    for (double x = box.min_x + size / 2; x - size / 2 < box.max_x; x += size)
        for (double y = box.min_y + size / 2; y - size / 2 < box.max_y; y += size)
            queue.push(cell_at({x, y}, size / 2));
    Cell best = cell_at(centroid(shape), 0);
    while (!queue.empty()) {
        const Cell cell = queue.top();
        queue.pop();
        if (cell.depth > best.depth) best = cell;
        if (cell.best() - best.depth <= precision) break;
        const double half = cell.half / 2;
        for (const double dx : {-half, half})
            for (const double dy : {-half, half}) queue.push(cell_at({cell.centre.x + dx, cell.centre.y + dy}, half));
    }
    return {best.centre, std::max(0.0, best.depth)};
}

}  // namespace ocop::core
