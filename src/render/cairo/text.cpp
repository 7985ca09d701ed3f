// Text in Cairo by the layouts that were measured, so that print breaks lines as the screen does.
#include <pango/pangocairo.h>

#include "render/cairo/canvas.h"
#include "render/cairo/draw.h"
#include "render/pango_layout.h"

namespace ocop::render {

using scene::Align;

void draw_text(cairo_t* cairo, const scene::Text& text, double height) {
    if (text.text.empty()) return;
    const Saved saved{cairo};
    const Canvas canvas{cairo, height, 0};
    const auto context = measuring_context();
    const auto shaped = layout(context.get(), text.text, text.weight);
    const double scale = text.size * height / reference_px;
    PangoRectangle logical;
    pango_layout_get_extents(shaped.get(), nullptr, &logical);
    const double width = static_cast<double>(logical.width) / PANGO_SCALE * scale;
    const double shift = text.align == Align::left ? 0 : text.align == Align::centre ? width / 2 : width;
    const double baseline = static_cast<double>(pango_layout_get_baseline(shaped.get())) / PANGO_SCALE * scale;
    const double x = text.at.x * height - shift, y = text.at.y * height - baseline;
    const bool outlines = cairo_surface_get_type(cairo_get_target(cairo)) == CAIRO_SURFACE_TYPE_IMAGE;

    const auto at_its_size = [&](const auto& draw) {
        const Saved unscaled{cairo};
        cairo_translate(cairo, x, y);
        cairo_scale(cairo, scale, scale);
        cairo_move_to(cairo, 0, 0);
        draw(cairo, shaped.get());
    };
    if (text.halo > 0 || outlines) at_its_size(pango_cairo_layout_path);
    if (text.halo > 0) {
        cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
        cairo_set_dash(cairo, nullptr, 0, 0);
        cairo_set_line_width(cairo, 2 * text.halo * height);
        canvas.set_colour(text.halo_colour);
        cairo_stroke_preserve(cairo);
    }
    canvas.set_colour(text.colour);
    if (outlines) {
        cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_WINDING);
        cairo_fill(cairo);
    } else {
        cairo_new_path(cairo);
        at_its_size(pango_cairo_show_layout);
    }
    cairo_new_path(cairo);
}

}  // namespace ocop::render
