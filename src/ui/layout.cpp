#include "ui/layout.h"

#include <algorithm>
#include <cmath>

namespace ocop::ui {

Layout layout(float width, float height, float scale, const Wishes& wishes, bool presenting, bool what_if) {
    const auto px = [scale](float length) { return std::round(length * scale); };
    Layout out;
    out.window = {0, 0, width, height};
    if (presenting) {
        out.map = out.window;
        return out;
    }
    const float top = px(56), bottom = px(72), left = px(264), right = px(312), strip = px(72);
    const float middle = std::max(1.0f, height - top - bottom);
    const auto room = [&](float sides) { return (width - sides) * middle >= 0.6f * width * height; };
    const bool slim = width <= px(1100);  // panels slide over the map instead of standing beside it
    out.left_folded = slim || !wishes.left.value_or(room(left + right));
    out.right_folded = slim || !wishes.right.value_or(room((out.left_folded ? strip : left) + right));
    out.narrow = width < px(1360);

    const float left_width = out.left_folded ? strip : left;
    const float right_width = out.right_folded ? 0 : right;
    out.top = {0, 0, width, top};
    out.bottom = {0, height - bottom, width, bottom};
    const Rect side{0, top, left_width, middle};
    (out.left_folded ? out.strip : out.left) = side;
    out.map = {left_width, top, std::max(1.0f, width - left_width - right_width), middle};
    if (what_if) {
        const float high = std::min(px(120), std::round(out.map.height / 2));
        out.map.height -= high;
        out.what_if = {out.map.x, out.map.bottom(), out.map.width, high};
    }
    if (!out.right_folded) out.right = {width - right, top, right, middle};
    out.left_over = {left_width, top, left, middle};
    out.right_over = {width - right, top, right, middle};
    const float card = std::min(out.map.width, px(760));
    out.card = {out.map.right() - card, top, card, middle};
    return out;
}

}  // namespace ocop::ui
