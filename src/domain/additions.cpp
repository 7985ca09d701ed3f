// What a scenario adds to the scores, within the bounds of what is recorded (scenario.h has the rules).
#include <algorithm>
#include <limits>

#include "domain/counting.h"

namespace ocop::domain {

namespace {

/// How much may still come: of a count any number, of a share what is not reached yet.
std::int64_t room(const Score& score, const Territory& territory, int unit, IndicatorId id) {
    if (indicator(id).measure == Measure::count) return std::numeric_limits<int>::max();
    if (score.value) return score.value->denominator - score.value->numerator;
    // Of communes it is known how many there are, of people it is not.
    if (id != IndicatorId::outreach) return 0;
    return std::count_if(territory.units.begin(), territory.units.end(),
                         [unit](const Unit& each) { return each.level == Level::commune && each.parent == unit; });
}

}  // namespace

Additions additions(const Scoreboard& recorded, const Territory& territory, const Query& query) {
    const Scenario& scenario = *query.scenario;
    Additions out(indicators().size(), std::vector<std::int64_t>(territory.units.size(), 0));
    if (territory.empty()) return out;
    const auto add = [&](IndicatorId id, int unit, std::int64_t wished) {
        auto& row = out[static_cast<std::size_t>(id)];
        const Score& score = recorded.score(id, unit);
        const std::int64_t already = row[static_cast<std::size_t>(unit)];
        const std::int64_t value = (score.value ? score.value->numerator : 0) + already;
        const std::int64_t more =
            std::clamp(wished, -value, std::max(-value, room(score, territory, unit, id) - already));
        for (int at = unit; at >= 0; at = territory.units[static_cast<std::size_t>(at)].parent)
            row[static_cast<std::size_t>(at)] += more;
    };
    // Of a district what its communes have not taken yet.
    for (const Level level : {Level::commune, Level::district})
        for (const auto& [place, more] : scenario.added) {
            const auto& [id, code] = place;
            if (query.filter.active() && of_products(indicator(id))) continue;
            if (territory.era != scenario.era) {
                if (level == Level::district && can_be_assumed(id)) add(id, 0, more);
            } else if (const int unit = territory.find(code, level); unit >= 0 && can_be_assumed(id, level)) {
                add(id, unit, more);
            }
        }
    return out;
}

void assume(Score& score, std::int64_t more, const std::optional<Value>& of, const Indicator& indicator,
            Missing& unknown) {
    if (more == 0) return;
    if (score.value) {
        score.value->numerator += more;
    } else if (more > 0 && (indicator.measure == Measure::count || of)) {
        score.value = Value{more, of ? of->denominator : 1};
        unknown.any = true;
        unknown.most.reset();
    }
}

}  // namespace ocop::domain
