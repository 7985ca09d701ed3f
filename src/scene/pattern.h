#pragma once
// The patterns, once for every output (cartography.md §3 Z-2, §4 H-1). Lengths in H.
#include "scene/scene.h"

namespace ocop::scene {

/// 45° lines rising to the right: dark core with a light casing on each side.
struct HatchLines {
    double pitch;   // between line centres, measured across the lines
    double core;    // width of the dark line
    double casing;  // on each side
};
inline constexpr HatchLines hatch{0.015, 0.0028, 0.0014};
inline constexpr HatchLines hatch_severe{0.011, 0.0028, 0.0014};
inline constexpr Colour hatch_core = rgb(0x111111);
inline constexpr Colour hatch_casing = rgb(0xFFFFFF);

/// A square grid of round dots.
struct DotGrid {
    double pitch;
    double diameter;
};
inline constexpr DotGrid dots{0.015, 0.0035};  // no data, dark dots on its grey
inline constexpr DotGrid stipple{0.011, 0.0026};  // undetermined ("chưa đủ dữ liệu"), on the class colour, white-cased
inline constexpr double stipple_ring = 0.0008;  // white, around each stipple dot
inline constexpr Colour dot_colour = rgb(0x111111);

}  // namespace ocop::scene
