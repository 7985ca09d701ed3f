#pragma once
// Between rows of the register and the card that edits one: cells -> fields, fields -> edits.
#include <string>
#include <vector>

#include "core/words.h"
#include "data/edited_tables.h"
#include "domain/document.h"
#include "domain/edit.h"
#include "ui/view.h"

namespace ocop::app {

/// The fields of a row: the columns of its table, then others that its sheet holds.
ui::EditCard card_of(const domain::RowCells& row);
/// A new row of a table, placed in a unit when there is one; a date of what happens now is filled in.
ui::EditCard new_row_card(const std::string& table, const domain::Unit* unit, const domain::Unit* parent,
                          const core::Words& words, domain::Date date);
/// `quota`: what holds for the unit, its own or that of all units.
ui::EditCard quota_card(const domain::Plan& plan, domain::IndicatorId indicator, const domain::Unit& unit,
                        domain::Era era, int quota, const core::Words& words);

/// What saving the card changes; none when nothing was typed. A commune or district that is typed anew drops the code
/// that stood beside it, which names the old one.
std::vector<domain::Edit> edits_of(const ui::EditCard& card);

/// The status of a commune's outreach that counts on a day; none when there is no row, or several contradict each
/// other.
std::optional<domain::OutreachStatus> latest_outreach(const domain::Document& document, const std::string& commune,
                                                      domain::Date day);

/// A row that says so, dated; where rows of this day speak of the commune already, they are changed.
std::vector<domain::Edit> outreach_edits(const domain::Document& document, const data::EditedRegister& cells,
                                         const domain::Unit& commune, const domain::Unit* district,
                                         domain::OutreachStatus status, domain::Date day, const core::Words& words);

/// The unit that a record of this place lies in, the commune when it is known; -1: none.
int unit_of(const domain::Document& document, const domain::Territory& territory, const core::Place& where);

}  // namespace ocop::app
