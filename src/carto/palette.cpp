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

double luminance(Colour colour) {
    const auto linear = [](std::uint8_t channel) {
        const double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b);
}

double contrast(Colour a, Colour b, double room) {
    const double flare = 1 / (room - 1), x = luminance(a), y = luminance(b);
    return (std::max(x, y) + flare) / (std::min(x, y) + flare);
}

Colour ink_on(Colour fill) { return contrast(fill, ink, 7) >= contrast(fill, paper, 7) ? ink : paper; }

Colour halo_on(Colour fill) { return ink_on(fill) == ink ? mix(fill, paper, 0.7) : mix(fill, ink, 0.55); }

}  // namespace ocop::carto
