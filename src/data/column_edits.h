#pragma once
// Which column means what, as a person decided it in the window: edits of the journal, so that each is known by who and
// when, is undone like any other, and holds for the next version of the file.
#include <string>
#include <vector>

#include "core/finding.h"
#include "data/columns.h"
#include "domain/edit.h"
#include "domain/journal.h"

namespace ocop::data {

/// The edit by which a header means a column of its noun from now on; of an empty column it is only a note. Decided
/// again it means another. `meaning`: what a person calls the column, for lists of steps.
domain::Edit mapping_edit(const ColumnMapping& mapping, const std::string& meaning);

/// The edit that takes a decision back, also long after it was made.
domain::Edit mapping_removal(const ColumnMapping& mapping);

/// What stands decided in a journal. Columns that their noun lacks (another version of the program wrote them) are left
/// out.
ColumnMappings chosen_columns(const domain::Journal& journal);

/// What was decided of headers that no table has: each a finding, for its column is read no longer. `workspace`: where
/// the mappings that nobody made in the window are written, `store`: where the others are kept.
void tell_lost_columns(const ColumnMappings& mappings, const std::vector<std::vector<Table>>& files,
                       const std::string& workspace, const std::string& store, core::Findings& findings);

}  // namespace ocop::data
