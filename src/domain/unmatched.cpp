#include "domain/unmatched.h"

#include <map>
#include <set>
#include <string_view>
#include <tuple>

#include "core/text.h"

namespace ocop::domain {

std::vector<UnmatchedName> by_name(const std::vector<Unmatched>& rows) {
    const auto typed = [](const std::string& text) { return core::lower(core::tidied(text)); };
    std::vector<UnmatchedName> names;
    std::map<std::tuple<Level, std::string, std::string>, std::size_t> known;
    for (int i = 0; i < static_cast<int>(rows.size()); ++i) {
        const Unmatched& row = rows[static_cast<std::size_t>(i)];
        const std::string commune = row.level == Level::commune ? typed(row.commune_text) : std::string{};
        const auto [at, fresh] = known.try_emplace({row.level, typed(row.district_text), commune}, names.size());
        if (fresh) names.push_back({i, 0});
        ++names[at->second].rows;
    }
    return names;
}

std::vector<int> unnamed_units(const Territory& territory, const Register& records, Level level) {
    std::set<std::string_view> named;
    const auto note = [&](const auto& rows) {
        for (const auto& row : rows) {
            named.insert(row.location.district_code);
            named.insert(row.location.commune_code);
        }
    };
    note(records.products);
    note(records.ideas);
    note(records.organisations);
    note(records.trainings);
    note(records.outreach);
    note(records.projects);
    std::vector<int> unnamed;
    for (const int index : territory.at(level))
        if (!named.contains(territory.units[static_cast<std::size_t>(index)].code)) unnamed.push_back(index);
    return unnamed;
}

}  // namespace ocop::domain
