#include "carto/label_stack.h"

#include <algorithm>

namespace ocop::carto {

namespace {

using scene::Weight;

LabelLine name_line(std::string text, double size, const scene::TextMeasure& measure) {
    const double width = measure.measure(text, size, Weight::regular).width;
    return {std::move(text), size, Weight::regular, width, 0, 0.84 * size, 0.22 * size};
}

LabelLine value_line(const std::string& text, double size, const scene::TextMeasure& measure) {
    const double width = measure.measure(text, size, Weight::semibold).width;
    if (text == "–") return {text, size, Weight::semibold, width, 0, 0.42 * size, -0.16 * size};
    // Words hang below the line and carry marks, numbers do neither.
    const bool words = std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return {text, size, Weight::semibold, width, 0, (words ? 0.84 : 0.74) * size, (words ? 0.22 : 0.04) * size};
}

LabelStack stacked(std::vector<LabelLine> lines) {
    LabelStack out;
    double y = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i > 0) {  // stacked marks need the whole line height; a number below a name does not
            const bool marks = lines[i].above > 0.8 * lines[i].size;
            y += std::max((marks ? line_height : 1.12) * lines[i].size,
                          lines[i - 1].below + lines[i].above + 0.12 * lines[i].size);
        }
        lines[i].baseline = y;
        out.width = std::max(out.width, lines[i].width);
    }
    const double top = lines.front().baseline - lines.front().above, bottom = y + lines.back().below;
    for (LabelLine& line : lines) line.baseline -= (top + bottom) / 2;
    out.height = bottom - top;
    out.lines = std::move(lines);
    return out;
}

/// The name in two lines, as even as its spaces allow; empty where it is one word.
std::vector<LabelLine> broken(const std::string& name, double size, const scene::TextMeasure& measure) {
    std::vector<LabelLine> best;
    double narrowest = 1e9;
    for (auto space = name.find(' '); space != std::string::npos; space = name.find(' ', space + 1)) {
        std::vector<LabelLine> lines{name_line(name.substr(0, space), size, measure),
                                     name_line(name.substr(space + 1), size, measure)};
        const double width = std::max(lines[0].width, lines[1].width);
        if (width < narrowest) narrowest = width, best = std::move(lines);
    }
    return best;
}

}  // namespace

LabelStack value_stack(const std::string& value, double size, const scene::TextMeasure& measure) {
    return stacked({value_line(value, size, measure)});
}

std::vector<LabelStack> named_stacks(const std::string& name, const std::string& value, const Type& type,
                                     const scene::TextMeasure& measure) {
    std::vector<LabelStack> out;
    for (const double shrink : {1.0, 0.92}) {
        const double name_size = std::max(Type::floor, type.name * shrink);
        const LabelLine number = value_line(value, std::max(Type::floor, type.value * shrink), measure);
        out.push_back(stacked({name_line(name, name_size, measure), number}));
        if (auto lines = broken(name, name_size, measure); !lines.empty()) {
            lines.push_back(number);
            out.push_back(stacked(std::move(lines)));
        }
    }
    return out;
}

}  // namespace ocop::carto
