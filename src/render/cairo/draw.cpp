#include "render/cairo/draw.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "render/pango_layout.h"
#include "scene/pattern.h"

namespace ocop::render {

namespace {

using core::Point;
using namespace scene;

void set_colour(cairo_t* cairo, Colour colour) {
    cairo_set_source_rgba(cairo, colour.r / 255.0, colour.g / 255.0, colour.b / 255.0, colour.a / 255.0);
}

class Saved {
public:
    explicit Saved(cairo_t* cairo) : cairo_{cairo} { cairo_save(cairo); }
    ~Saved() { cairo_restore(cairo_); }
    Saved(const Saved&) = delete;
    Saved& operator=(const Saved&) = delete;

private:
    cairo_t* cairo_;
};

/// Draws in H: every coordinate is scaled here, so that line widths and patterns are, too.
class Painter {
public:
    Painter(cairo_t* cairo, double height, double pixel) : cairo_{cairo}, h_{height}, pixel_{pixel} {}

    void paint(const Scene& scene) {
        rectangle({0, 0, scene.aspect, 1});
        set_colour(cairo_, scene.background);
        cairo_fill(cairo_);
        for (const Map& map : scene.maps) paint(map);
        for (const Item& item : scene.furniture) paint(item, {0, 0});
    }

private:
    void rectangle(const Rect& rect) {
        cairo_rectangle(cairo_, rect.x * h_, rect.y * h_, rect.width * h_, rect.height * h_);
    }

    void move_or_line(bool first, Point p) {
        if (first)
            cairo_move_to(cairo_, p.x * h_, p.y * h_);
        else
            cairo_line_to(cairo_, p.x * h_, p.y * h_);
    }

    void ring(const Map& map, const core::Ring& points) {
        bool first = true;
        for (const Point p : points) {
            move_or_line(first, to_picture(map, map.camera, p));
            first = false;
        }
        cairo_close_path(cairo_);
    }

    void paint(const Map& map) {
        const Saved saved{cairo_};
        rectangle(map.frame);
        set_colour(cairo_, map.ground);
        cairo_fill_preserve(cairo_);
        cairo_clip(cairo_);
        cairo_set_fill_rule(cairo_, CAIRO_FILL_RULE_EVEN_ODD);
        cairo_set_line_join(cairo_, CAIRO_LINE_JOIN_ROUND);
        for (std::size_t i = 0; i < map.areas.size(); ++i) paint_area(map, map.geometry->areas[i], map.areas[i]);
        for (const LineGroup& group : map.lines) paint_lines(map, group);
        for (const MapItem& item : map.items) paint(item.item, to_picture(map, map.camera, item.anchor));
    }

    void paint_area(const Map& map, const core::Shape& shape, const AreaStyle& style) {
        if (style.fill.a == 0) return;
        const Saved saved{cairo_};
        for (const core::Polygon& polygon : shape.polygons) {
            ring(map, polygon.outer);
            for (const core::Ring& hole : polygon.holes) ring(map, hole);
        }
        set_colour(cairo_, style.fill);
        cairo_fill_preserve(cairo_);
        if (style.pattern == Pattern::none) {
            // Half a pixel of its own colour around it, so that no light seam shows between neighbours.
            cairo_set_line_width(cairo_, pixel_ * 0.6);
            cairo_stroke(cairo_);
            return;
        }
        cairo_clip(cairo_);
        pattern(style.pattern, to_picture(map, map.camera, style.anchor));
    }

    /// Over the current clip. Lines and dots are drawn one by one: still vectors in a PDF.
    void pattern(Pattern kind, Point anchor) {
        double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
        cairo_clip_extents(cairo_, &x0, &y0, &x1, &y1);
        if (!(x1 > x0) || !(y1 > y0)) return;
        if (kind == Pattern::hatch || kind == Pattern::hatch_severe)
            hatch_lines(kind == Pattern::hatch ? hatch : hatch_severe, anchor, x0, y0, x1, y1);
        else
            dot_grid(kind, anchor, x0, y0, x1, y1);
    }

    void hatch_lines(const HatchLines& lines, Point anchor, double x0, double y0, double x1, double y1) {
        // Lines x + y = constant rise to the right in a picture whose y points down.
        const double step = lines.pitch * std::numbers::sqrt2 * h_, origin = (anchor.x + anchor.y) * h_;
        const double first = std::floor((x0 + y0 - origin) / step) * step + origin;
        for (double sum = first; sum <= x1 + y1 + step; sum += step) {
            cairo_move_to(cairo_, sum - (y0 - step), y0 - step);
            cairo_line_to(cairo_, sum - (y1 + step), y1 + step);
        }
        cairo_set_line_cap(cairo_, CAIRO_LINE_CAP_BUTT);
        cairo_set_line_width(cairo_, (lines.core + 2 * lines.casing) * h_);
        set_colour(cairo_, hatch_casing);
        cairo_stroke_preserve(cairo_);
        cairo_set_line_width(cairo_, lines.core * h_);
        set_colour(cairo_, hatch_core);
        cairo_stroke(cairo_);
    }

    void dot_grid(Pattern kind, Point anchor, double x0, double y0, double x1, double y1) {
        const DotGrid& grid = kind == Pattern::dots ? dots : stipple;
        const double step = grid.pitch * h_, ax = anchor.x * h_, ay = anchor.y * h_;
        const auto each = [&](double radius, Colour colour) {
            for (double x = std::floor((x0 - ax) / step) * step + ax; x <= x1 + step; x += step)
                for (double y = std::floor((y0 - ay) / step) * step + ay; y <= y1 + step; y += step) {
                    cairo_new_sub_path(cairo_);
                    cairo_arc(cairo_, x, y, radius, 0, 2 * std::numbers::pi);
                }
            set_colour(cairo_, colour);
            cairo_fill(cairo_);
        };
        if (kind == Pattern::stipple) each((grid.diameter / 2 + stipple_ring) * h_, hatch_casing);
        each(grid.diameter / 2 * h_, dot_colour);
    }

    void set_line(double width, bool dotted) {
        const double w = std::max(width * h_, pixel_);
        cairo_set_line_width(cairo_, w);
        if (dotted) {
            const double dashes[] = {0, 3 * w};
            cairo_set_dash(cairo_, dashes, 2, 0);
            cairo_set_line_cap(cairo_, CAIRO_LINE_CAP_ROUND);
        } else {
            cairo_set_dash(cairo_, nullptr, 0, 0);
            cairo_set_line_cap(cairo_, CAIRO_LINE_CAP_BUTT);
        }
    }

    /// Strokes and drops the current path: casing first, then core.
    void stroke(const Stroke& style) {
        if (style.casing > 0) {
            set_line(style.width + 2 * style.casing, false);
            set_colour(cairo_, style.casing_colour);
            cairo_stroke_preserve(cairo_);
        }
        set_line(style.width, style.dotted);
        set_colour(cairo_, style.colour);
        cairo_stroke(cairo_);
    }

    void paint_lines(const Map& map, const LineGroup& group) {
        for (const int index : group.lines) {
            const core::Line& line = map.geometry->lines[static_cast<std::size_t>(index)];
            bool first = true;
            for (const Point p : line) {
                move_or_line(first, to_picture(map, map.camera, p));
                first = false;
            }
            if (line.size() > 2 && line.front() == line.back()) cairo_close_path(cairo_);
        }
        stroke(group.stroke);
    }

    void paint(const Item& item, Point origin) {
        std::visit([&](const auto& which) { paint_item(which, origin); }, item);
    }

    void filled(Colour fill, Pattern kind, const Stroke& outline, Point anchor) {
        set_colour(cairo_, fill);
        cairo_fill_preserve(cairo_);
        if (kind != Pattern::none) {
            cairo_path_t* path = cairo_copy_path(cairo_);
            {
                const Saved saved{cairo_};
                cairo_clip(cairo_);
                pattern(kind, anchor);
            }
            cairo_new_path(cairo_);
            cairo_append_path(cairo_, path);
            cairo_path_destroy(path);
        }
        if (outline.width > 0)
            stroke(outline);
        else
            cairo_new_path(cairo_);
    }

    void paint_item(const BoxItem& box, Point o) {
        const double x = (box.rect.x + o.x) * h_, y = (box.rect.y + o.y) * h_, w = box.rect.width * h_,
                     t = box.rect.height * h_;
        const double r = std::min({box.radius * h_, w / 2, t / 2});
        cairo_new_path(cairo_);
        if (r > 0) {
            constexpr double quarter = std::numbers::pi / 2;
            cairo_new_sub_path(cairo_);
            cairo_arc(cairo_, x + w - r, y + r, r, -quarter, 0);
            cairo_arc(cairo_, x + w - r, y + t - r, r, 0, quarter);
            cairo_arc(cairo_, x + r, y + t - r, r, quarter, 2 * quarter);
            cairo_arc(cairo_, x + r, y + r, r, 2 * quarter, 3 * quarter);
            cairo_close_path(cairo_);
        } else {
            cairo_rectangle(cairo_, x, y, w, t);
        }
        filled(box.fill, box.pattern, box.outline, {box.rect.centre().x + o.x, box.rect.centre().y + o.y});
    }

    void paint_item(const Disc& disc, Point o) {
        cairo_new_path(cairo_);
        cairo_arc(cairo_, (disc.centre.x + o.x) * h_, (disc.centre.y + o.y) * h_, disc.radius * h_, 0,
                  2 * std::numbers::pi);
        cairo_close_path(cairo_);
        filled(disc.fill, disc.pattern, disc.outline, {disc.centre.x + o.x, disc.centre.y + o.y});
    }

    void paint_item(const Polyline& line, Point o) {
        cairo_new_path(cairo_);
        bool first = true;
        for (const Point p : line.points) {
            move_or_line(first, {p.x + o.x, p.y + o.y});
            first = false;
        }
        cairo_set_line_join(cairo_, CAIRO_LINE_JOIN_ROUND);
        stroke(line.stroke);
    }

    void paint_item(const Text& text, Point o) {
        Text placed = text;
        placed.at = {text.at.x + o.x, text.at.y + o.y};
        draw_text(cairo_, placed, h_);
    }

    cairo_t* cairo_;
    double h_;
    double pixel_;
};

}  // namespace

void draw_text(cairo_t* cairo, const Text& text, double height) {
    if (text.text.empty()) return;
    const Saved saved{cairo};
    const core::Owned<cairo_font_options_t, cairo_font_options_destroy> options{font_options()};
    const GObjectOwned<PangoContext> context{pango_cairo_create_context(cairo)};
    pango_cairo_context_set_font_options(context.get(), options.get());
    pango_cairo_context_set_resolution(context.get(), 72);
    pango_context_set_round_glyph_positions(context.get(), FALSE);
    const auto shaped = layout(context.get(), text.text, text.size * height, text.weight);
    PangoRectangle logical;
    pango_layout_get_extents(shaped.get(), nullptr, &logical);
    const double width = static_cast<double>(logical.width) / PANGO_SCALE;
    const double shift = text.align == Align::left ? 0 : text.align == Align::centre ? width / 2 : width;
    const double baseline = static_cast<double>(pango_layout_get_baseline(shaped.get())) / PANGO_SCALE;
    cairo_move_to(cairo, text.at.x * height - shift, text.at.y * height - baseline);
    if (text.halo > 0) {
        double x = 0, y = 0;
        cairo_get_current_point(cairo, &x, &y);
        pango_cairo_layout_path(cairo, shaped.get());
        cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
        cairo_set_line_width(cairo, 2 * text.halo * height);
        set_colour(cairo, text.halo_colour);
        cairo_stroke(cairo);
        cairo_move_to(cairo, x, y);
    }
    set_colour(cairo, text.colour);
    pango_cairo_show_layout(cairo, shaped.get());
}

void draw(cairo_t* cairo, const Scene& scene, double height, double pixel) {
    Painter{cairo, height, pixel}.paint(scene);
}

}  // namespace ocop::render
