#include "data/row.h"

#include <charconv>

#include "core/text.h"

namespace ocop::data {

core::Place Row::place(const std::string& column) const {
    return {sheet_.table->file, sheet_.table->sheet, sheet_.sheet_row(index_),
            column.empty() ? 0 : sheet_.sheet_column(column)};
}

void Row::warn(const std::string& column, std::string key, std::vector<std::string> args) const {
    findings_.push_back({core::Severity::warning, place(column), {std::move(key), std::move(args)}});
}

std::string Row::lines(const std::string& column) const {
    const auto found = sheet_.columns.find(column);
    if (found == sheet_.columns.end() || found->second >= sheet_.table->rows[index_].size()) return {};
    std::string out;
    for (const std::string& part : core::split(sheet_.table->rows[index_][found->second], '\n'))
        if (const std::string line = core::collapsed(part); !line.empty()) out += (out.empty() ? "" : "\n") + line;
    return out;
}

std::string Row::name(const std::string& column) const {
    std::string name = text(column);
    if (name.empty()) warn(column, "finding.row_without_name");
    return name;
}

std::optional<domain::DatePoint> Row::date_ahead(const std::string& column) const {
    const std::string cell = text(column);
    if (cell.empty()) return {};
    const auto parsed = domain::parse_date(cell);
    if (!parsed) warn(column, "finding.date_unreadable", {cell});
    return parsed;
}

std::optional<domain::DatePoint> Row::date(const std::string& column) const {
    const auto parsed = date_ahead(column);
    // Of a year or a month only its last day is known, which may lie ahead although it is now.
    if (parsed && (parsed->approximate ? parsed->day.year > latest_.year : parsed->day > latest_))
        warn(column, "finding.date_future", {text(column)});
    return parsed;
}

std::optional<int> Row::number(const std::string& column) const {
    const std::string cell = text(column);
    if (cell.empty()) return {};
    std::string digits = cell;
    if (digits.ends_with(".0")) digits.resize(digits.size() - 2);  // a spreadsheet's whole number
    // 1.234 and 1,234 group thousands here: counts of people have no decimals.
    const auto grouped = [](const std::string& s) {
        const auto at = s.find_first_of(".,");
        return at != std::string::npos && s.size() - at == 4 && s.find_first_of(".,", at + 1) == std::string::npos;
    };
    if (grouped(digits)) digits.erase(digits.find_first_of(".,"), 1);
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size()) {
        warn(column, "finding.number_unreadable", {cell});
        return {};
    }
    return value;
}

std::optional<std::string> Row::value(const std::string& column, std::string_view list) const {
    const std::string cell = text(column);
    if (cell.empty()) return {};
    auto known = value_of(list, cell);
    if (!known) warn(column, "finding.word_unknown", {cell});
    return known;
}

int Row::stars(const std::string& column) const {
    const std::string cell = text(column);
    if (cell.empty()) return 0;
    int value = 0;
    if (cell.find("★") != std::string::npos) {
        for (auto at = cell.find("★"); at != std::string::npos; at = cell.find("★", at + 1)) ++value;
    } else {
        std::string digits = cell;
        if (const std::string word = core::folded(cell); word.ends_with("sao"))
            digits = core::collapsed(word.substr(0, word.size() - 3));
        if (digits.ends_with(".0")) digits.resize(digits.size() - 2);
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        if (error != std::errc{} || end != digits.data() + digits.size()) value = -1;
    }
    if (value >= 1 && value <= 5) return value;
    warn(column, "finding.stars_outside", {cell});
    return 0;
}

domain::Location Row::location() const {
    domain::Location location;
    location.district_text = text("district");
    location.commune_text = text("commune");
    const std::string district_code = text("district_code"), commune_code = text("commune_code");
    const char* column = !location.commune_text.empty()    ? "commune"
                         : !location.district_text.empty() ? "district"
                         : !commune_code.empty()           ? "commune_code"
                                                           : "district_code";
    join_.locate(location, district_code, commune_code, place(column), findings_);
    return location;
}

std::string Row::remarks() const {
    std::string remarks;
    for (const std::size_t column : sheet_.unknown) {
        if (column >= sheet_.table->rows[index_].size()) continue;
        const std::string cell = core::collapsed(sheet_.table->rows[index_][column]);
        if (!cell.empty()) remarks += (remarks.empty() ? "" : "\n") + sheet_.header_text(column) + ": " + cell;
    }
    return remarks;
}

}  // namespace ocop::data
