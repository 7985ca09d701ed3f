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
    const core::Box box = core::bounds(ring);
    double length = 0;
    for (std::size_t i = 0; i < n; ++i) {
        const Point a = ring[i], b = ring[i + 1 < n ? i + 1 : 0];
        length += std::abs(b.x - a.x) + std::abs(b.y - a.y);
    }
    // Edges go into the cells of a grid, kept in a hash table; only edges of one cell are compared. Cells span about
    // two edges, more where a few long edges would fill too many of them.
    struct Cell {
        std::uint32_t x, y;
    };
    std::vector<Cell> cells(n);
    double per_metre = static_cast<double>(n) / (2 * length);
    for (std::uint64_t filled = 8 * n + 1; filled > 8 * n; per_metre /= 2) {
        for (std::size_t i = 0; i < n; ++i)
            cells[i] = {static_cast<std::uint32_t>((ring[i].x - box.min_x) * per_metre),
                        static_cast<std::uint32_t>((ring[i].y - box.min_y) * per_metre)};
        filled = 0;
        for (std::size_t i = 0; i < n; ++i) {
            const Cell a = cells[i], b = cells[i + 1 < n ? i + 1 : 0];
            filled += (std::uint64_t{std::max(a.x, b.x)} - std::min(a.x, b.x) + 1) *
                      (std::uint64_t{std::max(a.y, b.y)} - std::min(a.y, b.y) + 1);
        }
    }
    std::size_t size = 16;
    while (size < n) size *= 2;
    constexpr std::uint32_t none = 0xFFFFFFFF;
    struct Entry {
        std::uint32_t edge, next;
    };
    std::vector<std::uint32_t> heads(size, none);
    std::vector<Entry> entries;
    entries.reserve(n * 2);
    for (std::size_t i = 0; i < n; ++i) {
        const std::size_t end = i + 1 < n ? i + 1 : 0;
        const Cell from = cells[i], to = cells[end];
        for (std::uint32_t x = std::min(from.x, to.x); x <= std::max(from.x, to.x); ++x)
            for (std::uint32_t y = std::min(from.y, to.y); y <= std::max(from.y, to.y); ++y) {
                const std::uint32_t mixed = x * 0x9E3779B1U ^ y * 0x85EBCA77U;
                std::uint32_t& head = heads[(mixed >> 8) & (size - 1)];
                for (std::uint32_t at = head; at != none; at = entries[at].next) {
                    const std::size_t j = entries[at].edge;
                    if (j + 1 >= i || (j == 0 && end == 0)) continue;  // itself and its neighbours
                    if (meet(ring[i], ring[end], ring[j], ring[j + 1])) return true;
                }
                entries.push_back({static_cast<std::uint32_t>(i), head});
                head = static_cast<std::uint32_t>(entries.size() - 1);
            }
    }
    return false;
}

}  // namespace ocop::data
