#pragma once
// When two drawings of one scene are the same picture although two programs drew them: no pixel is without its like
// close by in the other picture, but for a few.
#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "render/export.h"

namespace ocop::alike {

/// How much of a unit's pixels may differ beyond a pixel's shift: 0.2 %, and 10 pixels of corners in the smallest.
/// A wrong digit changes 30 and more.
inline constexpr double tolerance = 0.002, corners_px = 10;

struct Pixels {
    int left, top, right, bottom;
};

inline bool near(const render::Image& image, int x, int y, const std::uint8_t* wanted) {
    for (int dy = -1; dy <= 1; ++dy)
        for (int dx = -1; dx <= 1; ++dx) {
            const std::uint8_t* p =
                &image.rgba[(static_cast<std::size_t>(y + dy) * static_cast<std::size_t>(image.width) +
                             static_cast<std::size_t>(x + dx)) *
                            4];
            int worst = 0;
            for (int c = 0; c < 3; ++c) worst = std::max(worst, std::abs(p[c] - wanted[c]));
            if (worst <= 48) return true;
        }
    return false;
}

/// Share of the pixels of a box whose like is not within a pixel in the other picture, either way, corners apart.
inline double difference(const render::Image& a, const render::Image& b, const Pixels& box) {
    int bad = 0;
    for (int y = std::max(1, box.top); y < std::min(a.height - 1, box.bottom); ++y)
        for (int x = std::max(1, box.left); x < std::min(a.width - 1, box.right); ++x) {
            const auto at =
                (static_cast<std::size_t>(y) * static_cast<std::size_t>(a.width) + static_cast<std::size_t>(x)) * 4;
            if (!near(b, x, y, &a.rgba[at]) || !near(a, x, y, &b.rgba[at])) ++bad;
        }
    return std::max(0.0, bad - corners_px) / std::max(1, (box.right - box.left) * (box.bottom - box.top));
}

}  // namespace ocop::alike
