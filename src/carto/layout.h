#pragma once
// Where the parts of the picture lie, in H, for any aspect and any choice of parts. An upright picture is laid out on a
// page as wide as this H and longer than it, and then made smaller as a whole: its type goes by its shorter side. A map
// alone is not: nothing stands beside it, and on a phone its type would be too small to read.
#include "carto/block.h"

namespace ocop::carto {

inline constexpr double margin = 0.022;
inline constexpr double gutter = 0.018;

struct Layout {
    scene::Rect headline, map, ranking, tiles, footer;  // width 0: not there
};

/// Nothing but the map, and its legend within it.
bool bare(const Parts& parts);

/// How long the page is: 1, but for an upright picture with more than a map in it.
double page_height(const MapSpec& spec);

/// Width of the column that headline and map share, and of the ranking beside it; it has the whole width on a long
/// page.
double ranking_width(const MapSpec& spec, double page);
double column_width(const MapSpec& spec, double page);

Layout lay_out(const MapSpec& spec, double page, double headline_height, double tiles_height, double footer_height);

}  // namespace ocop::carto
