#include "data/xlsx_styles.h"

#include <chrono>
#include <cmath>
#include <cstdio>
#include <map>

#include "core/text.h"
#include "data/xml.h"

namespace ocop::data {

DateForm date_form(std::string_view format) {
    const std::string lower = core::lower(format.substr(0, format.find(';')));
    bool day = false, month = false, year = false, clock = false;
    for (std::size_t i = 0; i < lower.size(); ++i) {
        const char c = lower[i];
        if (c == '"' || c == '[') {  // words, colours, languages
            const auto close = lower.find(c == '"' ? '"' : ']', i + 1);
            if (close == std::string::npos) break;
            if (c == '[' && (lower[i + 1] == 'h' || lower[i + 1] == 's')) return DateForm::none;  // a duration
            i = close;
        } else if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else {
            day = day || c == 'd';
            month = month || c == 'm';
            year = year || c == 'y';
            clock = clock || c == 'h' || c == 's';
        }
    }
    if (lower == "general" || lower == "standard") return DateForm::none;
    if (day) return DateForm::day;
    if (year) return month ? DateForm::month : DateForm::year;
    return clock ? DateForm::time : DateForm::none;
}

DateForm built_in_form(int number) {
    if (number == 17) return DateForm::month;
    if ((number >= 14 && number <= 16) || number == 22 || (number >= 27 && number <= 36) ||
        (number >= 50 && number <= 58))
        return DateForm::day;
    return (number >= 18 && number <= 21) || number == 45 ? DateForm::time : DateForm::none;
}

std::string serial_text(double serial, DateForm form, bool from_1904) {
    if (form == DateForm::none || serial < 0 || serial > 2958465) return number_text(serial);
    auto days = static_cast<int>(std::floor(serial));
    auto seconds = static_cast<int>(std::lround((serial - days) * 86400));
    if (seconds == 86400) {
        ++days;
        seconds = 0;
    }
    char text[40] = "";
    const auto clock = [&] {
        std::snprintf(text, sizeof text, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
        return std::string{text};
    };
    if (form == DateForm::time || (days == 0 && !from_1904)) return clock();
    // Excel knows a 29 February 1900, so that days before it count from one day later.
    using namespace std::chrono;
    const sys_days first = from_1904 ? sys_days{year{1904} / 1 / 1} : sys_days{year{1899} / 12 / (days < 60 ? 31 : 30)};
    const year_month_day date{first + std::chrono::days{days}};
    const int y = static_cast<int>(date.year());
    const unsigned m = static_cast<unsigned>(date.month()), d = static_cast<unsigned>(date.day());
    if (form == DateForm::year) return std::to_string(y);
    if (form == DateForm::month) {
        std::snprintf(text, sizeof text, "%02u/%04d", m, y);
        return text;
    }
    std::snprintf(text, sizeof text, "%04d/%02u/%02u", y, m, d);
    const std::string day = text;
    return seconds == 0 ? day : day + " " + clock();
}

Styles::Styles(const std::string& xml, bool from_1904, const std::string& file) : from_1904_{from_1904} {
    if (xml.empty()) return;
    std::map<int, DateForm> own;
    std::vector<int> numbers;
    bool cells = false;
    parse_xml(xml, file,
              {[&](std::string_view element, const Attributes& attributes) {
                   if (element == "numFmt")
                       own[attributes.number("numFmtId", -1)] = date_form(attributes["formatCode"]);
                   else if (element == "cellXfs")
                       cells = true;
                   else if (element == "xf" && cells)
                       numbers.push_back(attributes.number("numFmtId", 0));
               },
               [&](std::string_view element) { cells = cells && element != "cellXfs"; },
               {}});
    for (const int number : numbers) {
        const auto found = own.find(number);
        forms_.push_back(found == own.end() ? built_in_form(number) : found->second);
    }
}

std::string Styles::shown(double number, int style) const {
    const bool known = style >= 0 && static_cast<std::size_t>(style) < forms_.size();
    return serial_text(number, known ? forms_[static_cast<std::size_t>(style)] : DateForm::none, from_1904_);
}

}  // namespace ocop::data
