#include "data/row.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/text.h"
#include "data/address.h"
#include "data/cell_notes.h"
#include "data/numbers.h"
#include "data/stars.h"

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

std::optional<domain::DatePoint> Row::date_ahead(const std::string& column, const char* unreadable,
                                                 std::vector<std::string> more) const {
    const std::string cell = text(column);
    if (cell.empty()) return {};
    auto parsed = domain::parse_date(cell);
    if (!parsed) parsed = serial_date(cell);
    if (parsed) return parsed;
    more.insert(more.begin(), cell);
    warn(column, unreadable, std::move(more));
    return {};
}

std::optional<domain::DatePoint> Row::date(const std::string& column, const char* unreadable,
                                           std::vector<std::string> more) const {
    const auto parsed = date_ahead(column, unreadable, std::move(more));
    if (parsed && is_ahead(*parsed)) warn(column, "finding.date_future", {text(column)});
    return parsed;
}

std::optional<int> Row::number(const std::string& column) const {
    std::string cell = text(column);
    if (cell.empty()) return {};
    if (sheet_.table->repeated.contains({index_, sheet_.columns.at(column)})) {
        warn(column, "finding.number_merged", {cell});
        return {};
    }
    const std::string typed = cell;
    if (const auto space = cell.find(' '); space != std::string::npos && value_of("unit", cell.substr(space)))
        cell.resize(space);
    const auto value = number_of(cell);
    // Counts of people have no decimals.
    if (!value || *value != std::floor(*value) || std::abs(*value) > 1e9) {
        warn(column, "finding.number_unreadable", {typed});
        return {};
    }
    return static_cast<int>(*value);
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
    const int value = stars_of(cell);
    if (value == 0) warn(column, "finding.stars_outside", {cell});
    return value;
}

domain::Location Row::location() const {
    domain::Location location;
    location.district_text = text("district");
    location.commune_text = text("commune");
    if (value_of("total", location.commune_text) == "whole")
        location.commune_text.clear();  // "Toàn huyện": its own row
    const std::string district_code = join_.padded(text("district_code"), domain::Level::district),
                      commune_code = join_.padded(text("commune_code"), domain::Level::commune);
    const bool own_district = !location.district_text.empty() || !district_code.empty(),
               own_commune = !location.commune_text.empty() || !commune_code.empty();
    const char* district_column = location.district_text.empty() ? "district_code" : "district";
    const char* commune_column = location.commune_text.empty() ? "commune_code" : "commune";
    if (const std::string written = text("address"); !written.empty() && !(own_district && own_commune)) {
        const Address address = read_address(written, join_);
        const bool agrees = !own_district || location.district_text.empty() || address.district.empty() ||
                            name_key(location.district_text).name == name_key(address.district).name;
        if (!agrees) {
            warn("address", "finding.address_disagrees", {written, location.district_text});
        } else {
            if (!own_district) location.district_text = address.district;
            if (!own_commune) location.commune_text = address.commune;
            if (!own_district) district_column = "address";
            if (!own_commune) commune_column = "address";
            if (address.district.empty() && address.commune.empty() && !own_district && !own_commune)
                warn("address", "finding.address_unresolved", {written});
        }
    }
    if (const auto section = sheet_.sections.find(index_); section != sheet_.sections.end()) {
        if (location.district_text.empty() && !own_district) location.district_text = section->second.district;
        if (location.commune_text.empty() && !own_commune) location.commune_text = section->second.commune;
    }
    // A row of the whole province, in the tables that count by place.
    const bool by_place = sheet_.noun == "training" || sheet_.noun == "outreach" || sheet_.noun == "coverage";
    const bool whole = district_code.empty() ? value_of("whole", location.district_text).has_value()
                                             : join_.is_province(district_code);
    if (by_place && whole && location.commune_text.empty() && commune_code.empty()) return location;
    join_.locate(location, district_code, commune_code,
                 {place(district_column), place(commune_column), findings_, unmatched_});
    // Outreach asks for its commune itself; a recognition is placed by its product, a line of coverage may be for all.
    constexpr std::array<std::string_view, 5> placed{"products", "ideas", "organisations", "training", "projects"};
    const bool nowhere = location.district_text.empty() && location.commune_text.empty() && district_code.empty() &&
                         commune_code.empty();
    if (nowhere && std::find(placed.begin(), placed.end(), sheet_.noun) != placed.end())
        warn(has("district") ? "district" : "", "finding.row_without_place");
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
