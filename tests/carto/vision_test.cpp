// Cartography.md C-1: neighbours on every ramp are told apart by all four kinds of eyes in all three rooms.
#include "carto/vision.h"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <numbers>
#include <vector>

using namespace ocop;
using carto::Colour;
using carto::Viewing;
using carto::Vision;
using scene::rgb;

namespace {

struct Lab {
    double l, a, b;
};

double light(std::uint8_t value) {
    const double v = value / 255.0;
    return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
}

/// CIE 1976 L*a*b* (D65) of an sRGB colour as it is seen, not rounded to a screen's steps.
Lab lab(Colour c, const Viewing& viewing) {
    const auto rows = carto::light_matrix(viewing.vision);
    const double flare = carto::flare(viewing.room);
    std::array<double, 3> seen{};
    for (std::size_t i = 0; i < 3; ++i) {
        const double own = rows[i][0] * light(c.r) + rows[i][1] * light(c.g) + rows[i][2] * light(c.b);
        seen[i] = (std::clamp(own, 0.0, 1.0) + flare) / (1 + flare);
    }
    const auto [r, g, b] = seen;
    const auto f = [](double t) { return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116; };
    const double x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
    const double y = f(0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
    const double z = f((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

/// CIEDE2000 (CIE 142-2001; Sharma, Wu, Dalal 2005).
double difference(const Lab& p, const Lab& q) {
    constexpr double degree = std::numbers::pi / 180;
    const auto seventh = [](double c) { return std::sqrt(std::pow(c, 7) / (std::pow(c, 7) + std::pow(25.0, 7))); };
    const double chroma = (std::hypot(p.a, p.b) + std::hypot(q.a, q.b)) / 2, g = 0.5 * (1 - seventh(chroma));
    const double a1 = p.a * (1 + g), a2 = q.a * (1 + g);
    const double c1 = std::hypot(a1, p.b), c2 = std::hypot(a2, q.b);
    const auto hue = [&](double a, double b) {
        const double h = a == 0 && b == 0 ? 0 : std::atan2(b, a) / degree;
        return h < 0 ? h + 360 : h;
    };
    const double h1 = hue(a1, p.b), h2 = hue(a2, q.b);
    double turn = h2 - h1;
    if (turn > 180) turn -= 360;
    if (turn < -180) turn += 360;
    if (c1 * c2 == 0) turn = 0;
    const double dl = q.l - p.l, dc = c2 - c1, dh = 2 * std::sqrt(c1 * c2) * std::sin(turn / 2 * degree);
    const double l = (p.l + q.l) / 2, c = (c1 + c2) / 2;
    double h = h1 + h2;
    if (c1 * c2 != 0) h = std::abs(h1 - h2) <= 180 ? h / 2 : h < 360 ? (h + 360) / 2 : (h - 360) / 2;
    const double t = 1 - 0.17 * std::cos((h - 30) * degree) + 0.24 * std::cos(2 * h * degree) +
                     0.32 * std::cos((3 * h + 6) * degree) - 0.20 * std::cos((4 * h - 63) * degree);
    const double sl = 1 + 0.015 * std::pow(l - 50, 2) / std::sqrt(20 + std::pow(l - 50, 2));
    const double sc = 1 + 0.045 * c, sh = 1 + 0.015 * c * t;
    const double rotation = -2 * seventh(c) * std::sin(60 * std::exp(-std::pow((h - 275) / 25, 2)) * degree);
    return std::sqrt(std::pow(dl / sl, 2) + std::pow(dc / sc, 2) + std::pow(dh / sh, 2) +
                     rotation * (dc / sc) * (dh / sh));
}

/// The least difference over four kinds of vision and three rooms.
double worst(Colour a, Colour b) {
    double least = 1e9;
    for (const Vision vision : {Vision::normal, Vision::protan, Vision::deutan, Vision::tritan})
        for (const double room : {0.0, 15.0, 7.0}) {
            const Viewing viewing{vision, room};
            least = std::min(least, difference(lab(a, viewing), lab(b, viewing)));
        }
    return least;
}

template <std::size_t n>
std::vector<Colour> all(const std::array<Colour, n>& colours) {
    return {colours.begin(), colours.end()};
}

}  // namespace

TEST_CASE("the measure of difference gives the published values (Sharma, Wu, Dalal 2005, table 1)") {
    CHECK(difference({50, 2.6772, -79.7751}, {50, 0, -82.7485}) == Approx(2.0425).margin(1e-4));
    CHECK(difference({50, 2.5, 0}, {50, 0, -2.5}) == Approx(4.3065).margin(1e-4));
    CHECK(difference({60.2574, -34.0099, 36.2677}, {60.4626, -34.1751, 39.4387}) == Approx(1.2644).margin(1e-4));
    CHECK(difference({2.0776, 0.0795, -1.1350}, {0.9033, -0.0636, -0.5514}) == Approx(0.9082).margin(1e-4));
}

TEST_CASE("every ramp holds for four kinds of vision in three rooms (C-1)") {
    for (const auto& ramp :
         {all(carto::kg_count5), all(carto::kg_count4), all(carto::kg_gap5), all(carto::kg_star5), all(carto::kg_out3)})
        for (std::size_t i = 0; i < ramp.size(); ++i) {
            INFO("class " << i << " of " << ramp.size());
            for (std::size_t j = 0; j < i; ++j) CHECK(worst(ramp[i], ramp[j]) >= 10);
            CHECK(worst(ramp[i], carto::zero_fill) >= 10);
            CHECK(worst(ramp[i], carto::no_data_fill) >= 8.5);
            CHECK(worst(ramp[i], carto::ground) >= 6);
        }
    CHECK(worst(carto::zero_fill, carto::no_data_fill) >= 6.5);
    CHECK(worst(carto::zero_fill, carto::ground) >= 6.5);
    CHECK(worst(carto::ground, carto::no_data_fill) >= 6.5);
}

TEST_CASE("a traffic light would fail, which is why there is none (C-4)") {
    CHECK(worst(rgb(0xFF0000), rgb(0x00B050)) < 10);
    CHECK(worst(rgb(0xD7191C), rgb(0x1A9641)) < 10);
}

TEST_CASE("what is seen: a bright room lifts black and leaves white, no colour is grey") {
    CHECK(carto::seen(rgb(0xFFFFFF), {Vision::normal, 7}) == rgb(0xFFFFFF));
    const Colour black = carto::seen(rgb(0x000000), {Vision::normal, 7});
    CHECK(black.r == black.g);
    CHECK(carto::luminance(black) == Approx(1.0 / 7).margin(0.003));
    const Colour red = carto::seen(rgb(0xC17443), {Vision::grey, 0});
    CHECK((red.r == red.g && red.g == red.b));
    CHECK(carto::luminance(red) == Approx(carto::luminance(rgb(0xC17443))).margin(0.004));
    CHECK(carto::seen(rgb(0x123456), {}) == rgb(0x123456));
    CHECK(carto::seen({1, 2, 3, 77}, {Vision::deutan, 7}).a == 77);
}
