#include "carto/layout.h"

#include <algorithm>

namespace ocop::carto {

double ranking_width(const MapSpec& spec) {
    if (!spec.parts.ranking) return 0;
    return 0.325 + 0.19 * std::clamp(spec.aspect - 1.4, 0.0, 0.45);  // narrow pictures do without the bars' length
}

double column_width(const MapSpec& spec) {
    const double ranking = ranking_width(spec);
    return spec.aspect - 2 * margin - (ranking > 0 ? ranking + gutter * 1.5 : 0);
}

Layout lay_out(const MapSpec& spec, double headline_height, double tiles_height, double footer_height) {
    Layout out;
    const double full = spec.aspect - 2 * margin, column = column_width(spec);
    double top = margin, bottom = 1 - margin;
    const auto from_bottom = [&](double height) {
        bottom -= height;
        const scene::Rect rect{margin, bottom, full, height};
        bottom -= gutter;
        return rect;
    };
    if (footer_height > 0) out.footer = from_bottom(footer_height);
    if (tiles_height > 0) out.tiles = from_bottom(tiles_height);
    if (headline_height > 0) {
        out.headline = {margin, top, column, headline_height};
        top += headline_height + gutter * 0.7;
    }
    const bool bare = headline_height <= 0 && tiles_height <= 0 && footer_height <= 0 && ranking_width(spec) <= 0;
    if (bare) {  // the working window: the map is the picture
        out.map = {0, 0, spec.aspect, 1};
        return out;
    }
    out.map = {margin, top, column, std::max(bottom - top, 0.1)};
    if (const double width = ranking_width(spec); width > 0)
        out.ranking = {spec.aspect - margin - width, margin, width, bottom - margin};
    return out;
}

}  // namespace ocop::carto
