#include "domain/register.h"

#include <algorithm>

#include <string_view>

namespace ocop::domain {

std::optional<DatePoint> round_date(std::string_view round) {
    // The national round 2022-1 was reported on 24/07/2023; the month is what is published.
    if (round == "national-2022-1") return DatePoint{{2023, 7, 31}, true};
    if (round.starts_with("national-")) round.remove_prefix(9);
    if (round.size() < 4 || (round.size() > 4 && round[4] != '-')) return {};
    const auto year = parse_date(round.substr(0, 4));
    if (!year) return {};
    return DatePoint{{year->day.year, 12, 31}, true};
}

std::optional<DatePoint> Recognition::counts_from() const { return recognised_on ? recognised_on : round_date(round); }

std::optional<Date> Recognition::last_valid_day() const {
    if (expires_on) return expires_on;
    const auto from = counts_from();
    if (!from) return {};
    return plus_days(plus_months(from->day, 36), -1);
}

std::string_view id(OutreachStatus status) {
    switch (status) {
        case OutreachStatus::none:
            return "none";
        case OutreachStatus::planned:
            return "planned";
        case OutreachStatus::under_way:
            return "under_way";
        case OutreachStatus::done:
            break;
    }
    return "done";
}

bool has_table(const Register& records, std::string_view table) {
    return std::find(records.tables.begin(), records.tables.end(), table) != records.tables.end();
}

}  // namespace ocop::domain
