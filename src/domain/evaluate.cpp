#include "domain/evaluate.h"

#include "domain/counting.h"

namespace ocop::domain {

Locator::Locator(const Document& document, Era era)
    : document_{document}, territory_{document.territory(era)}, sources_(territory_.units.size(), 1) {
    for (std::size_t i = 0; i < territory_.units.size(); ++i) {
        const Unit& unit = territory_.units[i];
        if (unit.level == Level::district) districts_.emplace(unit.code, static_cast<int>(i));
        if (unit.level == Level::commune) communes_.emplace(unit.code, static_cast<int>(i));
    }
    if (era == document.register_era) return;
    sources_.assign(sources_.size(), 0);
    for (const auto& [before, after] : document.crosswalk)
        if (const auto found = communes_.find(after); found != communes_.end())
            ++sources_[static_cast<std::size_t>(found->second)];
}

Spot Locator::locate(const Location& location) const {
    const auto find = [](const auto& index, std::string_view code) {
        const auto found = index.find(code);
        return code.empty() || found == index.end() ? -1 : found->second;
    };
    Spot spot;
    if (territory_.era == document_.register_era) {
        spot.district = find(districts_, location.district_code);
        spot.commune = find(communes_, location.commune_code);
    } else if (territory_.era == Era::y2025) {
        const auto successor = document_.crosswalk.find(location.commune_code);
        if (successor != document_.crosswalk.end()) spot.commune = find(communes_, successor->second);
    }
    if (spot.district < 0 && spot.commune > 0) {
        const int parent = territory_.units[static_cast<std::size_t>(spot.commune)].parent;
        if (parent > 0) spot.district = parent;  // 0 is the province, which counts every row anyway
    }
    spot.adrift = has_districts() ? spot.district < 0 : spot.commune < 0;
    return spot;
}

std::size_t Counting::above(std::size_t unit) const {
    const int parent = units()[unit].parent;
    return parent > 0 ? static_cast<std::size_t>(parent) : 0;
}

Missing Counting::missing_at(std::size_t unit, const std::vector<Missing>& by_coverage, const Rows& above,
                             const Rows& province, const std::vector<int>& unread) const {
    Missing out = by_coverage[unit];
    const bool commune = units()[unit].level == Level::commune;
    out.unread = unread[unit];
    int astray = unread[unit];
    if (commune) astray += above.strays;
    // Without districts, and for a commune that names none, the rows of the province are those above already.
    if (unit != 0 && !(commune && this->above(unit) == 0)) astray += province.adrift;
    out.add(astray);
    // That a commune has nothing is a claim which a single row can overthrow (formats.md §3).
    if (commune && astray > 0) out.empty_is_zero = false;
    return out;
}

void Counting::finish(IndicatorId id, std::size_t unit, const Rows& rows, std::optional<Value> value,
                      const Missing& unknown) const {
    Score& s = score(id, unit);
    s.rows = rows.counted;
    s.undated_rows = rows.undated;
    s.undated = static_cast<int>(rows.undated.size());
    s.unread = unknown.unread;
    if (units()[unit].level != Level::commune) s.unlocated = rows.unlocated;
    if (unit == 0) board.unplaced[static_cast<std::size_t>(id)] = rows.unplaced;
    const bool blind = locator.blind() && units()[unit].level != Level::province;
    if (!blind && (!rows.counted.empty() || unknown.empty_is_zero)) s.value = value;
    Missing open = unknown;
    assume(s, added(id, unit), value, indicator(id), open);
    apply_plan(s, query, document.plan, indicator(id), units()[unit], open);
}

namespace {
/// Certificates as they stand on a day, and what is assumed.
Scoreboard count(const Document& document, const Query& query, AsOf day, const Additions* assumed) {
    Scoreboard board;
    board.query = query;
    board.completeness = completeness(document, query);
    const Locator locator{document, query.era};
    const auto& units = locator.territory().units;
    board.scores.assign(indicators().size(), std::vector<Score>(units.size()));
    board.producers.resize(units.size());
    board.unplaced.assign(indicators().size(), 0);
    if (units.empty()) return board;

    const Counting counting{document, query, locator, board, day, assumed};
    count_products(counting);
    count_blank_communes(counting);
    count_events(counting);
    count_shares(counting);

    for (const Indicator& row : indicators())
        for (std::size_t unit = 0; unit < units.size(); ++unit) {
            if (has_level(row, units[unit].level)) continue;
            Score& score = counting.score(row.id, unit);
            score = Score{};
            score.status = Status::not_applicable;
            score.counted = false;
        }
    return board;
}
}  // namespace

Scoreboard evaluate(const Document& document, const Query& query) {
    Scoreboard recorded = count(document, query, query.as_of, nullptr);
    if (!query.scenario) return recorded;
    const AsOf day{query.as_of, query.scenario->lapse_on.value_or(query.as_of)};
    Scoreboard out = day.held > day.known ? count(document, query, day, nullptr) : recorded;
    const Additions assumed = additions(out, document.territory(query.era), query);
    Scoreboard added = count(document, query, day, &assumed);
    for (const Indicator& row : indicators()) {
        const auto at = static_cast<std::size_t>(row.id);
        if (can_be_assumed(row.id)) out.scores[at] = std::move(added.scores[at]);
        for (std::size_t unit = 0; unit < out.scores[at].size(); ++unit) {
            Score& score = out.scores[at][unit];
            const Score& before = recorded.scores[at][unit];
            const std::int64_t more = assumed[at][unit];
            if (more != 0 || score != before) score.assumed = Assumed{before.value, more};
        }
    }
    return out;
}

}  // namespace ocop::domain
