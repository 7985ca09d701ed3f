#pragma once
// The lines of a label put under each other, and how much room the ink of each of them takes.
#include <string>
#include <vector>

#include "carto/block.h"

namespace ocop::carto {

struct LabelLine {
    std::string text;
    double size = 0;  // H
    scene::Weight weight = scene::Weight::regular;
    double width = 0;
    double baseline = 0;          // below the middle of the stack
    double above = 0, below = 0;  // ink over and under the baseline
    scene::Rect ink(core::Point middle) const {
        return {middle.x - width / 2, middle.y + baseline - above, width, above + below};
    }
};

/// Centred lines with the middle of their ink at the origin.
struct LabelStack {
    std::vector<LabelLine> lines;
    double width = 0, height = 0;
};

/// Only the value: "12/15", "–".
LabelStack value_stack(const std::string& value, double size, const scene::TextMeasure& measure);
/// Name over value: the name in one line, then broken at its best space; both again a little smaller.
std::vector<LabelStack> named_stacks(const std::string& name, const std::string& value, const Type& type,
                                     const scene::TextMeasure& measure);

}  // namespace ocop::carto
