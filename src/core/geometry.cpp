#include "core/geometry.h"

#include <algorithm>
#include <cmath>

namespace ocop::core {

void Box::add(Point p) {
    if (empty()) {
        *this = {p.x, p.y, p.x, p.y};
        return;
    }
    min_x = std::min(min_x, p.x);
    min_y = std::min(min_y, p.y);
    max_x = std::max(max_x, p.x);
    max_y = std::max(max_y, p.y);
}

void Box::add(const Box& other) {
    if (other.empty()) return;
    add(Point{other.min_x, other.min_y});
    add(Point{other.max_x, other.max_y});
}

bool Box::overlaps(const Box& other) const {
    return !empty() && !other.empty() && min_x < other.max_x && other.min_x < max_x && min_y < other.max_y &&
           other.min_y < max_y;
}

double signed_area(const Ring& ring) {
    if (ring.size() < 3) return 0;
    const Point origin = ring.front();  // keeps the products small far from the origin
    double twice = 0;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
        twice += (ring[j].x - origin.x) * (ring[i].y - origin.y) - (ring[i].x - origin.x) * (ring[j].y - origin.y);
    return twice / 2;
}

double area(const Polygon& polygon) {
    double sum = std::abs(signed_area(polygon.outer));
    for (const Ring& hole : polygon.holes) sum -= std::abs(signed_area(hole));
    return sum;
}

double area(const Shape& shape) {
    double sum = 0;
    for (const Polygon& polygon : shape.polygons) sum += area(polygon);
    return sum;
}

Box bounds(const Ring& ring) {
    Box box;
    for (const Point p : ring) box.add(p);
    return box;
}

Box bounds(const Shape& shape) {
    Box box;
    for (const Polygon& polygon : shape.polygons) box.add(bounds(polygon.outer));
    return box;
}

bool contains(const Ring& ring, Point p) {
    bool inside = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const Point a = ring[i], b = ring[j];
        if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) inside = !inside;
    }
    return inside;
}

bool contains(const Polygon& polygon, Point p) {
    return contains(polygon.outer, p) && std::none_of(polygon.holes.begin(), polygon.holes.end(),
                                                      [&](const Ring& hole) { return contains(hole, p); });
}

bool contains(const Shape& shape, Point p) {
    return std::any_of(shape.polygons.begin(), shape.polygons.end(),
                       [&](const Polygon& polygon) { return contains(polygon, p); });
}

Point centroid(const Shape& shape) {
    if (shape.empty()) return {};
    const auto largest = std::max_element(
        shape.polygons.begin(), shape.polygons.end(),
        [](const auto& a, const auto& b) { return std::abs(signed_area(a.outer)) < std::abs(signed_area(b.outer)); });
    const Ring& ring = largest->outer;
    const double total = signed_area(ring);
    if (ring.empty() || total == 0) return bounds(ring).centre();
    const Point o = ring.front();
    Point sum;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const Point a{ring[j].x - o.x, ring[j].y - o.y}, b{ring[i].x - o.x, ring[i].y - o.y};
        const double cross = a.x * b.y - b.x * a.y;
        sum.x += (a.x + b.x) * cross;
        sum.y += (a.y + b.y) * cross;
    }
    return {o.x + sum.x / (6 * total), o.y + sum.y / (6 * total)};
}

}  // namespace ocop::core
