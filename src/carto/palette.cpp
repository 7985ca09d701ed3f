#include "carto/palette.h"

#include <algorithm>
#include <cmath>

namespace ocop::carto {

Colour mix(Colour a, Colour b, double t) {
    const auto part = [t](std::uint8_t from, std::uint8_t to) {
        return static_cast<std::uint8_t>(std::lround(from + (to - from) * t));
    };
    return {part(a.r, b.r), part(a.g, b.g), part(a.b, b.b), part(a.a, b.a)};
}

double light_of(std::uint8_t channel) {
    const double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double flare(double room) { return room > 1 ? 1 / (room - 1) : 0; }

double luminance(Colour colour) {
    return 0.2126 * light_of(colour.r) + 0.7152 * light_of(colour.g) + 0.0722 * light_of(colour.b);
}

double contrast(Colour a, Colour b, double room) {
    const double over = flare(room), x = luminance(a), y = luminance(b);
    return (std::max(x, y) + over) / (std::min(x, y) + over);
}

Colour ink_on(Colour fill) { return contrast(fill, ink, 7) >= contrast(fill, paper, 7) ? ink : paper; }

Colour halo_on(Colour fill) { return ink_on(fill) == ink ? mix(fill, paper, 0.7) : mix(fill, ink, 0.55); }

}  // namespace ocop::carto
