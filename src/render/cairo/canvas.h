#pragma once
// Cairo in H: every length is scaled here, so that line widths and patterns are, too.
#include <cairo/cairo.h>

#include <algorithm>

#include "core/owned.h"
#include "scene/scene.h"

namespace ocop::render {

using Surface = core::Owned<cairo_surface_t, cairo_surface_destroy>;
using Context = core::Owned<cairo_t, cairo_destroy>;

/// cairo_save and cairo_restore as a scope.
class Saved {
public:
    explicit Saved(cairo_t* cairo) : cairo_{cairo} { cairo_save(cairo); }
    ~Saved() { cairo_restore(cairo_); }
    Saved(const Saved&) = delete;
    Saved& operator=(const Saved&) = delete;

private:
    cairo_t* cairo_;
};

struct Canvas {
    cairo_t* cairo;
    double height;  // user units in one H
    double pixel;   // the thinnest line, in user units

    void set_colour(scene::Colour colour) const {
        cairo_set_source_rgba(cairo, colour.r / 255.0, colour.g / 255.0, colour.b / 255.0, colour.a / 255.0);
    }
    void move_to(core::Point p) const { cairo_move_to(cairo, p.x * height, p.y * height); }
    void line_to(core::Point p) const { cairo_line_to(cairo, p.x * height, p.y * height); }
    void rectangle(const scene::Rect& rect) const {
        cairo_rectangle(cairo, rect.x * height, rect.y * height, rect.width * height, rect.height * height);
    }
    void circle(core::Point centre, double radius) const;

    /// Paints the pattern over what is clipped; `anchor` (H) fixes its phase.
    void pattern(scene::Pattern kind, core::Point anchor) const;
    /// Strokes the path and drops it: the casing first, then the core.
    void stroke(const scene::Stroke& style) const;

private:
    void hatch_lines(scene::Pattern kind, core::Point anchor, const scene::Rect& over) const;
    void dot_grid(scene::Pattern kind, core::Point anchor, const scene::Rect& over) const;
};

}  // namespace ocop::render
