#include "data/register_reader.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string_view>

#include "core/text.h"
#include "data/columns.h"
#include "data/rows.h"

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

std::string column_letters(std::size_t column) {
    std::string letters;
    for (std::size_t n = column + 1; n > 0; n = (n - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (n - 1) % 26));
    return letters;
}

/// What the header row leaves open: words that nothing recognises, cells under no header, columns that are missing.
void describe(const Sheet& sheet, const Noun& noun, core::Findings& findings) {
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
            note(column, sheet.noun == "products" ? "finding.column_kept" : "finding.column_unused",
                 {sheet.header_text(column)});
    std::map<std::size_t, int> headless;
    int blank = 0;
    const auto& rows = sheet.table->rows;
    for (std::size_t i = sheet.header + 1; i < rows.size(); ++i) {
        blank += is_blank(rows[i]) ? 1 : 0;
        for (std::size_t column = 0; column < rows[i].size(); ++column)
            if (!sheet.has_header(column) && !core::collapsed(rows[i][column]).empty()) ++headless[column];
    }
    for (const auto& [column, count] : headless)
        note(column, "finding.column_without_header", {column_letters(column), std::to_string(count)});
    if (blank > 0) note(std::string::npos, "finding.blank_skipped", {std::to_string(blank)});
    for (const std::string& column : noun.expected) {
        if (!sheet.has(column)) {
            const auto& words = words_of_noun(sheet.noun, column);
            note(std::string::npos, "finding.column_missing", {words.size() > 1 ? words[1] : column});
            continue;
        }
        int empty = 0;
        for (std::size_t i = sheet.header + 1; i < rows.size(); ++i)
            if (!is_blank(rows[i]) && !is_total(rows[i]) && sheet.cell(i, column).empty()) ++empty;
        if (empty > 0)
            note(sheet.columns.at(column), "finding.cells_empty",
                 {sheet.header_text(sheet.columns.at(column)), std::to_string(empty)});
    }
}

bool has_rows(const Sheet& sheet) {
    const auto& rows = sheet.table->rows;
    return std::any_of(rows.begin() + static_cast<std::ptrdiff_t>(sheet.header) + 1, rows.end(),
                       [](const auto& row) { return !is_blank(row) && !is_total(row); });
}

void read_sheet(const Sheet& sheet, const Join& join, domain::Date latest, Draft& draft, core::Findings& findings) {
    const Noun& noun = nouns().at(sheet.noun);
    auto& tables = draft.records.tables;
    if (!has_rows(sheet)) {  // a form that nobody has filled in is no list of nothing
        findings.push_back({Severity::warning,
                            {sheet.table->file, sheet.table->sheet, sheet.sheet_row(sheet.header), 0},
                            {"finding.sheet_without_rows", {}}});
        return;
    }
    if (sheet.noun != "coverage" && sheet.noun != "recognitions" &&
        std::find(tables.begin(), tables.end(), sheet.noun) == tables.end())
        tables.push_back(sheet.noun);
    if (sheet.noun == "recognitions") draft.has_recognitions = true;
    if (sheet.noun == "products") ++draft.lists_of_products;
    if (sheet.noun == "products" && !sheet.has("stars"))
        draft.starless.push_back({sheet.table->file, sheet.table->sheet, sheet.sheet_row(sheet.header), 0});
    describe(sheet, noun, findings);
    for (std::size_t i = sheet.header + 1; i < sheet.table->rows.size(); ++i) {
        if (is_blank(sheet.table->rows[i])) continue;
        const Row row{sheet, i, join, latest, findings};
        if (is_total(sheet.table->rows[i]))
            findings.push_back({Severity::note, row.place(), {"finding.total_skipped", {}}});
        else
            noun.read(row, draft);
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
        } else if (!std::all_of(table.rows.begin(), table.rows.end(), is_blank)) {
            findings.push_back({Severity::warning, {table.file, table.sheet, 0, 0}, {"finding.sheet_unknown", {}}});
        }
    }
    if (!any) throw core::Error("error.no_register", {tables.front().file});
}

}  // namespace ocop::data
