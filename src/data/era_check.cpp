#include "data/era_check.h"

#include <string>

#include "core/error.h"
#include "data/join.h"
#include "data/name_key.h"
#include "data/row.h"
#include "data/row_kinds.h"

namespace ocop::data {

namespace {

using domain::Era;

/// Rows that exist in one era only.
struct Evidence {
    int rows = 0;
    std::string first;  // the first five: "Sản phẩm!7, Sản phẩm!9"

    void add(const core::Place& where) {
        if (++rows > 5) return;
        first +=
            (first.empty() ? "" : ", ") + (where.sheet.empty() ? "" : where.sheet + "!") + std::to_string(where.row);
    }
};

/// Both eras' joins, and what a row says in each.
class Eras {
public:
    Eras(const domain::Territory& before, const domain::Territory& since, const std::vector<domain::Alias>& aliases)
        : before_{before, aliases}, since_{since, aliases} {}

    const Join& before() const { return before_; }

    /// The only era in which a row's place exists; none when it exists in both or in none.
    std::optional<Era> of(const Sheet& sheet, std::size_t row) const {
        const domain::Location then = located(sheet, row, before_), now = located(sheet, row, since_);
        const bool district = !then.district_text.empty() || sheet.has("district_code");
        if (district && !then.district_code.empty()) return Era::y2021;  // since July 2025 there are none
        const bool code = !sheet.cell(row, "commune_code").empty();
        if (code && then.commune_code.empty() != now.commune_code.empty())
            return then.commune_code.empty() ? Era::y2025 : Era::y2021;
        if (now.commune_text.empty()) return {};
        const bool named_then = knows(before_, now.commune_text), named_now = knows(since_, now.commune_text);
        if (named_then == named_now) return {};
        // "An Biên" as a commune may be meant as the district of that name.
        if (named_now && !typed_name(now.commune_text).kind && before_.knows_district(now.commune_text)) return {};
        if (named_now) return since_.knows_commune(now.commune_text) ? std::optional{Era::y2025} : std::nullopt;
        return before_.knows_commune(now.commune_text) ? std::optional{Era::y2021} : std::nullopt;
    }

private:
    /// A name of another kind is a slip of the pen rather than another era.
    static bool knows(const Join& join, const std::string& commune) {
        return join.knows_commune(typed_name(commune).name);
    }
    static domain::Location located(const Sheet& sheet, std::size_t row, const Join& join) {
        core::Findings ignored;
        return Row{sheet, row, join, {9999, 12, 31}, ignored}.location();
    }
    Join before_, since_;
};

}  // namespace

Era register_era(const std::vector<std::vector<Table>>& files, const std::map<Era, domain::Territory>& territories,
                 Era assumed, bool declared, const ColumnMappings& mappings, core::Findings& findings,
                 const std::vector<domain::Alias>& aliases) {
    const auto before = territories.find(Era::y2021), since = territories.find(Era::y2025);
    if (before == territories.end() || since == territories.end()) return assumed;
    const Eras eras{before->second, since->second, aliases};
    std::map<Era, std::string> named_by;  // the first file of each era
    for (const std::vector<Table>& tables : files) {
        std::map<Era, Evidence> evidence;
        for (const Table& table : tables) {
            auto sheet = recognise(table, mappings);
            if (!sheet) continue;
            const RowKinds kinds = row_kinds(*sheet, eras.before());
            core::Findings ignored;
            tell_skipped(*sheet, kinds, eras.before(), ignored);
            for (std::size_t row = 0; row < kinds.size(); ++row)
                if (kinds[row] == RowKind::record)
                    if (const auto era = eras.of(*sheet, row))
                        evidence[*era].add({table.file, table.sheet, sheet->sheet_row(row), 0});
        }
        if (evidence.empty()) continue;
        const std::string& file = tables.front().file;
        if (evidence.size() > 1)
            throw core::Error("error.register_mixes_eras",
                              {file, std::to_string(evidence[Era::y2025].rows), evidence[Era::y2025].first,
                               std::to_string(evidence[Era::y2021].rows), evidence[Era::y2021].first});
        const auto& [era, rows] = *evidence.begin();
        if (declared && era != assumed)
            throw core::Error("error.register_of_other_era",
                              {file, std::string{domain::id(assumed)}, std::string{domain::id(era)},
                               std::to_string(rows.rows), rows.first});
        named_by.emplace(era, file);
    }
    if (named_by.size() > 1)
        throw core::Error("error.registers_of_two_eras", {named_by.at(Era::y2025), named_by.at(Era::y2021)});
    if (named_by.empty() || named_by.begin()->first == assumed) return assumed;
    const auto& [era, file] = *named_by.begin();
    findings.push_back(
        {core::Severity::note, {file, "", 0, 0}, {"finding.era_by_register", {std::string{domain::id(era)}}}});
    return era;
}

}  // namespace ocop::data
