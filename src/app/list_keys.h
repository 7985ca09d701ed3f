#pragma once
// What keys do in lists and forms: one mapping for every card that has a list, and for what a search found.
#include "app/keys.h"

namespace ocop::app {

/// In the list of the open card. None: no key of lists.
ui::Commands in_list(KeyPress press);
/// In what a search found: the keys that move a caret stay with the field.
ui::Commands in_search(KeyPress press);
/// In the card of a row: its fields are a list, but most keys belong to the text in the marked one.
ui::Commands in_form(const ui::EditCard& card, KeyPress press);
/// In the card of columns, besides those of its lists.
ui::Commands of_columns(const ui::ColumnsCard& card, KeyPress press);

}  // namespace ocop::app
