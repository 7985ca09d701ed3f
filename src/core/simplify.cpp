// Fewer points for small scales, the same on both sides of a shared border, so that no gap opens.
#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <span>

#include "core/arcs.h"
#include "core/crossings.h"

namespace ocop::core {

namespace {

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

double triangle_area(Point a, Point b, Point c) {
    return std::abs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)) / 2;
}

/// Visvalingam-Whyatt over one line after another. Vertices wait in classes a sixteenth of an octave wide instead of a
/// heap: the order of removal is as good to the eye, the limit stays exact, and the work is linear.
class Thinner {
public:
    Line thinned(const Line& line, double limit, std::size_t least_points) {
        const std::size_t n = line.size();
        if (n <= least_points || n < 3) return line;
        limit_ = limit;
        std::fill(first_.begin(), first_.end(), none);
        vertices_.assign(n, {});
        for (std::uint32_t i = 0; i < n; ++i) {
            vertices_[i].before = i - 1;
            vertices_[i].after = i + 1;
        }
        for (std::uint32_t i = 1; i + 1 < n; ++i) wait(i, triangle_area(line[i - 1], line[i], line[i + 1]));
        std::size_t left = n;
        for (std::size_t size = 0; size < first_.size() && left > least_points;) {
            const std::uint32_t i = first_[size];
            if (i == none) {
                ++size;
                continue;
            }
            const Vertex vertex = vertices_[i];
            leave(i);
            vertices_[i].gone = true;
            --left;
            vertices_[vertex.before].after = vertex.after;
            vertices_[vertex.after].before = vertex.before;
            for (const std::uint32_t j : {vertex.before, vertex.after}) {
                if (j == 0 || j + 1 == n) continue;
                leave(j);  // never smaller than what was just removed: the order of removal is monotonic
                wait(j, std::max(vertex.area,
                                 triangle_area(line[vertices_[j].before], line[j], line[vertices_[j].after])));
            }
        }
        Line out;
        out.reserve(left);
        for (std::size_t i = 0; i < n; ++i)
            if (!vertices_[i].gone) out.push_back(line[i]);
        return out;
    }

private:
    struct Vertex {
        double area = 0;
        std::uint32_t before = none, after = none;        // along the line
        std::uint32_t previous = none, following = none;  // in its size class
        std::uint32_t size = none;                        // none: not waiting
        bool gone = false;
    };
    static constexpr int octaves = 40, steps_bits = 4;

    void wait(std::uint32_t i, double area) {
        Vertex& vertex = vertices_[i];
        vertex.area = area;
        if (!(area < limit_)) return;
        // The exponent and the first bits of the mantissa number the classes of [2^-40, 1) upwards.
        constexpr std::int64_t base = std::int64_t{1023 - octaves} << steps_bits;
        const auto bits = std::bit_cast<std::int64_t>(area / limit_) >> (52 - steps_bits);
        vertex.size = static_cast<std::uint32_t>(
            std::clamp<std::int64_t>(bits - base, 0, static_cast<std::int64_t>(first_.size()) - 1));
        vertex.previous = none;
        vertex.following = first_[vertex.size];
        if (vertex.following != none) vertices_[vertex.following].previous = i;
        first_[vertex.size] = i;
    }

    void leave(std::uint32_t i) {
        Vertex& vertex = vertices_[i];
        if (vertex.size == none) return;
        (vertex.previous == none ? first_[vertex.size] : vertices_[vertex.previous].following) = vertex.following;
        if (vertex.following != none) vertices_[vertex.following].previous = vertex.previous;
        vertex.size = none;
    }

    double limit_ = 0;
    std::vector<Vertex> vertices_;
    std::vector<std::uint32_t> first_ = std::vector<std::uint32_t>(octaves << steps_bits);
};

std::vector<std::span<const Point>> lines_of(const Topology& topology) {
    std::vector<std::span<const Point>> lines;
    for (const Arc& arc : topology.arcs) lines.emplace_back(arc.points);
    return lines;
}

bool closed(const Line& line) { return line.size() > 1 && line.front() == line.back(); }

/// Twice the area between an arc and the origin; the sum over a ring's arcs is twice the ring's area.
double swept(const Line& line, Point origin) {
    double sum = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
        sum +=
            (line[i - 1].x - origin.x) * (line[i].y - origin.y) - (line[i].x - origin.x) * (line[i - 1].y - origin.y);
    return sum;
}

/// The arcs of rings that lost three quarters of their area, or turned over.
void mark_collapsed(const Topology& topology, const std::vector<double>& fine, const std::vector<double>& coarse,
                    std::vector<bool>& marked) {
    const auto check = [&](const Topology::RingUses& ring) {
        double wanted = 0, have = 0;
        for (const Topology::Use use : ring.uses) {
            const auto arc = static_cast<std::size_t>(use.arc);
            wanted += use.reversed ? -fine[arc] : fine[arc];
            have += use.reversed ? -coarse[arc] : coarse[arc];
        }
        if (wanted == 0 || have / wanted > 0.25) return;
        for (const Topology::Use use : ring.uses) marked[static_cast<std::size_t>(use.arc)] = true;
    };
    for (const auto& area : topology.areas)
        for (const Topology::PolygonUses& polygon : area) {
            check(polygon.outer);
            for (const Topology::RingUses& hole : polygon.holes) check(hole);
        }
}

}  // namespace

Topology simplified(const Topology& fine, double tolerance_m) {
    Topology coarse = fine;
    if (!(tolerance_m > 0) || fine.arcs.empty()) return coarse;
    const std::size_t count = fine.arcs.size();
    const Point origin = fine.arcs.front().points.front();
    Thinner thinner;
    std::vector<double> limits(count, tolerance_m * tolerance_m), fine_swept(count), coarse_swept(count);
    const double least_limit = limits.front() / 4096;  // from there on an arc is given back whole
    const auto thin = [&](std::size_t i) {
        const Line& line = fine.arcs[i].points;
        coarse.arcs[i].points = limits[i] > least_limit ? thinner.thinned(line, limits[i], closed(line) ? 5 : 2) : line;
        coarse_swept[i] = swept(coarse.arcs[i].points, origin);
    };
    for (std::size_t i = 0; i < count; ++i) {
        fine_swept[i] = swept(fine.arcs[i].points, origin);
        thin(i);
    }
    while (true) {  // arcs in the way of each other get half the tolerance, until none is or all of theirs is back
        std::vector<bool> marked = crossing_lines(lines_of(coarse));
        mark_collapsed(fine, fine_swept, coarse_swept, marked);
        bool changed = false;
        for (std::size_t i = 0; i < count; ++i) {
            if (!marked[i] || limits[i] <= least_limit) continue;
            limits[i] /= 4;
            thin(i);
            changed = true;
        }
        if (!changed) return coarse;
    }
}

}  // namespace ocop::core
