// What `ocopmap info` says of the libraries that draw.
#include <cairo/cairo.h>
#include <fontconfig/fontconfig.h>
#include <ft2build.h>
#include <pango/pangocairo.h>
#include <png.h>
#include FT_FREETYPE_H

#include "render/export.h"

namespace ocop::render {

namespace {

std::string freetype_version() {
    FT_Library library = nullptr;
    if (FT_Init_FreeType(&library) != 0) return "?";
    FT_Int major = 0, minor = 0, patch = 0;
    FT_Library_Version(library, &major, &minor, &patch);
    FT_Done_FreeType(library);
    return std::to_string(major) + "." + std::to_string(minor) + "." + std::to_string(patch);
}

std::string fontconfig_version() {
    const int number = FcGetVersion();
    return std::to_string(number / 10000) + "." + std::to_string(number / 100 % 100) + "." +
           std::to_string(number % 100);
}

}  // namespace

std::vector<std::string> versions() {
    return {std::string{"Cairo "} + cairo_version_string(), std::string{"Pango "} + pango_version_string(),
            "FreeType " + freetype_version(), "Fontconfig " + fontconfig_version(),
            std::string{"libpng "} + png_get_libpng_ver(nullptr)};
}

}  // namespace ocop::render
