#include "carto/rects.h"

#include <algorithm>
#include <cmath>

namespace ocop::carto {

using core::Point;
using scene::Rect;

bool overlap(const Rect& a, const Rect& b) {
    return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

Rect grown(const Rect& rect, double by) {
    return {rect.x - by, rect.y - by, rect.width + 2 * by, rect.height + 2 * by};
}

bool cross(const Way& a, const Way& b) {
    const auto side = [](Point p, Point q, Point r) { return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x); };
    return side(a.from, a.to, b.from) * side(a.from, a.to, b.to) < 0 &&
           side(b.from, b.to, a.from) * side(b.from, b.to, a.to) < 0;
}

/// The way is cut by the two pairs of sides.
bool touches(const Rect& rect, const Way& way) {
    double from = 0, to = 1;
    const auto cut = [&](double start, double step, double low, double high) {
        if (std::abs(step) < 1e-12) return start > low && start < high;
        const double a = (low - start) / step, b = (high - start) / step;
        from = std::max(from, std::min(a, b)), to = std::min(to, std::max(a, b));
        return from < to;
    };
    return cut(way.from.x, way.to.x - way.from.x, rect.x, rect.right()) &&
           cut(way.from.y, way.to.y - way.from.y, rect.y, rect.bottom());
}

}  // namespace ocop::carto
