#pragma once
// Boundaries that touch or cross themselves are told to the user; the check is fast enough for every vertex.
#include "core/geometry.h"

namespace ocop::data {

/// Whether a ring meets itself anywhere but at neighbouring edges: touches or crosses. About 20 ns a vertex.
bool meets_itself(const core::Ring& ring);

}  // namespace ocop::data
