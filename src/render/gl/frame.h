#pragma once
// What every part of a drawing shares: the size, what may be drawn to, and how colours go over each other.
#include <vector>

#include "render/gl/names.h"
#include "render/gl/renderer.h"

namespace ocop::render {

/// Whole pixels from the picture's left top.
struct PixelRect {
    int left = 0, top = 0, right = 0, bottom = 0;
    bool empty() const { return right <= left || bottom <= top; }
    bool operator==(const PixelRect&) const = default;
};
PixelRect common(const PixelRect& a, const PixelRect& b);
/// What of a rectangle lies outside another: at most four rectangles.
std::vector<PixelRect> outside(const PixelRect& of, const PixelRect& hole);

/// Coordinates of a mesh -> pixels of the picture.
struct PixelPlace {
    double scale_x = 1, scale_y = 1, shift_x = 0, shift_y = 0;
    void set(GLint uniform) const {
        glUniform4f(uniform, static_cast<float>(scale_x), static_cast<float>(scale_y), static_cast<float>(shift_x),
                    static_cast<float>(shift_y));
    }
};

/// One drawing into the bound framebuffer, whose alpha stays 1 (see StrokePen).
struct Frame {
    int width = 0, height = 0;
    GlRenderer::Counters* counters = nullptr;

    void set_size(GLint uniform) const { glUniform2f(uniform, static_cast<float>(width), static_cast<float>(height)); }
    PixelRect whole() const { return {0, 0, width, height}; }
    void clip(const PixelRect& to) const;
    /// Fills a part with an opaque colour: far quicker than triangles on software GL. Leaves the clip at `part`.
    void clear(const PixelRect& part, scene::Colour colour) const;
    void count(std::size_t triangles) const {
        ++counters->draw_calls;
        counters->triangles += static_cast<int>(triangles);
    }
};

/// Premultiplied colour over what is there; alpha is not touched.
void blend_over();

}  // namespace ocop::render
