#include "core/arcs.h"

#include <algorithm>
#include <bit>
#include <cmath>
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
        // A border that is shared on one side of a point only changes there too: how often each edge is used.
        std::vector<std::uint8_t> uses(index.points.size(), 0);
        for (const NumberedRing& ring : rings)
            for (const std::uint32_t p : ring.points)
                if (uses[p] < 255) ++uses[p];
        for (const NumberedRing& ring : rings) {
            const auto& p = ring.points;
            for (std::size_t i = 0; i < p.size(); ++i)
                if (uses[p[i]] != uses[p[(i + 1) % p.size()]]) {
                    const std::size_t j = (i + 1) % p.size();
                    // The point with more uses is where lines meet.
                    (uses[p[i]] > uses[p[j]] ? is_node[p[i]] : is_node[p[j]]) = true;
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

double triangle_area(Point a, Point b, Point c) {
    return std::abs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)) / 2;
}

/// Visvalingam-Whyatt over one line: a heap of triangle areas with lazy deletion.
Line thinned(const Line& line, double least_area, std::size_t least_points) {
    const std::size_t n = line.size();
    if (n <= least_points || n < 3) return line;
    struct Entry {
        double area;
        std::uint32_t point;
        bool operator<(const Entry& other) const { return area > other.area; }  // smallest on top
    };
    std::vector<std::uint32_t> prev(n), next(n);
    std::vector<double> current(n, std::numeric_limits<double>::infinity());
    std::vector<Entry> heap;
    heap.reserve(n);
    for (std::uint32_t i = 0; i < n; ++i) {
        prev[i] = i > 0 ? i - 1 : 0;
        next[i] = i + 1;
        if (i > 0 && i + 1 < n) {
            current[i] = triangle_area(line[i - 1], line[i], line[i + 1]);
            if (current[i] < least_area) heap.push_back({current[i], i});
        }
    }
    std::make_heap(heap.begin(), heap.end());
    std::vector<bool> gone(n, false);
    std::size_t left = n;
    while (!heap.empty() && left > least_points) {
        std::pop_heap(heap.begin(), heap.end());
        const Entry entry = heap.back();
        heap.pop_back();
        if (gone[entry.point] || entry.area != current[entry.point]) continue;
        gone[entry.point] = true;
        --left;
        const std::uint32_t a = prev[entry.point], b = next[entry.point];
        next[a] = b;
        prev[b] = a;
        for (const std::uint32_t i : {a, b}) {
            if (i == 0 || i + 1 == n) continue;
            // Never less than what was just removed, so that the order of removal is monotonic.
            current[i] = std::max(entry.area, triangle_area(line[prev[i]], line[i], line[next[i]]));
            if (current[i] < least_area) {
                heap.push_back({current[i], i});
                std::push_heap(heap.begin(), heap.end());
            }
        }
    }
    Line out;
    out.reserve(left);
    for (std::size_t i = 0; i < n; ++i)
        if (!gone[i]) out.push_back(line[i]);
    return out;
}

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
    std::size_t count = 0;
    for (const Shape& shape : shapes)
        for (const Polygon& polygon : shape.polygons) {
            count += polygon.outer.size();
            for (const Ring& hole : polygon.holes) count += hole.size();
        }
    Builder builder{count};
    std::vector<NumberedRing> rings;
    std::vector<std::vector<std::vector<std::size_t>>> ring_numbers(shapes.size());  // [area][polygon][ring]
    for (std::size_t area = 0; area < shapes.size(); ++area)
        for (const Polygon& polygon : shapes[area].polygons) {
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

Topology simplified(const Topology& fine, double tolerance_m) {
    Topology coarse = fine;
    if (!(tolerance_m > 0)) return coarse;
    const double least_area = tolerance_m * tolerance_m;
    const auto closed = [](const Line& line) { return line.size() > 1 && line.front() == line.back(); };
    for (Arc& arc : coarse.arcs) arc.points = thinned(arc.points, least_area, closed(arc.points) ? 5 : 2);
    // A ring that lost its area (two arcs that fell together) gets its arcs back finer, until it stands.
    const auto restore = [&](const Topology::RingUses& uses) {
        const double wanted = std::abs(signed_area(ring_of(fine, uses)));
        for (double area = least_area / 4; wanted > 0; area /= 4) {
            const Ring ring = ring_of(coarse, uses);
            if (ring.size() >= 4 || ring.size() >= ring_of(fine, uses).size()) {
                const double have = std::abs(signed_area(ring));
                if (have > wanted / 4) return;
            }
            for (const Topology::Use use : uses.uses) {
                const auto number = static_cast<std::size_t>(use.arc);
                coarse.arcs[number].points =
                    area > 1e-3 ? thinned(fine.arcs[number].points, area, closed(fine.arcs[number].points) ? 5 : 2)
                                : fine.arcs[number].points;
            }
            if (area <= 1e-3) return;
        }
    };
    for (const auto& area : fine.areas)
        for (const Topology::PolygonUses& polygon : area) {
            restore(polygon.outer);
            for (const Topology::RingUses& hole : polygon.holes) restore(hole);
        }
    return coarse;
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
