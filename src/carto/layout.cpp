#include "carto/layout.h"

#include <algorithm>

namespace ocop::carto {

bool bare(const Parts& parts) { return !parts.headline && !parts.tiles && !parts.footer && !parts.ranking; }

double page_height(const MapSpec& spec) {
    constexpr double narrowest = 1.2;  // beside each other, map and ranking need as much
    return spec.aspect < narrowest && !bare(spec.parts) ? narrowest / spec.aspect : 1;
}

double ranking_width(const MapSpec& spec, double page) {
    if (!spec.parts.ranking) return 0;
    if (page > 1) return spec.aspect - 2 * margin;
    return 0.325 + 0.19 * std::clamp(spec.aspect - 1.4, 0.0, 0.45);  // narrow pictures do without the bars' length
}

double column_width(const MapSpec& spec, double page) {
    const double ranking = ranking_width(spec, page);
    return spec.aspect - 2 * margin - (ranking > 0 && page <= 1 ? ranking + gutter * 1.5 : 0);
}

Layout lay_out(const MapSpec& spec, double page, double headline_height, double tiles_height, double footer_height) {
    Layout out;
    const double full = spec.aspect - 2 * margin, column = column_width(spec, page),
                 ranking = ranking_width(spec, page);
    double top = margin, bottom = page - margin;
    const auto from_bottom = [&](double height) {
        bottom -= height;
        const scene::Rect rect{margin, bottom, full, height};
        bottom -= gutter;
        return rect;
    };
    if (footer_height > 0) out.footer = from_bottom(footer_height);
    if (tiles_height > 0) out.tiles = from_bottom(tiles_height);
    if (ranking > 0 && page > 1) out.ranking = from_bottom(0.36);
    if (headline_height > 0) {
        out.headline = {margin, top, column, headline_height};
        top += headline_height + gutter * 0.7;
    }
    if (bare(spec.parts)) {  // the map is the picture
        out.map = {0, 0, spec.aspect, page};
        return out;
    }
    out.map = {margin, top, column, std::max(bottom - top, 0.1)};
    if (ranking > 0 && page <= 1) out.ranking = {spec.aspect - margin - ranking, margin, ranking, bottom - margin};
    return out;
}

}  // namespace ocop::carto
