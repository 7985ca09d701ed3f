#pragma once
// What would close the gap: three ways of sharing out what is missing, in whole numbers, each with the sentence that
// says how it was done.
#include <cstdint>
#include <string>
#include <vector>

#include "core/error.h"
#include "domain/evaluate.h"

namespace ocop::domain {

/// Shares `total` out in proportion to the weights by largest remainders; of equal ones the first in the order of
/// `codes`. No share is above its cap; what a cap leaves goes to the others. The sum is `total`, or all caps together.
std::vector<std::int64_t> apportioned(std::int64_t total, const std::vector<std::int64_t>& weights,
                                      const std::vector<std::int64_t>& caps, const std::vector<std::string>& codes);

struct Filled {
    Scenario scenario;     // `start` with the indicator's additions replaced
    core::Message how;     // "fill.even", ...
    bool at_most = false;  // rows without a date, or not in the list, may make it less
};

/// Meets the province's quota, which is checked on its own, and each district's (where there are no districts, each
/// commune's). even: what the province lacks shared alike; by_communes: by their numbers of communes; after either,
/// units still short of their own quota get the rest of it. below_first: those units get what they lack, and only then
/// what the province still lacks is shared among them. Where the province has no quota of its own, it lacks what they
/// lack together. `board`: without additions of the indicator, and without a filter.
Filled fill_gap(const Scoreboard& board, const Territory& territory, IndicatorId indicator, FillMethod method,
                Scenario start);

}  // namespace ocop::domain
