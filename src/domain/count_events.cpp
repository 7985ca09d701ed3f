// Ideas, organisations and projects: what happened within the plan's period, up to the date.
#include <algorithm>

#include "domain/counting.h"

namespace ocop::domain {

namespace {

/// None: no date at all.
std::optional<bool> in_period(const std::optional<DatePoint>& date, const Plan& plan, Date as_of) {
    if (!date) return {};
    return plan.from <= date->day && date->day <= std::min(plan.to, as_of);
}

/// Counts the rows of a table; `when` says of a row: counts, does not count, or none: would if its date were known.
/// `may_count` says of an unread row whether it could count if it were read.
template <class Row, class When, class Test>
void count_rows(const Counting& counting, IndicatorId id, std::string_view name, Table table,
                const std::vector<Row>& rows, When when, Test may_count) {
    const bool known = has_table(counting.document.records, name);
    const auto& units = counting.units();
    std::vector<Rows> found(units.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::optional<bool> counted = when(rows[i]);
        if (counted == false) continue;
        const Spot spot = counting.locator.locate(rows[i].location);
        for_units(spot, [&](std::size_t unit) {
            found[unit].add({table, static_cast<int>(i)}, spot, counted.has_value());
        });
    }
    const auto by_coverage =
        missing_by_unit(counting.document, counting.locator.territory(), name, counting.query.as_of);
    const std::vector<int> unread = counting.unread_by_unit(name, may_count);
    for (std::size_t unit = 0; unit < units.size(); ++unit) {
        const Value count{static_cast<std::int64_t>(found[unit].counted.size()), 1};
        counting.finish(id, unit, found[unit], known ? std::optional{count} : std::nullopt,
                        counting.missing_at(unit, by_coverage, found[counting.above(unit)], found[0], unread));
    }
}

}  // namespace

void count_events(const Counting& counting) {
    const Register& records = counting.document.records;
    const Plan& plan = counting.document.plan;
    const Date as_of = counting.query.as_of;
    const auto dated_within = [&](const Unread& row) { return in_period(row.on, plan, as_of).value_or(true); };
    count_rows(
        counting, IndicatorId::ideas, "ideas", Table::ideas, records.ideas,
        [&](const Idea& idea) -> std::optional<bool> {
            if (idea.step < 2) return false;  // 2: the idea is registered (rules.md §6)
            return in_period(idea.supported_on, plan, as_of);
        },
        dated_within);
    count_rows(
        counting, IndicatorId::organisations, "organisations", Table::organisations, records.organisations,
        [&](const Organisation& organisation) {
            // Chosen but without the date: not strengthened yet.
            return organisation.strengthened_on && *in_period(organisation.strengthened_on, plan, as_of);
        },
        dated_within);
    count_rows(
        counting, IndicatorId::projects, "projects", Table::projects, records.projects,
        [&](const Project& project) -> std::optional<bool> {
            // Under way in the period: begun by the date, and not over before the period.
            if (project.to && project.to->day < plan.from) return false;
            if (!project.from) return {};
            return project.from->day <= std::min(plan.to, as_of);
        },
        [](const Unread&) { return true; });
}

}  // namespace ocop::domain
