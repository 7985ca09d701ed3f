#include "carto/vision.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ocop::carto {

namespace {

using Linear = std::array<double, 3>;  // red, green, blue as light, 0..1

std::uint8_t to_byte(double light) {
    const double v = light <= 0.0031308 ? light * 12.92 : 1.055 * std::pow(light, 1 / 2.4) - 0.055;
    return static_cast<std::uint8_t>(std::lround(std::clamp(v, 0.0, 1.0) * 255));
}

}  // namespace

std::array<std::array<double, 3>, 3> light_matrix(Vision vision) {
    switch (vision) {
        case Vision::protan:
            return {
                {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
        case Vision::deutan:
            return {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
        case Vision::tritan:
            return {
                {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};
        case Vision::grey: {
            constexpr std::array<double, 3> luminance{0.2126, 0.7152, 0.0722};
            return {{luminance, luminance, luminance}};
        }
        case Vision::normal:
            break;
    }
    return {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
}

Colour seen(Colour colour, const Viewing& viewing) {
    const Linear light{light_of(colour.r), light_of(colour.g), light_of(colour.b)};
    const double over = flare(viewing.room);
    const auto rows = light_matrix(viewing.vision);
    std::array<std::uint8_t, 3> out{};
    for (std::size_t i = 0; i < 3; ++i) {
        const double own = rows[i][0] * light[0] + rows[i][1] * light[1] + rows[i][2] * light[2];
        out[i] = to_byte((std::clamp(own, 0.0, 1.0) + over) / (1 + over));
    }
    return {out[0], out[1], out[2], colour.a};
}

}  // namespace ocop::carto
