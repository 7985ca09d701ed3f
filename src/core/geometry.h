#pragma once
// Geometry values in one plane: metres on the map (x east, y north), or any unit a caller names.
#include <vector>

namespace ocop::core {

struct Point {
    double x = 0;
    double y = 0;
    bool operator==(const Point&) const = default;
};

struct Box {
    double min_x = 1, min_y = 1, max_x = -1, max_y = -1;  // empty until something is added
    bool empty() const { return max_x < min_x || max_y < min_y; }
    double width() const { return empty() ? 0 : max_x - min_x; }
    double height() const { return empty() ? 0 : max_y - min_y; }
    Point centre() const { return {(min_x + max_x) / 2, (min_y + max_y) / 2}; }
    void add(Point p);
    void add(const Box& other);
    Box grown(double by) const { return {min_x - by, min_y - by, max_x + by, max_y + by}; }
    bool contains(Point p) const { return p.x >= min_x && p.x <= max_x && p.y >= min_y && p.y <= max_y; }
    bool overlaps(const Box& other) const;
    bool operator==(const Box&) const = default;
};

/// A closed ring; the first point is not repeated at the end.
using Ring = std::vector<Point>;
/// An open or closed polyline; a closed one repeats its first point at the end.
using Line = std::vector<Point>;

struct Polygon {
    Ring outer;
    std::vector<Ring> holes;
    bool operator==(const Polygon&) const = default;
};

/// The area of one unit: its mainland and islands.
struct Shape {
    std::vector<Polygon> polygons;
    bool empty() const { return polygons.empty(); }
    bool operator==(const Shape&) const = default;
};

double signed_area(const Ring& ring);  // > 0 when counter-clockwise (y up)
double area(const Polygon& polygon);
double area(const Shape& shape);
Box bounds(const Ring& ring);
Box bounds(const Shape& shape);
/// Even-odd rule; a point on an edge may fall on either side.
bool contains(const Ring& ring, Point p);
bool contains(const Polygon& polygon, Point p);
bool contains(const Shape& shape, Point p);
/// Area centroid of the largest polygon.
Point centroid(const Shape& shape);

}  // namespace ocop::core
