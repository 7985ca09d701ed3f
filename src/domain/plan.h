#pragma once
// A plan is data: a TOML file with a title, a period and targets (formats.md §2).
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/date.h"
#include "domain/indicator.h"
#include "domain/unit.h"

namespace ocop::domain {

enum class Bound { at_least, about };

struct Target {
    IndicatorId indicator = IndicatorId::products;
    Level level = Level::province;
    Bound bound = Bound::at_least;
    /// A count, or for share indicators the share in per cent (share = 1.0 -> 100). None: only the units named have
    /// one.
    std::optional<int> quota;
    std::map<std::string, int> units;  // own values of named units, by code
    std::optional<Era> era = {};       // whose units it is for; none: of either. Codes were given again in 2025
    bool operator==(const Target&) const = default;
};

struct Plan {
    std::string id;  // "138/KH-UBND"
    std::string title;
    Date from;
    Date to;
    std::vector<Target> targets;
    /// The quota of a unit of an era, if the plan sets one. A target for that era goes before one for either.
    struct Quota {
        int value = 0;
        Bound bound = Bound::at_least;
    };
    std::optional<Quota> quota(IndicatorId indicator, const Unit& unit, Era era) const;
    const Target* target(IndicatorId indicator, Level level, Era era) const;  // null: none
    bool operator==(const Plan&) const = default;
};

}  // namespace ocop::domain
