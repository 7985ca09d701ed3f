// Training and outreach: shares of people and of communes, by the last row up to the date.
#include <algorithm>
#include <set>

#include "domain/counting.h"
#include "domain/last_row.h"

namespace ocop::domain {

namespace {

/// A row about no commune that anybody knows: its commune's name is wrong, or units of the era are communes only.
bool lacks_place(const Location& at, const Spot& spot, bool has_districts) {
    return spot.adrift || (spot.commune < 0 && (!has_districts || !at.commune_text.empty()));
}

/// The communes that no row of a role speaks for, in each unit that has rows of communes (in the province: also
/// districts without any row). What nobody reported cannot be 100 per cent.
std::vector<int> silent_units(const Counting& counting, const std::vector<Rows>& found, const std::vector<int>& told) {
    const auto& units = counting.units();
    std::vector<int> communes(units.size(), 0), silent(units.size(), 0);
    for (std::size_t i = 1; i < units.size(); ++i)
        if (units[i].level == Level::commune && told[i] > 0) ++communes[counting.above(i)];
    for (std::size_t i = 1; i < units.size(); ++i) {
        const bool commune = units[i].level == Level::commune;
        if (commune && told[i] < counting.locator.sources(static_cast<int>(i)) && communes[counting.above(i)] > 0) {
            ++silent[counting.above(i)];
            if (counting.above(i) > 0) ++silent[0];
            if (told[i] > 0) ++silent[i];
        }
        if (!commune && found[i].counted.empty()) ++silent[0];
    }
    return silent;
}

/// Rows that are not known to be of a later date.
auto up_to(Date as_of) {
    return [as_of](const Unread& row) { return !row.on || row.on->day <= as_of; };
}

/// Unread rows of a table that may speak of a unit; of a commune only those that name it, for its own row speaks else.
template <class Test>
std::vector<int> unread_of(const Counting& counting, std::string_view table, Test may_count) {
    std::vector<int> out = counting.unread_by_unit(table, may_count);
    const std::vector<int> named = counting.unread_by_unit(
        table, [&](const Unread& row) { return may_count(row) && counting.locator.locate(row.location).commune >= 0; });
    for (std::size_t i = 0; i < out.size(); ++i)
        if (counting.units()[i].level == Level::commune) out[i] = named[i];
    return out;
}

void count_training(const Counting& counting, Role role, IndicatorId id) {
    const auto& rows = counting.document.records.trainings;
    const auto& units = counting.units();
    const bool has_districts = counting.locator.has_districts();
    const auto may_count = [&](const Unread& row) {
        return (!row.role || *row.role == role) && (!row.on || row.on->day <= counting.query.as_of);
    };
    std::set<RowPlace> doubted;  // places with a row that could not be read: it may replace what is known
    for (const Unread& row : counting.document.records.unread)
        if (row.table == "training" && may_count(row)) doubted.insert(place_of(row.location));
    std::vector<Rows> found(units.size());
    std::vector<Value> sums(units.size(), Value{0, 0});
    // Rows that say "not all", rows that may take the place of any other, rows for each commune.
    std::vector<int> short_rows(units.size(), 0), loose(short_rows), told(short_rows), rivalled(short_rows);
    for (const LastRow& last : last_trainings(counting.document.records, counting.query.as_of)) {
        const Training& row = rows[static_cast<std::size_t>(last.index)];
        if (row.role != role) continue;
        const Spot spot = counting.locator.locate(row.location);
        const bool lost = lacks_place(row.location, spot, has_districts);
        for_units(spot, [&](std::size_t unit) {
            sums[unit].numerator += row.trained;
            sums[unit].denominator += row.people;
            const int unlocated = found[unit].unlocated;
            found[unit].add({Table::trainings, last.index}, spot);
            found[unit].unlocated = unlocated + (lost ? 1 : 0);  // a district's own officers belong to no commune
            if (!last.rivals.empty()) ++rivalled[unit];
            if (row.trained < row.people && last.rivals.empty() && !doubted.contains(place_of(row.location)))
                ++short_rows[unit];
            if (lost) ++loose[unit];
        });
        if (spot.commune > 0) ++told[static_cast<std::size_t>(spot.commune)];
    }
    const std::vector<int> silent = silent_units(counting, found, told);
    const std::vector<int> unread = unread_of(counting, "training", may_count);
    const std::vector<int> unread_anywhere = counting.unread_by_unit("training", [&](const Unread& row) {
        const Spot spot = counting.locator.locate(row.location);
        return may_count(row) && lacks_place(row.location, spot, has_districts);
    });
    const auto by_coverage =
        missing_by_unit(counting.document, counting.locator.territory(), "training", counting.query.as_of);
    for (std::size_t unit = 0; unit < units.size(); ++unit) {
        Missing unknown = by_coverage[unit];
        const int adrift = units[unit].level == Level::district ? found[0].adrift : 0;
        const int elsewhere = units[unit].level == Level::commune ? 0 : unread_anywhere[unit];
        unknown.short_anyway = !unknown.any && short_rows[unit] > loose[unit] + adrift + elsewhere;
        unknown.unread = unread[unit];
        unknown.add(unread[unit] + rivalled[unit] + adrift + silent[unit] + (short_rows[unit] > 0 ? loose[unit] : 0));
        counting.finish(id, unit, found[unit], sums[unit].denominator > 0 ? std::optional{sums[unit]} : std::nullopt,
                        unknown);
    }
}

/// Outreach row by row: what each commune was last said to be, and what is said of nobody knows which one.
struct Reached {
    std::vector<Rows> found;
    std::vector<std::optional<OutreachStatus>> own;  // of communes; none: nobody can tell
    std::vector<int> perhaps;                        // of communes: 1 where another row of its own may be the last
    std::vector<int> loose;                          // done, but the commune is not known
};

/// A commune that was put together in 2025 is done only when all of its parts are. Of several rows of which each may be
/// the last the least counts.
Reached reached(const Counting& counting) {
    const auto& rows = counting.document.records.outreach;
    const std::size_t n = counting.units().size();
    Reached out{std::vector<Rows>(n), std::vector<std::optional<OutreachStatus>>(n), std::vector<int>(n, 0),
                std::vector<int>(n, 0)};
    std::vector<int> told(n, 0);
    std::vector<bool> unsure(n);  // a row that cannot be read may be newer
    const auto& unread = counting.document.records.unread;
    const auto may_count = up_to(counting.query.as_of);
    for (const LastRow& last : last_outreach(counting.document.records, counting.query.as_of)) {
        const Outreach& row = rows[static_cast<std::size_t>(last.index)];
        const Spot spot = counting.locator.locate(row.location);
        const bool lost = spot.commune < 0 && row.status == OutreachStatus::done;
        for_units(spot, [&](std::size_t unit) {
            out.found[unit].add({Table::outreach, last.index}, spot);
            if (lost) ++out.loose[unit];
        });
        if (lost && spot.adrift)
            for (std::size_t unit = 1; unit < n; ++unit) ++out.loose[unit];
        if (spot.commune < 0) continue;
        const auto at = static_cast<std::size_t>(spot.commune);
        OutreachStatus least = row.status;
        for (const int rival : last.rivals) least = std::min(least, rows[static_cast<std::size_t>(rival)].status);
        if (!last.rivals.empty()) out.perhaps[at] = 1;
        unsure[at] = unsure[at] || std::any_of(unread.begin(), unread.end(), [&](const Unread& other) {
                         const bool may_be_newer = !other.on || !row.date || row.date->day <= other.on->day;
                         return other.table == "outreach" && may_count(other) && may_be_newer &&
                                counting.locator.locate(other.location).commune == spot.commune;
                     });
        out.own[at] = out.own[at] ? std::min(*out.own[at], least) : least;
        ++told[at];
    }
    for (std::size_t i = 0; i < n; ++i) {
        const bool silent = told[i] < counting.locator.sources(static_cast<int>(i));
        if (out.own[i] == OutreachStatus::done && (silent || unsure[i])) out.own[i].reset();
    }
    return out;
}

void count_outreach(const Counting& counting) {
    const auto& units = counting.units();
    const Reached rows = reached(counting);
    std::vector<int> done(units.size(), 0), known(done), all(done), perhaps(done);
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (units[i].level != Level::commune) continue;
        counting.score(IndicatorId::outreach, i).outreach = rows.own[i];
        for_units({units[i].parent, static_cast<int>(i)}, [&](std::size_t unit) {
            ++all[unit];
            if (rows.own[i]) ++known[unit], perhaps[unit] += rows.perhaps[i];
            if (rows.own[i] == OutreachStatus::done) ++done[unit];
        });
    }
    const auto by_coverage =
        missing_by_unit(counting.document, counting.locator.territory(), "outreach", counting.query.as_of);
    const std::vector<int> unread = unread_of(counting, "outreach", up_to(counting.query.as_of));
    for (std::size_t unit = 0; unit < units.size(); ++unit) {
        // Communes without a row may have been reached, and so may those whose newer row nobody can read or place: the
        // share is a lower bound. A commune's own row speaks for it until one of its own cannot be read.
        Missing unknown = by_coverage[unit];
        const bool commune = units[unit].level == Level::commune;
        const int open = all[unit] - known[unit] + perhaps[unit] + unread[unit] + (commune ? 0 : rows.loose[unit]);
        unknown.unread = unread[unit];
        if (const int most = std::min(open, all[unit] - done[unit]); most > 0 && (!unknown.any || unknown.most))
            unknown.most = most;
        unknown.any = unknown.any || unknown.most.value_or(0) > 0;
        counting.finish(IndicatorId::outreach, unit, rows.found[unit],
                        known[unit] > 0 || counting.added(IndicatorId::outreach, unit) > 0
                            ? std::optional{Value{done[unit], all[unit]}}
                            : std::nullopt,
                        unknown);
    }
}

}  // namespace

void count_shares(const Counting& counting) {
    count_training(counting, Role::manager, IndicatorId::managers_trained);
    count_training(counting, Role::leader, IndicatorId::leaders_trained);
    count_outreach(counting);
}

}  // namespace ocop::domain
