#include "data/crosswalk.h"

#include <algorithm>

#include "core/text.h"
#include "data/table.h"

namespace ocop::data {

namespace {

/// Without its boundaries an era knows no codes, and none of them is wrong.
bool knows(const domain::Territory& territory, const std::string& code) {
    return territory.units.empty() || territory.find(code, domain::Level::commune) >= 0;
}

}  // namespace

std::map<std::string, std::string> read_crosswalk(const std::filesystem::path& path, const domain::Territory& before,
                                                  const domain::Territory& after, core::Findings& findings) {
    std::map<std::string, std::string> successors;
    const Table table = read_tables(path).front();
    const auto& rows = table.rows;
    const auto column = [&](const char* name) {
        for (std::size_t i = 0; !rows.empty() && i < rows[0].size(); ++i)
            if (core::collapsed(rows[0][i]) == name) return i;
        throw core::Error("error.crosswalk", {path.string(), name});
    };
    const std::size_t from = column("code_2021"), to = column("code_2025");
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const auto cell = [&](std::size_t at) {
            return at < rows[i].size() ? core::collapsed(rows[i][at]) : std::string{};
        };
        const auto complain = [&](std::size_t at, const char* key, std::vector<std::string> args) {
            findings.push_back(
                {core::Severity::warning,
                 {table.file, table.sheet, table.first_row + static_cast<int>(i), static_cast<int>(at) + 1},
                 {key, std::move(args)}});
        };
        const std::string old_code = cell(from), new_code = cell(to);
        if (std::all_of(rows[i].begin(), rows[i].end(), [](const auto& text) { return core::collapsed(text).empty(); }))
            continue;
        if (!knows(before, old_code))
            complain(from, "finding.crosswalk_unit_unknown", {old_code, "2021"});
        else if (!knows(after, new_code))
            complain(to, "finding.crosswalk_unit_unknown", {new_code, "2025"});
        else if (const auto [known, fresh] = successors.emplace(old_code, new_code);
                 !fresh && known->second != new_code)
            complain(from, "finding.crosswalk_twice", {old_code, known->second, new_code});
    }
    std::vector<std::string> left_out;
    for (const domain::Unit& unit : before.units)
        if (unit.level == domain::Level::commune && !successors.contains(unit.code)) left_out.push_back(unit.name);
    if (!left_out.empty() && !after.units.empty())
        findings.push_back({core::Severity::warning,
                            {table.file, table.sheet, 0, 0},
                            {"finding.crosswalk_incomplete", {std::to_string(left_out.size()), left_out.front()}}});
    return successors;
}

}  // namespace ocop::data
