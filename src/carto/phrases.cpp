#include "carto/phrases.h"

#include <algorithm>
#include <cmath>

#include "core/text.h"

namespace ocop::carto {

using namespace domain;

std::string number_text(double value, int decimals, core::Language language) {
    const bool vi = language == core::Language::vietnamese;
    std::int64_t scale = 1;
    for (int i = 0; i < decimals; ++i) scale *= 10;
    const auto scaled = static_cast<std::int64_t>(std::floor(std::abs(value) * static_cast<double>(scale) + 1e-9));
    std::string whole = std::to_string(scaled / scale);
    for (std::size_t i = whole.size(); i > 3; i -= 3) whole.insert(i - 3, vi ? "." : ",");
    std::string rest = decimals > 0 ? std::to_string(scaled % scale + scale).substr(1) : "";
    while (!rest.empty() && rest.back() == '0') rest.pop_back();
    return (value < 0 && scaled > 0 ? "−" : "") + whole + (rest.empty() ? "" : (vi ? "," : ".") + rest);
}

std::string value_text(const Score& score, IndicatorId id, Show show, const core::Words& words) {
    if (!score.value) return "–";
    const std::string least = score.lower_bound ? "≥ " : "";
    const core::Language language = words.language();
    if (show == Show::percent && score.quota && *score.quota > 0)
        return least + std::to_string(*score.percent_of_quota()) + " %";
    if (show == Show::gap && score.quota) {
        const double gap = *score.gap();
        if (score.status == Status::met) return gap < 0 ? "+" + number_text(-gap, 0, language) : words["value.met"];
        return words.say("value.short_of", {number_text(std::ceil(gap - 1e-9), 0, language)});
    }
    switch (indicator(id).measure) {
        case Measure::percent:
            return least + number_text(score.value->number() * 100, 0, language) + " %";
        case Measure::stars:
            if (score.value->numerator == 0) return least + "0";
            return least + words.say("value.stars", {std::to_string(score.value->numerator)});
        case Measure::mean:
        case Measure::rate:
            return least + number_text(score.value->number(), 1, language);
        case Measure::count:
            break;
    }
    return least + number_text(score.value->number(), 0, language) +
           (score.quota ? "/" + std::to_string(*score.quota) : "");
}

std::string status_text(const Score& score, const core::Words& words) {
    return words["status." + std::string{id(score.status)}];
}

std::string full_name(const Unit& unit, const core::Words& words) {
    return words["unit_kind." + std::string{id(unit.kind)}] + " " + unit.name;
}

std::string short_name(const Territory& territory, int unit, const core::Words& words) {
    const Unit& own = territory.units[static_cast<std::size_t>(unit)];
    const auto same = std::count_if(territory.units.begin(), territory.units.end(), [&](const Unit& other) {
        return other.level == own.level && other.name == own.name && other.parent == own.parent;
    });
    return same > 1 ? words["kind_short." + std::string{id(own.kind)}] + " " + own.name : own.name;
}

std::string headline(const Document& document, const Scoreboard& board, const MapSpec& spec, const core::Words& words) {
    const Territory& territory = document.territory(board.query.era);
    const StatusCounts n = count_statuses(board, territory, spec.indicator, spec.level);
    const std::string name = words["indicator." + std::string{indicator(spec.indicator).name}];
    const std::string units = words["units." + std::string{id(spec.level)}];
    const int all = static_cast<int>(territory.at(spec.level).size());
    if (n.no_data + n.not_applicable == all) return words.say("headline.no_data", {name});
    if (const int below = n.below + n.severe; below > 0)
        return words.say("headline.below", {std::to_string(below), std::to_string(all), units, name});
    if (n.met == all) return words.say("headline.met", {std::to_string(all), units, name});
    if (n.met + n.undetermined > 0)
        return words.say("headline.unsure", {std::to_string(n.met), std::to_string(all), units}) + ": " + name;
    const auto rows = ranking(document, board, spec, words);
    const Score& first = board.score(spec.indicator, rows.front().unit);
    if (!first.value || first.value->numerator == 0) return words.say("headline.zero", {name});
    return words.say("headline.lead", {rows.front().name, rows.front().value, name});
}

std::string subtitle(const Document& document, const Scoreboard& board, const MapSpec&, const core::Words& words) {
    std::string text = words.say("subtitle", {document.plan.id, vietnamese(board.query.as_of),
                                              words["basis." + std::string{id(board.query.basis)}]});
    return board.query.filter.active() ? text + " · " + words["subtitle.filter"] : text;
}

std::string completeness_text(const Scoreboard& board, const core::Words& words) {
    const Completeness& c = board.completeness;
    std::string text =
        words.say("completeness", {std::to_string(c.rows), std::to_string(c.placed), std::to_string(c.dated)});
    if (c.listed && c.published)
        text += " · " + words.say("completeness.listed", {std::to_string(*c.listed), std::to_string(*c.published)});
    return text;
}

std::vector<RankingRow> ranking(const Document& document, const Scoreboard& board, const MapSpec& spec,
                                const core::Words& words) {
    const Territory& territory = document.territory(board.query.era);
    std::vector<RankingRow> rows;
    double most = 0;
    const auto known = [&](const RankingRow& row) { return board.score(spec.indicator, row.unit).value.has_value(); };
    // Largest gap first where there is a quota, else largest value.
    const auto key = [&](const RankingRow& row) {
        const Score& score = board.score(spec.indicator, row.unit);
        return score.quota ? *score.gap() : score.value->number();
    };
    for (const int unit : territory.at(spec.level)) {
        const Score& score = board.score(spec.indicator, unit);
        rows.push_back({unit, 0, short_name(territory, unit, words),
                        value_text(score, spec.indicator, spec.show, words), score.status,
                        score.value ? score.value->number() : 0});
        most = std::max(most, rows.back().bar);
    }
    std::stable_sort(rows.begin(), rows.end(), [&](const RankingRow& a, const RankingRow& b) {
        if (known(a) != known(b)) return known(a);
        if (known(a) && key(a) != key(b)) return key(a) > key(b);
        return core::compare_vi(a.name, b.name) < 0;
    });
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!known(rows[i])) continue;
        rows[i].place = i > 0 && key(rows[i]) == key(rows[i - 1]) ? rows[i - 1].place : static_cast<int>(i) + 1;
        rows[i].bar = most > 0 ? rows[i].bar / most : 0;
    }
    return rows;
}

std::vector<Tile> tiles(const Document& document, const Scoreboard& board, const core::Words& words) {
    std::vector<Tile> out;
    if (document.territory(board.query.era).empty()) return out;
    for (const Indicator& row : indicators()) {
        const bool planned = std::any_of(document.plan.targets.begin(), document.plan.targets.end(),
                                         [&](const Target& target) { return target.indicator == row.id; });
        if (!planned) continue;
        const Score& score = board.score(row.id, 0);
        out.push_back({row.id, words["indicator." + std::string{row.name}],
                       value_text(score, row.id, Show::count, words), status_text(score, words), score.status});
    }
    return out;
}

}  // namespace ocop::carto
