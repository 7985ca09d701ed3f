#include "data/cell_notes.h"

#include <algorithm>
#include <charconv>

#include "core/text.h"
#include "data/address.h"

namespace ocop::data {

namespace {

using core::Severity;

constexpr const char* date_columns[] = {"recognised_on", "expires_on", "supported_on", "strengthened_on",
                                        "as_of",         "date",       "from",         "to"};

/// A cell as Excel calls it: "D5".
std::string cell_name(const Sheet& sheet, std::size_t row, std::size_t column) {
    return column_letters(column) + std::to_string(sheet.sheet_row(row));
}

}  // namespace

std::optional<domain::DatePoint> serial_date(std::string_view cell) {
    int days = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), days);
    if (error != std::errc{} || days < 20000 || days > 80000) return {};
    if (end != cell.data() + cell.size() && *end != '.') return {};
    return domain::DatePoint{domain::plus_days({1899, 12, 30}, days), false};
}

void describe_cells(const Sheet& sheet, const RowKinds& kinds, const Join& join, core::Findings& findings) {
    const Table& table = *sheet.table;
    const auto say = [&](Severity severity, std::size_t row, std::size_t column, const char* key,
                         std::vector<std::string> args) {
        findings.push_back({severity,
                            {table.file, table.sheet, sheet.sheet_row(row), static_cast<int>(column) + 1},
                            {key, std::move(args)}});
    };
    const auto below = std::count_if(table.uncalculated.begin(), table.uncalculated.end(),
                                     [&](const Table::Cell& cell) { return cell.first > sheet.header; });
    if (below > 0) {
        const auto first = std::find_if(table.uncalculated.begin(), table.uncalculated.end(),
                                        [&](const Table::Cell& cell) { return cell.first > sheet.header; });
        say(Severity::warning, first->first, first->second, "finding.formula_without_value",
            {std::to_string(below), cell_name(sheet, first->first, first->second)});
    }
    for (const auto& [name, column] : sheet.columns)
        for (std::size_t row = sheet.header + 1; row < kinds.size(); ++row)
            if (kinds[row] == RowKind::record && column < table.rows[row].size())
                if (const std::string cell = core::collapsed(table.rows[row][column]); is_error_value(cell))
                    say(Severity::warning, row, column, "finding.cell_error", {cell});
    // One note a column: how many cells, and the first of them as written and as read.
    const auto tell = [&](const std::string& name, const char* key, auto&& read_as) {
        if (!sheet.has(name)) return;
        int count = 0;
        std::string written, read;
        for (std::size_t row = sheet.header + 1; row < kinds.size(); ++row) {
            if (kinds[row] != RowKind::record) continue;
            const std::string cell = sheet.cell(row, name), meant = read_as(cell);
            if (meant.empty() || count++ > 0) continue;
            written = cell;
            read = meant;
        }
        if (count > 0)
            say(Severity::note, sheet.header, sheet.columns.at(name), key, {std::to_string(count), written, read});
    };
    for (const char* name : date_columns)
        tell(name, "finding.dates_serial", [](const std::string& cell) {
            const auto day = domain::parse_date(cell) ? std::nullopt : serial_date(cell);
            return day ? domain::vietnamese(day->day) : std::string{};
        });
    for (const auto& [name, level] :
         {std::pair{"district_code", domain::Level::district}, std::pair{"commune_code", domain::Level::commune}})
        tell(name, "finding.codes_padded", [&, level = level](const std::string& cell) {
            const std::string code = join.padded(cell, level);
            return code.size() > cell.size() ? code : std::string{};
        });
    if (!sheet.has("address")) return;
    int count = 0;
    std::string written;
    for (std::size_t row = sheet.header + 1; row < kinds.size(); ++row) {
        if (kinds[row] != RowKind::record || !sheet.cell(row, "commune").empty() ||
            !sheet.cell(row, "commune_code").empty())
            continue;
        const std::string cell = sheet.cell(row, "address");
        const Address address = read_address(cell, join);
        if (address.commune.empty() && !address.district.empty() && count++ == 0) written = cell;
    }
    if (count > 0)
        say(Severity::note, sheet.header, sheet.columns.at("address"), "finding.address_without_commune",
            {std::to_string(count), written});
}

}  // namespace ocop::data
