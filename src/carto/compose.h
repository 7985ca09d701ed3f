#pragma once
// A scoreboard becomes a picture: the one place where the map part of every output is laid out.
#include <optional>
#include <string>
#include <vector>

#include "carto/level_geometry.h"
#include "core/words.h"
#include "domain/evaluate.h"
#include "scene/scene.h"

namespace ocop::carto {

enum class Show { count, percent, gap };

/// Everything the picture depends on besides document and scoreboard.
struct MapSpec {
    domain::Level level = domain::Level::district;
    domain::IndicatorId indicator = domain::IndicatorId::products;
    Show show = Show::count;
    double aspect = 16.0 / 9.0;
    int pixel_height = 1080;  // chooses the level of detail and the thinnest line
    bool operator==(const MapSpec&) const = default;
};

struct Picture {
    scene::Scene scene;
};

Picture compose(const domain::Document& document, const domain::Scoreboard& board, const LevelGeometry& geometry,
                const MapSpec& spec, const scene::TextMeasure& measure, const core::Words& words);

}  // namespace ocop::carto
