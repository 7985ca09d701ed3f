#pragma once
// Which border lines run across each other, found on a grid.
#include <span>
#include <vector>

#include "core/geometry.h"

namespace ocop::core {

/// Per line: does one of its segments properly cross another segment, of itself or of another line?
/// Touching in a point does not count. Points must be finite.
std::vector<bool> crossing_lines(const std::vector<std::span<const Point>>& lines);

}  // namespace ocop::core
