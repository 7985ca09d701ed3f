#include "domain/merge.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "domain/replay.h"

namespace ocop::domain {

namespace {

/// What was last done to a cell: an entry applied, or taken back.
struct Act {
    std::string when;
    std::string entry;
    std::string state_when;
    MergeConflict::Side side;
    auto key() const { return std::tie(when, entry); }
};

using Cell = std::tuple<std::string, std::string, std::string>;  // table, row, column; "": the row itself

struct Acts {
    std::map<Cell, Act> last;
    std::map<std::string, std::string> states;  // when each entry was last done or undone

    /// Whether this side had seen the act, or what became of it since.
    bool knows(const Act& act) const {
        const auto found = states.find(act.entry);
        return found != states.end() && found->second >= act.state_when;
    }
};

Acts acts_of(const Journal& journal) {
    Acts acts;
    for (const JournalEntry& entry : journal.entries()) {
        const Edit& edit = entry.edit;
        const bool applied = entry.state == EntryState::applied;
        const std::string& when = applied ? entry.when : entry.state_when;
        acts.states.emplace(entry.id, entry.state_when);
        const auto add = [&](const std::string& column, std::string value, bool removed) {
            Act act{when, entry.id, entry.state_when, {std::move(value), removed, !applied, when, entry.who}};
            Act& last = acts.last.try_emplace({edit.table, edit.row, column}, act).first->second;
            if (last.key() < act.key()) last = std::move(act);
        };
        const EditKind absent = applied ? EditKind::remove : EditKind::add;
        add("", "", edit.kind == absent);
        if (edit.kind == EditKind::remove) continue;
        for (const FieldChange& field : edit.fields) add(field.column, applied ? field.after : field.before, false);
    }
    return acts;
}

Journal joined(const Journal& a, const Journal& b) {
    std::map<std::string, JournalEntry> by_id;
    for (const Journal* journal : {&a, &b})
        for (const JournalEntry& entry : journal->entries()) {
            JournalEntry& kept = by_id.try_emplace(entry.id, entry).first->second;
            if (std::tie(kept.state_when, kept.state) < std::tie(entry.state_when, entry.state)) kept = entry;
        }
    std::map<std::pair<std::string, std::string>, std::vector<JournalEntry>> steps;  // by time, then by step
    for (auto& [id, entry] : by_id) steps[{entry.when, std::string{step_id(entry)}}].push_back(std::move(entry));
    std::vector<JournalEntry> entries;
    std::int64_t number = 0, last_done = 0;
    for (auto& [order, step] : steps) {
        ++number;
        for (JournalEntry& entry : step) {
            entry.step = number;
            if (entry.state == EntryState::applied) last_done = number;
            entries.push_back(std::move(entry));
        }
    }
    for (JournalEntry& entry : entries)
        if (entry.state == EntryState::undone && entry.step < last_done) entry.state = EntryState::dropped;
    return Journal{std::move(entries)};
}

/// Whether a side's last act is what stands in the merged journal.
bool stands(const Act& act, const Cell& cell, const std::map<std::string, EditedTable>& merged) {
    const auto& [table, row, column] = cell;
    const auto in_table = merged.find(table);
    if (in_table == merged.end()) return false;
    const auto at = in_table->second.rows.find(row);
    if (at == in_table->second.rows.end()) return false;
    if (column.empty()) return at->second.removed == act.side.removed;
    const auto field = at->second.fields.find(column);
    return field != at->second.fields.end() && field->second.value == act.side.value;
}

std::string name_of(const Cell& cell, const std::map<std::string, EditedTable>& merged) {
    const auto table = merged.find(std::get<0>(cell));
    if (table == merged.end()) return {};
    const auto row = table->second.rows.find(std::get<1>(cell));
    return row == table->second.rows.end() ? std::string{} : row->second.name;
}

}  // namespace

Merged merge(const Journal& a, const Journal& b) {
    Merged out{joined(a, b), {}};
    const Acts of_a = acts_of(a), of_b = acts_of(b);
    const auto merged = replay(out.journal);
    for (const auto& [cell, in_a] : of_a.last) {
        const auto found = of_b.last.find(cell);
        if (found == of_b.last.end()) continue;
        const Act& in_b = found->second;
        if (of_b.knows(in_a) || of_a.knows(in_b)) continue;
        if (in_a.side.value == in_b.side.value && in_a.side.removed == in_b.side.removed) continue;
        const bool a_stands = stands(in_a, cell, merged), b_stands = stands(in_b, cell, merged);
        const bool keep_a = a_stands != b_stands ? a_stands : in_b.key() < in_a.key();
        const auto& [table, row, column] = cell;
        out.conflicts.push_back(
            {table, row, name_of(cell, merged), column, (keep_a ? in_a : in_b).side, (keep_a ? in_b : in_a).side});
    }
    return out;
}

}  // namespace ocop::domain
