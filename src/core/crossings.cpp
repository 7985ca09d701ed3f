#include "core/crossings.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace ocop::core {

namespace {

struct Segment {
    Point a, b;
    std::uint32_t line = 0;
};

double side(Point a, Point b, Point p) { return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x); }

bool opposite(double p, double q) { return (p > 0 && q < 0) || (p < 0 && q > 0); }

bool cross(const Segment& s, const Segment& t) {
    if (std::max(s.a.x, s.b.x) < std::min(t.a.x, t.b.x) || std::max(t.a.x, t.b.x) < std::min(s.a.x, s.b.x) ||
        std::max(s.a.y, s.b.y) < std::min(t.a.y, t.b.y) || std::max(t.a.y, t.b.y) < std::min(s.a.y, s.b.y))
        return false;
    return opposite(side(s.a, s.b, t.a), side(s.a, s.b, t.b)) && opposite(side(t.a, t.b, s.a), side(t.a, t.b, s.b));
}

/// Square cells about as many as there are segments.
struct Grid {
    Box box;
    double cell = 1;
    std::size_t columns = 1, rows = 1;

    Grid(const Box& bounds, std::size_t segments) : box{bounds} {
        const double count = static_cast<double>(segments);
        cell = std::max(std::sqrt(box.width() * box.height() / count), std::max(box.width(), box.height()) / count);
        if (!(cell > 0) || !std::isfinite(cell)) return;
        columns = static_cast<std::size_t>(box.width() / cell) + 1;
        rows = static_cast<std::size_t>(box.height() / cell) + 1;
    }
    std::size_t column(double x) const { return index(x - box.min_x, columns); }
    std::size_t row(double y) const { return index(y - box.min_y, rows); }

    /// Calls `visit` with every cell that the segment may touch: row by row, only the columns it passes there.
    template <class Visit>
    void walk(const Segment& s, const Visit& visit) const {
        const Point low = s.a.y <= s.b.y ? s.a : s.b, high = s.a.y <= s.b.y ? s.b : s.a;
        const std::size_t bottom = row(low.y), top = row(high.y);
        for (std::size_t r = bottom; r <= top; ++r) {
            double x0 = low.x, x1 = high.x;
            if (bottom != top) {
                const double slope = (high.x - low.x) / (high.y - low.y);
                const double y0 = box.min_y + static_cast<double>(r) * cell;
                if (r != bottom) x0 = low.x + (y0 - low.y) * slope;
                if (r != top) x1 = low.x + (y0 + cell - low.y) * slope;
            }
            const double slack = cell * 1e-6;  // rounding must not lose a cell
            const std::size_t last = column(std::max(x0, x1) + slack);
            for (std::size_t c = column(std::min(x0, x1) - slack); c <= last; ++c) visit(r * columns + c);
        }
    }

private:
    std::size_t index(double offset, std::size_t count) const {
        if (!(offset > 0)) return 0;
        return static_cast<std::size_t>(std::min(offset / cell, static_cast<double>(count - 1)));
    }
};

}  // namespace

std::vector<bool> crossing_lines(const std::vector<std::span<const Point>>& lines) {
    std::vector<bool> crossing(lines.size(), false);
    std::vector<Segment> segments;
    Box box;
    for (std::size_t line = 0; line < lines.size(); ++line) {
        const auto& points = lines[line];
        for (std::size_t i = 1; i < points.size(); ++i)
            segments.push_back({points[i - 1], points[i], static_cast<std::uint32_t>(line)});
        for (const Point p : points) box.add(p);
    }
    if (segments.size() < 2) return crossing;

    const Grid grid{box, segments.size()};
    std::vector<std::uint32_t> begin(grid.columns * grid.rows + 1, 0);
    for (const Segment& s : segments) grid.walk(s, [&](std::size_t cell) { ++begin[cell + 1]; });
    for (std::size_t cell = 1; cell < begin.size(); ++cell) begin[cell] += begin[cell - 1];
    std::vector<std::uint32_t> members(begin.back()), filled(begin.begin(), begin.end() - 1);
    for (std::size_t i = 0; i < segments.size(); ++i)
        grid.walk(segments[i], [&](std::size_t cell) { members[filled[cell]++] = static_cast<std::uint32_t>(i); });

    for (std::size_t cell = 0; cell + 1 < begin.size(); ++cell)
        for (std::uint32_t i = begin[cell]; i < begin[cell + 1]; ++i)
            for (std::uint32_t j = i + 1; j < begin[cell + 1]; ++j) {
                const Segment &s = segments[members[i]], &t = segments[members[j]];
                if (cross(s, t)) crossing[s.line] = crossing[t.line] = true;
            }
    return crossing;
}

}  // namespace ocop::core
