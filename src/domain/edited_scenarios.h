#pragma once
// Scenarios as rows of the journal, and as cells of a scene: making, changing and removing one are edits like any
// other, so that undo, saving and joining two laptops' work hold for them too.
#include <string>
#include <string_view>
#include <vector>

#include "core/finding.h"
#include "domain/edit.h"
#include "domain/replay.h"
#include "domain/scenario.h"
#include "domain/unit.h"

namespace ocop::domain {

struct Document;

inline constexpr std::string_view scenarios_table = "scenarios";

/// The row of a scenario: its name, era, date, and one cell per addition ("products/905") and method
/// ("filled/products"), so that two laptops can change different units of one scenario.
RowCells row_of(const Scenario& scenario);
Edit scenario_added(const Scenario& scenario);
/// No fields where nothing differs.
Edit scenario_changed(const Scenario& now, const Scenario& wished);

/// The scenarios that the journal holds, by name and then by id. What cannot be used is a finding, placed in the store.
std::vector<Scenario> edited_scenarios(const EditedTable& edits, const Document& document, const std::string& store,
                                       core::Findings& findings);

/// All additions in one text, "products/905 2, ideas/911 -1", there and back; nothing for what is no such list.
std::string added_text(const Scenario& scenario);
std::optional<std::map<Scenario::Place, int>> added_from(std::string_view text);
/// A unit that is added to and that the territory does not have, or not for that indicator; none: all are there.
std::optional<Scenario::Place> unknown_place(const Scenario& scenario, const Territory& territory);

}  // namespace ocop::domain
