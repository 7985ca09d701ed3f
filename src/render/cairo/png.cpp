// Pixels as a PNG file, quickly compressed: flat colours need no long search.
#include <png.h>

#include <csetjmp>

#include "core/error.h"
#include "core/whole_file.h"
#include "render/export.h"

namespace ocop::render {

namespace {

/// libpng itself, because Cairo's writer has no choice of speed.
std::string encoded(const Image& image) {
    std::string bytes;
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png != nullptr ? png_create_info_struct(png) : nullptr;
    core::require(info != nullptr, "libpng starts");
    if (setjmp(png_jmpbuf(png)) != 0) {
        png_destroy_write_struct(&png, &info);
        return {};
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
    const auto row = static_cast<std::size_t>(image.width) * 4;
    for (std::size_t y = 0; y < static_cast<std::size_t>(image.height); ++y) png_write_row(png, &image.rgba[y * row]);
    png_write_end(png, nullptr);
    png_destroy_write_struct(&png, &info);
    return bytes;
}

}  // namespace

void write_png(const scene::Scene& scene, int height_px, const std::filesystem::path& path) {
    write_png(draw_image(scene, height_px), path);
}

void write_png(const Image& image, const std::filesystem::path& path) {
    const std::string bytes = encoded(image);
    if (bytes.empty())
        throw core::Error("error.picture_too_large", {std::to_string(image.width), std::to_string(image.height)});
    core::write_whole(path, bytes);
}

}  // namespace ocop::render
