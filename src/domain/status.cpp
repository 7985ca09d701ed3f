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

}  // namespace

void judge(Score& score, const Missing& unknown) {
    if (!score.value) {
        score.status = Status::no_data;
        return;
    }
    if (!score.quota) {
        score.status = Status::no_quota;
        return;
    }
    const bool share = score.share;
    const Value value = *score.value;
    const std::int64_t quota = *score.quota;
    if (reaches(value.numerator, value.denominator, quota, share)) {
        score.status = Status::met;
        return;
    }
    if (unknown.any && !unknown.most) {
        score.status = Status::undetermined;
        return;
    }
    const std::int64_t possible = value.numerator + score.undated + unknown.most.value_or(0);
    if (reaches(possible, value.denominator, quota, share)) {
        score.status = Status::undetermined;
    } else if (score.bound == Bound::at_least && !reaches(2 * possible, value.denominator, quota, share)) {
        score.status = Status::severe;  // 2 * value < quota, whatever the undated rows turn out to be
    } else {
        score.status = Status::below;
    }
}

void apply_plan(Score& score, const Query& query, const Plan& plan, const Indicator& indicator, const Unit& unit,
                const Missing& unknown) {
    score.lower_bound = score.lower_bound || (score.value && unknown.any);
    if (!query.filter.active())
        if (const auto quota = plan.quota(indicator.id, unit)) {
            score.quota = quota->value;
            score.bound = quota->bound;
        }
    score.share = indicator.measure == Measure::percent;
    judge(score, unknown);
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
