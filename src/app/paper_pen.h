#pragma once
// Text, rules and marks on a sheet in millimetres.
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "carto/block.h"

namespace ocop::app {

/// Everything lands in one scene of which one H is 100 mm.
class PaperPen {
public:
    static constexpr double mm_per_h = 100;
    static constexpr double line = 1.35;  // em

    explicit PaperPen(const scene::TextMeasure& measure) : measure_{measure} {}

    void text(double x, double baseline, std::string_view words, double size, scene::Weight weight,
              scene::Colour colour = carto::ink, scene::Align align = scene::Align::left) {
        scene_.furniture.push_back(
            scene::Text{{h(x), h(baseline)}, std::string{words}, h(size), weight, colour, align, 0, carto::paper});
    }
    /// Wrapped lines from `top` down; returns where they end.
    double paragraph(double x, double top, double width, std::string_view words, double size, scene::Weight weight,
                     scene::Colour colour = carto::ink, std::size_t most = 9) {
        for (const std::string& each : lines(words, width, size, weight, most)) {
            text(x, top + size, each, size, weight, colour);
            top += size * line;
        }
        return top;
    }
    std::vector<std::string> lines(std::string_view words, double width, double size, scene::Weight weight,
                                   std::size_t most = 9) const {
        return carto::wrapped(words, h(width), h(size), weight, most, measure_);
    }
    double width(std::string_view words, double size, scene::Weight weight) const {
        return measure_.measure(words, h(size), weight).width * mm_per_h;
    }
    /// The size at which the words fit.
    double fitted(std::string_view words, double room, double size, double least, scene::Weight weight) const {
        return carto::fitted(words, h(room), h(size), h(least), weight, measure_) * mm_per_h;
    }
    void rule(double x, double y, double width, scene::Colour colour = carto::rule, double thick = 0.2) {
        box({x, y - thick / 2, width, thick}, colour);
    }
    void box(const scene::Rect& mm, scene::Colour fill, scene::Pattern pattern = scene::Pattern::none,
             double outline = 0, double radius = 0) {
        scene_.furniture.push_back(scene::BoxItem{{h(mm.x), h(mm.y), h(mm.width), h(mm.height)},
                                                  fill,
                                                  pattern,
                                                  {h(outline), carto::ink, 0, carto::paper, false},
                                                  h(radius)});
    }
    /// What was drawn so far; the pen starts anew. Nothing lies behind it.
    scene::Scene take() {
        scene_.background.a = 0;
        return std::exchange(scene_, {});
    }

private:
    static double h(double mm) { return mm / mm_per_h; }
    const scene::TextMeasure& measure_;
    scene::Scene scene_;
};

}  // namespace ocop::app
