// ocopmap_alike A.png B.png: whether two pictures are the same, for scripts. Looks at the whole and at each of its
// parts, so that a wrong label does not drown in a large picture. 0: alike; 1: not.
#include "support/alike.h"

#include <cairo/cairo.h>

#include <iostream>
#include <memory>

namespace {
using namespace ocop;

render::Image read(const char* file) {
    const std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> surface{
        cairo_image_surface_create_from_png(file), cairo_surface_destroy};
    render::Image out;
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return out;
    out.width = cairo_image_surface_get_width(surface.get());
    out.height = cairo_image_surface_get_height(surface.get());
    const int stride = cairo_image_surface_get_stride(surface.get());
    const unsigned char* data = cairo_image_surface_get_data(surface.get());
    for (int y = 0; y < out.height; ++y)
        for (int x = 0; x < out.width; ++x) {
            const unsigned char* bgra = data + y * stride + x * 4;
            out.rgba.insert(out.rgba.end(), {bgra[2], bgra[1], bgra[0], 255});
        }
    return out;
}
}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    const render::Image a = read(argv[1]), b = read(argv[2]);
    if (a.width == 0 || a.width != b.width || a.height != b.height) {
        std::cout << "sizes: " << a.width << "x" << a.height << ", " << b.width << "x" << b.height << '\n';
        return 1;
    }
    const double whole = alike::difference(a, b, {0, 0, a.width, a.height});
    constexpr int part = 160;
    constexpr double part_tolerance = 2 * alike::tolerance;  // a part of coast and islets is all edges: 0.23 % measured
    double worst = 0;
    int at_x = 0, at_y = 0;
    for (int y = 0; y < a.height; y += part)
        for (int x = 0; x < a.width; x += part)
            if (const double share = alike::difference(a, b, {x, y, x + part, y + part}); share > worst)
                worst = share, at_x = x, at_y = y;
    std::cout << "differ: " << whole << ", worst part " << worst << " at " << at_x << "," << at_y << '\n';
    return whole <= alike::tolerance && worst <= part_tolerance ? 0 : 1;
}
