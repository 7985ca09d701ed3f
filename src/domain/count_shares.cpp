// Training and outreach: shares of people and of communes, by the last row up to the date.
#include <algorithm>
#include <map>
#include <tuple>

#include "domain/counting.h"

namespace ocop::domain {

namespace {

using Place = std::tuple<std::string_view, std::string_view>;

/// One place however it was typed: by code where the row was joined, else by its texts.
Place place_of(const Location& at) {
    if (!at.commune_code.empty()) return {at.commune_code, "commune"};
    if (!at.district_code.empty() && at.commune_text.empty()) return {at.district_code, "district"};
    return {at.district_text, at.commune_text};
}

/// Of rows with one key the last one up to the date; a row without a date stands until a dated one comes.
template <class Row, class Key>
std::vector<int> last_rows(const std::vector<Row>& rows, std::optional<DatePoint> Row::*date, Date as_of, Key key) {
    std::map<decltype(key(rows.front())), int> last;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& when = rows[i].*date;
        if (when && when->day > as_of) continue;
        const auto [at, first] = last.try_emplace(key(rows[i]), static_cast<int>(i));
        if (first) continue;
        const auto& before = rows[static_cast<std::size_t>(at->second)].*date;
        const bool later = when ? !before || when->day >= before->day : !before;
        if (later) at->second = static_cast<int>(i);
    }
    std::vector<int> out;
    for (const auto& entry : last) out.push_back(entry.second);
    std::sort(out.begin(), out.end());
    return out;
}

void count_training(const Counting& counting, Role role, IndicatorId id) {
    const auto& rows = counting.document.records.trainings;
    const auto& units = counting.units();
    const auto key = [](const Training& row) { return std::tuple{row.role, place_of(row.location)}; };
    std::vector<Rows> found(units.size());
    std::vector<Value> sums(units.size(), Value{0, 0});
    for (const int i : last_rows(rows, &Training::as_of, counting.query.as_of, key)) {
        const Training& row = rows[static_cast<std::size_t>(i)];
        if (row.role != role) continue;
        const Spot spot = counting.locator.locate(row.location);
        for_units(spot, [&](std::size_t unit) {
            sums[unit].numerator += row.trained;
            sums[unit].denominator += row.people;
            found[unit].add({Table::trainings, i}, spot);
        });
    }
    const auto unknown =
        missing_by_unit(counting.document, counting.locator.territory(), "training", counting.query.as_of);
    for (std::size_t unit = 0; unit < units.size(); ++unit) {
        found[unit].unlocated = 0;  // a district's own officers belong to no commune
        counting.finish(id, unit, found[unit], sums[unit].denominator > 0 ? std::optional{sums[unit]} : std::nullopt,
                        unknown[unit]);
    }
}

/// A commune's own status. One that was put together in 2025 is done only when all of its parts are.
std::vector<std::optional<OutreachStatus>> statuses(const Counting& counting, std::vector<Rows>& found) {
    const auto& rows = counting.document.records.outreach;
    std::vector<std::optional<OutreachStatus>> own(found.size());
    std::vector<int> told(found.size(), 0);
    const auto key = [](const Outreach& row) { return place_of(row.location); };
    for (const int i : last_rows(rows, &Outreach::date, counting.query.as_of, key)) {
        const Outreach& row = rows[static_cast<std::size_t>(i)];
        const Spot spot = counting.locator.locate(row.location);
        for_units(spot, [&](std::size_t unit) { found[unit].add({Table::outreach, i}, spot); });
        if (spot.commune < 0) continue;
        const auto at = static_cast<std::size_t>(spot.commune);
        own[at] = own[at] ? std::min(*own[at], row.status) : row.status;
        ++told[at];
    }
    for (std::size_t i = 0; i < own.size(); ++i)
        if (own[i] == OutreachStatus::done && told[i] < counting.locator.sources(static_cast<int>(i))) own[i].reset();
    return own;
}

void count_outreach(const Counting& counting) {
    const auto& units = counting.units();
    std::vector<Rows> found(units.size());
    const auto own = statuses(counting, found);
    std::vector<int> done(units.size(), 0), known(done), all(done);
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (units[i].level != Level::commune) continue;
        counting.score(IndicatorId::outreach, i).outreach = own[i];
        for_units({units[i].parent, static_cast<int>(i)}, [&](std::size_t unit) {
            ++all[unit];
            if (own[i]) ++known[unit];
            if (own[i] == OutreachStatus::done) ++done[unit];
        });
    }
    const auto by_coverage =
        missing_by_unit(counting.document, counting.locator.territory(), "outreach", counting.query.as_of);
    for (std::size_t unit = 0; unit < units.size(); ++unit) {
        // Communes without a row may have been reached: the share is a lower bound.
        Missing unknown = by_coverage[unit];
        if (const int silent = all[unit] - known[unit]; silent > 0)
            unknown = {true, unknown.any && !unknown.most ? std::nullopt : std::optional{silent}};
        counting.finish(IndicatorId::outreach, unit, found[unit],
                        known[unit] > 0 ? std::optional{Value{done[unit], all[unit]}} : std::nullopt, unknown);
    }
}

}  // namespace

void count_shares(const Counting& counting) {
    count_training(counting, Role::manager, IndicatorId::managers_trained);
    count_training(counting, Role::leader, IndicatorId::leaders_trained);
    count_outreach(counting);
}

}  // namespace ocop::domain
