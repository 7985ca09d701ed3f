// The ranking of a level and the province's tiles.
#include <algorithm>
#include <cmath>
#include <limits>

#include "carto/classes.h"
#include "carto/phrases.h"
#include "carto/placement.h"
#include "core/text.h"

namespace ocop::carto {

namespace {

using domain::IndicatorId;
using domain::Score;

/// What a level is ordered by: larger first.
double rank(const Score& score, bool by_gap) {
    if (score.outreach) return 3 - static_cast<double>(*score.outreach);
    if (!score.value) return -std::numeric_limits<double>::infinity();
    return by_gap ? score.gap().value_or(-1e9) : score.value->number();
}

}  // namespace

std::vector<RankingRow> ranking(const domain::Document& document, const domain::Scoreboard& board, const MapSpec& spec,
                                const core::Words& words) {
    const domain::Territory& territory = document.territory(board.query.era);
    auto units = territory.at(spec.level);
    std::erase_if(units, [&](int unit) { return !in_focus(territory, unit, spec.focus); });
    const Show show = effective_show(board, territory, spec);
    bool by_gap = false;
    double widest = 0;
    const auto bar_value = [&](const Score& score) {
        if (score.outreach) return 0.0;  // a state is no amount
        if (!score.value) return 0.0;
        if (show != Show::count && score.quota && *score.quota > 0)
            return score.value->number() * score.percent_scale() / *score.quota;
        return score.value->number();
    };
    for (const int unit : units) {
        const Score& score = board.score(spec.indicator, unit);
        by_gap = by_gap || score.quota.has_value();
        widest = std::max(widest, bar_value(score));
    }
    std::vector<RankingRow> rows;
    std::vector<double> keys(territory.units.size());
    for (const int unit : units) {
        const Score& score = board.score(spec.indicator, unit);
        if (!domain::has_level(domain::indicator(spec.indicator), spec.level)) continue;
        keys[static_cast<std::size_t>(unit)] = rank(score, by_gap);
        rows.push_back({unit, 0, short_name(territory, unit, words),
                        unit_value_text(score, spec.level, spec.indicator, show, words), score.status,
                        widest > 0 ? bar_value(score) / widest : 0});
    }
    const auto key = [&](const RankingRow& row) { return keys[static_cast<std::size_t>(row.unit)]; };
    std::stable_sort(rows.begin(), rows.end(), [&](const RankingRow& a, const RankingRow& b) {
        if (key(a) != key(b)) return key(a) > key(b);
        const int order = core::compare_vi(a.name, b.name);
        return order != 0 ? order < 0
                          : territory.units[static_cast<std::size_t>(a.unit)].code <
                                territory.units[static_cast<std::size_t>(b.unit)].code;
    });
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (std::isfinite(key(rows[i])))
            rows[i].place = i > 0 && key(rows[i]) == key(rows[i - 1]) ? rows[i - 1].place : static_cast<int>(i) + 1;
    return rows;
}

std::vector<Tile> tiles(const domain::Document& document, const domain::Scoreboard& board, const core::Words& words) {
    std::vector<Tile> out;
    if (document.territory(board.query.era).empty()) return out;
    for (const auto& indicator : domain::indicators()) {
        const auto& targets = document.plan.targets;
        if (std::none_of(targets.begin(), targets.end(),
                         [&](const domain::Target& target) { return target.indicator == indicator.id; }))
            continue;
        Score score = board.score(indicator.id, 0);
        if (score.assumed) score.undated = 0;  // its parts take the room; the legend tells of rows without a date
        const Show show = indicator.measure == domain::Measure::percent ? Show::percent : Show::count;
        Tile tile{indicator.id,
                  words["tile." + std::string{indicator.name}],
                  value_text(score, indicator.id, show, words),
                  {},
                  score.status};
        const bool below = score.status == domain::Status::below || score.status == domain::Status::severe;
        if (below && score.value)
            tile.status = words.say("tile.below", {value_text(score, indicator.id, Show::gap, words)});
        else if (score.status == domain::Status::no_quota && board.query.filter.active() && of_products(indicator))
            tile.status = words["tile.filtered"];  // a part is measured against no quota, though there is one
        else
            tile.status = words["tile." + std::string{domain::id(score.status)}];
        out.push_back(tile);
    }
    return out;
}

}  // namespace ocop::carto
