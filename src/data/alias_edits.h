#pragma once
// Other names of units that a person chose here (J-5): edits of the journal, so that each is known by who and when, is
// undone like any other, and holds for the next file of the workspace.
#include <string>

#include "domain/document.h"
#include "domain/edit.h"
#include "domain/replay.h"
#include "domain/unmatched.h"

namespace ocop::data {

/// The edit by which an unmatched name means a unit from now on. Chosen again it means another one; undone it means
/// none. `unit`: of the territory of `era`.
domain::Edit alias_edit(const domain::Unmatched& row, domain::Era era, const domain::Unit& unit);

/// The edit that takes a chosen alias back, also long after it was made.
domain::Edit alias_removal(const domain::Alias& alias);

/// Adds the journal's aliases to the document's. What a list beside the workspace says of the same names gives way. One
/// of a unit that its era lacks is a finding. `store`: the path that they come from.
void add_aliases(const domain::EditedTable& chosen, const std::string& store, domain::Document& document);

}  // namespace ocop::data
