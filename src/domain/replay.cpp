#include "domain/replay.h"

#include <algorithm>

#include "core/text.h"

namespace ocop::domain {

namespace {

void play(const FieldChange& change, const JournalEntry& entry, std::map<std::string, EditedField>& fields) {
    EditedField& field = fields[change.column];
    // A `before` that is not our own last text was read in the source: what it held earlier is no longer expected.
    // Line breaks and spaces do not tell texts apart: editors and readers show them as one.
    std::string before = core::collapsed(change.before);
    if (field.expected.empty() || before != field.expected.back()) field.expected = {std::move(before)};
    field.expected.push_back(core::collapsed(change.after));
    field.value = change.after;
    field.when = entry.when;
    field.who = entry.who;
}

}  // namespace

bool EditedField::expects(const std::string& source) const {
    return std::find(expected.begin(), expected.end(), core::collapsed(source)) != expected.end();
}

std::map<std::string, EditedTable> replay(const Journal& journal) {
    std::map<std::string, EditedTable> tables;
    for (const JournalEntry& entry : journal.entries()) {
        if (entry.state != EntryState::applied) continue;
        const Edit& edit = entry.edit;
        EditedTable& table = tables[edit.table];
        EditedRow& row = table.rows[edit.row];
        if (!edit.name.empty()) row.name = edit.name;
        row.when = entry.when;
        row.who = entry.who;
        if (edit.kind == EditKind::add && !row.added) {
            row.added = true;
            table.added.push_back(edit.row);
        }
        row.removed = edit.kind == EditKind::remove;
        if (!row.removed) row.removed_fields.clear();
        for (const FieldChange& change : edit.fields)
            if (row.removed)
                play({change.column, change.before, ""}, entry, row.removed_fields);
            else
                play(change, entry, row.fields);
    }
    return tables;
}

std::map<std::string, std::map<std::string, std::string>> rows_of(const Journal& journal, const std::string& table) {
    std::map<std::string, std::map<std::string, std::string>> out;
    const auto tables = replay(journal);
    const auto found = tables.find(table);
    if (found == tables.end()) return out;
    for (const auto& [key, row] : found->second.rows) {
        if (row.removed) continue;
        for (const auto& [column, field] : row.fields) out[key][column] = field.value;
    }
    return out;
}

}  // namespace ocop::domain
