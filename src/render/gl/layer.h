#pragma once
// A picture kept on the GPU.
#include "render/gl/frame.h"

namespace ocop::render {

struct Layer {
    GlTexture colour;
    GlFramebuffer framebuffer;
    int width = 0, height = 0;

    /// True when the layer is a new, empty one. Leaves its framebuffer bound then.
    bool resize(int new_width, int new_height);
    /// Copies `part` of another layer to where it lies when moved by x, y pixels. Leaves this framebuffer bound.
    void copy(const Layer& from, const PixelRect& part, int x = 0, int y = 0) const;
};

}  // namespace ocop::render
