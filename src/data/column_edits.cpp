#include "data/column_edits.h"

#include <algorithm>
#include <set>
#include <utility>

#include "data/row_key.h"
#include "domain/replay.h"

namespace ocop::data {

namespace {

constexpr const char* table_name = "columns";

/// One header, one decision: the same on every laptop, so that two of them are a conflict when journals merge.
std::string row_of(const ColumnMapping& mapping) { return mapping.noun + "/" + recognisable(mapping.header); }

bool exists(const ColumnMapping& mapping) {
    const std::vector<std::string> all = nouns(), columns = columns_of(mapping.noun);
    return std::find(all.begin(), all.end(), mapping.noun) != all.end() &&
           (mapping.column.empty() || std::find(columns.begin(), columns.end(), mapping.column) != columns.end());
}

/// Noun and name of each header there is; of a table that nothing recognises any of its first rows may be the header,
/// and the noun is empty.
std::set<std::pair<std::string, std::string>> headers_of(const std::vector<std::vector<Table>>& files,
                                                         const ColumnMappings& mappings) {
    std::set<std::pair<std::string, std::string>> held;
    const auto add = [&held](const Sheet& sheet) {
        for (const std::string& name : mapping_names(sheet.headers)) held.emplace(sheet.noun, recognisable(name));
    };
    for (const std::vector<Table>& tables : files)
        for (const Table& table : tables)
            if (const auto sheet = recognise_hidden(table, mappings))
                add(*sheet);
            else
                for (std::size_t row = 0; row < std::min<std::size_t>(table.rows.size(), 30); ++row)
                    add(read_as(table, row, {}, {}));
    return held;
}

}  // namespace

domain::Edit mapping_edit(const ColumnMapping& mapping, const std::string& meaning) {
    return domain::addition_of(table_name, row_of(mapping), mapping.header + " → " + meaning,
                               {{"noun", mapping.noun}, {"header", mapping.header}, {"column", mapping.column}});
}

domain::Edit mapping_removal(const ColumnMapping& mapping) {
    return domain::removal_of({table_name,
                               row_of(mapping),
                               mapping.header,
                               {{"noun", mapping.noun}, {"header", mapping.header}, {"column", mapping.column}},
                               {},
                               true});
}

ColumnMappings chosen_columns(const domain::Journal& journal) {
    ColumnMappings chosen;
    const auto& entries = journal.entries();
    if (std::none_of(entries.begin(), entries.end(), [](const auto& entry) { return entry.edit.table == table_name; }))
        return chosen;
    const auto tables = domain::replay(journal);
    const auto found = tables.find(table_name);
    if (found == tables.end()) return chosen;
    for (const auto& [key, row] : found->second.rows) {
        if (row.removed) continue;
        const auto text = [&fields = row.fields](const char* column) {
            const auto field = fields.find(column);
            return field == fields.end() ? std::string{} : field->second.value;
        };
        ColumnMapping mapping{text("noun"), text("header"), text("column"), row.who, row.when.substr(0, 10)};
        if (exists(mapping)) chosen.push_back(std::move(mapping));
    }
    return chosen;
}

void tell_lost_columns(const ColumnMappings& mappings, const std::vector<std::vector<Table>>& files,
                       const std::string& workspace, const std::string& store, core::Findings& findings) {
    if (mappings.empty()) return;
    const auto held = headers_of(files, mappings);
    for (const ColumnMapping& mapping : mappings) {
        if (mapping.column.empty()) continue;  // a note that is gone is missed by nobody
        const std::string word = recognisable(mapping.header);
        if (held.contains({mapping.noun, word}) || held.contains({std::string{}, word})) continue;
        const auto& words = words_of_noun(mapping.noun, mapping.column);
        findings.push_back(
            {core::Severity::warning,
             {mapping.who.empty() ? workspace : store, mapping.who.empty() ? "" : table_name, 0, 0},
             {"finding.column_mapping_lost", {mapping.header, words.size() > 1 ? words[1] : mapping.column}}});
    }
}

}  // namespace ocop::data
