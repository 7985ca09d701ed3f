#include "data/join.h"

#include <algorithm>

namespace ocop::data {

using domain::Level;

Join::Join(const domain::Territory& territory) : territory_{territory} {
    for (std::size_t i = 0; i < territory.units.size(); ++i) {
        const domain::Unit& unit = territory.units[i];
        if (unit.level == Level::province) continue;
        (unit.level == Level::district ? districts_ : communes_).emplace(name_key(unit.name).name, static_cast<int>(i));
    }
}

void Join::Claim::complain(const char* key, std::vector<std::string> args) const {
    findings.push_back({core::Severity::warning, where, {key, std::move(args)}});
}

void Join::locate(domain::Location& location, const std::string& district_code, const std::string& commune_code,
                  const core::Place& where, core::Findings& findings) const {
    const Claim of_district{location.district_text, district_code, where, findings},
        of_commune{location.commune_text, commune_code, where, findings};
    const int in = district(of_district);
    if (in >= 0) location.district_code = unit(in).code;
    if (in < 0 && !of_district.empty()) return;  // a district that nobody knows holds no commune that we know
    const int at = commune(of_commune, in < 0 ? std::nullopt : std::optional{in});
    if (at < 0) return;
    location.commune_code = unit(at).code;
    if (const int parent = unit(at).parent; parent >= 0 && unit(parent).level == Level::district)
        location.district_code = unit(parent).code;
}

std::vector<int> Join::named(const NameKey& key, Level level) const {
    std::vector<int> units;
    const auto [begin, end] = (level == Level::district ? districts_ : communes_).equal_range(key.name);
    for (auto i = begin; i != end; ++i) units.push_back(i->second);
    std::sort(units.begin(), units.end());
    return units;
}

bool Join::knows_district(std::string_view text) const { return named(name_key(text), Level::district).size() == 1; }

bool Join::knows_commune(std::string_view text, std::string_view district) const {
    const NameKey key = name_key(text);
    const std::vector<int> in = district.empty() ? std::vector<int>{} : named(name_key(district), Level::district);
    const std::vector<int> communes = named(key, Level::commune);
    return std::any_of(communes.begin(), communes.end(), [&](int commune) {
        return (in.empty() || unit(commune).parent == in.front()) && (!key.kind || *key.kind == unit(commune).kind);
    });
}

std::string Join::padded(const std::string& code, Level level) const {
    std::string digits = code.ends_with(".0") ? code.substr(0, code.size() - 2) : code;
    if (digits.empty() || digits.find_first_not_of("0123456789") != std::string::npos) return code;
    if (territory_.find(digits, level) >= 0) return digits;
    const auto without_zeros = [](const std::string& text) {
        return std::string_view{text}.substr(std::min(text.find_first_not_of('0'), text.size()));
    };
    std::vector<std::string> fits;
    for (const domain::Unit& unit : territory_.units)
        if (unit.level == level && unit.code.size() > digits.size() &&
            without_zeros(unit.code) == without_zeros(digits))
            fits.push_back(unit.code);
    return fits.size() == 1 ? fits.front() : code;
}

int Join::by_code(const Claim& claim, Level level) const {
    const int found = territory_.find(claim.code, level);
    if (found < 0) {
        claim.complain(level == Level::district ? "finding.district_code_unknown" : "finding.commune_code_unknown",
                       {claim.code});
    } else if (!claim.text.empty() && name_key(claim.text).name != name_key(unit(found).name).name) {
        claim.complain("finding.code_of_another", {claim.code, unit(found).name, claim.text});
        return -1;
    }
    return found;
}

int Join::district(const Claim& claim) const {
    if (!claim.code.empty()) return by_code(claim, Level::district);
    if (claim.text.empty()) return -1;
    // Phú Quốc and others were districts before they were cities: the type word does not rule a district out.
    const std::vector<int> candidates = named(name_key(claim.text), Level::district);
    if (candidates.size() == 1) return candidates.front();
    claim.complain(candidates.empty() ? "finding.district_unknown" : "finding.district_ambiguous", {claim.text});
    return -1;
}

int Join::commune(const Claim& claim, std::optional<int> district) const {
    if (!claim.code.empty()) {
        const int found = by_code(claim, Level::commune);
        if (found < 0 || !district || unit(found).parent == *district) return found;
        claim.complain("finding.commune_outside",
                       {unit(found).name, unit(*district).name, unit(unit(found).parent).name});
        return -1;
    }
    if (claim.text.empty()) return -1;
    const NameKey key = name_key(claim.text);
    const std::vector<int> everywhere = named(key, Level::commune);
    std::vector<int> inside;
    for (const int candidate : everywhere)
        if (!district || unit(candidate).parent == *district) inside.push_back(candidate);
    if (inside.empty()) {
        if (everywhere.empty())
            claim.complain("finding.commune_unknown", {claim.text});
        else
            claim.complain("finding.commune_outside",
                           {claim.text, unit(*district).name, unit(unit(everywhere.front()).parent).name});
        return -1;
    }
    if (key.kind) std::erase_if(inside, [&](int candidate) { return unit(candidate).kind != *key.kind; });
    if (inside.size() == 1) return inside.front();
    claim.complain(inside.empty() ? "finding.commune_of_other_kind" : "finding.commune_ambiguous", {claim.text});
    return -1;
}

}  // namespace ocop::data
