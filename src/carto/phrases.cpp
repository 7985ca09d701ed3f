#include "carto/phrases.h"

#include <algorithm>

#include "core/text.h"

namespace ocop::carto {

namespace {

using domain::IndicatorId;
using domain::Measure;
using domain::Score;

std::string whole(std::int64_t n, const core::Words& words) {
    return number_text(static_cast<double>(n), 0, words.language());
}

/// Rounded down, so that 100 is really reached (B-5).
std::int64_t percent_of(const domain::Value& value) {
    return value.denominator == 0 ? 0 : 100 * value.numerator / value.denominator;
}

std::string at_least(const Score& score, std::string text) { return score.lower_bound ? "≥ " + text : text; }

/// The same of a text that begins with what is recorded, which may be nothing.
std::string recorded_at_least(const Score& score, std::string text) {
    return score.assumed && !score.assumed->recorded ? text : at_least(score, std::move(text));
}

/// What is cut to nothing is still no zero: "< 1 %", or "> 0 %" where more may be missing.
std::string percent_text(const Score& score, std::int64_t percent, const core::Words& words) {
    if (percent == 0 && score.value->numerator > 0)
        return words.say("value.percent", {score.lower_bound ? "> 0" : "< 1"});
    return at_least(score, words.say("value.percent", {whole(percent, words)}));
}

std::string rate_text(const Score& score, const core::Words& words) {
    const auto& value = *score.value;
    if (value.numerator == 0) return at_least(score, "0");
    if (10 * value.numerator >= value.denominator)
        return at_least(score, number_text(value.number(), 1, words.language()));
    return score.lower_bound ? "> 0" : "< " + number_text(0.1, 1, words.language());
}

/// A quota as it stands behind the stroke: "4", "≈ 10".
std::string quota_text(const Score& score, const core::Words& words) {
    const std::string number = whole(*score.quota, words);
    return score.bound == domain::Bound::about ? words.say("value.about", {number}) : number;
}

/// What is missing, never understated: shares in whole per cent, rounded up with the percentage rounded down.
std::int64_t shortfall(const Score& score) {
    return score.share ? *score.quota - percent_of(*score.value) : *score.quota - score.value->numerator;
}

std::string amount_text(const Score& score, std::int64_t n, const core::Words& words) {
    return score.share ? words.say("value.percent", {whole(n, words)}) : whole(n, words);
}

std::string gap_text(const Score& score, const core::Words& words) {
    const std::int64_t gap = shortfall(score);
    if (gap > 0)
        return words.say(gap_is_at_most(score) ? "value.short_of_at_most" : "value.short_of",
                         {amount_text(score, gap, words)});
    if (gap == 0) return words["value.met"];
    return at_least(score, "+" + amount_text(score, -gap, words));
}

/// "2", or under a scenario "2+3*": recorded, and what is assumed beside it; "5−1+2*": so many have lapsed. Without any
/// record "–+2*".
std::string amount_and_assumed(const Score& score, const core::Words& words) {
    if (!score.assumed) return whole(score.value->numerator, words);
    const auto& [recorded, added] = *score.assumed;
    const std::int64_t before = recorded ? recorded->numerator : 0, other = score.value->numerator - added - before;
    std::string out = recorded ? whole(before, words) : "–";
    for (const std::int64_t change : {other, added})
        if (change != 0) out += (change > 0 ? "+" : "−") + whole(change > 0 ? change : -change, words);
    return other != 0 || added != 0 ? out + "*" : out;
}

/// What is assumed is marked wherever it stands without its parts.
std::string marked(const Score& score, std::string text) {
    const bool moved = score.assumed && (score.assumed->added != 0 || score.assumed->recorded != score.value);
    return moved && !text.ends_with('*') && text.find("*/") == std::string::npos ? text + "*" : text;
}

std::string count_text(const Score& score, IndicatorId indicator, const core::Words& words) {
    const auto& value = *score.value;
    switch (domain::indicator(indicator).measure) {
        case Measure::stars:
            return at_least(score,
                            value.numerator == 0 ? "0" : words.say("value.stars", {whole(value.numerator, words)}));
        case Measure::mean:  // a mean of an incomplete list is no lower bound
            return value.numerator == 0 ? "0"
                                        : words.say("value.stars", {number_text(value.number(), 1, words.language())});
        case Measure::rate:
            return rate_text(score, words);
        case Measure::percent:
            if (indicator == IndicatorId::stars_share45) return percent_text(score, percent_of(value), words);
            return recorded_at_least(score, amount_and_assumed(score, words) + "/" + whole(value.denominator, words));
        case Measure::count:
            break;
    }
    if (indicator == IndicatorId::stars_mix && score.mix.size() == 3 && value.numerator > 0)
        return at_least(
            score, whole(score.mix[0], words) + "–" + whole(score.mix[1], words) + "–" + whole(score.mix[2], words));
    std::string text = amount_and_assumed(score, words);
    if (score.quota) text += "/" + quota_text(score, words);
    return recorded_at_least(score, text);
}

/// "0 +5": five more would count if their date were known (formats.md §3, Dates). The legend says what "+" means.
std::string with_undated(const Score& score, Show show, std::string text) {
    return score.undated > 0 && show == Show::count ? text + " +" + std::to_string(score.undated) : text;
}

}  // namespace

bool gap_is_at_most(const Score& score) {
    return score.lower_bound || score.undated > 0 || score.status == domain::Status::undetermined;
}

namespace {
/// Before the mark of what is assumed.
std::string bare_text(const Score& score, IndicatorId indicator, Show show, const core::Words& words) {
    if (score.outreach) {
        return words["outreach." + std::string{domain::id(*score.outreach)}];
    }
    if (!score.value) {
        return score.of_nothing() ? words["value.none"] : "–";
    }
    const bool share_of_people = score.share && indicator != IndicatorId::stars_share45;
    if (show == Show::gap && score.quota) return gap_text(score, words);
    if (show == Show::percent && share_of_people) return percent_text(score, percent_of(*score.value), words);
    if (show == Show::percent && score.quota) {
        if (const auto percent = score.percent_of_quota()) {
            const bool open = !score.lower_bound && gap_is_at_most(score);  // what is in doubt could only add
            return (open ? "≥ " : "") + percent_text(score, *percent, words);
        }
        return words["value.met"];  // quota 0
    }
    return count_text(score, indicator, words);
}
}  // namespace

std::string value_text(const Score& score, IndicatorId indicator, Show show, const core::Words& words) {
    const std::string text = marked(score, bare_text(score, indicator, show, words));
    return score.outreach ? text : with_undated(score, show, text);
}

std::string unit_value_text(const Score& score, domain::Level level, IndicatorId indicator, Show show,
                            const core::Words& words) {
    if (level == domain::Level::commune && indicator == IndicatorId::blank_communes && score.value)
        return marked(score, words[score.value->numerator > 0 ? "blank.yes" : "blank.no"]);
    return value_text(score, indicator, show, words);
}

std::string status_text(const Score& score, const core::Words& words) {
    if (score.of_nothing()) return words["status.none"];
    const std::string key = "status." + std::string{domain::id(score.status)};
    const bool below = score.status == domain::Status::below || score.status == domain::Status::severe;
    if (below && score.outreach) return words["tile.below_short"];  // a state, of which there is no half and no gap
    if (below && score.value)
        return words.say(key, {(gap_is_at_most(score) ? "≤ " : "") + amount_text(score, shortfall(score), words)});
    if (score.status == domain::Status::met && score.value && score.quota && shortfall(score) < 0)
        return words.say("status.met_over",
                         {(score.lower_bound ? "≥ " : "") + amount_text(score, -shortfall(score), words)});
    return words[key];
}

std::string full_name(const domain::Unit& unit, const core::Words& words) {
    return words.say("unit.full." + std::string{domain::id(unit.kind)}, {unit.name});
}

std::string full_name_within(const domain::Unit& unit, const core::Words& words) {
    const std::string full = full_name(unit, words);
    if (full.starts_with(unit.name)) return full;
    const auto space = std::min(full.find(' '), full.size());
    return core::lower(full.substr(0, space)) + full.substr(space);
}

std::string short_name(const domain::Territory& territory, int unit, const core::Words& words) {
    const domain::Unit& own = territory.units[static_cast<std::size_t>(unit)];
    const auto twins = std::count_if(territory.units.begin(), territory.units.end(), [&](const domain::Unit& other) {
        return other.level == own.level && other.name == own.name;
    });
    return twins > 1 ? words.say("unit.short." + std::string{domain::id(own.kind)}, {own.name}) : own.name;
}

std::string completeness_text(const domain::Scoreboard& board, const core::Words& words) {
    const auto& c = board.completeness;
    std::string out = words.say("completeness.rows", {whole(c.rows, words)}) + " · " +
                      words.say("completeness.placed", {whole(c.placed, words)}) + " · " +
                      words.say("completeness.dated", {whole(c.dated, words)});
    if (!c.published || !c.listed) return out;
    out += " · " + words.say("completeness.listed", {whole(*c.listed, words), whole(*c.published, words)});
    std::string rounds;
    const auto own = [](const domain::Published& round) { return round.district_code.empty(); };
    const bool several = std::count_if(c.rounds.begin(), c.rounds.end(), own) > 1;
    for (const domain::Published& round : c.rounds) {
        if (!own(round)) continue;
        rounds += rounds.empty() ? "" : "; ";
        rounds += words.say(several ? "completeness.round_of" : "completeness.round",
                            {round.round, whole(round.total, words)});
        // The first source; the list of the figures has them all.
        if (!round.source.empty())
            rounds += ", " + words.say("completeness.source", {round.source.substr(0, round.source.find(';'))});
    }
    return out + " (" + rounds + ")";
}

std::vector<std::string> published_texts(const domain::Scoreboard& board, std::string_view district_code,
                                         const core::Words& words) {
    std::vector<std::string> out;
    for (const domain::Published& round : board.completeness.rounds) {
        if (round.district_code != district_code) continue;
        std::string text = words.say("published.total", {whole(round.total, words), round.round});
        if (round.listed) text += words.say("published.listed", {whole(*round.listed, words)});
        if (!round.source.empty()) text += " · " + words.say("completeness.source", {round.source});
        out.push_back(std::move(text));
    }
    return out;
}

}  // namespace ocop::carto
