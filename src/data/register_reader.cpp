#include "data/register_reader.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string_view>

#include "core/text.h"
#include "data/cell_notes.h"
#include "data/columns.h"
#include "data/row_kinds.h"
#include "data/rows.h"
#include "data/totals.h"

namespace ocop::data {

namespace {

using core::Severity;

struct Noun {
    void (*read)(const Row&, Draft&);
    std::vector<std::string> expected;  // columns whose empty cells are worth a note
};

const std::map<std::string_view, Noun>& nouns_read() {
    static const std::map<std::string_view, Noun> known{
        {"products",
         {read_product, {"producer", "producer_kind", "district", "commune", "stars", "decision", "recognised_on"}}},
        {"recognitions", {read_recognition, {"stars", "decision", "recognised_on"}}},
        {"ideas", {read_idea, {"district", "supported_on", "step"}}},
        {"organisations", {read_organisation, {"district", "strengthened_on"}}},
        {"training", {read_training, {"district", "as_of"}}},
        {"outreach", {read_outreach, {"date"}}},
        {"projects", {read_project, {"district", "kind"}}},
        {"coverage", {read_coverage, {}}}};
    return known;
}

bool is_blank(const std::vector<std::string>& cells) {
    return std::all_of(cells.begin(), cells.end(),
                       [](const std::string& cell) { return core::collapsed(cell).empty(); });
}

/// What becomes of a column that means nothing to its table.
const char* key_of(const Sheet& sheet, std::size_t column) {
    const bool aside = std::find(sheet.set_aside.begin(), sheet.set_aside.end(), column) != sheet.set_aside.end();
    if (sheet.noun == "products") return aside ? "finding.column_kept_aside" : "finding.column_kept";
    return aside ? "finding.column_set_aside" : "finding.column_unused";
}

/// What the header row leaves open: words that nothing recognises, cells under no header, columns that are missing.
void describe(const Sheet& sheet, const Noun& noun, const RowKinds& kinds, bool districts, core::Findings& findings) {
    const auto note = [&](std::size_t column, const char* key, std::vector<std::string> args) {
        findings.push_back({Severity::note,
                            {sheet.table->file, sheet.table->sheet, sheet.sheet_row(sheet.header),
                             column == std::string::npos ? 0 : static_cast<int>(column) + 1},
                            {key, std::move(args)}});
    };
    for (const std::size_t column : sheet.unknown)
        if (const auto same = sheet.repeated.find(column); same != sheet.repeated.end())
            findings.push_back(
                {Severity::warning,
                 {sheet.table->file, sheet.table->sheet, sheet.sheet_row(sheet.header), static_cast<int>(column) + 1},
                 {"finding.column_twice",
                  {sheet.header_text(column), sheet.header_text(same->second), column_letters(same->second)}}});
        else
            note(column, key_of(sheet, column), {sheet.header_text(column)});
    std::map<std::size_t, int> headless;
    int blank = 0;
    const auto& rows = sheet.table->rows;
    // Blank rows below the last one are cells that someone gave a format, no gap in a list.
    std::size_t end = rows.size();
    while (end > 0 && kinds[end - 1] == RowKind::blank) --end;
    for (std::size_t i = sheet.header + 1; i < end; ++i) {
        blank += kinds[i] == RowKind::blank ? 1 : 0;
        if (kinds[i] != RowKind::record) continue;
        for (std::size_t column = 0; column < rows[i].size(); ++column)
            if (!sheet.has_header(column) && !core::collapsed(rows[i][column]).empty()) ++headless[column];
    }
    for (const auto& [column, count] : headless)
        note(column, "finding.column_without_header", {column_letters(column), std::to_string(count)});
    if (blank > 0) note(std::string::npos, "finding.blank_skipped", {std::to_string(blank)});
    const bool placed_by_section = std::any_of(sheet.sections.begin(), sheet.sections.end(),
                                               [](const auto& row) { return !row.second.district.empty(); });
    for (const std::string& column : noun.expected) {
        if (column == "district" && !districts) continue;  // since July 2025
        const bool place = column == "district" || column == "commune";
        if (!sheet.has(column)) {
            if (place && (sheet.has("address") || (placed_by_section && column == "district"))) continue;
            const auto& words = words_of_noun(sheet.noun, column);
            note(std::string::npos, "finding.column_missing", {words.size() > 1 ? words[1] : column});
            continue;
        }
        int empty = 0;
        for (std::size_t i = sheet.header + 1; i < rows.size(); ++i) {
            if (kinds[i] != RowKind::record || !sheet.cell(i, column).empty()) continue;
            const auto section = sheet.sections.find(i);
            const bool given = section != sheet.sections.end() &&
                               !(column == "district" ? section->second.district : section->second.commune).empty();
            if (!(place && (given || !sheet.cell(i, "address").empty()))) ++empty;
        }
        if (empty > 0)
            note(sheet.columns.at(column), "finding.cells_empty",
                 {sheet.header_text(sheet.columns.at(column)), std::to_string(empty)});
    }
}

void read_sheet(Sheet& sheet, const Join& join, domain::Date latest, Draft& draft, core::Findings& findings) {
    const Noun& noun = nouns_read().at(sheet.noun);
    auto& tables = draft.records.tables;
    const RowKinds kinds = row_kinds(sheet, join);
    const auto has = [&](RowKind kind) { return std::find(kinds.begin(), kinds.end(), kind) != kinds.end(); };
    if (!has(RowKind::record) && !has(RowKind::nothing)) {  // a form that nobody has filled in is no list of nothing
        if (!has(RowKind::example))
            findings.push_back({Severity::warning,
                                {sheet.table->file, sheet.table->sheet, sheet.sheet_row(sheet.header), 0},
                                {"finding.sheet_without_rows", {}}});
        return;
    }
    if (sheet.noun != "coverage" && sheet.noun != "recognitions" && !domain::has_table(draft.records, sheet.noun))
        tables.push_back(sheet.noun);
    if (sheet.noun == "recognitions") draft.has_recognitions = true;
    if (sheet.noun == "products") ++draft.lists_of_products;
    if (!has(RowKind::record)) return;
    if (sheet.noun == "products" && !sheet.has("stars"))
        draft.starless.push_back({sheet.table->file, sheet.table->sheet, sheet.sheet_row(sheet.header), 0});
    tell_skipped(sheet, kinds, join, findings);
    describe(sheet, noun, kinds, join.has_districts(), findings);
    describe_cells(sheet, kinds, join, findings);
    check_totals(sheet, kinds, findings);
    for (std::size_t i = sheet.header + 1; i < sheet.table->rows.size(); ++i)
        if (kinds[i] == RowKind::record) noun.read(Row{sheet, i, join, latest, findings, &draft.unmatched}, draft);
}

}  // namespace

std::optional<core::Message> read_register(const std::vector<Table>& tables, const Join& join, domain::Date latest,
                                           Draft& draft, core::Findings& findings, const ColumnMappings& mappings) {
    bool any = false;
    const auto say = [&](const Table& table, Severity severity, const char* key, std::vector<std::string> args = {}) {
        findings.push_back({severity, {table.file, table.sheet, 0, 0}, {key, std::move(args)}});
    };
    if (const std::string& ending = tables.front().true_ending; !ending.empty())
        findings.push_back({Severity::note, {tables.front().file, "", 0, 0}, {"finding.ending_differs", {ending}}});
    if (const auto font = tables.front().encoding; font == core::Encoding::tcvn3 || font == core::Encoding::vni)
        findings.push_back({Severity::note,
                            {tables.front().file, "", 0, 0},
                            {"finding.file_decoded", {std::string{core::name(font)}}}});
    std::vector<std::string> hidden;
    for (const Table& table : tables) {
        if (auto sheet = recognise(table, mappings)) {
            any = true;
            read_sheet(*sheet, join, latest, draft, findings);
        } else if (table.hidden && recognise_hidden(table, mappings)) {
            say(table, Severity::warning, "finding.sheet_hidden");
            hidden.push_back(table.sheet);
        } else if (!table.hidden && !value_of("beside", table.sheet) &&
                   !std::all_of(table.rows.begin(), table.rows.end(), is_blank)) {
            say(table, Severity::warning, "finding.sheet_unknown");
        }
    }
    if (any) return {};
    if (!hidden.empty()) return core::Message{"error.only_hidden_sheets", {tables.front().file, hidden.front()}};
    return core::Message{"error.no_register", {tables.front().file}};
}

}  // namespace ocop::data
