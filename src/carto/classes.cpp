#include "carto/classes.h"

#include <algorithm>
#include <span>

#include "carto/phrases.h"

namespace ocop::carto {

namespace {

using domain::IndicatorId;
using domain::Measure;
using domain::Score;

std::string percent(const std::string& number, const core::Words& words) {
    return words.say("value.percent", {number});
}

std::string range(const std::string& low, const std::string& high, const core::Words& words) {
    return low == high ? low : words.say("legend.range", {low, high});
}

/// The 95th percentile of the non-zero amounts of a picture's level, in steps of `scale`; of several pictures the
/// largest, so that an early date with hardly a value does not take the classes from the others.
std::int64_t percentile95(const std::vector<Compared>& pictures, std::int64_t scale) {
    std::int64_t largest = 1;
    for (const auto& [board, territory, spec] : pictures) {
        std::vector<std::int64_t> amounts;
        for (const int unit : territory.at(spec.level))
            if (const Score& score = board.score(spec.indicator, unit); score.value && score.value->numerator > 0)
                amounts.push_back(score.value->numerator * scale / std::max<std::int64_t>(score.value->denominator, 1));
        std::sort(amounts.begin(), amounts.end());
        if (!amounts.empty()) largest = std::max(largest, amounts[(amounts.size() * 95 - 1) / 100]);
    }
    return largest;
}

/// Colours of n classes: n neighbours of the ramp made for that many, the light end first.
Colour count_colour(std::size_t index, std::size_t n) { return n > 4 ? kg_count5[index] : kg_count4[index]; }

void count_classes(Classes& classes, std::span<const std::int64_t> breaks, const core::Words& words) {
    for (std::size_t i = 0; i < breaks.size(); ++i) {
        const auto text = [&](std::int64_t n) { return number_text(static_cast<double>(n), 0, words.language()); };
        const bool top = i + 1 == breaks.size();
        classes.values.push_back({breaks[i], count_colour(i, breaks.size()),
                                  top ? words.say("legend.from_up", {text(breaks[i])})
                                      : range(text(breaks[i]), text(breaks[i + 1] - 1), words)});
    }
}

/// Amounts in tenths: means and rates. The lowest class holds everything above zero.
void tenth_classes(Classes& classes, std::span<const std::int64_t> breaks, std::span<const Colour> colours,
                   bool from_zero, const core::Words& words) {
    classes.scale = 10;
    const auto text = [&](std::int64_t n) { return number_text(static_cast<double>(n) / 10, 1, words.language()); };
    if (from_zero) classes.values.push_back({0, colours[0], words.say("legend.under", {text(breaks[0])})});
    for (std::size_t i = 0; i < breaks.size(); ++i) {
        const bool top = i + 1 == breaks.size();
        classes.values.push_back({breaks[i], colours[i + (from_zero ? 1 : 0)],
                                  top ? words.say("legend.from_up", {text(breaks[i])})
                                      : range(text(breaks[i]), text(breaks[i + 1] - 1), words)});
    }
}

std::vector<std::int64_t> one_two_five(std::int64_t top, std::size_t n) {
    std::vector<std::int64_t> series;
    for (std::int64_t decade = 1; decade <= std::max<std::int64_t>(top, 10); decade *= 10)
        for (const std::int64_t step : {1, 2, 5})
            if (decade * step <= top || series.size() < n) series.push_back(decade * step);
    return {series.end() - static_cast<std::ptrdiff_t>(n), series.end()};
}

/// Absolute shares of a quota (B-4); a share of people cannot pass a quota of 100 %.
void quota_classes(Classes& classes, bool capped, const core::Words& words) {
    const auto text = [&](const std::string& number) { return percent(number, words); };
    classes.values = {{0, kg_gap5[0], text(words.say("legend.under", {"50"}))},
                      {50, kg_gap5[1], text(range("50", "79", words))},
                      {80, kg_gap5[2], text(range("80", "99", words))},
                      {100, kg_gap5[3], text(capped ? "100" : range("100", "119", words))}};
    if (!capped) classes.values.push_back({120, kg_gap5[4], text(words.say("legend.from_up", {"120"}))});
}

void share_classes(Classes& classes, const core::Words& words) {
    const char* const labels[] = {"20", "20–39", "40–59", "60–79", "80"};
    for (std::size_t i = 0; i < kg_count5.size(); ++i) {
        std::string label = labels[i];
        if (i == 0) label = words.say("legend.under", {label});
        if (i == 4) label = words.say("legend.from_up", {label});
        classes.values.push_back({static_cast<std::int64_t>(i) * 20, kg_count5[i], percent(label, words)});
    }
}

/// The locked classes of a picture, or its own.
std::vector<std::int64_t> breaks_of(const domain::Scoreboard& board, const domain::Territory& territory,
                                    const MapSpec& spec) {
    return spec.breaks.empty() ? shared_breaks({{board, territory, spec}}) : spec.breaks;
}

}  // namespace

std::vector<std::int64_t> shared_breaks(const std::vector<Compared>& pictures) {
    if (pictures.empty()) return {};
    const auto& [board, territory, spec] = pictures.front();
    const Measure measure = domain::indicator(spec.indicator).measure;
    const bool status = spec.indicator == IndicatorId::blank_communes && spec.level == domain::Level::commune;
    const bool of_quota = std::any_of(pictures.begin(), pictures.end(), [](const Compared& one) {
        return effective_show(one.board, one.territory, one.spec) != Show::count;
    });
    if (status || of_quota) return {};
    if (measure == Measure::rate) return one_two_five(std::max<std::int64_t>(percentile95(pictures, 10), 10), 4);
    return measure == Measure::count ? preset_breaks(percentile95(pictures, 1)) : std::vector<std::int64_t>{};
}

std::vector<std::int64_t> preset_breaks(std::int64_t m) {
    if (m <= 1) return {1, 2};
    if (m <= 5) {
        std::vector<std::int64_t> breaks;
        for (std::int64_t i = 1; i <= m; ++i) breaks.push_back(i);
        return breaks;
    }
    if (m <= 12) return {1, 3, 6, 9};
    if (m <= 30) return {1, 4, 8, 13, 21};
    auto breaks = one_two_five(m, 4);
    breaks.insert(breaks.begin(), 1);
    return breaks;
}

int Classes::of(const Score& score) const {
    if (reads == Reads::outreach_status) {
        if (!score.outreach) return no_data();
        const int status = static_cast<int>(*score.outreach);
        return status == 0 ? zero() : status - 1;
    }
    if (!score.value) return score.status == domain::Status::not_applicable ? none() : no_data();
    const auto& value = *score.value;
    if (reads == Reads::percent_of_quota && !score.quota) return no_quota();
    if (value.numerator == 0) return zero();
    std::int64_t amount = value.numerator * scale, per = std::max<std::int64_t>(value.denominator, 1);
    if (reads == Reads::percent_of_quota) {
        amount = value.numerator * 100 * score.percent_scale();
        per *= *score.quota;
        if (per == 0) amount = 100, per = 1;  // quota 0 is met
    }
    int found = 0;
    for (int i = 0; i < zero(); ++i)
        if (amount >= values[static_cast<std::size_t>(i)].low * per) found = i;
    return found;
}

Colour Classes::fill(int which) const {
    if (which < zero()) return values[static_cast<std::size_t>(which)].fill;
    return which == zero() ? zero_fill : which == no_data() ? no_data_fill : no_quota_fill;  // none() has no quota
}

const std::string& Classes::label(int which) const {
    if (which < zero()) return values[static_cast<std::size_t>(which)].label;
    return which == zero()      ? zero_label
           : which == no_data() ? no_data_label
           : which == none()    ? none_label
                                : no_quota_label;
}

Show effective_show(const domain::Scoreboard& board, const domain::Territory& territory, const MapSpec& spec) {
    for (const int unit : territory.at(spec.level))
        if (board.score(spec.indicator, unit).quota) return spec.show;
    return Show::count;
}

Classes classify(const domain::Scoreboard& board, const domain::Territory& territory, const MapSpec& spec,
                 const core::Words& words) {
    Classes classes;
    classes.zero_label = words["legend.zero"];
    classes.no_data_label = words["legend.no_data"];
    classes.no_quota_label = words["legend.no_quota"];
    const auto& indicator = domain::indicator(spec.indicator);
    classes.none_label = words[has_level(indicator, spec.level) ? "legend.none" : "legend.no_level"];
    const bool communes = spec.level == domain::Level::commune;
    if (spec.indicator == IndicatorId::outreach && communes) {
        classes.reads = Classes::Reads::outreach_status;
        const char* const states[] = {"legend.outreach.planned", "legend.outreach.under_way", "legend.outreach.done"};
        for (std::size_t i = 0; i < 3; ++i)
            classes.values.push_back({static_cast<std::int64_t>(i) + 1, kg_out3[i], words[states[i]]});
        classes.zero_label = words["legend.outreach.none"];
    } else if (spec.indicator == IndicatorId::blank_communes && communes) {
        classes.values = {{1, kg_gap5[1], words["legend.blank_yes"]}};
        classes.zero_label = words["legend.blank_no"];
    } else if (effective_show(board, territory, spec) != Show::count) {
        classes.reads = Classes::Reads::percent_of_quota;
        const auto units = territory.at(spec.level);
        const bool all_asked = std::all_of(units.begin(), units.end(), [&](int unit) {
            return board.score(spec.indicator, unit).quota.value_or(100) >= 100;
        });
        quota_classes(classes, indicator.measure == Measure::percent && all_asked, words);
    } else if (indicator.measure == Measure::percent) {
        classes.scale = 100;
        if (spec.indicator == IndicatorId::stars_share45)
            share_classes(classes, words);
        else
            quota_classes(classes, true, words);
    } else if (indicator.measure == Measure::stars) {
        for (int stars = 3; stars <= 5; ++stars)
            classes.values.push_back({stars, kg_star5[static_cast<std::size_t>(stars - 1)],
                                      words.say("legend.stars_class", {std::to_string(stars)})});
    } else if (indicator.measure == Measure::mean) {
        const std::int64_t breaks[] = {30, 35, 40, 45};
        tenth_classes(classes, breaks, std::span{kg_star5}.subspan(1), false, words);
    } else if (indicator.measure == Measure::rate) {
        const auto breaks = breaks_of(board, territory, spec);
        tenth_classes(classes, breaks, kg_count5, breaks.size() < kg_count5.size(), words);
    } else {
        count_classes(classes, breaks_of(board, territory, spec), words);
    }
    return classes;
}

scene::Pattern pattern_of(const Score& score) {
    if (!score.value && !score.outreach)
        return score.status == domain::Status::not_applicable ? scene::Pattern::none : scene::Pattern::dots;
    switch (score.status) {
        case domain::Status::below:
            return scene::Pattern::hatch;
        case domain::Status::severe:
            // A commune's own outreach is done or not: there is no half.
            return score.outreach ? scene::Pattern::hatch : scene::Pattern::hatch_severe;
        case domain::Status::undetermined:
            return scene::Pattern::stipple;
        default:
            return scene::Pattern::none;
    }
}

}  // namespace ocop::carto
