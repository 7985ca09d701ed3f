#include "carto/furniture.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "carto/phrases.h"

namespace ocop::carto {

namespace {

using scene::Align;
using scene::BoxItem;
using scene::Weight;

}  // namespace

std::vector<std::string> marks_of(const Source& source) {
    std::vector<std::string> out;
    if (source.board.query.scenario) out.push_back(source.words["mark.assumed"]);
    if (!source.document.watermark.empty()) out.push_back(source.document.watermark);
    return out;
}

Block tag_block(const Source& source, double width) {
    Block out;
    const double size = source.type.small;
    std::vector<std::string> tags = marks_of(source);
    const auto length = [&](const std::string& words) {
        return source.measure.measure(words, size, Weight::semibold).width;
    };
    if (source.board.query.scenario) {
        double others = size;
        for (std::size_t i = 1; i < tags.size(); ++i) others += length(tags[i]) + size * 1.5;
        const std::string whole =
            source.words.say("mark.assumed_name", {tags.front(), source.board.query.scenario->name});
        const std::string named = cut(whole, width - others, size, Weight::semibold, source.measure);
        if (named.size() > tags.front().size()) tags.front() = named;
    }
    for (const std::string& words : tags) {
        const double left = out.width > 0 ? out.width + size / 2 : 0, wide = length(words) + size;
        out.height = size * 1.5;
        out.items.push_back(BoxItem{{left, 0, wide, out.height}, ink, scene::Pattern::none, {}, 0.003});
        out.items.push_back(text_at(left + size / 2, size * 1.1, words, size, Weight::semibold, paper));
        out.width = left + wide;
    }
    return out;
}

Block headline_block(const Source& source, double width) {
    Block out;
    out.width = width;
    const std::string title = headline(source.document, source.board, source.spec, source.words);
    const double least = std::max(Type::floor, 0.034 * source.spec.type_scale);
    double size = fitted(title, width, source.type.title, least, Weight::semibold, source.measure);
    std::vector<std::string> lines{title};
    if (source.measure.measure(title, size, Weight::semibold).width > width) {
        size = least;
        lines = wrapped(title, width, size, Weight::semibold, 3, source.measure);
        // A third line takes more from the map than a slightly smaller title from the reader.
        const double smallest = std::max(Type::floor, 0.028 * source.spec.type_scale);
        for (double smaller = size - 0.001; lines.size() > 2 && smaller >= smallest - 1e-9; smaller -= 0.001)
            if (auto fewer = wrapped(title, width, smaller, Weight::semibold, 3, source.measure); fewer.size() <= 2) {
                lines = std::move(fewer);
                size = smaller;
            }
        // Two statements stand on two lines.
        const auto semicolon = title.find("; ");
        const auto end = semicolon != std::string::npos ? semicolon : title.find(": ");
        if (lines.size() == 2 && end != std::string::npos) {
            const std::vector<std::string> two{title.substr(0, end + 1), title.substr(end + 2)};
            if (std::all_of(two.begin(), two.end(), [&](const std::string& line) {
                    return source.measure.measure(line, size, Weight::semibold).width <= width;
                }))
                lines = two;
        }
    }
    double y = 0;
    for (const std::string& line : lines) {
        out.items.push_back(text_at(0, y + size, line, size, Weight::semibold));
        y += size * line_height;
    }
    double x = 0;
    y += 0.004;
    const double sub = source.type.subtitle;
    if (const Block tag = tag_block(source, width); tag.width > 0) {
        for (const scene::Item& item : tag.items)
            out.items.push_back(moved(item, 0, y + sub * 0.62 - tag.height * 0.5));
        x = tag.width + 0.014;
        if (source.board.query.scenario && x > width * 0.4) {  // the subtitle has a line of its own
            x = 0;
            y += tag.height + sub * 0.3;
        }
    }
    for (const std::string& line :
         wrapped(subtitle(source.document, source.board, source.spec, source.words), width - x, sub, Weight::regular,
                 source.board.query.scenario ? 3 : 2, source.measure)) {
        out.items.push_back(text_at(x, y + sub, line, sub, Weight::regular, soft_ink));
        y += sub * line_height;
    }
    out.height = y;
    return out;
}

Block footer_block(const Source& source, double width) {
    Block out;
    out.width = width;
    const double size = source.type.small;
    const std::string completeness = completeness_text(source.board, source.words);
    // Each part in one piece where it can be; together as long as they fit a line; in one flow where that saves one.
    std::vector<std::string> lines;
    std::string all;
    const auto& scenario = source.board.query.scenario;
    const std::string assumed = scenario ? source.words.say("footer.assumed", {scenario->name}) : std::string{};
    for (const std::string& part : {assumed, source.document.source, completeness, source.words["footer.disclaimer"]}) {
        if (part.empty()) continue;
        all += (all.empty() ? "" : " · ") + part;
        const std::string longer = lines.empty() ? part : lines.back() + " · " + part;
        if (!lines.empty() && source.measure.measure(longer, size, Weight::regular).width <= width)
            lines.back() = longer;
        else
            for (std::string& line : wrapped(part, width, size, Weight::regular, 3, source.measure))
                lines.push_back(std::move(line));
    }
    if (auto flow = wrapped(all, width, size, Weight::regular, 4, source.measure); flow.size() < lines.size())
        lines = std::move(flow);
    double y = 0.006;
    out.items.push_back(rule_at(0, 0, width, rule));
    for (std::string& line : lines) {
        out.items.push_back(text_at(0, y + size, std::move(line), size, Weight::regular, soft_ink));
        y += size * line_height;
    }
    out.height = y;
    return out;
}

Block ranking_block(const Source& source, double full_width, double height, std::size_t columns) {
    constexpr double between = 0.04;
    const double width = (full_width - between * static_cast<double>(columns - 1)) / static_cast<double>(columns);
    Block out;
    out.width = full_width;
    out.height = height;
    const auto rows = ranking(source.document, source.board, source.spec, source.words);
    double size = source.type.table, value_width = 0, name_width = 0;
    // Smaller rather than a name cut; a bar needs at least room for its colour.
    for (;; size = std::max(Type::floor, size - 0.001)) {
        value_width = name_width = 0;
        for (const RankingRow& row : rows) {
            value_width = std::max(value_width, source.measure.measure(row.value, size, Weight::semibold).width);
            name_width = std::max(name_width, source.measure.measure(row.name, size, Weight::regular).width);
        }
        if (size <= Type::floor || name_width + value_width + 0.028 + size * 0.85 <= width) break;
    }
    out.items.push_back(text_at(0, size, source.words["ranking.title"], size, Weight::semibold));
    const double top = size * 1.55;
    const std::size_t even = (rows.size() + columns - 1) / columns;
    const double natural = (height - top) / static_cast<double>(std::max<std::size_t>(even, 1));
    const double pitch = std::clamp(natural, size * 1.36, size * 1.75);
    const auto most = static_cast<std::size_t>(std::max(0.0, (height - top) / pitch + 1e-9));
    const std::size_t column = std::max<std::size_t>(1, std::min(most, even));  // rows of a column
    std::size_t shown = most * columns;
    if (shown >= rows.size())
        shown = rows.size();
    else if (shown > 0)
        --shown;
    name_width = std::min(name_width, width - value_width - 0.014);
    const double bar_x = name_width + 0.014, bar_room = width - value_width - 0.014 - bar_x;
    for (std::size_t i = 0; i < shown; ++i) {
        const RankingRow& row = rows[i];
        const double x = (width + between) * static_cast<double>(i / column);
        const double y = top + pitch * static_cast<double>(i % column), baseline = y + pitch / 2 + size * 0.36;
        const domain::Score& score = source.board.score(source.spec.indicator, row.unit);
        const Colour fill = source.classes.fill(source.classes.of(score));
        if (row.unit == source.spec.selected)
            out.items.push_back(
                BoxItem{{x - 0.006, y, width + 0.012, pitch}, mix(paper, ground, 0.6), scene::Pattern::none, {}, 0});
        out.items.push_back(rule_at(x, y, width, rule));
        out.items.push_back(text_at(x, baseline, cut(row.name, name_width, size, Weight::regular, source.measure), size,
                                    Weight::regular));
        const double bar = std::max(size * 0.85, bar_room * row.bar);
        const double thick = size * 0.85;
        if (bar_room >= thick)
            out.items.push_back(BoxItem{{x + bar_x, y + (pitch - thick) / 2, std::min(bar, bar_room), thick},
                                        fill,
                                        pattern_of(score),
                                        {hairline, ink, 0, paper, false},
                                        0});
        out.items.push_back(text_at(x + width, baseline, row.value, size, Weight::semibold, ink, Align::right));
        out.targets.push_back({{x, y, width, pitch}, row.unit, -1, {}});
    }
    if (shown < rows.size()) {
        const double x = (width + between) * static_cast<double>(shown / column);
        const double y = top + pitch * static_cast<double>(shown % column);
        const std::string level{domain::id(source.spec.level)}, era{domain::id(source.board.query.era)};
        const double small = source.type.small;
        const std::string left = number_text(static_cast<double>(rows.size() - shown), 0, source.words.language());
        std::string more = source.words.say("ranking.more", {left, source.words["units." + level + "." + era]});
        if (source.measure.measure(more, small, Weight::regular).width > width)
            more = source.words.say("ranking.more_short", {left});
        out.items.push_back(rule_at(x, y, width, rule));
        out.items.push_back(text_at(x, y + pitch / 2 + size * 0.36, more, small, Weight::regular, soft_ink));
    }
    return out;
}

Block scale_bar_block(const Source& source, double km, double width) {
    Block out;
    const double size = source.type.small;
    const auto number = [&](double value) { return number_text(value, value < 1 ? 1 : 0, source.words.language()); };
    const double left = 0.015;
    out.width = width + 0.06;
    out.height = size * line_height + 0.012;
    const double y = out.height - 0.004;
    out.items.push_back(text_at(left, size, "0", size, Weight::regular, ink, Align::centre));
    const std::string all = source.words.say("scale.km", {number(km)});
    const double half = km / 2;
    if (half >= 1 && half == static_cast<double>(static_cast<long long>(half)) && width > 0.09)
        out.items.push_back(text_at(left + width / 2, size, number(half), size, Weight::regular, ink, Align::centre));
    const double unit = source.measure.measure(number(km), size, Weight::regular).width;
    out.items.push_back(text_at(left + width - unit / 2, size, all, size, Weight::regular));
    for (int part = 0; part < 2; ++part)
        out.items.push_back(BoxItem{{left + width / 2 * part, y - 0.006, width / 2, 0.006},
                                    part == 0 ? ink : paper,
                                    scene::Pattern::none,
                                    {0.0012, ink, 0, paper, false},
                                    0});
    return out;
}

void add_watermark(const Source& source, const Raster& raster, const std::vector<scene::Rect>& taken,
                   Picture& picture) {
    const std::vector<std::string> marks = marks_of(source);
    if (marks.empty()) return;
    const scene::Map& map = picture.scene.maps.front();
    const scene::Rect frame = map.frame;
    std::vector<scene::Rect> placed;
    const auto free = [&](const scene::Rect& rect, bool on_ground) {
        const auto meets = [&](const scene::Rect& other) {
            return rect.x < other.right() && other.x < rect.right() && rect.y < other.bottom() &&
                   other.y < rect.bottom();
        };
        const auto close = [&](const scene::Rect& other) {
            constexpr double apart = 0.1;  // nearer, two of them read as one of four lines
            const bool beside = rect.x < other.right() + apart && other.x < rect.right() + apart &&
                                rect.y < other.bottom() + apart && other.y < rect.bottom() + apart;
            return beside ||
                   std::abs(rect.centre().x - other.centre().x) + std::abs(rect.centre().y - other.centre().y) < 0.35;
        };
        if (std::any_of(taken.begin(), taken.end(), meets) || std::any_of(placed.begin(), placed.end(), meets) ||
            std::any_of(placed.begin(), placed.end(), close))
            return false;
        const core::Point low = to_metres(map, map.camera, {rect.x, rect.bottom()});
        const core::Point high = to_metres(map, map.camera, {rect.right(), rect.y});
        return !on_ground || raster.all({low.x, low.y, high.x, high.y}, Raster::ground);
    };
    /// As large as it can be, as near as it can be to a point of the frame; in two lines where one is too long.
    const auto put = [&](const std::string& words, double aim_x, double aim_y, bool on_ground) {
        const double whole = source.measure.measure(words, 1, Weight::semibold).width;
        for (const double size : {0.07, 0.058, 0.048, 0.04, 0.034, 0.028})
            for (const auto& lines : {std::vector<std::string>{words},
                                      wrapped(words, 0.62 * whole * size, size, Weight::semibold, 2, source.measure)}) {
                double width = 0;
                for (const std::string& line : lines)
                    width = std::max(width, source.measure.measure(line, size, Weight::semibold).width);
                const double pitch = size * 1.3;
                const double height = pitch * static_cast<double>(lines.size() - 1) + size * 1.1;
                std::optional<scene::Rect> best;
                double least = 1e9;
                for (double y = frame.y + 0.01; y + height < frame.bottom() - 0.01; y += 0.016)
                    for (double x = frame.x + 0.01; x + width < frame.right() - 0.01; x += 0.016) {
                        const scene::Rect rect{x, y, width, height};
                        const double away = std::abs(rect.centre().x - frame.x - aim_x * frame.width) +
                                            std::abs(rect.centre().y - frame.y - aim_y * frame.height);
                        if (away < least && free(rect, on_ground)) best = rect, least = away;
                    }
                if (!best) continue;
                placed.push_back(*best);
                for (std::size_t i = 0; i < lines.size(); ++i)
                    picture.scene.furniture.push_back(
                        text_at(best->centre().x, best->y + size * 0.9 + pitch * static_cast<double>(i), lines[i], size,
                                Weight::semibold, with_alpha(ink, 0.2), Align::centre));
                return;
            }
    };
    const bool both = marks.size() > 1;
    for (const std::string& mark : marks) {
        const std::size_t before = placed.size();
        const bool second = &mark != &marks.front();
        for (const bool on_ground : {true, false}) {
            put(mark, second ? 0.9 : 0.45, second ? 0.1 : 0.55, on_ground);
            if (on_ground && !both) put(mark, 0.9, 0.1, on_ground);
            if (placed.size() > before) break;
        }
    }
}

}  // namespace ocop::carto
