#pragma once
// Scenes as rows of the journal: catching, changing, moving and removing one are edits like any other, so that undo,
// saving and joining two laptops' work hold for them too.
#include <string>

#include "domain/deck.h"
#include "domain/document.h"
#include "domain/edit.h"
#include "domain/replay.h"

namespace ocop::domain {

inline constexpr std::string_view scenes_table = "scenes";

/// The row of a scene: its fields and its place ("order").
RowCells row_of(const SceneSpec& scene);
Edit scene_added(const SceneSpec& scene);
/// No fields where nothing differs.
Edit scene_changed(const SceneSpec& now, const SceneSpec& wished);
/// A place before the scene that stands at `at`; behind all where there is none.
double order_before(const Deck& deck, int at);

/// The deck of the files with the edits to it, in their order. A field that was edited here stays as edited. What
/// cannot be used is a finding, placed in the store: a scene that its file no longer has, codes of unknown units, ...
Deck edited_deck(const Deck& deck, const EditedTable& edits, const Document& document, const std::string& store,
                 core::Findings& findings);

}  // namespace ocop::domain
