#include "render/gl/text_picture.h"

#include <pango/pangocairo.h>

#include <cmath>

#include "render/cairo/draw.h"
#include "render/pango_layout.h"

namespace ocop::render {

namespace {
/// The ink of a text around its anchor, in whole pixels.
PangoRectangle ink_of(const scene::Text& text, double height) {
    const auto context = measuring_context();
    const auto shaped = layout(context.get(), text.text, text.weight);
    PangoRectangle ink, logical;
    pango_layout_get_extents(shaped.get(), &ink, &logical);
    const double scale = text.size * height / reference_px / PANGO_SCALE;
    const double shift = text.align == scene::Align::left     ? 0
                         : text.align == scene::Align::centre ? logical.width / 2.0
                                                              : logical.width;
    const double margin = text.halo * height + 2;
    const double x = (ink.x - shift) * scale, y = (ink.y - pango_layout_get_baseline(shaped.get())) * scale;
    const int left = static_cast<int>(std::floor(x - margin)), top = static_cast<int>(std::floor(y - margin));
    return {left, top, static_cast<int>(std::ceil(x + ink.width * scale + margin)) - left,
            static_cast<int>(std::ceil(y + ink.height * scale + margin)) - top};
}
}  // namespace

TextPlace place_of(const scene::Text& text, core::Point o, core::Point settled, double height) {
    TextPlace out;
    const auto quarters = [&](double at, double& whole, int& phase) {
        const double rounded = std::round(at * height * 4);
        whole = std::floor(rounded / 4);
        phase = static_cast<int>(rounded - 4 * whole);
    };
    quarters(text.at.x + settled.x, out.x, out.phase.x);
    quarters(text.at.y + settled.y, out.y, out.phase.y);
    if (!(o == settled)) {
        out.x = std::round((text.at.x + o.x) * height - out.phase.x / 4.0);
        out.y = std::round((text.at.y + o.y) * height - out.phase.y / 4.0);
    }
    return out;
}

std::string key_of(const scene::Text& text, double height, TextPlace::Phase phase) {
    std::string key = text.text;
    const auto add = [&](const auto& value) {
        key.push_back('\0');
        key.append(reinterpret_cast<const char*>(&value), sizeof value);
    };
    add(text.size * height);
    add(text.halo * height);
    add(text.colour);
    add(text.halo_colour);
    add(text.weight);
    add(text.align);
    add(phase.x + 4 * phase.y);
    return key;
}

TextPicture draw_picture(const scene::Text& text, double height, TextPlace::Phase phase) {
    const PangoRectangle ink = ink_of(text, height);
    TextPicture out{ink.x, ink.y, ink.width, ink.height,
                    Surface{cairo_image_surface_create(CAIRO_FORMAT_ARGB32, ink.width, ink.height)}};
    const Context cairo{cairo_create(out.surface.get())};
    scene::Text placed = text;
    placed.at = {(-ink.x + phase.x / 4.0) / height, (-ink.y + phase.y / 4.0) / height};
    draw_text(cairo.get(), placed, height);
    cairo_surface_flush(out.surface.get());
    return out;
}

}  // namespace ocop::render
