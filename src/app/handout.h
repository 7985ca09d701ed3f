#pragma once
// The A4 hand-out of one unit: its map with its communes, where it stands against every quota, and its products.
#include <vector>

#include "app/scenes.h"
#include "render/export.h"

namespace ocop::app {

/// What all hand-outs of one run share.
struct HandoutSource {
    const domain::Document& document;
    const domain::Scoreboard& board;
    const carto::LevelGeometry& communes;
    const scene::TextMeasure& measure;
    const core::Words& words;
};

/// The sheets of a unit, at least one; the first carries its name for the table of contents. Upright A4.
std::vector<render::Sheet> handout(const HandoutSource& source, int unit);

}  // namespace ocop::app
