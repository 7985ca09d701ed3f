#include "core/ear_clipping.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ocop::core {

namespace {

double cross(Point a, Point b, Point c) { return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x); }

bool inside_triangle(Point a, Point b, Point c, Point p) {
    return cross(a, b, p) >= 0 && cross(b, c, p) >= 0 && cross(c, a, p) >= 0;
}

/// Interleaves the bits of two 16-bit numbers: neighbours in the plane are near in this order.
std::uint32_t morton(std::uint32_t x, std::uint32_t y) {
    const auto spread = [](std::uint32_t v) {
        v = (v | (v << 8)) & 0x00FF00FF;
        v = (v | (v << 4)) & 0x0F0F0F0F;
        v = (v | (v << 2)) & 0x33333333;
        return (v | (v << 1)) & 0x55555555;
    };
    return spread(x) | (spread(y) << 1);
}

/// Ear clipping of one counter-clockwise ring; near vertices are found along a z-order curve.
class EarClipper {
public:
    EarClipper(const std::vector<Point>& points, std::vector<std::uint32_t> order)
        : points_{points}, ring_{std::move(order)} {
        const std::size_t n = ring_.size();
        prev_.resize(n);
        next_.resize(n);
        code_.resize(n);
        for (std::size_t i = 0; i < n; ++i) {
            prev_[i] = static_cast<std::uint32_t>((i + n - 1) % n);
            next_[i] = static_cast<std::uint32_t>((i + 1) % n);
            box_.add(at(static_cast<std::uint32_t>(i)));
        }
        for (std::size_t i = 0; i < n; ++i) code_[i] = code(at(static_cast<std::uint32_t>(i)));
        sorted_.resize(n);
        for (std::size_t i = 0; i < n; ++i) sorted_[i] = static_cast<std::uint32_t>(i);
        std::sort(sorted_.begin(), sorted_.end(),
                  [&](std::uint32_t a, std::uint32_t b) { return code_[a] < code_[b]; });
        z_prev_.resize(n);
        z_next_.resize(n);
        for (std::size_t i = 0; i < n; ++i) {
            z_prev_[sorted_[i]] = i > 0 ? sorted_[i - 1] : none;
            z_next_[sorted_[i]] = i + 1 < n ? sorted_[i + 1] : none;
        }
    }

    /// False when it gets stuck: the ring crosses itself.
    bool run(std::vector<std::uint32_t>& indices) {
        std::size_t left = ring_.size();
        std::uint32_t vertex = 0;
        std::size_t failures = 0;
        while (left > 2) {
            const std::uint32_t a = prev_[vertex], c = next_[vertex];
            const double turn = cross(at(a), at(vertex), at(c));
            const bool flat = turn == 0;
            if (flat || (turn > 0 && is_ear(a, vertex, c))) {
                if (!flat) {
                    indices.push_back(ring_[a]);
                    indices.push_back(ring_[vertex]);
                    indices.push_back(ring_[c]);
                }
                remove(vertex);
                --left;
                failures = 0;
                vertex = next_[c];
                continue;
            }
            vertex = c;
            if (++failures > left) return false;
        }
        return true;
    }

private:
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

    Point at(std::uint32_t i) const { return points_[ring_[i]]; }

    std::uint32_t code(Point p) const {
        const double size = std::max({box_.width(), box_.height(), 1e-30});
        const auto x = static_cast<std::uint32_t>(std::clamp((p.x - box_.min_x) / size, 0.0, 1.0) * 65535);
        const auto y = static_cast<std::uint32_t>(std::clamp((p.y - box_.min_y) / size, 0.0, 1.0) * 65535);
        return morton(x, y);
    }

    bool blocks(std::uint32_t p, std::uint32_t a, std::uint32_t b, std::uint32_t c) const {
        if (p == a || p == b || p == c) return false;
        const Point at_p = at(p), at_a = at(a), at_b = at(b), at_c = at(c);
        if (at_p == at_a || at_p == at_b || at_p == at_c) return false;
        return inside_triangle(at_a, at_b, at_c, at_p) && cross(at(prev_[p]), at_p, at(next_[p])) <= 0;
    }

    bool is_ear(std::uint32_t a, std::uint32_t b, std::uint32_t c) const {
        Box box;
        for (const std::uint32_t i : {a, b, c}) box.add(at(i));
        const std::uint32_t low = code({box.min_x, box.min_y}), high = code({box.max_x, box.max_y});
        for (std::uint32_t p = z_prev_[b]; p != none && code_[p] >= low; p = z_prev_[p])
            if (blocks(p, a, b, c)) return false;
        for (std::uint32_t p = z_next_[b]; p != none && code_[p] <= high; p = z_next_[p])
            if (blocks(p, a, b, c)) return false;
        return true;
    }

    void remove(std::uint32_t i) {
        next_[prev_[i]] = next_[i];
        prev_[next_[i]] = prev_[i];
        if (z_prev_[i] != none) z_next_[z_prev_[i]] = z_next_[i];
        if (z_next_[i] != none) z_prev_[z_next_[i]] = z_prev_[i];
    }

    const std::vector<Point>& points_;
    std::vector<std::uint32_t> ring_;  // indices into points_; a bridge to a hole uses a point twice
    std::vector<std::uint32_t> prev_, next_, code_, sorted_, z_prev_, z_next_;
    Box box_;
};

/// Cuts a hole open into the ring: from its rightmost point to a visible ring vertex. False when none is visible.
bool bridge(const std::vector<Point>& points, std::vector<std::uint32_t>& ring,
            const std::vector<std::uint32_t>& hole) {
    const auto start =
        std::max_element(hole.begin(), hole.end(), [&](auto a, auto b) { return points[a].x < points[b].x; });
    const Point p = points[*start];
    std::size_t chosen = ring.size();
    double nearest = std::numeric_limits<double>::infinity();
    Point hit;
    for (std::size_t i = 0; i < ring.size(); ++i) {  // first edge to the right of p
        const Point a = points[ring[i]], b = points[ring[(i + 1) % ring.size()]];
        if (a.y == b.y || p.y < std::min(a.y, b.y) || p.y > std::max(a.y, b.y)) continue;
        const double x = a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x);
        if (x >= p.x && x < nearest) {
            nearest = x;
            hit = {x, p.y};
            chosen = a.x > b.x ? i : (i + 1) % ring.size();
        }
    }
    if (chosen == ring.size()) return false;
    const Point end = points[ring[chosen]];
    double best = std::numeric_limits<double>::infinity();
    const std::size_t first = chosen;
    for (std::size_t i = 0; i < ring.size(); ++i) {  // a reflex vertex in the way is nearer in angle
        const Point q = points[ring[i]];
        if (q.x < p.x || i == first) continue;
        const bool in = hit.y < end.y ? inside_triangle(p, hit, end, q) : inside_triangle(p, end, hit, q);
        if (!in) continue;
        const double slope = std::abs(q.y - p.y) / std::max(q.x - p.x, 1e-30);
        if (slope < best) {
            best = slope;
            chosen = i;
        }
    }
    std::vector<std::uint32_t> joined;
    joined.reserve(ring.size() + hole.size() + 2);
    joined.insert(joined.end(), ring.begin(), ring.begin() + static_cast<std::ptrdiff_t>(chosen) + 1);
    joined.insert(joined.end(), start, hole.end());
    joined.insert(joined.end(), hole.begin(), start + 1);
    joined.insert(joined.end(), ring.begin() + static_cast<std::ptrdiff_t>(chosen), ring.end());
    ring = std::move(joined);
    return true;
}

}  // namespace

bool clip_ears(const Polygon& polygon, Mesh& mesh) {
    std::vector<std::vector<std::uint32_t>> rings;
    const auto take = [&](const Ring& source, bool counter_clockwise) {
        std::vector<std::uint32_t> ring;
        for (const Point p : source) {
            ring.push_back(static_cast<std::uint32_t>(mesh.vertices.size()));
            mesh.vertices.push_back(p);
        }
        if ((signed_area(source) > 0) != counter_clockwise) std::reverse(ring.begin(), ring.end());
        return ring;
    };
    std::vector<std::uint32_t> outer = take(polygon.outer, true);
    for (const Ring& hole : polygon.holes) rings.push_back(take(hole, false));
    const auto rightmost = [&](const std::vector<std::uint32_t>& ring) {
        double x = -std::numeric_limits<double>::infinity();
        for (const std::uint32_t i : ring) x = std::max(x, mesh.vertices[i].x);
        return x;
    };
    std::sort(rings.begin(), rings.end(), [&](const auto& a, const auto& b) { return rightmost(a) > rightmost(b); });
    for (const auto& hole : rings)
        if (!bridge(mesh.vertices, outer, hole)) return false;
    EarClipper clipper{mesh.vertices, std::move(outer)};
    return clipper.run(mesh.indices);
}

}  // namespace ocop::core
