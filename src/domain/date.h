#pragma once
// Calendar days without a clock or a locale.
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace ocop::domain {

struct Date {
    int year = 0;
    int month = 0;
    int day = 0;
    auto operator<=>(const Date&) const = default;
};

/// A day, or the last day of a year or month that is all the source gives (formats.md §3: counts from its last day).
struct DatePoint {
    Date day;
    bool approximate = false;
    auto operator<=>(const DatePoint&) const = default;
};

bool is_leap_year(int year);
int days_in_month(int year, int month);
bool is_valid(Date date);
/// Same day of the month, `months` later; clamped to the end of the month (31/08 + 6 = 28/02).
Date plus_months(Date date, int months);
Date plus_days(Date date, int days);
/// Reads 2021-12-31, 2021/12/31, 31/12/2021, 31-12-2021, 31.12.2021, 12/2021, 2021-12, 2021; also "tháng 12/2021" and
/// "ngày 5 tháng 12 năm 2021". Nothing for 31/02.
std::optional<DatePoint> parse_date(std::string_view text);
std::string iso(Date date);         // 2021-12-31
std::string vietnamese(Date date);  // 31/12/2021
/// A written date as people here read it, 31/12/2021 or 12/2021; what is no date, or only a year, as it is written.
std::string readable_date(const std::string& written);

}  // namespace ocop::domain
