#include "render/gl/frame.h"

#include <algorithm>

namespace ocop::render {

PixelRect common(const PixelRect& a, const PixelRect& b) {
    return {std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right), std::min(a.bottom, b.bottom)};
}

std::vector<PixelRect> outside(const PixelRect& of, const PixelRect& hole) {
    const PixelRect inner = common(of, hole);
    if (inner.empty()) return {of};
    std::vector<PixelRect> out;
    for (const PixelRect& part :
         {PixelRect{of.left, of.top, of.right, inner.top}, PixelRect{of.left, inner.top, inner.left, inner.bottom},
          PixelRect{inner.right, inner.top, of.right, inner.bottom},
          PixelRect{of.left, inner.bottom, of.right, of.bottom}})
        if (!part.empty()) out.push_back(part);
    return out;
}

void Frame::clip(const PixelRect& to) const {
    const PixelRect part = common(to, whole());
    glScissor(part.left, height - part.bottom, std::max(0, part.right - part.left),
              std::max(0, part.bottom - part.top));
}

void Frame::clear(const PixelRect& part, scene::Colour colour) const {
    clip(part);
    glClearColor(static_cast<float>(colour.r) / 255, static_cast<float>(colour.g) / 255,
                 static_cast<float>(colour.b) / 255, 1);
    glClear(GL_COLOR_BUFFER_BIT);
}

void blend_over() {
    glBlendEquation(GL_FUNC_ADD);
    glBlendFuncSeparate(GL_ONE, GL_ONE_MINUS_SRC_ALPHA, GL_ZERO, GL_ONE);
}

}  // namespace ocop::render
