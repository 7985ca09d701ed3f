#include "data/register_reader.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string_view>

#include "core/text.h"
#include "data/columns.h"
#include "data/rows.h"
#include "data/workbook.h"

namespace ocop::data {

namespace {

using core::Severity;

struct Noun {
    void (*read)(const Row&, Draft&);
    std::vector<std::string> expected;  // columns whose empty cells are worth a note
};

const std::map<std::string_view, Noun>& nouns() {
    static const std::map<std::string_view, Noun> known{
        {"products",
         {read_product, {"producer", "producer_kind", "district", "commune", "stars", "decision", "recognised_on"}}},
        {"recognitions", {read_recognition, {"stars", "decision", "recognised_on"}}},
        {"ideas", {read_idea, {"district", "supported_on"}}},
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

/// "Tổng", "Tổng cộng: 54": the only words of its row, the other cells are figures.
bool is_total(const std::vector<std::string>& cells) {
    bool named = false;
    for (const std::string& cell : cells) {
        const std::string word = recognisable(cell);
        if (word.find_first_not_of("0123456789 ") == std::string::npos) continue;
        const auto figures = word.find_first_of("0123456789");
        if (named || !value_of("total", word.substr(0, figures))) return false;
        named = true;
    }
    return named;
}

/// What a row under the header is: a record, or one that stands for none.
enum class RowKind { record, blank, total, example, nothing };

RowKind kind_of(const std::vector<std::string>& cells) {
    std::vector<std::string> words;  // of up to three cells
    for (const std::string& cell : cells) {
        if (std::string word = core::collapsed(cell); !word.empty()) words.push_back(std::move(word));
        if (words.size() == 3) break;
    }
    if (words.empty()) return RowKind::blank;
    if (value_of("example", words.front())) return RowKind::example;
    // "Không có", perhaps behind a running number.
    const bool numbered = words.size() == 2 && words.front().find_first_not_of("0123456789") == std::string::npos;
    if ((words.size() == 1 || numbered) && value_of("nothing", words.back())) return RowKind::nothing;
    return is_total(cells) ? RowKind::total : RowKind::record;
}

/// Of the rows from the header on; the header itself counts as blank.
using Kinds = std::vector<RowKind>;

Kinds kinds_of(const Sheet& sheet) {
    Kinds kinds(sheet.table->rows.size(), RowKind::blank);
    for (std::size_t i = sheet.header + 1; i < kinds.size(); ++i) kinds[i] = kind_of(sheet.table->rows[i]);
    return kinds;
}

bool has(const Kinds& kinds, RowKind kind) { return std::find(kinds.begin(), kinds.end(), kind) != kinds.end(); }

std::string column_name(std::size_t column) { return column_letters(static_cast<int>(column)); }

/// What the header row leaves open: words that nothing recognises, cells under no header, columns that are missing.
void describe(const Sheet& sheet, const Noun& noun, const Kinds& kinds, bool districts, core::Findings& findings) {
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
                  {sheet.header_text(column), sheet.header_text(same->second), column_name(same->second)}}});
        else
            note(column, sheet.noun == "products" ? "finding.column_kept" : "finding.column_unused",
                 {sheet.header_text(column)});
    std::map<std::size_t, int> headless;
    int blank = 0;
    const auto& rows = sheet.table->rows;
    // Blank rows below the last one are cells that someone gave a format, no gap in a list.
    std::size_t end = rows.size();
    while (end > 0 && kinds[end - 1] == RowKind::blank) --end;
    for (std::size_t i = sheet.header + 1; i < end; ++i) {
        blank += kinds[i] == RowKind::blank ? 1 : 0;
        if (kinds[i] == RowKind::example) continue;
        for (std::size_t column = 0; column < rows[i].size(); ++column)
            if (!sheet.has_header(column) && !core::collapsed(rows[i][column]).empty()) ++headless[column];
    }
    for (const auto& [column, count] : headless)
        note(column, "finding.column_without_header", {column_name(column), std::to_string(count)});
    if (blank > 0) note(std::string::npos, "finding.blank_skipped", {std::to_string(blank)});
    for (const std::string& column : noun.expected) {
        if (column == "district" && !districts) continue;  // since July 2025
        if (!sheet.has(column)) {
            const auto& words = words_of_noun(sheet.noun, column);
            note(std::string::npos, "finding.column_missing", {words.size() > 1 ? words[1] : column});
            continue;
        }
        int empty = 0;
        for (std::size_t i = sheet.header + 1; i < rows.size(); ++i)
            if (kinds[i] == RowKind::record && sheet.cell(i, column).empty()) ++empty;
        if (empty > 0)
            note(sheet.columns.at(column), "finding.cells_empty",
                 {sheet.header_text(sheet.columns.at(column)), std::to_string(empty)});
    }
}

void read_sheet(const Sheet& sheet, const Join& join, domain::Date latest, Draft& draft, core::Findings& findings) {
    const Noun& noun = nouns().at(sheet.noun);
    auto& tables = draft.records.tables;
    const Kinds kinds = kinds_of(sheet);
    const bool records = has(kinds, RowKind::record);
    if (!records && !has(kinds, RowKind::nothing)) {  // a form that nobody has filled in is no list of nothing
        if (!has(kinds, RowKind::example))
            findings.push_back({Severity::warning,
                                {sheet.table->file, sheet.table->sheet, sheet.sheet_row(sheet.header), 0},
                                {"finding.sheet_without_rows", {}}});
        return;
    }
    if (sheet.noun != "coverage" && sheet.noun != "recognitions" &&
        std::find(tables.begin(), tables.end(), sheet.noun) == tables.end())
        tables.push_back(sheet.noun);
    if (!records) return;
    describe(sheet, noun, kinds, join.has_districts(), findings);
    for (std::size_t i = sheet.header + 1; i < sheet.table->rows.size(); ++i) {
        const Row row{sheet, i, join, latest, findings};
        switch (kinds[i]) {
            case RowKind::record:
                noun.read(row, draft);
                break;
            case RowKind::total:
                findings.push_back({Severity::note, row.place(), {"finding.total_skipped", {}}});
                break;
            case RowKind::nothing:  // the sheet has records all the same
                findings.push_back({Severity::note, row.place(), {"finding.nothing_skipped", {}}});
                break;
            case RowKind::blank:
            case RowKind::example:
                break;
        }
    }
}

}  // namespace

void read_register(const std::vector<Table>& tables, const Join& join, domain::Date latest, Draft& draft,
                   core::Findings& findings) {
    bool any = false;
    for (const Table& table : tables) {
        if (const auto sheet = recognise(table)) {
            any = true;
            read_sheet(*sheet, join, latest, draft, findings);
        } else if (!value_of("beside", table.sheet) && !std::all_of(table.rows.begin(), table.rows.end(), is_blank)) {
            findings.push_back({Severity::warning, {table.file, table.sheet, 0, 0}, {"finding.sheet_unknown", {}}});
        }
    }
    if (!any) throw core::Error("error.no_register", {tables.front().file});
}

}  // namespace ocop::data
