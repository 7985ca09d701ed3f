#pragma once
// Lines as triangles whose width is chosen when they are drawn: mitred strips, with a disc at each sharp turn.
#include <cstdint>
#include <vector>

#include "core/geometry.h"
#include "render/gl/names.h"

namespace ocop::render {

struct StrokeVertex {
    float x = 0, y = 0;
    float out_x = 0, out_y = 0;  // where half a width goes
    float off_x = 0, off_y = 0;  // how far off the middle that is, in half widths
};

struct StrokeMesh {
    std::vector<StrokeVertex> vertices;
    std::vector<std::uint32_t> indices;

    /// A closed line repeats its first point at the end. `origin` is taken off before rounding to float.
    void add_line(const core::Line& line, core::Point origin = {});
    void add_disc(core::Point centre, core::Point origin = {});
};

/// Middles of the round dots of a dotted line, `step` apart, the first at its beginning.
std::vector<core::Point> dots_along(const core::Line& line, double step);

/// Tells the bound vertex array how a StrokeVertex is laid out in the bound buffer.
void set_stroke_layout();

}  // namespace ocop::render
