#pragma once
// Which row speaks for a place on a date, where later rows replace earlier ones: training and outreach.
#include <string_view>
#include <utility>
#include <vector>

#include "domain/register.h"

namespace ocop::domain {

/// One place however it was typed: by code where the row was joined, else by its texts.
using RowPlace = std::pair<std::string_view, std::string_view>;
RowPlace place_of(const Location& at);

/// The last row of a place up to a date (formats.md §3), and its rivals: rows that say otherwise and may as well be the
/// last. Of one day, or of none, neither row is known to be later. A row without a date is older than a dated one below
/// it, and may be newer than one above it.
struct LastRow {
    int index = 0;
    std::vector<int> rivals;
};

/// Two rows of one place that say different things, neither of which is known to be later. Of each row that contradicts
/// some above it the nearest of them.
struct Contradiction {
    int above = 0;
    int below = 0;
};
std::vector<Contradiction> training_contradictions(const Register& records);
std::vector<Contradiction> outreach_contradictions(const Register& records);

/// Of each role and place. Indices of Register::trainings, in their order.
std::vector<LastRow> last_trainings(const Register& records, Date as_of);
/// Of each place. Indices of Register::outreach, in their order.
std::vector<LastRow> last_outreach(const Register& records, Date as_of);

}  // namespace ocop::domain
