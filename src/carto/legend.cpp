#include "carto/legend.h"

#include <algorithm>

#include "carto/phrases.h"
#include "carto/placement.h"

namespace ocop::carto {

namespace {

using domain::IndicatorId;
using domain::Measure;
using domain::Status;

bool is_below(const domain::Score& score) { return score.status == Status::below || score.status == Status::severe; }

/// A map of states ("under way", "has a product"), not of amounts.
bool says_states(const Classes& classes, const MapSpec& spec) {
    return classes.reads == Classes::Reads::outreach_status ||
           (spec.indicator == IndicatorId::blank_communes && spec.level == domain::Level::commune);
}

std::string unit_text(const domain::Scoreboard& board, const domain::Territory& territory, const Classes& classes,
                      const MapSpec& spec, const core::Words& words) {
    const Measure measure = domain::indicator(spec.indicator).measure;
    const Show show = effective_show(board, territory, spec);
    const char* key = says_states(classes, spec)                     ? "legend.status"
                      : show == Show::gap                            ? "legend.gap"
                      : spec.indicator == IndicatorId::stars_share45 ? "legend.share45"
                      : measure == Measure::percent                  ? "legend.share"
                      : show == Show::percent                        ? "legend.percent"
                      : measure == Measure::rate                     ? "legend.rate"
                      : measure == Measure::count                    ? "legend.count"
                                                                     : "legend.stars";
    return words[key] + " " + words["legend.per_" + std::string{domain::id(spec.level)}] + ", " +
           domain::vietnamese(board.query.as_of);
}

}  // namespace

bool LegendRow::holds(const Classes& classes, const domain::Score& score) const {
    switch (kind) {
        case Kind::colour:
            return classes.of(score) == which;
        case Kind::below:
            return is_below(score);
        case Kind::severe:
            return score.status == Status::severe && !score.outreach;
        case Kind::undetermined:
            return score.status == Status::undetermined;
    }
    return false;
}

std::string LegendRow::name(const Classes& classes) const {
    switch (kind) {
        case Kind::below:
            return "below";
        case Kind::severe:
            return "severe";
        case Kind::undetermined:
            return "undetermined";
        case Kind::colour:
            break;
    }
    if (which < classes.zero()) return "from:" + std::to_string(classes.values[static_cast<std::size_t>(which)].low);
    return which == classes.zero() ? "zero" : which == classes.no_data() ? "no_data" : "no_quota";
}

int row_named(const Legend& legend, const Classes& classes, std::string_view name) {
    for (std::size_t i = 0; i < legend.rows.size(); ++i)
        if (legend.rows[i].name(classes) == name) return static_cast<int>(i);
    return -1;
}

Legend make_legend(const domain::Document& document, const domain::Scoreboard& board, const LevelGeometry& geometry,
                   const Classes& classes, const MapSpec& spec, const core::Words& words) {
    const domain::Territory& territory = document.territory(board.query.era);
    Legend out;
    out.title = words["indicator." + std::string{domain::indicator(spec.indicator).name}];
    out.unit = unit_text(board, territory, classes, spec, words);
    // Of states none is a zero, and none says so on the map.
    const bool states = says_states(classes, spec);
    const auto colour_row = [&](int which) {
        LegendRow row;
        row.which = which;
        row.label = classes.label(which);
        row.fill = classes.fill(which);
        if (which == classes.zero() && !states) row.sign = "0";
        if (which == classes.no_data()) row.sign = "–", row.pattern = scene::Pattern::dots;
        row.dotted = which == classes.no_quota();
        out.rows.push_back(row);
    };
    const auto status_row = [&](LegendRow::Kind kind, const char* key, scene::Pattern pattern) {
        LegendRow row;
        row.kind = kind;
        row.label = words[key];
        row.fill = classes.values[classes.values.size() / 2 - (classes.values.size() > 1 ? 1 : 0)].fill;
        row.pattern = pattern;
        out.rows.push_back(row);
    };
    const auto any = [&](auto test) {
        return std::any_of(geometry.units.begin(), geometry.units.end(),
                           [&](int unit) { return test(board.score(spec.indicator, unit)); });
    };
    const bool counted = any([](const domain::Score& s) { return s.value || s.outreach; });
    if (counted) {  // classes of what nobody has counted would be invented
        for (int which = classes.zero(); which-- > 0;) colour_row(which);
        if (states) colour_row(classes.zero());  // the last state, and no state after what lies over them
        if (any([](const domain::Score& s) { return s.quota.has_value(); }))
            status_row(LegendRow::Kind::below, "legend.below", scene::Pattern::hatch);
        if (any([](const domain::Score& s) { return s.status == Status::severe && !s.outreach; }))
            status_row(LegendRow::Kind::severe, "legend.severe", scene::Pattern::hatch_severe);
        if (any([](const domain::Score& s) { return s.status == Status::undetermined; }))
            status_row(LegendRow::Kind::undetermined, "legend.undetermined", scene::Pattern::stipple);
    }
    if (!states || !counted) colour_row(classes.zero());  // Z-5: zero and no data also where no unit is
    colour_row(classes.no_data());
    if (any([&](const domain::Score& s) { return classes.of(s) == classes.none(); })) colour_row(classes.none());
    if (any([&](const domain::Score& s) { return classes.of(s) == classes.no_quota(); }))
        colour_row(classes.no_quota());
    for (LegendRow& row : out.rows)
        row.count = static_cast<int>(std::count_if(geometry.units.begin(), geometry.units.end(), [&](int unit) {
            return in_focus(territory, unit, spec.focus) && row.holds(classes, board.score(spec.indicator, unit));
        }));
    if (territory.empty()) return out;
    const domain::Score& whole = board.score(spec.indicator, std::max(0, spec.focus));
    const int unplaced = spec.level == domain::Level::commune    ? whole.unlocated
                         : spec.level == domain::Level::district ? board.unplaced_rows(spec.indicator)
                                                                 : 0;
    const auto note = [&](const char* key, int rows) {
        if (rows > 0) out.notes.push_back(words.say(key, {number_text(rows, 0, words.language())}));
    };
    note("legend.unplaced", unplaced);
    note("legend.unread", whole.unread);
    note(spec.indicator == IndicatorId::ideas      ? "legend.undated.ideas"
         : spec.indicator == IndicatorId::projects ? "legend.undated.projects"
                                                   : "legend.undated.products",
         whole.undated);
    if (board.query.scenario) out.notes.push_back(words["legend.assumed"]);
    return out;
}

Block draw_legend(const Legend& legend, int columns, const Type& type, const scene::TextMeasure& measure) {
    using scene::Weight;
    Block out;
    const bool many = legend.rows.size() > 8;
    const double swatch = std::max(many ? 0.029 : 0.032, type.legend * 1.1), wide = 0.045 * swatch / 0.032;
    const double pitch = swatch + 0.006, indent = wide + 0.012;
    const auto label = [](const LegendRow& row) { return row.label + " (" + std::to_string(row.count) + ")"; };
    double widest = 0;
    for (const LegendRow& row : legend.rows)
        widest = std::max(widest, indent + measure.measure(label(row), type.legend, Weight::regular).width);
    out.width = widest * columns + 0.02 * (columns - 1);
    double y = 0;
    const auto lines = [&](const std::string& text, double size, Weight weight, Colour colour) {
        for (const std::string& line : wrapped(text, std::max(out.width, 0.28), size, weight, 4, measure)) {
            out.width = std::max(out.width, measure.measure(line, size, weight).width);
            out.items.push_back(scene::Text{{0, y + size}, line, size, weight, colour, scene::Align::left, 0, paper});
            y += size * line_height;
        }
    };
    lines(legend.title, type.legend, Weight::semibold, ink);
    lines(legend.unit, type.small, Weight::regular, soft_ink);
    y += 0.008;
    const std::size_t per_column =
        (legend.rows.size() + static_cast<std::size_t>(columns) - 1) / static_cast<std::size_t>(columns);
    for (std::size_t i = 0; i < legend.rows.size(); ++i) {
        const LegendRow& row = legend.rows[i];
        const double x = static_cast<double>(i / per_column) * (widest + 0.02);
        const double top = y + static_cast<double>(i % per_column) * pitch;
        const scene::Rect box{x, top, wide, swatch};
        out.items.push_back(scene::BoxItem{box, row.fill, row.pattern, {0.0012, ink, 0, paper, row.dotted}, 0});
        if (!row.sign.empty()) {
            const double size = type.small;
            if (row.pattern != scene::Pattern::none)
                out.items.push_back(scene::BoxItem{{x + wide / 2 - 0.011, top + swatch / 2 - 0.010, 0.022, 0.020},
                                                   with_alpha(row.fill, 0.85),
                                                   scene::Pattern::none,
                                                   {},
                                                   0.004});
            out.items.push_back(scene::Text{{x + wide / 2, top + swatch / 2 + size * 0.36},
                                            row.sign,
                                            size,
                                            Weight::semibold,
                                            ink,
                                            scene::Align::centre,
                                            0,
                                            paper});
        }
        out.items.push_back(scene::Text{{x + indent, top + swatch / 2 + type.legend * 0.36},
                                        label(row),
                                        type.legend,
                                        Weight::regular,
                                        ink,
                                        scene::Align::left,
                                        0,
                                        paper});
        out.targets.push_back({{x, top - 0.003, widest, pitch}, -1, static_cast<int>(i), {}});
    }
    y += static_cast<double>(per_column) * pitch;
    for (const std::string& note : legend.notes) lines(note, type.small, Weight::regular, soft_ink);
    out.height = y;
    return out;
}

}  // namespace ocop::carto
