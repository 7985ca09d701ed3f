#pragma once
// What hides a unit's pattern behind the words of its label.
#include <functional>

#include "carto/label_stack.h"
#include "carto/palette.h"

namespace ocop::carto {

/// H-5: two soft boxes behind each line, together 90 % of the fill, where `on_unit` says that a rectangle (H) lies on
/// the unit. Borders stay in sight.
std::vector<scene::BoxItem> label_mask(const LabelStack& stack, core::Point middle, Colour fill,
                                       const std::function<bool(const scene::Rect&)>& on_unit);

}  // namespace ocop::carto
