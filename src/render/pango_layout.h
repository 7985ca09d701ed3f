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

/// All texts are laid out at this size and scaled: nothing is hinted, and finding the fonts of a size takes long.
inline constexpr double reference_px = 64;

FontDescription font(scene::Weight weight, double size_px);
cairo_font_options_t* font_options();
GObjectOwned<PangoContext> measuring_context();
GObjectOwned<PangoLayout> layout(PangoContext* context, std::string_view text, scene::Weight weight);

}  // namespace ocop::render
