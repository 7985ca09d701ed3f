#pragma once
// A scoreboard becomes a picture: the one place where the map part of every output is laid out.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "carto/level_geometry.h"
#include "carto/raster.h"
#include "core/words.h"
#include "domain/evaluate.h"
#include "scene/scene.h"

namespace ocop::carto {

using domain::Show;

/// Which parts the picture has besides the map. The working window shows ranking and tiles in its own panels.
struct Parts {
    bool headline = true;
    bool legend = true;
    bool ranking = true;
    bool tiles = true;
    bool footer = true;  // source, completeness, disclaimer (V-5) and watermark line
    bool operator==(const Parts&) const = default;
};

/// Everything the picture depends on besides document and scoreboard.
struct MapSpec {
    domain::Level level = domain::Level::district;
    domain::IndicatorId indicator = domain::IndicatorId::products;
    Show show = Show::count;
    int focus = -1;     // drilled into this district: others are mixed with the ground, the camera fits it
    int selected = -1;  // unit index
    int hovered = -1;
    std::vector<int> pulsed;              // units whose number has just changed, outlined for a moment
    int isolated_class = -1;              // legend row to isolate, -1: none
    std::vector<std::int64_t> breaks;     // lowest amounts of the classes, locked (B-6); empty: by this board's numbers
    std::optional<scene::Camera> camera;  // none: fits the province (without Thổ Châu), or the focus
    Parts parts;
    double aspect = 16.0 / 9.0;
    int pixel_height = 1080;  // chooses the level of detail and the thinnest line
    double type_scale = 1;    // of every text, within what fits
    bool operator==(const MapSpec&) const = default;
};

/// The composed picture and what answers the mouse in it.
struct Picture {
    scene::Scene scene;
    struct Target {        // a badge, label, inset or legend row
        scene::Rect rect;  // H
        int unit = -1;
        int legend_class = -1;                   // row of the legend, from the top
        std::optional<core::Point> anchor = {};  // metres: the target moves with the main map's camera
    };
    std::vector<Target> targets;            // topmost last
    std::vector<int> legend_counts;         // units of each legend row
    std::vector<std::string> legend_names;  // what each row is, whatever its place: zero, below, from:4
};

Picture compose(const domain::Document& document, const domain::Scoreboard& board, const LevelGeometry& geometry,
                const MapSpec& spec, const scene::TextMeasure& measure, const core::Words& words);
/// The same picture, quicker where `rasters` has seen the ground.
Picture compose(const domain::Document& document, const domain::Scoreboard& board, const LevelGeometry& geometry,
                const MapSpec& spec, const scene::TextMeasure& measure, const core::Words& words, Rasters& rasters);

/// The unit at a point of the picture (H): badges first, then areas of insets, then of the main map (as `camera` shows
/// it, when it has moved since composing). -1: none.
int pick(const Picture& picture, const LevelGeometry& geometry, core::Point at,
         const std::optional<scene::Camera>& camera = {});

}  // namespace ocop::carto
