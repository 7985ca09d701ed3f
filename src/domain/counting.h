#pragma once
// What the parts of evaluate() share: where rows lie in the queried era, how complete their lists are.
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "domain/evaluate.h"

namespace ocop::domain {

/// Indices into Territory::units; -1 = not known there.
struct Spot {
    int district = -1;
    int commune = -1;
};

/// Where rows lie in the queried era. Rows of 2021 reach the units of 2025 through the crosswalk, by commune only;
/// rows of 2025 cannot be shown in 2021.
class Locator {
public:
    Locator(const Document& document, Era era);
    Spot locate(const Location& location) const;
    const Territory& territory() const { return territory_; }

private:
    const Document& document_;
    const Territory& territory_;
    std::unordered_map<std::string_view, int> districts_, communes_;
};

/// What may be missing from a list: nothing, at most `most` rows, or nobody knows how many.
struct Missing {
    bool any = false;
    std::optional<int> most;  // none while any: unbounded
};

/// By the coverage rows of a table on a date; `district_code` empty: the whole province.
Missing missing(const Document& document, std::string_view table, std::string_view district_code, Date as_of);

bool has_table(const Register& records, std::string_view table);

/// Status of a filled score against its quota (formats.md §3). `unknown` more may exist beyond value and undated.
void judge(Score& score, const Missing& unknown);
/// Sets quota and status of a score, or no_quota / no_data.
void apply_plan(Score& score, const Query& query, const Plan& plan, const Indicator& indicator, const Unit& unit,
                const Missing& unknown);

using Scores = std::vector<std::vector<Score>>;
void count_products(const Document& document, const Query& query, const Locator& locator, Scoreboard& board);
void count_events(const Document& document, const Query& query, const Locator& locator, Scoreboard& board);

/// A dated event within the plan's period and not after the date; none: no date at all.
std::optional<bool> in_period(const std::optional<DatePoint>& date, const Plan& plan, Date as_of);

/// Calls with the province, the district and the commune of a spot, as far as known.
template <class Use>
void for_units(Spot spot, Use use) {
    use(0);
    if (spot.district > 0) use(spot.district);
    if (spot.commune > 0) use(spot.commune);
}

}  // namespace ocop::domain
