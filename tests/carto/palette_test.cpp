// The colours of cartography.md §2 under the projector model of §1.
#include "carto/palette.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <span>
#include <vector>

#include "scene/pattern.h"

using namespace ocop;
using carto::Colour;
using carto::contrast;
using scene::rgb;

namespace {

constexpr double rooms[] = {7, 15};
const Colour black = rgb(0x000000), white = rgb(0xFFFFFF);

/// CIE lightness, 0..100.
double lightness(Colour colour) {
    const double y = carto::luminance(colour);
    return y > 216.0 / 24389 ? 116 * std::cbrt(y) - 16 : y * 24389 / 27;
}

template <std::size_t n>
std::vector<Colour> all(const std::array<Colour, n>& colours) {
    return {colours.begin(), colours.end()};
}

std::vector<Colour> every_fill() {
    std::vector<Colour> fills{carto::zero_fill, carto::no_data_fill, carto::no_quota_fill};
    for (const auto& ramp :
         {all(carto::kg_count5), all(carto::kg_count4), all(carto::kg_gap5), all(carto::kg_star5), all(carto::kg_out3)})
        fills.insert(fills.end(), ramp.begin(), ramp.end());
    return fills;
}

}  // namespace

TEST_CASE("black on white has the room's own contrast, and no pair has more (P-2)") {
    for (const double room : {3.0, 7.0, 15.0, 21.0, 50.0, 1000.0}) {
        CHECK(std::abs(contrast(black, white, room) - room) < 1e-9);
        CHECK(contrast(black, white, room) == contrast(white, black, room));
        for (const Colour fill : every_fill()) {
            CHECK(contrast(fill, white, room) <= room);
            CHECK(contrast(fill, fill, room) == 1);
            CHECK(std::max(contrast(fill, black, room), contrast(fill, white, room)) >= std::sqrt(room));  // P-3
        }
    }
    CHECK(contrast(rgb(0x777777), white, 21) == Approx(4.48).margin(0.01));  // as WCAG counts
}

TEST_CASE("the colours are those of the table") {
    CHECK(all(carto::kg_count5) ==
          std::vector{rgb(0xFAF055), rgb(0x95C769), rgb(0x01A47E), rgb(0x256E7E), rgb(0x3B2C94)});
    CHECK(all(carto::kg_count4) == std::vector{rgb(0xEAE040), rgb(0x8AC68B), rgb(0x367D86), rgb(0x4A35A4)});
    CHECK(all(carto::kg_gap5) ==
          std::vector{rgb(0x672901), rgb(0xC17443), rgb(0xFDD28B), rgb(0x97BFFD), rgb(0x316CA3)});
    CHECK(all(carto::kg_star5) ==
          std::vector{rgb(0xF4DAFD), rgb(0xE6A9FC), rgb(0xA97CC4), rgb(0x883AAC), rgb(0x4F076E)});
    CHECK(all(carto::kg_out3) == std::vector{rgb(0xC1FBAB), rgb(0x50A863), rgb(0x105A43)});
    CHECK(carto::zero_fill == white);
    CHECK(carto::ground == rgb(0xD2DADD));
    CHECK(carto::no_data_fill == rgb(0xA9AFB0));
    CHECK(carto::ink == rgb(0x111111));
    CHECK(rgb(0x123456) == Colour{0x12, 0x34, 0x56, 255});
}

TEST_CASE("a photocopy keeps the order: sequential ramps darken by 9 L* and more a step (C-3)") {
    for (const auto& ramp : {all(carto::kg_count5), all(carto::kg_count4), all(carto::kg_star5), all(carto::kg_out3)})
        for (std::size_t i = 1; i < ramp.size(); ++i) CHECK(lightness(ramp[i - 1]) - lightness(ramp[i]) >= 9);
    const auto gap = all(carto::kg_gap5);  // dark at both ends
    for (std::size_t i = 1; i < 3; ++i) CHECK(lightness(gap[i]) - lightness(gap[i - 1]) >= 9);
    CHECK(lightness(gap[3]) - lightness(gap[4]) >= 9);
}

TEST_CASE("one of the hatch's two tones, and letters, stand out on every colour in a bright room (H, T-4)") {
    for (const double room : rooms)
        for (const Colour fill : every_fill()) {
            INFO(room << ":1 on " << int{fill.r} << ' ' << int{fill.g} << ' ' << int{fill.b});
            CHECK(std::max(contrast(scene::hatch_core, fill, room), contrast(scene::hatch_casing, fill, room)) >= 2.5);
            CHECK(contrast(scene::dot_colour, carto::no_data_fill, room) >= 2.5);
            CHECK(contrast(carto::ink_on(fill), fill, room) >= 2.5);
            CHECK(contrast(carto::ink_on(fill), carto::halo_on(fill), room) >=
                  contrast(carto::ink_on(fill), fill, room));
        }
    CHECK(carto::ink_on(white) == carto::ink);
    CHECK(carto::ink_on(carto::kg_count5[4]) == carto::paper);
}

TEST_CASE("hatch leaves the class readable: at most 40 % is covered, 50 % where severe (H-3)") {
    const auto covered = [](const scene::HatchLines& lines) { return (lines.core + 2 * lines.casing) / lines.pitch; };
    CHECK(covered(scene::hatch) <= 0.40);
    CHECK(covered(scene::hatch_severe) <= 0.51);  // 6 of 12 px at 1080 lines
    CHECK(scene::hatch_severe.pitch < scene::hatch.pitch);
}

TEST_CASE("colours mix in whole steps and take an alpha") {
    CHECK(carto::mix(black, white, 0) == black);
    CHECK(carto::mix(black, white, 1) == white);
    CHECK(carto::mix(black, white, 0.5) == rgb(0x808080));
    CHECK(carto::mix(white, black, 0.25) == rgb(0xBFBFBF));
    CHECK(carto::with_alpha(white, 0.85).a == 217);
}
