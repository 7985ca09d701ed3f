#pragma once
// The table of indicators. Adding one is adding a row here and its count in evaluate.
#include <optional>
#include <span>
#include <string_view>

#include "domain/unit.h"

namespace ocop::domain {

enum class IndicatorId {
    products,
    five_star_province,
    five_star_nation,
    organisations,
    managers_trained,
    leaders_trained,
    outreach,
    ideas,
    stars_highest,
    stars_mean,
    stars_share45,
    stars_mix,
    blank_communes,
    projects,
    per_10k,
    expiring
};

/// How a value reads: a count; a share in per cent; stars 1..5; a mean of stars; a rate per 10,000 people.
enum class Measure { count, percent, stars, mean, rate };

struct Indicator {
    IndicatorId id;
    std::string_view name;  // command line and files: "products", "stars:highest", ...; catalogue key indicator.<name>
    Measure measure;
    bool has_province, has_district, has_commune;
    bool by_basis;  // the counting basis changes it (products and its views)
    bool
        only_grows;  // rows that are missing can only add to it; a mean or a share of what is listed can move both ways
};

std::span<const Indicator> indicators();
/// Whether an indicator is counted at a level.
bool has_level(const Indicator& indicator, Level level);
/// Whether it counts products: a filter of products then leaves a part of it, which no quota is meant for.
bool of_products(const Indicator& indicator);
const Indicator& indicator(IndicatorId id);
std::optional<IndicatorId> indicator_from(std::string_view name);  // also "stars" for "stars:highest"

}  // namespace ocop::domain
