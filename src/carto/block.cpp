#include "carto/block.h"

#include <algorithm>
#include <iterator>

namespace ocop::carto {

Type::Type(double scale) {
    const auto sized = [scale](double h) { return std::max(floor, h * scale); };
    title = sized(0.045), subtitle = sized(0.026), legend = sized(0.026), table = sized(0.027), name = sized(0.024);
    value = sized(0.027), key = sized(0.045), small = sized(0.022);
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

std::vector<std::string> wrapped(std::string_view text, double width, double size, scene::Weight weight,
                                 std::size_t most, const scene::TextMeasure& measure) {
    std::vector<std::string> lines;
    std::string line;
    std::string_view rest = text;
    while (!rest.empty()) {
        auto end = rest.find(' ');
        // A sign stays with its number, a separator with what stands before it.
        while (end != std::string_view::npos) {
            const auto next = rest.find(' ', end + 1);
            const auto word = rest.substr(end + 1, next == std::string_view::npos ? next : next - end - 1);
            if (word != "%" && word != "·" && word != "km") break;
            end = next;
        }
        const auto word = rest.substr(0, end);
        const std::string longer = line.empty() ? std::string{word} : line + " " + std::string{word};
        if (!line.empty() && measure.measure(longer, size, weight).width > width) {
            if (lines.size() + 1 == most) {
                line += " " + std::string{rest};
                break;
            }
            lines.push_back(std::move(line));
            line = std::string{word};
        } else {
            line = longer;
        }
        rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    }
    if (!line.empty()) lines.push_back(cut(line, width, size, weight, measure));
    return lines;
}

double fitted(std::string_view text, double width, double size, double least, scene::Weight weight,
              const scene::TextMeasure& measure) {
    const double natural = measure.measure(text, size, weight).width;
    return natural <= width ? size : std::max(least, size * width / natural * 0.995);
}

}  // namespace ocop::carto
