#pragma once
// Pieces of furniture made at the origin, measured, and then put where there is room for them.
#include <string>
#include <string_view>
#include <vector>

#include "carto/compose.h"
#include "carto/palette.h"

namespace ocop::carto {

/// Type sizes in H (cartography.md §8); nothing goes under the floor of the last row.
struct Type {
    static constexpr double floor = 0.022;
    explicit Type(double scale);
    double title, subtitle, legend, table, name, value, key, small;
};
inline constexpr double line_height = 1.35;  // em: stacked marks need it
inline constexpr double hairline = 0.0009;
/// Of what is selected: white, black, white (cartography.md §5).
inline constexpr scene::Stroke selection{0.0055, ink, 0.0026, paper, false};

struct Block {
    double width = 0, height = 0;
    std::vector<scene::Item> items;
    std::vector<Picture::Target> targets;
};

/// A line of text from (or around, or to) `x`.
scene::Text text_at(double x, double baseline, std::string words, double size, scene::Weight weight,
                    Colour colour = ink, scene::Align align = scene::Align::left);
/// A thin rule from the left.
scene::Polyline rule_at(double x, double y, double width, Colour colour);
/// Puts a block with its top left corner at a point of the picture.
void place(Block block, core::Point at, Picture& picture);
scene::Item moved(scene::Item item, double dx, double dy);
/// The whole picture, every length in H times the factor; its maps show what they showed.
Picture scaled(Picture picture, double factor);

/// Lines no wider than `width`, as few and as even as can be, broken at spaces: never between a number and what it
/// counts ("4 sản phẩm", "từ 3 sao", "100 %"). What does not fit into `most` lines ends in "…".
std::vector<std::string> wrapped(std::string_view text, double width, double size, scene::Weight weight,
                                 std::size_t most, const scene::TextMeasure& measure);
/// One line, cut with "…" when it is too long.
std::string cut(std::string_view text, double width, double size, scene::Weight weight,
                const scene::TextMeasure& measure);
/// The largest size, at most `size` and at least `least`, at which the text fits the width.
double fitted(std::string_view text, double width, double size, double least, scene::Weight weight,
              const scene::TextMeasure& measure);

}  // namespace ocop::carto
