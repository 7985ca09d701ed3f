#include "domain/plan.h"

namespace ocop::domain {

std::optional<Plan::Quota> Plan::quota(IndicatorId which, const Unit& unit) const {
    for (const Target& target : targets) {
        if (target.indicator != which || target.level != unit.level) continue;
        const auto own = target.units.find(unit.code);
        if (own != target.units.end()) return Quota{own->second, target.bound};
        if (target.quota) return Quota{*target.quota, target.bound};
        return {};
    }
    return {};
}

}  // namespace ocop::domain
