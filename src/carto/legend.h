#pragma once
// The legend: what the colours and patterns mean, and how many units have each (cartography.md §7).
#include "carto/block.h"
#include "carto/classes.h"

namespace ocop::carto {

struct LegendRow {
    enum class Kind { colour, below, severe, undetermined };
    Kind kind = Kind::colour;
    int which = -1;  // class of a colour row
    std::string label;
    Colour fill;
    scene::Pattern pattern = scene::Pattern::none;
    std::string sign;  // in the swatch: "0", "–"
    int count = 0;
    bool dotted = false;  // outline of "no quota"
    bool holds(const Classes& classes, const domain::Score& score) const;
    /// What the row is, whatever its place: zero, no_data, no_quota, below, severe, undetermined, or from:4, the lowest
    /// amount of its class.
    std::string name(const Classes& classes) const;
};

struct Legend {
    std::string title, unit;
    std::vector<LegendRow> rows;     // as printed, from the top
    std::vector<std::string> notes;  // rows that could not be placed, the source
};

Legend make_legend(const domain::Document& document, const domain::Scoreboard& board, const LevelGeometry& geometry,
                   const Classes& classes, const MapSpec& spec, const core::Words& words);

/// The place of the row with this name; -1: the legend has none.
int row_named(const Legend& legend, const Classes& classes, std::string_view name);

/// In one column or two.
Block draw_legend(const Legend& legend, int columns, const Type& type, const scene::TextMeasure& measure);

}  // namespace ocop::carto
