#include "domain/plan.h"

namespace ocop::domain {

std::optional<Plan::Quota> Plan::quota(IndicatorId which, const Unit& unit) const {
    for (const Target& target : targets) {
        if (target.indicator != which || target.level != unit.level) continue;
        const auto own = target.units.find(unit.code);
        return Quota{own != target.units.end() ? own->second : target.quota, target.bound};
    }
    return {};
}

}  // namespace ocop::domain
