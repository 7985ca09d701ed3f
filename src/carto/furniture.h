#pragma once
// Everything around the map: headline, ranking, tiles, footer, scale bar, watermark.
#include "carto/classes.h"
#include "carto/layout.h"
#include "carto/raster.h"

namespace ocop::carto {

/// What the furniture is made from.
struct Source {
    const domain::Document& document;
    const domain::Scoreboard& board;
    const MapSpec& spec;
    const Classes& classes;
    const scene::TextMeasure& measure;
    const core::Words& words;
    const Type& type;
};

Block headline_block(const Source& source, double width);
Block tiles_block(const Source& source, double width);
Block footer_block(const Source& source, double width);
Block ranking_block(const Source& source, double width, double height, std::size_t columns);
/// A bar of `km`, `width` long in H.
Block scale_bar_block(const Source& source, double km, double width);
/// What no picture of it may be without: GIẢ ĐỊNH under a scenario, then the document's watermark.
std::vector<std::string> marks_of(const Source& source);
/// The marks, large and light, on the free ground of the main map: beside units, labels and what else is
/// in `taken`. Where there is no ground it lies over units, still beside their labels.
void add_watermark(const Source& source, const Raster& raster, const std::vector<scene::Rect>& taken, Picture& picture);
/// Their solid tags, side by side; empty without any. The scenario is named where there is room.
Block tag_block(const Source& source, double width);

}  // namespace ocop::carto
