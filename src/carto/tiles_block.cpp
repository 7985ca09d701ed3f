// The province against each target of the plan, side by side below the map; in two rows where the picture is narrow.
#include <algorithm>

#include "carto/furniture.h"
#include "carto/phrases.h"

namespace ocop::carto {

namespace {

using scene::BoxItem;
using scene::Weight;

constexpr double gap = 0.016;           // between two tiles
constexpr double between = 0.008;       // two rows of tiles
constexpr double least_value = 0.026;   // of a number among its words
constexpr double least_folded = 0.034;  // of a number beside its words

/// How all tiles of a picture are set.
struct Setting {
    std::size_t rows = 1, columns = 1;
    bool beside = false;  // the state stands beside the number, else below it
    double room = 0;      // width of a tile
};

/// A tile's words broken for its width; whole: nothing had to be cut.
struct TileWords {
    std::vector<std::string> label, status;
    double value_size = 0;
    bool marked = false, below = false, whole = true;

    Weight weight() const { return below ? Weight::semibold : Weight::regular; }
    /// The mark of the state before its words.
    double indent(double small) const { return marked ? small * 0.8 + 0.007 : 0; }
};

TileWords tile_words(const Source& source, const Tile& tile, const Setting& setting) {
    const double small = source.type.small, room = setting.room;
    const auto width = [&](const std::string& words, double size, Weight weight) {
        return source.measure.measure(words, size, weight).width;
    };
    TileWords out;
    out.below = tile.state == domain::Status::below || tile.state == domain::Status::severe;
    out.marked = out.below || tile.state == domain::Status::met;
    const double indent = out.indent(small);
    const double beside_value =
        setting.beside ? room - gap - width(tile.value, source.type.key, Weight::semibold) - indent : 0;
    const double status_room = setting.beside ? std::max(beside_value, 0.36 * room) : room - indent;
    const bool fits = width(tile.status, small, out.weight()) <= status_room;
    const std::string& status = fits || !out.below ? tile.status : source.words["tile.below_short"];
    out.label = wrapped(tile.label, room, small, Weight::regular, setting.beside ? 1 : 2, source.measure);
    out.status = wrapped(status, status_room, small, out.weight(), 2, source.measure);
    double value_room = room;
    if (setting.beside) {
        double widest = 0;
        for (const std::string& line : out.status) widest = std::max(widest, width(line, small, out.weight()));
        value_room = room - gap - indent - widest;
    }
    const double least = setting.beside ? least_folded : least_value;
    out.value_size = fitted(tile.value, value_room, source.type.key, least, Weight::semibold, source.measure);
    out.whole = width(tile.value, out.value_size, Weight::semibold) <= value_room + 1e-9;
    for (const auto* lines : {&out.label, &out.status})
        for (const std::string& line : *lines) out.whole = out.whole && line.find("…") == std::string::npos;
    return out;
}

/// The mark of the state, never a traffic light.
BoxItem mark(const TileWords& own, domain::Status state, double x, double baseline, double small) {
    const double side = small * 0.8;
    return {{x, baseline - side * 0.92, side, side},
            own.below ? paper : ink,
            !own.below                        ? scene::Pattern::none
            : state == domain::Status::severe ? scene::Pattern::hatch_severe
                                              : scene::Pattern::hatch,
            {0.0012, ink, 0, paper, false},
            own.below ? 0 : side / 2};
}

}  // namespace

Block tiles_block(const Source& source, double width) {
    Block out;
    const auto all = tiles(source.document, source.board, source.words);
    if (all.empty()) return out;
    out.width = width;
    const double small = source.type.small, key = source.type.key, line = small * line_height;
    const bool folded = width < 1.45 && all.size() > 4;  // formats.md §5: two rows at 4:3

    Setting setting;
    std::vector<TileWords> words;
    std::size_t label_lines = 1;
    const auto try_rows = [&](std::size_t rows, bool beside) {
        setting.rows = rows;
        setting.columns = (all.size() + rows - 1) / rows;
        setting.beside = beside;
        setting.room = width / static_cast<double>(setting.columns) - gap;
        words.clear();
        label_lines = 1;
        bool whole = true;
        for (const Tile& tile : all) {
            words.push_back(tile_words(source, tile, setting));
            whole = whole && words.back().whole;
            label_lines = std::max(label_lines, words.back().label.size());
        }
        return whole;
    };
    if (!folded || !try_rows(2, true))
        for (std::size_t rows = 1; !try_rows(rows, false) && rows < all.size();) ++rows;  // as few as leave all whole

    const bool beside = setting.beside;
    const auto height_of = [&](std::size_t row) {
        std::size_t most = 1;
        for (std::size_t i = row * setting.columns; i < std::min(all.size(), (row + 1) * setting.columns); ++i)
            most = std::max(most, words[i].status.size());
        const double states = line * static_cast<double>(most);
        const double body = beside ? std::max(key * 1.12, states + small * 0.2) : key * 1.12 + states + small * 0.15;
        return line * static_cast<double>(label_lines) + body + (beside ? 0.006 : 0);
    };
    double y = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Tile& tile = all[i];
        const TileWords& own = words[i];
        if (i > 0 && i % setting.columns == 0) y += height_of(i / setting.columns - 1) + between;
        const double x = (setting.room + gap) * static_cast<double>(i % setting.columns);
        const bool now = tile.indicator == source.spec.indicator;
        out.items.push_back(
            BoxItem{{x, y, setting.room, now ? 0.005 : 0.0015}, now ? ink : rule, scene::Pattern::none, {}, 0});
        double baseline = y + 0.006 + small;
        for (std::size_t n = 0; n < own.label.size(); ++n)
            out.items.push_back(
                text_at(x, baseline + line * static_cast<double>(n), own.label[n], small, Weight::regular, soft_ink));
        baseline += line * static_cast<double>(label_lines - 1) + key * 1.05;
        out.items.push_back(text_at(x, baseline, tile.value, own.value_size, Weight::semibold,
                                    tile.state == domain::Status::no_data ? soft_ink : ink));
        double left = x;
        if (beside) {
            left += source.measure.measure(tile.value, own.value_size, Weight::semibold).width + gap;
            // One line stands on the number's own, two lie around its middle.
            if (own.status.size() > 1) baseline += small * 0.3 - line * 0.5;
        } else {
            baseline += line;
        }
        if (own.marked) out.items.push_back(mark(own, tile.state, left, baseline, small));
        left += own.indent(small);
        for (const std::string& text : own.status) {
            out.items.push_back(text_at(left, baseline, text, small, own.weight()));
            baseline += line;
        }
    }
    out.height = y + height_of((all.size() - 1) / setting.columns);
    return out;
}

}  // namespace ocop::carto
