#include "data/ring_check.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace ocop::data {

namespace {

using core::Point;

double turn(Point a, Point b, Point c) { return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x); }

bool in_box(Point a, Point b, Point p) {
    return p.x >= std::min(a.x, b.x) && p.x <= std::max(a.x, b.x) && p.y >= std::min(a.y, b.y) &&
           p.y <= std::max(a.y, b.y);
}

bool meet(Point a, Point b, Point c, Point d) {
    if (std::max(a.x, b.x) < std::min(c.x, d.x) || std::max(c.x, d.x) < std::min(a.x, b.x) ||
        std::max(a.y, b.y) < std::min(c.y, d.y) || std::max(c.y, d.y) < std::min(a.y, b.y))
        return false;
    const double abc = turn(a, b, c), abd = turn(a, b, d), cda = turn(c, d, a), cdb = turn(c, d, b);
    if (((abc > 0 && abd < 0) || (abc < 0 && abd > 0)) && ((cda > 0 && cdb < 0) || (cda < 0 && cdb > 0))) return true;
    return (abc == 0 && in_box(a, b, c)) || (abd == 0 && in_box(a, b, d)) || (cda == 0 && in_box(c, d, a)) ||
           (cdb == 0 && in_box(c, d, b));
}

}  // namespace

bool meets_itself(const core::Ring& ring) {
    const std::size_t n = ring.size();
    if (n < 4) return false;
    // Edges go into the cells of a coarse grid, kept in a hash table; only edges of one cell are compared.
    const core::Box box = core::bounds(ring);
    double length = 0;
    for (std::size_t i = 0; i < n; ++i) {
        const Point a = ring[i], b = ring[(i + 1) % n];
        length += std::abs(b.x - a.x) + std::abs(b.y - a.y);
    }
    // Cells span two edges, or more where a few long edges would fill too many of them.
    const auto column = [&](double x, double cell) { return static_cast<std::uint64_t>((x - box.min_x) / cell); };
    const auto line = [&](double y, double cell) { return static_cast<std::uint64_t>((y - box.min_y) / cell); };
    double cell = 2 * length / static_cast<double>(n);
    for (double cells = 9.0 * static_cast<double>(n); cells > 8.0 * static_cast<double>(n); cell *= 2) {
        cells = 0;
        for (std::size_t i = 0; i < n; ++i) {
            const Point a = ring[i], b = ring[(i + 1) % n];
            cells += (std::abs(b.x - a.x) / cell + 1) * (std::abs(b.y - a.y) / cell + 1);
        }
    }
    std::size_t size = 16;
    while (size < n * 2) size *= 2;
    constexpr std::uint32_t none = 0xFFFFFFFF;
    struct Entry {
        std::uint32_t edge, next;
    };
    std::vector<std::uint32_t> heads(size, none);
    std::vector<Entry> entries;
    entries.reserve(n * 2);
    for (std::size_t i = 0; i < n; ++i) {
        const Point a = ring[i], b = ring[(i + 1) % n];
        const std::uint64_t x0 = column(std::min(a.x, b.x), cell), x1 = column(std::max(a.x, b.x), cell),
                            y0 = line(std::min(a.y, b.y), cell), y1 = line(std::max(a.y, b.y), cell);
        for (auto x = x0; x <= x1; ++x)
            for (auto y = y0; y <= y1; ++y) {
                const std::uint64_t mixed = x * 0x9E3779B97F4A7C15ULL ^ y * 0xC2B2AE3D27D4EB4FULL;
                std::uint32_t& head = heads[(mixed >> 32) & (size - 1)];
                for (std::uint32_t at = head; at != none; at = entries[at].next) {
                    const std::size_t j = entries[at].edge;
                    const bool neighbours = j + 1 == i || (j == 0 && i + 1 == n);
                    if (j == i || neighbours) continue;
                    if (meet(a, b, ring[j], ring[(j + 1) % n])) return true;
                }
                entries.push_back({static_cast<std::uint32_t>(i), head});
                head = static_cast<std::uint32_t>(entries.size() - 1);
            }
    }
    return false;
}

}  // namespace ocop::data
