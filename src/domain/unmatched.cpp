#include "domain/unmatched.h"

#include <set>
#include <string_view>

namespace ocop::domain {

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
