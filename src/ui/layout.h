#pragma once
// Where everything stands in the window. Pure arithmetic, so that the room for the map is a tested promise.
#include <optional>

namespace ocop::ui {

struct Rect {
    float x = 0, y = 0, width = 0, height = 0;
    float right() const { return x + width; }
    float bottom() const { return y + height; }
    bool contains(float px, float py) const { return px >= x && py >= y && px < right() && py < bottom(); }
    bool operator==(const Rect&) const = default;
};

/// Which side panels a person wants; none: as the room allows.
struct Wishes {
    std::optional<bool> left, right;
};

struct Layout {
    Rect window, top, left, strip, map, right, bottom;  // a folded panel's rectangle is empty
    Rect what_if;                                       // under the map, while a scenario is shown
    Rect left_over, right_over, card;                   // where panels slide over the map
    bool left_folded = false, right_folded = false;
    bool narrow = false;  // the top bar leaves out what has a key and another place
};

/// The map keeps at least 60 % of the window unless a person unfolds a panel by hand.
Layout layout(float width, float height, float scale, const Wishes& wishes, bool presenting, bool what_if = false);

}  // namespace ocop::ui
