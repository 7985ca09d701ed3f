#include "carto/label_mask.h"

#include <utility>

#include "carto/rects.h"

namespace ocop::carto {

std::vector<scene::BoxItem> label_mask(const LabelStack& stack, core::Point middle, Colour fill,
                                       const std::function<bool(const scene::Rect&)>& on_unit) {
    constexpr double step = 0.004;
    std::vector<scene::BoxItem> out;
    for (const auto& [by, alpha] : {std::pair{0.0045, 0.55}, std::pair{0.0015, 0.8}})
        for (const LabelLine& line : stack.lines) {
            const Colour soft = with_alpha(fill, alpha);
            const scene::Rect whole = grown(line.ink(middle), by);
            if (on_unit(whole)) {
                out.push_back({whole, soft, scene::Pattern::none, {}, 0.006});
                continue;
            }
            const int rows = 1 + static_cast<int>(whole.height / step);  // the stretches of it that lie on the unit
            const double high = whole.height / rows;
            for (int row = 0; row < rows; ++row) {
                const double y = whole.y + row * high;
                double from = whole.x;
                const auto stretch = [&](double to) {
                    if (to > from) out.push_back({{from, y, to - from, high}, soft, scene::Pattern::none, {}, 0});
                };
                for (double x = whole.x; x < whole.right(); x += step)
                    if (!on_unit({x, y, step, high})) {
                        stretch(x);
                        from = x + step;
                    }
                stretch(whole.right());
            }
        }
    return out;
}

}  // namespace ocop::carto
