#pragma once
// A journal played from its beginning: what stands edited now, and what the sources may hold without contradicting it.
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/journal.h"

namespace ocop::domain {

/// A cell that was edited: its text, and what its source is expected to hold.
struct EditedField {
    std::string value;
    /// What the source held when it was last looked at, and every text that was given it here since. Another text there
    /// is a conflict.
    std::vector<std::string> expected;
    std::string when;
    std::string who;

    bool expects(const std::string& source) const;
};

/// A row with edits. `removed` hides the fields, it does not undo them.
struct EditedRow {
    bool added = false;
    bool removed = false;
    std::map<std::string, EditedField> fields;          // by column
    std::map<std::string, EditedField> removed_fields;  // what the removed row's cells held; values are empty
    std::string name;
    std::string when;  // of the last edit
    std::string who;
};

/// The edited rows of one table by key, and the added ones in the order of their making.
struct EditedTable {
    std::map<std::string, EditedRow> rows;
    std::vector<std::string> added;
};

/// By table. Applied entries only, in the order of their time: the last word on a cell stands. A row that is changed
/// after it was removed (on another laptop) is there again: a removal never hides later work.
std::map<std::string, EditedTable> replay(const Journal& journal);

/// The rows of a table that lives in the journal alone ("aliases", "columns"): key -> column -> text.
std::map<std::string, std::map<std::string, std::string>> rows_of(const Journal& journal, const std::string& table);

}  // namespace ocop::domain
