#pragma once
// What one assumes beside what is recorded: "and if Gò Quao had two more?". A scenario is part of a query and never of
// a document's rows: nothing recorded changes, and reports are made without one.
//
// What evaluate() makes of it:
// - An addition moves the indicator that it names, of its unit and of the units above, by as much; nothing else follows
//   (an assumed product has neither stars nor a commune nor a producer).
// - It is bounded by what is recorded: a value never falls below 0, and a share never rises over all there are.
// - Uncertainty stays. "≥ 2" and 2 assumed is "≥ 4", which meets a quota of 4; short of the quota it is undetermined as
//   before. A mean or share of an incomplete list stays undetermined.
// - No data and n assumed is at least n: nobody knows what else there is. No data and fewer stays no data, and so does
//   a share of people of whom nobody knows how many there are.
// - A filter of products leaves out what is assumed of them, for no filter can tell whether it would pass.
// - Units of another era are not on the map: what is assumed of them moves the province alone.
// - `lapse_on`: recognitions later than the as-of date are none of this; certificates that end before that day without
//   a re-rating have lapsed. It shows in the basis "valid" and among the certificates that expire soon.
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "domain/date.h"
#include "domain/indicator.h"

namespace ocop::domain {

/// How the gap of an indicator was filled (fill_gap.h).
enum class FillMethod { even, by_communes, below_first };

struct Scenario {
    using Place = std::pair<IndicatorId, std::string>;  // and the code of a district, or of a commune

    std::string id;                            // in the store; empty: a scene's own
    std::string name;                          // as people call it
    Era era = Era::y2021;                      // whose units are named
    std::map<Place, int> added;                // never 0
    std::optional<Date> lapse_on;              // none: the as-of date
    std::map<IndicatorId, FillMethod> filled;  // indicators whose additions are still as a method left them
    bool operator==(const Scenario&) const = default;

    bool assumes_nothing() const { return added.empty() && !lapse_on; }
    int at(IndicatorId indicator, const std::string& code) const;
    /// By hand: the indicator is no longer as a method left it.
    void set(IndicatorId indicator, const std::string& code, int more);
    void clear(IndicatorId indicator);
};

/// Whether an indicator can be added to: one that plans set quotas for, not a view of recorded rows.
bool can_be_assumed(IndicatorId indicator);
/// The same for units of a level; outreach only by district, for a commune's is a state and no number.
bool can_be_assumed(IndicatorId indicator, Level level);

std::string_view id(FillMethod method);  // "even", "by_communes", "below_first"
std::optional<FillMethod> fill_method_from(std::string_view text);

}  // namespace ocop::domain
