#pragma once
// Every colour of the map part (cartography.md §2), tested against a washed-out projector and colour blindness.
#include <array>

#include "scene/scene.h"

namespace ocop::carto {

using scene::Colour;
using scene::rgb;

inline constexpr std::array kg_count5{rgb(0xFAF055), rgb(0x95C769), rgb(0x01A47E), rgb(0x256E7E), rgb(0x3B2C94)};
inline constexpr std::array kg_count4{rgb(0xEAE040), rgb(0x8AC68B), rgb(0x367D86), rgb(0x4A35A4)};
/// Share of the quota: < 50, 50-79, 80-99 | 100-119, >= 120 %.
inline constexpr std::array kg_gap5{rgb(0x672901), rgb(0xC17443), rgb(0xFDD28B), rgb(0x97BFFD), rgb(0x316CA3)};
inline constexpr std::array kg_star5{rgb(0xF4DAFD), rgb(0xE6A9FC), rgb(0xA97CC4), rgb(0x883AAC), rgb(0x4F076E)};
/// Outreach: planned, under way, done ("none" is zero).
inline constexpr std::array kg_out3{rgb(0xC1FBAB), rgb(0x50A863), rgb(0x105A43)};
inline constexpr Colour zero_fill = rgb(0xFFFFFF);
inline constexpr Colour no_data_fill = rgb(0xA9AFB0);
inline constexpr Colour no_quota_fill = rgb(0xD8D2C4);
inline constexpr Colour ground = rgb(0xD2DADD);  // sea and neighbours alike: there is no official border layer
inline constexpr Colour ink = rgb(0x111111);
inline constexpr Colour soft_ink = rgb(0x3C464B);  // subtitles, footers: 9:1 on white
inline constexpr Colour rule = rgb(0x9AA4A8);      // thin rules between rows
inline constexpr Colour paper = rgb(0xFFFFFF);

constexpr Colour with_alpha(Colour colour, double alpha) {
    colour.a = static_cast<std::uint8_t>(alpha * 255 + 0.5);
    return colour;
}
/// t of b in a.
Colour mix(Colour a, Colour b, double t);
/// sRGB: the light of one channel, 0..1.
double light_of(std::uint8_t channel);
/// The room's own light as a share of the screen's white, of a room whose white is `room` times its black (P-2); 0: a
/// perfect screen.
double flare(double room);
/// Relative luminance of WCAG.
double luminance(Colour colour);
/// Contrast of two colours on a screen whose white is `room` times its black (cartography.md P-2).
double contrast(Colour a, Colour b, double room);
/// Dark or white letters, whichever stand out more on this fill in a bright room (T-4).
Colour ink_on(Colour fill);
/// The casing of such letters: the fill, moved away from the letters' own tone.
Colour halo_on(Colour fill);

}  // namespace ocop::carto
