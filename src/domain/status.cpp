// Verdicts: the comparison of a score with its quota, in whole numbers only.
#include <algorithm>
#include <cmath>

#include "domain/counting.h"

namespace ocop::domain {

namespace {

/// value >= quota, where a share is compared as 100 * done >= quota * all.
bool reaches(std::int64_t numerator, std::int64_t denominator, std::int64_t quota, bool share) {
    return (share ? 100 * numerator : numerator) >= quota * denominator;
}

/// Of a score with a value and a quota. `unknown`: rows that may exist beyond the value and the undated ones.
Status judge(const Score& score, const Indicator& indicator, const Missing& unknown) {
    const Value value = *score.value;
    const std::int64_t quota = *score.quota;
    const bool moves = !indicator.only_grows && (score.incomplete || score.undated > 0);
    const bool reached = reaches(value.numerator, value.denominator, quota, score.share);
    // Of a moving value only one thing may be certain: that not everybody is in it, whoever else there may be.
    if (moves) return unknown.short_anyway && quota == 100 && !reached ? Status::below : Status::undetermined;
    if (reached) return Status::met;
    if (unknown.any && !unknown.most) return Status::undetermined;
    const std::int64_t row = indicator.measure == Measure::rate ? 10000 : 1;  // what one more row adds to the numerator
    const std::int64_t possible = value.numerator + row * (score.undated + unknown.most.value_or(0));
    if (reaches(possible, value.denominator, quota, score.share)) return Status::undetermined;
    // Severe whatever the undated rows turn out to be; "about" is never severe.
    const bool half = reaches(2 * possible, value.denominator, quota, score.share);
    return half || score.bound == Bound::about ? Status::below : Status::severe;
}

}  // namespace

void apply_plan(Score& score, const Query& query, const Plan& plan, const Indicator& indicator, const Unit& unit,
                const Missing& unknown) {
    score.share = indicator.measure == Measure::percent;
    score.incomplete = score.value && unknown.any;
    score.lower_bound = score.incomplete && indicator.only_grows;
    if (!query.filter.active() || !of_products(indicator))
        if (const auto quota = plan.quota(indicator.id, unit, query.era)) {
            score.quota = quota->value;
            score.bound = quota->bound;
        }
    score.status = !score.value ? Status::no_data : !score.quota ? Status::no_quota : judge(score, indicator, unknown);
}

std::optional<double> Score::gap() const {
    if (!quota || !value) return {};
    return *quota - value->number() * percent_scale();
}

std::optional<int> Score::percent_of_quota() const {
    if (!quota || !value || *quota == 0) return {};
    const std::int64_t scale = percent_scale();
    return static_cast<int>(100 * scale * value->numerator / (value->denominator * *quota));
}

std::string_view id(Status status) {
    switch (status) {
        case Status::met:
            return "met";
        case Status::below:
            return "below";
        case Status::severe:
            return "severe";
        case Status::undetermined:
            return "undetermined";
        case Status::no_data:
            return "no_data";
        case Status::no_quota:
            return "no_quota";
        case Status::not_applicable:
            break;
    }
    return "not_applicable";
}

StatusCounts count_statuses(const Scoreboard& board, const Territory& territory, IndicatorId indicator, Level level) {
    StatusCounts counts;
    for (const int unit : territory.at(level)) {
        switch (board.score(indicator, unit).status) {
            case Status::met:
                ++counts.met;
                break;
            case Status::below:
                ++counts.below;
                break;
            case Status::severe:
                ++counts.severe;
                break;
            case Status::undetermined:
                ++counts.undetermined;
                break;
            case Status::no_data:
                ++counts.no_data;
                break;
            case Status::no_quota:
                ++counts.no_quota;
                break;
            case Status::not_applicable:
                ++counts.not_applicable;
                break;
        }
    }
    return counts;
}

}  // namespace ocop::domain
