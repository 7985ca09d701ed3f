#include <cairo/cairo-pdf.h>
#include <cairo/cairo.h>
#include <png.h>

#include <cmath>
#include <csetjmp>
#include <cstring>

#include "core/error.h"
#include "core/owned.h"
#include "render/cairo/draw.h"
#include "render/export.h"
#include "render/part_file.h"

namespace ocop::render {

namespace {

using Surface = core::Owned<cairo_surface_t, cairo_surface_destroy>;
using Context = core::Owned<cairo_t, cairo_destroy>;

cairo_status_t append(void* to, const unsigned char* data, unsigned length) {
    static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

}  // namespace

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
    image.rgba.resize(static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height) * 4);
    for (std::size_t y = 0; y < static_cast<std::size_t>(image.height); ++y)
        for (std::size_t x = 0; x < static_cast<std::size_t>(image.width); ++x) {
            std::uint32_t pixel = 0;
            std::memcpy(&pixel, data + y * stride + x * 4, 4);
            std::uint8_t* out = &image.rgba[(y * static_cast<std::size_t>(image.width) + x) * 4];
            out[0] = static_cast<std::uint8_t>(pixel >> 16);
            out[1] = static_cast<std::uint8_t>(pixel >> 8);
            out[2] = static_cast<std::uint8_t>(pixel);
            out[3] = 255;
        }
    return image;
}

void write_png(const scene::Scene& scene, int height_px, const std::filesystem::path& path) {
    write_png(draw_image(scene, height_px), path);
}

void write_png(const Image& image, const std::filesystem::path& path) {
    // libpng's own simplified writer has no choice of speed; level 3 without filters is four times as fast as Cairo's.
    std::string bytes;
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png != nullptr ? png_create_info_struct(png) : nullptr;
    core::require(info != nullptr, "libpng starts");
    if (setjmp(png_jmpbuf(png)) != 0) {
        png_destroy_write_struct(&png, &info);
        throw core::Error("error.cannot_write", {path.string(), "libpng"});
    }
    png_set_write_fn(
        png, &bytes,
        [](png_structp self, png_bytep data, png_size_t length) {
            static_cast<std::string*>(png_get_io_ptr(self))->append(reinterpret_cast<const char*>(data), length);
        },
        nullptr);
    png_set_compression_level(png, 3);
    png_set_filter(png, 0, PNG_FILTER_NONE);
    png_set_IHDR(png, info, static_cast<png_uint_32>(image.width), static_cast<png_uint_32>(image.height), 8,
                 PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_write_info(png, info);
    png_set_filler(png, 0, PNG_FILLER_AFTER);
    for (int y = 0; y < image.height; ++y)
        png_write_row(png, &image.rgba[static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) * 4]);
    png_write_end(png, nullptr);
    png_destroy_write_struct(&png, &info);
    write_whole(path, bytes);
}

void write_pdf(const std::vector<scene::Scene>& pages, double height_mm, const std::filesystem::path& path) {
    const double points = height_mm / 25.4 * 72;
    std::string bytes;
    {
        const Surface surface{cairo_pdf_surface_create_for_stream(
            append, &bytes, points * (pages.empty() ? 1 : pages.front().aspect), points)};
        for (const scene::Scene& page : pages) {
            cairo_pdf_surface_set_size(surface.get(), points * page.aspect, points);
            cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, page.title.c_str());
            const Context cairo{cairo_create(surface.get())};
            draw(cairo.get(), page, points, 0.35);
            cairo_show_page(cairo.get());
        }
        cairo_surface_finish(surface.get());
        if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS)
            throw core::Error("error.cannot_write",
                              {path.string(), cairo_status_to_string(cairo_surface_status(surface.get()))});
    }
    write_whole(path, bytes);
}

std::vector<std::string> versions() { return {std::string{"Cairo "} + cairo_version_string()}; }

}  // namespace ocop::render
