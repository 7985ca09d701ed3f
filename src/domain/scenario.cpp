#include "domain/scenario.h"

#include <array>

namespace ocop::domain {

namespace {
constexpr std::array<std::string_view, 3> methods{"even", "by_communes", "below_first"};
}

int Scenario::at(IndicatorId indicator, const std::string& code) const {
    const auto found = added.find({indicator, code});
    return found == added.end() ? 0 : found->second;
}

void Scenario::set(IndicatorId indicator, const std::string& code, int more) {
    if (more == at(indicator, code)) return;
    filled.erase(indicator);
    if (more == 0)
        added.erase({indicator, code});
    else
        added[{indicator, code}] = more;
}

void Scenario::clear(IndicatorId indicator) {
    std::erase_if(added, [indicator](const auto& each) { return each.first.first == indicator; });
    filled.erase(indicator);
}

bool can_be_assumed(IndicatorId indicator) { return indicator <= IndicatorId::ideas; }

bool can_be_assumed(IndicatorId id, Level level) {
    if (!can_be_assumed(id) || !has_level(indicator(id), level)) return false;
    return level == Level::district || (level == Level::commune && id != IndicatorId::outreach);
}

std::string_view id(FillMethod method) { return methods[static_cast<std::size_t>(method)]; }

std::optional<FillMethod> fill_method_from(std::string_view text) {
    for (std::size_t i = 0; i < methods.size(); ++i)
        if (methods[i] == text) return static_cast<FillMethod>(i);
    return {};
}

}  // namespace ocop::domain
