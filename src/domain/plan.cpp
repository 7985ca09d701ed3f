#include "domain/plan.h"

namespace ocop::domain {

const Target* Plan::target(IndicatorId which, Level level, Era era) const {
    const Target* found = nullptr;
    for (const Target& target : targets) {
        if (target.indicator != which || target.level != level) continue;
        if (target.era == era) return &target;
        if (!target.era && found == nullptr) found = &target;
    }
    return found;
}

std::optional<Plan::Quota> Plan::quota(IndicatorId which, const Unit& unit, Era era) const {
    const Target* target = this->target(which, unit.level, era);
    if (target == nullptr) return {};
    if (const auto own = target->units.find(unit.code); own != target->units.end())
        return Quota{own->second, target->bound};
    if (!target->quota) return {};
    return Quota{*target->quota, target->bound};
}

}  // namespace ocop::domain
