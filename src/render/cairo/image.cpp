// A scene as pixels: what PNG files and the comparison with the screen are made of.
#include <cmath>
#include <cstring>

#include "core/error.h"
#include "render/cairo/canvas.h"
#include "render/cairo/draw.h"
#include "render/export.h"

namespace ocop::render {

Image draw_image(const scene::Scene& scene, int height_px) {
    Image image;
    image.height = height_px;
    image.width = std::max(1, static_cast<int>(std::lround(height_px * scene.aspect)));
    const Surface surface{cairo_image_surface_create(CAIRO_FORMAT_RGB24, image.width, image.height)};
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS)
        throw core::Error("error.picture_too_large", {std::to_string(image.width), std::to_string(image.height)});
    {
        const Context cairo{cairo_create(surface.get())};
        draw(cairo.get(), scene, height_px, 1);
    }
    cairo_surface_flush(surface.get());
    const unsigned char* data = cairo_image_surface_get_data(surface.get());
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get()));
    const auto width = static_cast<std::size_t>(image.width), height = static_cast<std::size_t>(image.height);
    image.rgba.resize(width * height * 4);
    for (std::size_t y = 0; y < height; ++y) {
        std::uint8_t* out = &image.rgba[y * width * 4];
        for (std::size_t x = 0; x < width; ++x, out += 4) {
            std::uint32_t pixel = 0;
            std::memcpy(&pixel, data + y * stride + x * 4, 4);
            out[0] = static_cast<std::uint8_t>(pixel >> 16);
            out[1] = static_cast<std::uint8_t>(pixel >> 8);
            out[2] = static_cast<std::uint8_t>(pixel);
            out[3] = 255;
        }
    }
    return image;
}

}  // namespace ocop::render
