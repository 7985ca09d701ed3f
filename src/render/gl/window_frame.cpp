#include "render/gl/window_frame.h"

#define GL_GLEXT_PROTOTYPES
#include <GL/glcorearb.h>

#include <algorithm>

namespace ocop::render {

void begin_frame(int width, int height, scene::Colour colour) {
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    glViewport(0, 0, width, height);
    glDisable(GL_SCISSOR_TEST);
    glClearColor(static_cast<float>(colour.r) / 255.0f, static_cast<float>(colour.g) / 255.0f,
                 static_cast<float>(colour.b) / 255.0f, 1.0f);
    glClear(GL_COLOR_BUFFER_BIT);
}

void replace_pixels(bool replace) {
    if (replace)
        glDisable(GL_BLEND);
    else
        glEnable(GL_BLEND);
}

Image read_frame(int width, int height) {
    Image image{width, height, {}};
    const std::size_t row = static_cast<std::size_t>(width) * 4;
    image.rgba.resize(row * static_cast<std::size_t>(height));
    glPixelStorei(GL_PACK_ALIGNMENT, 4);
    glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, image.rgba.data());
    const auto begin = image.rgba.begin();
    for (int top = 0, bottom = height - 1; top < bottom; ++top, --bottom)
        std::swap_ranges(begin + static_cast<std::ptrdiff_t>(row) * top,
                         begin + static_cast<std::ptrdiff_t>(row) * (top + 1),
                         begin + static_cast<std::ptrdiff_t>(row) * bottom);
    for (std::size_t i = 3; i < image.rgba.size(); i += 4) image.rgba[i] = 255;
    return image;
}

}  // namespace ocop::render
