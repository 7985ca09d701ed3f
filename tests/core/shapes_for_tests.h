#pragma once
// Invented coverages and rings for the tests of core.
#include <cmath>
#include <numbers>
#include <random>
#include <vector>

#include "core/geometry.h"

namespace ocop::core::test {

using Random = std::mt19937;

inline double between(Random& random, double low, double high) {
    return std::uniform_real_distribution<double>{low, high}(random);
}

/// A ring round a centre that every ray from there meets once: simple, however rough.
inline Ring star(Random& random, Point centre, double least, double most, int points) {
    Ring ring;
    for (int i = 0; i < points; ++i) {
        const double angle = 2 * std::numbers::pi * i / points, radius = between(random, least, most);
        ring.push_back({centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)});
    }
    return ring;
}

inline Ring reversed(const Ring& ring) { return {ring.rbegin(), ring.rend()}; }

inline Ring rotated(const Ring& ring, std::size_t by) {
    Ring out;
    for (std::size_t i = 0; i < ring.size(); ++i) out.push_back(ring[(i + by) % ring.size()]);
    return out;
}

/// `count` x `count` units of about 1 km with wriggling shared borders. Some have a lake, some an enclave that is a
/// unit of its own, some an islet offshore. Rings start anywhere and run either way.
inline std::vector<Shape> coverage(Random& random, int count) {
    constexpr int steps = 20;
    const auto corners = static_cast<std::size_t>(count + 1);
    std::vector<Point> corner(corners * corners);
    const auto at = [&](int column, int row) {
        return static_cast<std::size_t>(row) * corners + static_cast<std::size_t>(column);
    };
    for (int row = 0; row <= count; ++row)
        for (int column = 0; column <= count; ++column)
            corner[at(column, row)] = {column * 1000 + between(random, -120, 120) + 5e5,
                                       row * 1000 + between(random, -120, 120) + 1.1e6};
    std::vector<Line> east(corner.size()), north(corner.size());  // the border from each corner on
    const auto border = [&](Point a, Point b) {
        Line line{a};
        const double length = std::hypot(b.x - a.x, b.y - a.y);
        for (int i = 1; i < steps; ++i) {
            const double t = static_cast<double>(i) / steps;
            const double off = between(random, -60, 60) * std::sin(t * std::numbers::pi) / length;
            line.push_back({a.x + t * (b.x - a.x) - off * (b.y - a.y), a.y + t * (b.y - a.y) + off * (b.x - a.x)});
        }
        line.push_back(b);
        return line;
    };
    for (int row = 0; row <= count; ++row)
        for (int column = 0; column <= count; ++column) {
            if (column < count) east[at(column, row)] = border(corner[at(column, row)], corner[at(column + 1, row)]);
            if (row < count) north[at(column, row)] = border(corner[at(column, row)], corner[at(column, row + 1)]);
        }
    const auto any_way = [&](const Ring& ring) {
        const Ring turned = rotated(ring, random() % ring.size());
        return random() % 2 == 0 ? turned : reversed(turned);
    };
    std::vector<Shape> shapes, enclaves;
    for (int row = 0; row < count; ++row)
        for (int column = 0; column < count; ++column) {
            Ring ring;
            const Line &south = east[at(column, row)], &right = north[at(column + 1, row)];
            const Line &top = east[at(column, row + 1)], &left = north[at(column, row)];
            ring.insert(ring.end(), south.begin(), south.end() - 1);
            ring.insert(ring.end(), right.begin(), right.end() - 1);
            ring.insert(ring.end(), top.rbegin(), top.rend() - 1);
            ring.insert(ring.end(), left.rbegin(), left.rend() - 1);
            Shape shape{{{any_way(ring), {}}}};
            const Point centre{column * 1000 + 500 + 5e5, row * 1000 + 500 + 1.1e6};
            const Ring inner = star(random, centre, 60, 120, 30);
            const auto kind = random() % 4;
            if (kind == 0) shape.polygons.front().holes.push_back(any_way(inner));
            if (kind == 1) {
                shape.polygons.front().holes.push_back(any_way(inner));
                enclaves.push_back({{{any_way(inner), {}}}});
            }
            if (kind == 2)
                shape.polygons.push_back(
                    {any_way(star(random, {centre.x - 1000.0 * (count + 3), centre.y}, 10, 30, 12)), {}});
            shapes.push_back(std::move(shape));
        }
    shapes.insert(shapes.end(), enclaves.begin(), enclaves.end());
    return shapes;
}

}  // namespace ocop::core::test
