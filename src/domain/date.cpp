#include "domain/date.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

#include "core/text.h"

namespace ocop::domain {

bool is_leap_year(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

int days_in_month(int year, int month) {
    constexpr std::array days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12) return 0;
    return month == 2 && is_leap_year(year) ? 29 : days[static_cast<std::size_t>(month - 1)];
}

bool is_valid(Date date) {
    return date.year >= 1900 && date.year <= 2199 && date.day >= 1 && date.day <= days_in_month(date.year, date.month);
}

Date plus_months(Date date, int months) {
    const int total = date.year * 12 + date.month - 1 + months;
    const int year = total / 12, month = total % 12 + 1;
    return {year, month, std::min(date.day, days_in_month(year, month))};
}

Date plus_days(Date date, int days) {
    date.day += days;
    while (date.day > days_in_month(date.year, date.month)) {
        date.day -= days_in_month(date.year, date.month);
        date = date.month == 12 ? Date{date.year + 1, 1, date.day} : Date{date.year, date.month + 1, date.day};
    }
    while (date.day < 1) {
        date = date.month == 1 ? Date{date.year - 1, 12, date.day} : Date{date.year, date.month - 1, date.day};
        date.day += days_in_month(date.year, date.month);
    }
    return date;
}

namespace {

/// The figures of "ngày 5 tháng 12 năm 2021", "tháng 12/2021", "năm 2021" with slashes between; the text itself when it
/// does not begin with such a word.
std::string without_words(std::string_view text) {
    const std::string folded = core::folded(text);
    std::string_view rest = folded;
    std::string out;
    for (const std::string_view word : {"ngay ", "thang ", "nam "}) {
        if (!rest.starts_with(word)) continue;
        rest.remove_prefix(word.size());
        const auto end = rest.find(' ');
        out += (out.empty() ? "" : "/") + std::string{rest.substr(0, end)};
        rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    }
    return out.empty() || !rest.empty() ? std::string{text} : out;
}

}  // namespace

std::optional<DatePoint> parse_date(std::string_view written) {
    std::string figures{written};
    for (const std::string_view mark : {"/", "-", "."})  // "31 / 12 / 2021"
        for (const std::string& spaced : {" " + std::string{mark}, std::string{mark} + " "})
            for (auto at = figures.find(spaced); at != std::string::npos; at = figures.find(spaced))
                figures = figures.substr(0, at) + std::string{mark} + figures.substr(at + 2);
    figures = without_words(figures);
    std::string_view text = figures;
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    if (const auto time = text.find_first_of("T "); time != std::string_view::npos && time >= 8)
        text = text.substr(0, time);
    std::vector<int> parts;
    std::vector<std::size_t> widths;
    while (true) {
        int value = 0;
        const auto end = text.find_first_of("-/.");
        const std::string_view part = text.substr(0, end);
        const auto [stop, error] = std::from_chars(part.data(), part.data() + part.size(), value);
        if (error != std::errc{} || stop != part.data() + part.size() || part.front() == '-') return {};
        parts.push_back(value);
        widths.push_back(part.size());
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 1);
    }
    Date date;
    bool approximate = true;
    if (parts.size() == 1 && widths[0] == 4) {
        date = {parts[0], 12, 31};
    } else if (parts.size() == 2 && (widths[0] == 4 || widths[1] == 4)) {
        const int year = widths[0] == 4 ? parts[0] : parts[1], month = widths[0] == 4 ? parts[1] : parts[0];
        date = {year, month, days_in_month(year, month)};
    } else if (parts.size() == 3 && widths[0] == 4) {
        date = {parts[0], parts[1], parts[2]};
        approximate = false;
    } else if (parts.size() == 3 && widths[2] == 4) {
        date = {parts[2], parts[1], parts[0]};
        approximate = false;
    } else {
        return {};
    }
    if (!is_valid(date)) return {};
    return DatePoint{date, approximate};
}

namespace {
std::string padded(int value, std::size_t width) {
    std::string text = std::to_string(value);
    return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}
}  // namespace

std::string iso(Date date) { return padded(date.year, 4) + '-' + padded(date.month, 2) + '-' + padded(date.day, 2); }

std::string vietnamese(Date date) {
    return padded(date.day, 2) + '/' + padded(date.month, 2) + '/' + padded(date.year, 4);
}

std::string readable_date(const std::string& written) {
    const auto date = parse_date(written);
    if (!date) return written;
    if (!date->approximate) return vietnamese(date->day);
    const bool year_first = written.size() >= 6 && written.find_first_not_of("0123456789") == 4;
    return year_first ? vietnamese(date->day).substr(3) : written;
}

}  // namespace ocop::domain
