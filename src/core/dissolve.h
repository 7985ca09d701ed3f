#pragma once
// One shape out of many: the province is nowhere drawn as such, it is the outline of its parts.
#include <vector>

#include "core/geometry.h"

namespace ocop::core {

/// The union of the shapes of a coverage (they share vertices and do not overlap): the borders that have nothing on
/// their other side. Enclaves outside the coverage become holes. Rings of the coverage may run either way.
Shape dissolved(std::vector<Shape> coverage);

}  // namespace ocop::core
