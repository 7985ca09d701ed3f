#pragma once
// Edits as values: what a person changed in the rows of the register or the plan, with the texts before and after.
// Readers apply them to the raw cells, so that every check of the reader holds for edited data, too.
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/finding.h"

namespace ocop::domain {

/// One cell, by its canonical column (formats.md §1); empty is an empty cell.
struct FieldChange {
    std::string column;
    std::string before;
    std::string after;
    bool operator==(const FieldChange&) const = default;
};

enum class EditKind { change, add, remove };

struct Edit {
    EditKind kind = EditKind::change;
    /// A noun of formats.md §1, or "quotas", "scenes", "scenarios", "aliases", "columns".
    std::string table;
    /// Key of the row, the same for as long as the source row keeps its identity; of an added row a key of its own. Of
    /// a quota "indicator/level/code", with the one column "value" (per cent for shares; empty: as for all units).
    std::string row;
    std::string name;                 // what a person calls the row; for labels and lists only
    std::vector<FieldChange> fields;  // of a removed row: what its cells held
    bool operator==(const Edit&) const = default;
};

/// undone: redo brings it back. dropped: something else was done after the undo; kept, never applied again.
enum class EntryState { applied, undone, dropped };

struct JournalEntry {
    std::string id;         // unique over laptops: "<step's own id>-<number in the step>"
    std::int64_t step = 0;  // entries of one step are undone together; steps are numbered in the order of their time
    Edit edit;
    std::string when;  // UTC, ISO 8601 with milliseconds: "2021-12-31T08:05:09.123Z"
    std::string who;
    EntryState state = EntryState::applied;
    std::string state_when;  // when it was last done, undone or redone
    bool operator==(const JournalEntry&) const = default;
};

/// A cell that was edited here and changed in its source as well. The edit stays in force until one is chosen: by an
/// edit whose `before` is `source_value` and whose `after` is the chosen text.
struct Conflict {
    std::string table;
    std::string row;
    std::string name;
    std::string column;  // of a removed row each column that its source has changed since
    std::string source_value;
    std::string edited_value;
    bool removed = false;  // the edit was to remove the row
    core::Place where;     // in the source
    bool operator==(const Conflict&) const = default;
};

/// A row as an editor sees it: its texts by canonical column, with all edits.
struct RowCells {
    std::string table;
    std::string row;
    std::string name;
    std::map<std::string, std::string> cells;
    core::Place where;
    bool added = false;  // recorded here, in no source file
    bool operator==(const RowCells&) const = default;
};

/// Edits of what an editor shows. `changes`: column and new text; those that change nothing are left out.
Edit change_of(const RowCells& row, const std::vector<std::pair<std::string, std::string>>& changes);
Edit removal_of(const RowCells& row);
/// `key`: fresh and unique over laptops, such as the id of the step's stamp.
Edit addition_of(std::string table, std::string key, std::string name,
                 const std::vector<std::pair<std::string, std::string>>& cells);
/// The whole row, under its own key.
Edit addition_of(const RowCells& row);
/// From one state of a row to another: what the second lacks is emptied, and the edit is called by its name.
Edit change_between(const RowCells& now, const RowCells& wished);
/// The edit that ends a conflict: ours stands on, or what the source says now (of a removed row: the row is back).
Edit choice_of(const Conflict& conflict, bool ours);

std::string_view id(EditKind kind);     // "change", "add", "remove"
std::string_view id(EntryState state);  // "applied", "undone", "dropped"

}  // namespace ocop::domain
