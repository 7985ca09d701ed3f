#include "render/gl/layer.h"

namespace ocop::render {

bool Layer::resize(int new_width, int new_height) {
    if (framebuffer && width == new_width && height == new_height) return false;
    width = new_width;
    height = new_height;
    colour = GlTexture::make();
    framebuffer = GlFramebuffer::make();
    glBindTexture(GL_TEXTURE_2D, colour.get());
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL, 0);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer.get());
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, colour.get(), 0);
    return true;
}

void Layer::copy(const Layer& from, const PixelRect& part, int x, int y) const {
    glDisable(GL_SCISSOR_TEST);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, from.framebuffer.get());
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, framebuffer.get());
    const int low = from.height - part.bottom, high = from.height - part.top;  // OpenGL counts from below
    glBlitFramebuffer(part.left, low, part.right, high, part.left + x, low - y, part.right + x, high - y,
                      GL_COLOR_BUFFER_BIT, GL_NEAREST);
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer.get());
    glEnable(GL_SCISSOR_TEST);
}

}  // namespace ocop::render
