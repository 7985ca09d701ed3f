#pragma once
// Pango set up the same way for measuring, paper and glyph pictures: Inter, tabular figures, no hinting, 72 dpi.
#include <pango/pangocairo.h>

#include <string_view>

#include "core/owned.h"
#include "scene/scene.h"

namespace ocop::render {

template <class T>
using GObjectOwned = core::Owned<T, g_object_unref>;
using FontDescription = core::Owned<PangoFontDescription, pango_font_description_free>;

FontDescription font(scene::Weight weight, double size_px);
cairo_font_options_t* font_options();
GObjectOwned<PangoContext> measuring_context();
GObjectOwned<PangoLayout> layout(PangoContext* context, std::string_view text, double size_px, scene::Weight weight);

}  // namespace ocop::render
