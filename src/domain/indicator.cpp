#include "domain/indicator.h"

#include <array>

namespace ocop::domain {

namespace {
using enum IndicatorId;
// id, name, measure, province, district, commune, by basis, only grows
constexpr std::array<Indicator, 16> table{{
    {products, "products", Measure::count, true, true, true, true, true},
    {five_star_province, "five_star_province", Measure::count, true, true, false, true, true},
    {five_star_nation, "five_star_nation", Measure::count, true, true, false, true, true},
    {organisations, "organisations", Measure::count, true, true, false, false, true},
    {managers_trained, "managers_trained", Measure::percent, true, true, true, false, false},
    {leaders_trained, "leaders_trained", Measure::percent, true, true, false, false, false},
    {outreach, "outreach", Measure::percent, true, true, true, false, true},
    {ideas, "ideas", Measure::count, true, true, false, false, true},
    {stars_highest, "stars:highest", Measure::stars, true, true, true, true, true},
    {stars_mean, "stars:mean", Measure::mean, true, true, true, true, false},
    {stars_share45, "stars:share45", Measure::percent, true, true, true, true, false},
    {stars_mix, "stars:mix", Measure::count, true, true, true, true, true},
    {blank_communes, "blank_communes", Measure::count, true, true, true, true, true},
    {projects, "projects", Measure::count, true, true, true, false, true},
    {per_10k, "per_10k", Measure::rate, true, true, true, true, true},
    {expiring, "expiring", Measure::count, true, true, true, false, true},
}};
}  // namespace

std::span<const Indicator> indicators() { return table; }

bool has_level(const Indicator& indicator, Level level) {
    return level == Level::province   ? indicator.has_province
           : level == Level::district ? indicator.has_district
                                      : indicator.has_commune;
}

bool of_products(const Indicator& indicator) { return indicator.by_basis || indicator.id == IndicatorId::expiring; }

const Indicator& indicator(IndicatorId id) { return table[static_cast<std::size_t>(id)]; }

std::optional<IndicatorId> indicator_from(std::string_view name) {
    if (name == "stars") return stars_highest;
    for (const Indicator& row : table)
        if (row.name == name) return row.id;
    return {};
}

}  // namespace ocop::domain
