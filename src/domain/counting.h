#pragma once
// What the parts of evaluate() share: where rows lie in the queried era, how complete their lists are, and how a list
// of rows becomes a score.
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "domain/evaluate.h"

namespace ocop::domain {

/// The day that is asked about: what is known up to it, and the day on which certificates must hold, which a scenario
/// may set later.
struct AsOf {
    Date known, held;
    AsOf(Date day) : known{day}, held{day} {}
    AsOf(Date recorded, Date assumed) : known{recorded}, held{assumed < recorded ? recorded : assumed} {}
};

/// Indices into Territory::units; -1 = not known there.
struct Spot {
    int district = -1;
    int commune = -1;
    bool adrift = false;  // no unit below the province shows it
};

/// Where rows lie in the queried era. Rows of 2021 reach the units of 2025 through the crosswalk, by commune only;
/// rows of 2025 cannot be shown in 2021.
class Locator {
public:
    Locator(const Document& document, Era era);
    Spot locate(const Location& location) const;
    const Territory& territory() const { return territory_; }
    /// No row of the register can be placed in this era: nothing below the province is known.
    bool blind() const { return !document_.shows(territory_.era); }
    bool has_districts() const { return !districts_.empty(); }
    /// How many communes of the register's era became this one; 1 in the register's own era.
    int sources(int commune) const { return sources_[static_cast<std::size_t>(commune)]; }

private:
    const Document& document_;
    const Territory& territory_;
    std::unordered_map<std::string_view, int> districts_, communes_;
    std::vector<int> sources_;
};

/// What may be missing from a list: nothing, at most `most` rows, or nobody knows how many.
struct Missing {
    bool any = false;
    std::optional<int> most;    // none while any: unbounded
    int unread = 0;             // of them, rows that could not be read
    bool empty_is_zero = true;  // a list without a row counts as empty
    bool short_anyway = false;  // whatever is missing: 100 per cent cannot be reached
    void add(int rows) {
        if (rows > 0 && (!any || most)) most = most.value_or(0) + rows;
        any = any || rows > 0;
    }
};

/// By the coverage rows of a table on a date; `district_code` empty: the whole province. A complete row that names the
/// district overrules an incomplete one for all districts.
Missing missing(const Document& document, std::string_view table, std::string_view district_code, Date as_of);
/// The same for every unit; a commune's list is its district's, or the province's where there are no districts.
std::vector<Missing> missing_by_unit(const Document& document, const Territory& territory, std::string_view table,
                                     Date as_of);

/// The rows of one unit.
struct Rows {
    std::vector<RowRef> counted, undated;
    int unlocated = 0;  // counted, place unknown
    int unplaced = 0;   // counted, shown by no unit below the province
    int strays = 0;     // counted or undated, commune unknown: each may lie in any commune of the unit
    int adrift = 0;     // counted or undated, not even the district known: each may lie in any district

    void add(RowRef row, Spot spot, bool dated = true) {
        (dated ? counted : undated).push_back(row);
        if (spot.adrift) ++adrift, unplaced += dated ? 1 : 0;
        // An organisation is recorded by its district, which places it.
        if (spot.commune >= 0 || (row.table == Table::organisations && spot.district >= 0)) return;
        ++strays;
        if (dated) ++unlocated;
    }
};

/// [indicator][unit]: what a scenario adds.
using Additions = std::vector<std::vector<std::int64_t>>;
/// Of the query's scenario, within the bounds that `recorded` sets; units above have the sum of those below.
Additions additions(const Scoreboard& recorded, const Territory& territory, const Query& query);
/// Adds to a score that has its recorded value; `of`: the value that it would have if it were known, for its
/// denominator.
void assume(Score& score, std::int64_t more, const std::optional<Value>& of, const Indicator& indicator,
            Missing& unknown);

/// One evaluation at work.
struct Counting {
    const Document& document;
    const Query& query;
    const Locator& locator;
    Scoreboard& board;
    AsOf day;                  // of certificates
    const Additions* assumed;  // null: nothing

    /// What a scenario adds to a score, after its bounds.
    std::int64_t added(IndicatorId id, std::size_t unit) const {
        return assumed == nullptr ? 0 : (*assumed)[static_cast<std::size_t>(id)][unit];
    }
    const std::vector<Unit>& units() const { return locator.territory().units; }
    Score& score(IndicatorId id, std::size_t unit) const { return board.scores[static_cast<std::size_t>(id)][unit]; }
    /// What may be missing at a unit: by coverage; rows without a place that may lie here (of `above`, the unit's own
    /// above(), and of the province); and rows that could not be read.
    Missing missing_at(std::size_t unit, const std::vector<Missing>& by_coverage, const Rows& above,
                       const Rows& province, const std::vector<int>& unread) const;
    /// The unit whose strays may lie in this commune: its district, or the province.
    std::size_t above(std::size_t unit) const;
    /// Of the unread rows of a table for which `may_count` holds, those that may lie in each unit.
    template <class Test>
    std::vector<int> unread_by_unit(std::string_view table, Test may_count) const;
    /// Fills a score from its rows. An empty list that may lack rows is no data, never zero (formats.md §3).
    void finish(IndicatorId id, std::size_t unit, const Rows& rows, std::optional<Value> value,
                const Missing& unknown) const;
};

/// Sets quota, lower bound and status of a score whose value and undated rows are known.
void apply_plan(Score& score, const Query& query, const Plan& plan, const Indicator& indicator, const Unit& unit,
                const Missing& unknown);

/// Whether a recognition counts on a date by a basis.
bool counts(const Recognition& recognition, const Plan& plan, Basis basis, AsOf day);
std::optional<Standing> standing_on(const Product& product, const Plan& plan, Basis basis, AsOf day);
bool passes(const Filter& filter, const Product& product, int stars);

void count_products(const Counting& counting);
void count_blank_communes(const Counting& counting);  // after count_products
void count_events(const Counting& counting);          // ideas, organisations, projects
void count_shares(const Counting& counting);          // training, outreach
Completeness completeness(const Document& document, const Query& query);

/// Calls with the province, the district and the commune of a spot, as far as known.
template <class Use>
void for_units(Spot spot, Use use) {
    use(std::size_t{0});
    if (spot.district > 0) use(static_cast<std::size_t>(spot.district));
    if (spot.commune > 0) use(static_cast<std::size_t>(spot.commune));
}

template <class Test>
std::vector<int> Counting::unread_by_unit(std::string_view table, Test may_count) const {
    std::vector<int> out(units().size(), 0);
    for (const Unread& row : document.records.unread) {
        if (row.table != table || !may_count(row)) continue;
        const Spot spot = locator.locate(row.location);
        for (std::size_t i = 0; i < out.size(); ++i) {
            const int at = static_cast<int>(i), district = units()[i].parent;
            const bool inside = units()[i].level == Level::commune && spot.commune < 0 && spot.district == district;
            if (i == 0 || spot.adrift || at == spot.district || at == spot.commune || inside) ++out[i];
        }
    }
    return out;
}

}  // namespace ocop::domain
