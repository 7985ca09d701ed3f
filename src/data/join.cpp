#include "data/join.h"

#include "data/name_key.h"

namespace ocop::data {

using core::Severity;
using domain::Level;

Join::Join(const domain::Territory& territory) : territory_{territory} {
    for (std::size_t i = 0; i < territory.units.size(); ++i) {
        const domain::Unit& unit = territory.units[i];
        if (unit.level == Level::province) continue;
        (unit.level == Level::district ? districts_ : communes_).emplace(name_key(unit.name).name, static_cast<int>(i));
    }
}

void Join::locate(domain::Location& location, const std::string& district_code, const std::string& commune_code,
                  const core::Place& where, core::Findings& findings) const {
    const int in = district(location, district_code, where, findings);
    const int at = commune(location, commune_code, in, where, findings);
    if (in >= 0) location.district_code = unit(in).code;
    if (at < 0) return;
    location.commune_code = unit(at).code;
    const int parent = unit(at).parent;
    if (in < 0 && parent >= 0 && unit(parent).level == Level::district) location.district_code = unit(parent).code;
}

int Join::district(const domain::Location& location, const std::string& code, const core::Place& where,
                   core::Findings& findings) const {
    if (!code.empty()) {
        const int found = territory_.find(code, Level::district);
        if (found >= 0) return found;
        findings.push_back({Severity::warning, where, {"finding.district_code_unknown", {code}}});
    }
    if (location.district_text.empty()) return -1;
    const NameKey key = name_key(location.district_text);
    std::vector<int> candidates;
    const auto [begin, end] = districts_.equal_range(key.name);
    for (auto i = begin; i != end; ++i) candidates.push_back(i->second);
    // Phú Quốc and others were districts before they were cities: the type word does not rule a district out.
    if (candidates.size() == 1) return candidates.front();
    findings.push_back({Severity::warning, where, {"finding.district_unknown", {location.district_text}}});
    return -1;
}

int Join::commune(const domain::Location& location, const std::string& code, int district, const core::Place& where,
                  core::Findings& findings) const {
    if (!code.empty()) {
        const int found = territory_.find(code, Level::commune);
        if (found < 0) {
            findings.push_back({Severity::warning, where, {"finding.commune_code_unknown", {code}}});
        } else if (district >= 0 && unit(found).parent != district) {
            findings.push_back(
                {Severity::warning,
                 where,
                 {"finding.commune_outside", {unit(found).name, unit(district).name, unit(unit(found).parent).name}}});
            return -1;
        } else {
            return found;
        }
    }
    if (location.commune_text.empty()) return -1;
    const NameKey key = name_key(location.commune_text);
    std::vector<int> inside, elsewhere;
    const auto [begin, end] = communes_.equal_range(key.name);
    for (auto i = begin; i != end; ++i) {
        const bool here = district < 0 || unit(i->second).parent == district;
        (here ? inside : elsewhere).push_back(i->second);
    }
    if (inside.size() > 1 && key.kind)
        std::erase_if(inside, [&](int candidate) { return unit(candidate).kind != *key.kind; });
    if (inside.size() == 1) return inside.front();
    if (inside.size() > 1) {
        findings.push_back({Severity::warning, where, {"finding.commune_ambiguous", {location.commune_text}}});
    } else if (district >= 0 && !elsewhere.empty() && unit(elsewhere.front()).parent >= 0) {
        findings.push_back({Severity::warning,
                            where,
                            {"finding.commune_outside",
                             {location.commune_text, unit(district).name, unit(unit(elsewhere.front()).parent).name}}});
    } else {
        findings.push_back({Severity::warning, where, {"finding.commune_unknown", {location.commune_text}}});
    }
    return -1;
}

}  // namespace ocop::data
