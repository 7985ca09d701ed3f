#include "carto/block.h"

#include <algorithm>
#include <iterator>

namespace ocop::carto {

Type::Type(double scale) {
    const auto sized = [scale](double h) { return std::max(floor, h * scale); };
    title = sized(0.045), subtitle = sized(0.026), legend = sized(0.026), table = sized(0.027), name = sized(0.024);
    value = sized(0.027), key = sized(0.045), small = sized(0.022);
}

scene::Text text_at(double x, double baseline, std::string words, double size, scene::Weight weight, Colour colour,
                    scene::Align align) {
    return {{x, baseline}, std::move(words), size, weight, colour, align, 0, paper};
}

scene::Polyline rule_at(double x, double y, double width, Colour colour) {
    return {{{x, y}, {x + width, y}}, {hairline, colour, 0, paper, false}};
}

scene::Item moved(scene::Item item, double dx, double dy) {
    struct Mover {
        double dx, dy;
        void shift(core::Point& p) const { p = {p.x + dx, p.y + dy}; }
        void operator()(scene::BoxItem& box) const { box.rect.x += dx, box.rect.y += dy; }
        void operator()(scene::Disc& disc) const { shift(disc.centre); }
        void operator()(scene::Polyline& line) const {
            for (core::Point& p : line.points) shift(p);
        }
        void operator()(scene::Text& text) const { shift(text.at); }
    };
    std::visit(Mover{dx, dy}, item);
    return item;
}

void place(Block block, core::Point at, Picture& picture) {
    for (scene::Item& item : block.items) picture.scene.furniture.push_back(moved(std::move(item), at.x, at.y));
    for (Picture::Target target : block.targets) {
        target.rect.x += at.x, target.rect.y += at.y;
        picture.targets.push_back(target);
    }
}

std::string cut(std::string_view text, double width, double size, scene::Weight weight,
                const scene::TextMeasure& measure) {
    std::string out{text};
    while (!out.empty() && measure.measure(out, size, weight).width > width) {
        std::size_t end = out.size() - (out.ends_with("…") ? std::string_view{"…"}.size() : 0);
        do --end;
        while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xC0) == 0x80);
        while (end > 0 && out[end - 1] == ' ') --end;
        if (end == 0) break;
        out = out.substr(0, end) + "…";
    }
    return out;
}

namespace {
/// Syllables, and the pieces of them that stay together.
std::vector<std::string> pieces(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t from = 0; from < text.size();) {
        const auto end = std::min(text.find(' ', from), text.size());
        if (end > from) words.push_back(text.substr(from, end - from));
        from = end + 1;
    }
    const auto behind = [](std::string_view word) { return word == "%" || word == "·" || word == "km"; };
    const auto before = [](std::string_view word) {
        return word == "≥" || word == "≤" || word == "≈" || word == "<" || word == ">";
    };
    const auto number = [](std::string_view word) { return word[0] >= '0' && word[0] <= '9'; };
    const auto ends = [](std::string_view word) {
        return word == "·" || std::string_view{",;:.)"}.find(word.back()) != std::string_view::npos;
    };
    std::vector<std::string> out;
    int counted = 0;  // words that still belong to the last number: "4 sản phẩm"
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view word = words[i];
        const std::string_view last = i > 0 ? words[i - 1] : std::string_view{};
        // "từ 3", "đạt 5": a short word before a number goes with it.
        const bool after_short = !last.empty() && number(word) && last.size() <= 5 && !ends(last) && !number(last);
        if (before(word)) counted = 0;
        if (i > 0 && (after_short || counted > 0 || behind(word) || before(last)))
            out.back().append(" ").append(word);
        else
            out.emplace_back(word);
        if (number(word))
            counted = 2;
        else if (!behind(word))
            --counted;
        if (ends(word)) counted = 0;
    }
    return out;
}

/// How many pieces go into each line, as full as they can be.
std::vector<std::size_t> filled(const std::vector<double>& widths, double space, double width) {
    std::vector<std::size_t> lines;
    double used = 0;
    for (const double each : widths) {
        if (lines.empty() || used + space + each > width)
            lines.push_back(1), used = each;
        else
            ++lines.back(), used += space + each;
    }
    return lines;
}
}  // namespace

std::vector<std::string> wrapped(std::string_view text, double width, double size, scene::Weight weight,
                                 std::size_t most, const scene::TextMeasure& measure) {
    const std::vector<std::string> parts = pieces(text);
    std::vector<double> widths;
    for (const std::string& part : parts) widths.push_back(measure.measure(part, size, weight).width);
    const double space = measure.measure("n n", size, weight).width - measure.measure("nn", size, weight).width;
    std::vector<std::size_t> counts = filled(widths, space, width);
    if (counts.size() > 1 && counts.size() <= most) {  // the narrowest column with as many lines is the most even one
        double low = *std::max_element(widths.begin(), widths.end()), high = width;
        while (high - low > 0.002) {
            const double middle = (low + high) / 2;
            if (auto even = filled(widths, space, middle); even.size() == counts.size())
                high = middle, counts = std::move(even);
            else
                low = middle;
        }
    }
    std::vector<std::string> lines;
    std::size_t next = 0;
    for (const std::size_t count : counts) {
        std::string line = parts[next];
        for (std::size_t i = 1; i < count; ++i) line += " " + parts[next + i];
        next += count;
        if (lines.size() < most)
            lines.push_back(std::move(line));
        else
            lines.back() += " " + line;
    }
    for (std::string& line : lines) line = cut(line, width, size, weight, measure);
    return lines;
}

double fitted(std::string_view text, double width, double size, double least, scene::Weight weight,
              const scene::TextMeasure& measure) {
    const double natural = measure.measure(text, size, weight).width;
    return natural <= width ? size : std::max(least, size * width / natural * 0.995);
}

}  // namespace ocop::carto
