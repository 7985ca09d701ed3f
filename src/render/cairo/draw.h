#pragma once
// A scene on a Cairo context: the one drawing that PNG and PDF share.
#include <cairo/cairo.h>

#include "scene/scene.h"

namespace ocop::render {

/// Draws the scene with its top left corner at the origin; one H is `height` user units. `pixel`: the thinnest line.
void draw(cairo_t* cairo, const scene::Scene& scene, double height, double pixel);

/// One text at its place; lengths in H. Outlines on images, where Cairo would round glyphs to whole pixels; glyphs
/// (text that can be selected) everywhere else.
void draw_text(cairo_t* cairo, const scene::Text& text, double height);

}  // namespace ocop::render
