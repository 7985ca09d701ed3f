#pragma once
// Where the parts of the picture lie, in H, for any aspect and any choice of parts.
#include "carto/block.h"

namespace ocop::carto {

inline constexpr double margin = 0.022;
inline constexpr double gutter = 0.018;

struct Layout {
    scene::Rect headline, map, ranking, tiles, footer;  // width 0: not there
};

/// Width of the column that headline and map share, and of the ranking beside it.
double ranking_width(const MapSpec& spec);
double column_width(const MapSpec& spec);

Layout lay_out(const MapSpec& spec, double headline_height, double tiles_height, double footer_height);

}  // namespace ocop::carto
