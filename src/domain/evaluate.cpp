#include "domain/evaluate.h"

#include <algorithm>

#include "domain/counting.h"

namespace ocop::domain {

Locator::Locator(const Document& document, Era era) : document_{document}, territory_{document.territory(era)} {
    for (std::size_t i = 0; i < territory_.units.size(); ++i) {
        const Unit& unit = territory_.units[i];
        if (unit.level == Level::district) districts_.emplace(unit.code, static_cast<int>(i));
        if (unit.level == Level::commune) communes_.emplace(unit.code, static_cast<int>(i));
    }
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
        if (parent > 0 && territory_.units[static_cast<std::size_t>(parent)].level == Level::district)
            spot.district = parent;
    }
    return spot;
}

bool has_table(const Register& records, std::string_view table) {
    return std::find(records.tables.begin(), records.tables.end(), table) != records.tables.end();
}

Missing missing(const Document& document, std::string_view table, std::string_view district_code, Date as_of) {
    Missing out;
    int most = 0;
    bool bounded = true;
    for (const Coverage& row : document.records.coverage) {
        if (row.complete || row.table != table) continue;
        const bool named = !row.district_code.empty() || !row.district_text.empty();
        if (named && !district_code.empty() && row.district_code != district_code) continue;
        if (!row.round.empty()) {  // a round that was not yet held cannot be missing
            const auto held = round_date(row.round);
            if (held && held->day > as_of) continue;
        }
        out.any = true;
        if (row.published && row.listed)
            most += std::max(0, *row.published - *row.listed);
        else
            bounded = false;
    }
    if (out.any && bounded) out.most = most;
    return out;
}

std::optional<bool> in_period(const std::optional<DatePoint>& date, const Plan& plan, Date as_of) {
    if (!date) return {};
    return plan.from <= date->day && date->day <= std::min(plan.to, as_of);
}

Scoreboard evaluate(const Document& document, const Query& query) {
    Scoreboard board;
    board.query = query;
    const Locator locator{document, query.era};
    const Territory& territory = locator.territory();
    board.scores.assign(indicators().size(), std::vector<Score>(territory.units.size()));
    board.producers.resize(territory.units.size());
    if (territory.empty()) return board;
    count_products(document, query, locator, board);
    count_events(document, query, locator, board);
    for (const Indicator& indicator : indicators())
        for (std::size_t unit = 0; unit < territory.units.size(); ++unit) {
            const Level level = territory.units[unit].level;
            const bool applies = level == Level::province   ? indicator.has_province
                                 : level == Level::district ? indicator.has_district
                                                            : indicator.has_commune;
            if (!applies) {
                board.scores[static_cast<std::size_t>(indicator.id)][unit] = Score{};
                board.scores[static_cast<std::size_t>(indicator.id)][unit].status = Status::not_applicable;
            }
        }
    return board;
}

}  // namespace ocop::domain
