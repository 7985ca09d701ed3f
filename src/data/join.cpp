#include "data/join.h"

#include <algorithm>

namespace ocop::data {

using domain::Level;

Join::Join(const domain::Territory& territory, const std::vector<domain::Alias>& aliases) : territory_{territory} {
    for (std::size_t i = 0; i < territory.units.size(); ++i) {
        const domain::Unit& unit = territory.units[i];
        if (unit.level == Level::province) continue;
        (unit.level == Level::district ? districts_ : communes_).emplace(name_key(unit.name).name, static_cast<int>(i));
    }
    for (const domain::Alias& alias : aliases) {
        int meant = territory.find(alias.code, Level::commune);
        if (meant < 0) meant = territory.find(alias.code, Level::district);
        if (meant < 0 || alias.era != territory.era) continue;
        const NameKey key = name_key(alias.text);
        aliases_.emplace(key.name, Accepted{key, name_key(alias.district_text).name, meant, !alias.who.empty()});
    }
}

void Join::Claim::complain(const char* key, std::vector<std::string> args) const {
    const core::Place& where = level == Level::district ? listener.district_at : listener.commune_at;
    listener.findings.push_back({core::Severity::warning, where, {key, std::move(args)}});
    if (listener.unmatched != nullptr && !text().empty())
        listener.unmatched->push_back({where, level, row.district_text, row.commune_text, row.district_code, {}});
}

void Join::locate(domain::Location& location, const std::string& district_code, const std::string& commune_code,
                  const Listener& listener) const {
    const Claim of_district{Level::district, location, district_code, listener},
        of_commune{Level::commune, location, commune_code, listener};
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

std::vector<int> Join::districts_meant(std::string_view text) const {
    const NameKey key = name_key(text);
    std::vector<int> districts = named(key, Level::district);
    return districts.empty() ? by_alias({key, Level::district, {}, {}}) : districts;
}

bool Join::is_province(const std::string& code) const {
    return !code.empty() && territory_.find(padded(code, Level::province), Level::province) >= 0;
}

bool Join::knows_district(std::string_view text) const { return districts_meant(text).size() == 1; }

bool Join::knows_commune(std::string_view text, std::string_view district) const {
    const NameKey key = name_key(text);
    const std::vector<int> in = district.empty() ? std::vector<int>{} : districts_meant(district);
    const std::vector<int> communes = named(key, Level::commune);
    return std::any_of(communes.begin(), communes.end(),
                       [&](int commune) {
                           return (in.empty() || unit(commune).parent == in.front()) &&
                                  (!key.kind || *key.kind == unit(commune).kind);
                       }) ||
           !by_alias(
                {key, Level::commune, name_key(district).name, in.empty() ? std::nullopt : std::optional{in.front()}})
                .empty();
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

std::vector<int> Join::by_alias(const Question& asked, bool own_only) const {
    std::vector<int> shipped, own;
    const auto [begin, end] = aliases_.equal_range(asked.key.name);
    for (auto i = begin; i != end; ++i) {
        const Accepted& alias = i->second;
        if (unit(alias.unit).level != asked.level) continue;
        // Districts became cities: their type words tell nothing. A commune's agrees with the alias's, or its unit's.
        const auto kind = alias.key.kind ? *alias.key.kind : unit(alias.unit).kind;
        if (asked.level == Level::commune && asked.key.kind && *asked.key.kind != kind) continue;
        const bool there = !alias.district_key.empty() ? alias.district_key == asked.beside
                                                       : !asked.district || unit(alias.unit).parent == *asked.district;
        if (!there) continue;
        std::vector<int>& units = alias.own ? own : shipped;
        if (std::find(units.begin(), units.end(), alias.unit) == units.end()) units.push_back(alias.unit);
    }
    std::vector<int>& units = own.empty() && !own_only ? shipped : own;
    std::sort(units.begin(), units.end());
    return units;
}

std::vector<int> Join::by_alias(const Claim& claim, std::optional<int> district, bool own_only) const {
    const bool commune = claim.level == Level::commune;
    return by_alias({name_key(claim.text()), claim.level,
                     commune ? name_key(claim.row.district_text).name : std::string{}, district},
                    own_only);
}

int Join::by_alias_or(const Claim& claim, std::optional<int> district, const char* key,
                      std::vector<std::string> args) const {
    const std::vector<int> units = by_alias(claim, district);
    if (units.size() == 1) return units.front();
    if (units.empty())
        claim.complain(key, std::move(args));
    else
        claim.complain("finding.alias_ambiguous", {claim.text(), unit(units[0]).name, unit(units[1]).name});
    return -1;
}

int Join::by_code(const Claim& claim, std::optional<int> district) const {
    const int found = territory_.find(claim.code, claim.level);
    if (found < 0) {
        // A code that nobody knows says nothing against what a person said of the name.
        if (const auto chosen = by_alias(claim, district, true); chosen.size() == 1) return chosen.front();
        claim.complain(
            claim.level == Level::district ? "finding.district_code_unknown" : "finding.commune_code_unknown",
            {claim.code});
    } else if (!claim.text().empty() && name_key(claim.text()).name != name_key(unit(found).name).name &&
               by_alias(claim, district) != std::vector{found}) {
        claim.complain("finding.code_of_another", {claim.code, unit(found).name, claim.text()});
        return -1;
    }
    return found;
}

int Join::district(const Claim& claim) const {
    if (!claim.code.empty()) return by_code(claim, {});
    if (claim.text().empty()) return -1;
    // Phú Quốc and others were districts before they were cities: the type word does not rule a district out.
    const std::vector<int> candidates = named(name_key(claim.text()), Level::district);
    if (candidates.size() == 1) return candidates.front();
    return by_alias_or(claim, {}, candidates.empty() ? "finding.district_unknown" : "finding.district_ambiguous",
                       {claim.text()});
}

int Join::commune(const Claim& claim, std::optional<int> district) const {
    if (!claim.code.empty()) {
        const int found = by_code(claim, district);
        if (found < 0 || !district || unit(found).parent == *district) return found;
        claim.complain("finding.commune_outside",
                       {unit(found).name, unit(*district).name, unit(unit(found).parent).name});
        return -1;
    }
    if (claim.text().empty()) return -1;
    const NameKey key = name_key(claim.text());
    const std::vector<int> everywhere = named(key, Level::commune);
    std::vector<int> inside;
    for (const int candidate : everywhere)
        if (!district || unit(candidate).parent == *district) inside.push_back(candidate);
    if (inside.empty()) {
        if (everywhere.empty()) return by_alias_or(claim, district, "finding.commune_unknown", {claim.text()});
        return by_alias_or(claim, district, "finding.commune_outside",
                           {claim.text(), unit(*district).name, unit(unit(everywhere.front()).parent).name});
    }
    if (key.kind) std::erase_if(inside, [&](int candidate) { return unit(candidate).kind != *key.kind; });
    if (inside.size() == 1) return inside.front();
    return by_alias_or(claim, district, inside.empty() ? "finding.commune_of_other_kind" : "finding.commune_ambiguous",
                       {claim.text()});
}

}  // namespace ocop::data
