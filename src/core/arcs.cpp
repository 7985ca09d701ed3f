#include "core/arcs.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <limits>

namespace ocop::core {

namespace {

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

/// Bit-equal points get one number, in order of first appearance.
class PointIndex {
public:
    explicit PointIndex(std::size_t expected) {
        std::size_t size = 16;
        while (size < expected * 2) size *= 2;
        slots_.assign(size, none);
        points.reserve(expected);
    }
    std::uint32_t number(Point p) {
        std::size_t slot = hash(p) & (slots_.size() - 1);
        while (slots_[slot] != none) {
            if (points[slots_[slot]] == p) return slots_[slot];
            slot = (slot + 1) & (slots_.size() - 1);
        }
        slots_[slot] = static_cast<std::uint32_t>(points.size());
        points.push_back(p);
        return slots_[slot];
    }
    std::vector<Point> points;

private:
    static std::size_t hash(Point p) {
        std::uint64_t h = std::bit_cast<std::uint64_t>(p.x + 0.0) * 0x9E3779B97F4A7C15ULL;
        h ^= h >> 32;
        h += std::bit_cast<std::uint64_t>(p.y + 0.0) * 0xC2B2AE3D27D4EB4FULL;
        h ^= h >> 29;
        h *= 0xBF58476D1CE4E5B9ULL;
        return static_cast<std::size_t>(h ^ (h >> 32));
    }
    std::vector<std::uint32_t> slots_;
};

struct NumberedRing {
    int area = 0;
    std::vector<std::uint32_t> points;
};

struct Builder {
    PointIndex index;
    Topology out;
    std::vector<bool> is_node;
    // Arcs by their first point, for finding the twin of a border walked the other way.
    std::vector<std::vector<int>> arcs_from;
    std::vector<std::vector<std::uint32_t>> arc_points;

    explicit Builder(std::size_t points) : index{points} {}

    std::vector<std::uint32_t> numbered(const Ring& ring) {
        std::vector<std::uint32_t> numbers;
        numbers.reserve(ring.size());
        for (const Point p : ring) {
            const std::uint32_t number = index.number(p);
            if (numbers.empty() || numbers.back() != number) numbers.push_back(number);
        }
        while (numbers.size() > 1 && numbers.front() == numbers.back()) numbers.pop_back();
        return numbers;
    }

    /// A point is a node when the lines through it are not all the same line: its neighbours differ between uses.
    void find_nodes(const std::vector<NumberedRing>& rings) {
        struct Neighbours {
            std::uint32_t a = none, b = none;
        };
        std::vector<Neighbours> seen(index.points.size());
        is_node.assign(index.points.size(), false);
        for (const NumberedRing& ring : rings) {
            const auto& p = ring.points;
            for (std::size_t i = 0; i < p.size(); ++i) {
                std::uint32_t a = p[(i + p.size() - 1) % p.size()], b = p[(i + 1) % p.size()];
                if (a > b) std::swap(a, b);
                Neighbours& first = seen[p[i]];
                if (first.a == none)
                    first = {a, b};
                else if (first.a != a || first.b != b)
                    is_node[p[i]] = true;
            }
        }
    }

    Topology::Use use_of(std::vector<std::uint32_t> line, int area) {
        for (const int candidate : arcs_from[line.back()]) {
            auto& arc = out.arcs[static_cast<std::size_t>(candidate)];
            const auto& other = arc_points[static_cast<std::size_t>(candidate)];
            if (arc.right == -1 && other.size() == line.size() &&
                std::equal(line.begin(), line.end(), other.rbegin())) {
                arc.right = area;
                return {candidate, true};
            }
        }
        for (const int candidate : arcs_from[line.front()]) {  // overlapping input may walk a border the same way twice
            auto& arc = out.arcs[static_cast<std::size_t>(candidate)];
            if (arc.right == -1 && arc.left != area && arc_points[static_cast<std::size_t>(candidate)] == line) {
                arc.right = area;
                return {candidate, false};
            }
        }
        Arc arc;
        arc.left = area;
        arc.points.reserve(line.size());
        for (const std::uint32_t p : line) arc.points.push_back(index.points[p]);
        const int number = static_cast<int>(out.arcs.size());
        arcs_from[line.front()].push_back(number);
        out.arcs.push_back(std::move(arc));
        arc_points.push_back(std::move(line));
        return {number, false};
    }

    Topology::RingUses chain(const NumberedRing& ring) {
        const auto& p = ring.points;
        const std::size_t n = p.size();
        std::size_t start = 0;
        while (start < n && !is_node[p[start]]) ++start;
        Topology::RingUses uses;
        if (start == n) {  // a ring without nodes: start where both sides will, at its smallest number
            start = static_cast<std::size_t>(std::min_element(p.begin(), p.end()) - p.begin());
            std::vector<std::uint32_t> line(n + 1);
            for (std::size_t i = 0; i <= n; ++i) line[i] = p[(start + i) % n];
            uses.uses.push_back(use_of(std::move(line), ring.area));
            return uses;
        }
        for (std::size_t i = 0; i < n;) {
            std::vector<std::uint32_t> line{p[(start + i) % n]};
            do {
                ++i;
                line.push_back(p[(start + i) % n]);
            } while (i < n && !is_node[p[(start + i) % n]]);
            uses.uses.push_back(use_of(std::move(line), ring.area));
        }
        return uses;
    }
};

Ring ring_of(const Topology& topology, const Topology::RingUses& uses) {
    Ring ring;
    for (const Topology::Use use : uses.uses) {
        const Line& line = topology.arcs[static_cast<std::size_t>(use.arc)].points;
        if (use.reversed)
            ring.insert(ring.end(), line.rbegin(), line.rend() - 1);
        else
            ring.insert(ring.end(), line.begin(), line.end() - 1);
    }
    return ring;
}

}  // namespace

Topology topology(const std::vector<Shape>& shapes) {
    std::vector<const Shape*> all;
    for (const Shape& shape : shapes) all.push_back(&shape);
    return topology_of(all);
}

Topology topology_of(const std::vector<const Shape*>& shapes) {
    std::size_t count = 0;
    for (const Shape* shape : shapes)
        for (const Polygon& polygon : shape->polygons) {
            count += polygon.outer.size();
            for (const Ring& hole : polygon.holes) count += hole.size();
        }
    Builder builder{count};
    std::vector<NumberedRing> rings;
    std::vector<std::vector<std::vector<std::size_t>>> ring_numbers(shapes.size());  // [area][polygon][ring]
    for (std::size_t area = 0; area < shapes.size(); ++area)
        for (const Polygon& polygon : shapes[area]->polygons) {
            std::vector<std::size_t> numbers;
            const auto take = [&](const Ring& ring) {
                NumberedRing numbered{static_cast<int>(area), builder.numbered(ring)};
                if (numbered.points.size() < 3) return;
                numbers.push_back(rings.size());
                rings.push_back(std::move(numbered));
            };
            take(polygon.outer);
            if (numbers.empty()) continue;  // a ring of no area is no polygon
            for (const Ring& hole : polygon.holes) take(hole);
            ring_numbers[area].push_back(std::move(numbers));
        }
    builder.find_nodes(rings);
    builder.arcs_from.resize(builder.index.points.size());
    builder.out.areas.resize(shapes.size());
    for (std::size_t area = 0; area < shapes.size(); ++area)
        for (const auto& numbers : ring_numbers[area]) {
            Topology::PolygonUses polygon;
            polygon.outer = builder.chain(rings[numbers.front()]);
            for (std::size_t i = 1; i < numbers.size(); ++i) polygon.holes.push_back(builder.chain(rings[numbers[i]]));
            builder.out.areas[area].push_back(std::move(polygon));
        }
    return std::move(builder.out);
}

std::vector<Shape> shapes(const Topology& topology) {
    std::vector<Shape> out(topology.areas.size());
    for (std::size_t area = 0; area < topology.areas.size(); ++area)
        for (const Topology::PolygonUses& uses : topology.areas[area]) {
            Polygon polygon{ring_of(topology, uses.outer), {}};
            for (const Topology::RingUses& hole : uses.holes) polygon.holes.push_back(ring_of(topology, hole));
            out[area].polygons.push_back(std::move(polygon));
        }
    return out;
}

}  // namespace ocop::core
