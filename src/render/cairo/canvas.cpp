#include "render/cairo/canvas.h"

#include <cmath>
#include <numbers>

#include "scene/pattern.h"

namespace ocop::render {

using core::Point;
using namespace scene;

namespace {

double on_grid_below(double value, double origin, double step) {
    return std::floor((value - origin) / step) * step + origin;
}

}  // namespace

void Canvas::circle(Point centre, double radius) const {
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, centre.x * height, centre.y * height, radius * height, 0, 2 * std::numbers::pi);
    cairo_close_path(cairo);
}

void Canvas::stroke(const Stroke& style) const {
    if (style.width <= 0) {
        cairo_new_path(cairo);
        return;
    }
    const double core = std::max(style.width * height, pixel);
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
    if (style.casing > 0) {
        cairo_set_line_cap(cairo, CAIRO_LINE_CAP_BUTT);
        cairo_set_dash(cairo, nullptr, 0, 0);
        cairo_set_line_width(cairo, core + 2 * style.casing * height);
        set_colour(style.casing_colour);
        cairo_stroke_preserve(cairo);
    }
    if (style.dotted) {
        const double dashes[] = {0, 3 * core};
        cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
        cairo_set_dash(cairo, dashes, 2, 0);
    } else {
        cairo_set_line_cap(cairo, CAIRO_LINE_CAP_BUTT);
        cairo_set_dash(cairo, nullptr, 0, 0);
    }
    cairo_set_line_width(cairo, core);
    set_colour(style.colour);
    cairo_stroke(cairo);
}

void Canvas::pattern(Pattern kind, Point anchor) const {
    if (kind == Pattern::none) return;
    double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    cairo_clip_extents(cairo, &x0, &y0, &x1, &y1);
    if (x1 <= x0 || y1 <= y0) return;
    const Rect over{x0 / height, y0 / height, (x1 - x0) / height, (y1 - y0) / height};
    if (kind == Pattern::hatch || kind == Pattern::hatch_severe)
        hatch_lines(kind, anchor, over);
    else
        dot_grid(kind, anchor, over);
}

void Canvas::hatch_lines(Pattern kind, Point anchor, const Rect& over) const {
    // A line that rises to the right is x + y = constant, since y points down.
    const HatchLines& lines = kind == Pattern::hatch ? hatch : hatch_severe;
    const double step = lines.pitch * std::numbers::sqrt2;
    const double top = over.y - step, bottom = over.bottom() + step;
    const double last = over.right() + over.bottom() + step;
    for (double sum = on_grid_below(over.x + over.y, anchor.x + anchor.y, step); sum <= last; sum += step) {
        move_to({sum - top, top});
        line_to({sum - bottom, bottom});
    }
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_BUTT);
    cairo_set_dash(cairo, nullptr, 0, 0);
    cairo_set_line_width(cairo, (lines.core + 2 * lines.casing) * height);
    set_colour(hatch_casing);
    cairo_stroke_preserve(cairo);
    cairo_set_line_width(cairo, lines.core * height);
    set_colour(hatch_core);
    cairo_stroke(cairo);
}

void Canvas::dot_grid(Pattern kind, Point anchor, const Rect& over) const {
    const DotGrid& grid = kind == Pattern::dots ? dots : stipple;
    const auto each = [&](double radius, Colour colour) {
        const double left = on_grid_below(over.x, anchor.x, grid.pitch),
                     top = on_grid_below(over.y, anchor.y, grid.pitch);
        for (double y = top; y <= over.bottom() + grid.pitch; y += grid.pitch)
            for (double x = left; x <= over.right() + grid.pitch; x += grid.pitch) circle({x, y}, radius);
        set_colour(colour);
        cairo_fill(cairo);
    };
    if (kind == Pattern::stipple) each(grid.diameter / 2 + stipple_ring, hatch_casing);
    each(grid.diameter / 2, dot_colour);
}

}  // namespace ocop::render
