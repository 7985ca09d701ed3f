#include "render/cairo/draw.h"

#include <numbers>

#include "render/cairo/canvas.h"
#include "render/shown.h"

namespace ocop::render {

namespace {

using core::Point;
using namespace scene;

class Painter {
public:
    explicit Painter(const Canvas& canvas) : canvas_{canvas}, cairo_{canvas.cairo} {}

    void paint(const Scene& scene) {
        cairo_set_fill_rule(cairo_, CAIRO_FILL_RULE_EVEN_ODD);
        canvas_.rectangle({0, 0, scene.aspect, 1});
        fill(scene.background);
        for (const Map& map : scene.maps) paint(map);
        for (const Item& item : scene.furniture) paint(item, {0, 0});
    }

private:
    void paint(const Map& map) {
        const Saved saved{cairo_};
        canvas_.rectangle(map.frame);
        cairo_clip_preserve(cairo_);
        fill(map.ground);
        paint_areas(map);
        for (const LineGroup& group : map.lines) paint_lines(map, group);
        for (const MapItem& item : map.items) paint(item.item, to_picture(map, map.camera, item.anchor));
    }

    void paint_areas(const Map& map) {
        const core::Box seen = shown(map);
        for (std::size_t i = 0; i < map.areas.size(); ++i) {
            if (map.areas[i].fill.a == 0 || !area_path(map, map.geometry->areas[i], seen)) continue;
            canvas_.set_colour(map.areas[i].fill);
            cairo_fill_preserve(cairo_);
            // A little of its own colour around it, so that no light seam shows between neighbours.
            cairo_set_line_join(cairo_, CAIRO_LINE_JOIN_ROUND);
            cairo_set_line_width(cairo_, 0.6 * canvas_.pixel);
            if (map.areas[i].fill.a == 255) cairo_stroke(cairo_);
            cairo_new_path(cairo_);
        }
        for (std::size_t i = 0; i < map.areas.size(); ++i) {  // over all fills, so that no neighbour's edge cuts them
            const AreaStyle& style = map.areas[i];
            if (style.fill.a == 0 || style.pattern == Pattern::none || !area_path(map, map.geometry->areas[i], seen))
                continue;
            const Saved saved{cairo_};
            cairo_clip(cairo_);
            canvas_.pattern(style.pattern, to_picture(map, map.camera, style.anchor));
        }
    }

    /// False when nothing of it can be seen.
    bool area_path(const Map& map, const core::Shape& shape, const core::Box& seen) {
        bool any = false;
        for (const core::Polygon& polygon : shape.polygons) {
            if (!seen.overlaps(core::bounds(polygon.outer))) continue;
            any = true;
            ring(map, polygon.outer);
            for (const core::Ring& hole : polygon.holes) ring(map, hole);
        }
        return any;
    }

    void ring(const Map& map, const core::Ring& points) {
        cairo_new_sub_path(cairo_);
        for (const Point p : points) canvas_.line_to(to_picture(map, map.camera, p));
        cairo_close_path(cairo_);
    }

    void paint_lines(const Map& map, const LineGroup& group) {
        const core::Box seen = shown(map);
        for (const int index : group.lines) {
            const core::Line& line = map.geometry->lines[static_cast<std::size_t>(index)];
            if (!seen.overlaps(core::bounds(line))) continue;
            cairo_new_sub_path(cairo_);
            for (const Point p : line) canvas_.line_to(to_picture(map, map.camera, p));
            if (line.size() > 2 && line.front() == line.back()) cairo_close_path(cairo_);
        }
        canvas_.stroke(group.stroke);
    }

    void paint(const Item& item, Point origin) {
        std::visit([&](const auto& which) { paint_item(which, origin); }, item);
    }

    void paint_item(const BoxItem& box, Point o) {
        const Rect rect{box.rect.x + o.x, box.rect.y + o.y, box.rect.width, box.rect.height};
        const double radius = std::min({box.radius, rect.width / 2, rect.height / 2});
        const auto outline = [&] { radius > 0 ? rounded(rect, radius) : canvas_.rectangle(rect); };
        paint_filled(outline, box.fill, box.pattern, box.outline, rect.centre());
    }

    void paint_item(const Disc& disc, Point o) {
        const Point centre{disc.centre.x + o.x, disc.centre.y + o.y};
        paint_filled([&] { canvas_.circle(centre, disc.radius); }, disc.fill, disc.pattern, disc.outline, centre);
    }

    void paint_item(const Polyline& line, Point o) {
        for (const Point p : line.points) canvas_.line_to({p.x + o.x, p.y + o.y});
        if (line.points.size() > 2 && line.points.front() == line.points.back()) cairo_close_path(cairo_);
        canvas_.stroke(line.stroke);
    }

    void paint_item(const Text& text, Point o) {
        Text placed = text;
        placed.at = {text.at.x + o.x, text.at.y + o.y};
        draw_text(cairo_, placed, canvas_.height);
    }

    template <class Path>
    void paint_filled(const Path& path, Colour colour, Pattern pattern, const Stroke& outline, Point centre) {
        path();
        fill(colour);
        if (pattern != Pattern::none) {
            const Saved saved{cairo_};
            path();
            cairo_clip(cairo_);
            canvas_.pattern(pattern, centre);
        }
        path();
        canvas_.stroke(outline);
    }

    void rounded(const Rect& rect, double radius) {
        constexpr double quarter = std::numbers::pi / 2;
        const double h = canvas_.height, r = radius * h;
        const double left = rect.x * h + r, right = rect.right() * h - r, top = rect.y * h + r,
                     bottom = rect.bottom() * h - r;
        cairo_new_sub_path(cairo_);
        cairo_arc(cairo_, right, top, r, -quarter, 0);
        cairo_arc(cairo_, right, bottom, r, 0, quarter);
        cairo_arc(cairo_, left, bottom, r, quarter, 2 * quarter);
        cairo_arc(cairo_, left, top, r, 2 * quarter, 3 * quarter);
        cairo_close_path(cairo_);
    }

    void fill(Colour colour) {
        canvas_.set_colour(colour);
        if (colour.a > 0) cairo_fill(cairo_);
        cairo_new_path(cairo_);
    }

    Canvas canvas_;
    cairo_t* cairo_;
};

}  // namespace

void draw(cairo_t* cairo, const Scene& scene, double height, double pixel) {
    Painter{{cairo, height, pixel}}.paint(scene);
}

}  // namespace ocop::render
