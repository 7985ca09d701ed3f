#pragma once
#include "core/geometry.h"

namespace ocop::data {

/// Whether a ring meets itself anywhere but at neighbouring edges: touches or crosses. About 20 ns a vertex.
bool meets_itself(const core::Ring& ring);

}  // namespace ocop::data
