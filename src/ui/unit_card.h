#pragma once
#include "ui/panels.h"

namespace ocop::ui {

/// Everything known about the selected unit: number and quota, stars, producers by kind, products, communes.
Commands unit_card(const View& view, const Theme& theme, const Rect& area);

}  // namespace ocop::ui
