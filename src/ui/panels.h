#pragma once
// The panels of the working window: each reads a view and returns wishes. screen() is all of them together.
#include <span>
#include <string_view>

#include "ui/command.h"
#include "ui/layout.h"
#include "ui/theme.h"
#include "ui/view.h"
#include "ui/widgets.h"

namespace ocop::ui {

/// Before anything is open: what is being read, or why it cannot be.
void start_screen(const State& state, const core::Words& words, const Theme& theme, const Rect& window);
Commands top_bar(const View& view, const Theme& theme, const Layout& layout);
Commands strip(const View& view, const Theme& theme, const Layout& layout);
Commands left_panel(const View& view, const Theme& theme, const Rect& area, Plane plane);
Commands right_panel(const View& view, const Theme& theme, const Rect& area, Plane plane);
Commands bottom_tiles(const View& view, const Theme& theme, const Rect& area);
Commands card_panel(const View& view, const Theme& theme, const Rect& area);
/// A key as it is printed, and the word for what it does.
struct KeyHelp {
    const char* keys;
    const char* word;
};
std::span<const KeyHelp> key_help();
/// What else holds, or holds instead, in front of an audience.
std::span<const KeyHelp> audience_key_help();
/// What keys do in the list of a card, and in the card of a row.
std::span<const KeyHelp> list_key_help();
std::span<const KeyHelp> form_key_help();
/// The deck as a list: shown by a click, and what changes it.
Commands scenes_card(const View& view, const Theme& theme, const Rect& area, const ScenesCard& card);
/// A folder and its files to open.
Commands browse_card(const View& view, const Theme& theme, const Rect& area, const BrowseCard& card);
/// The units that a field of a row may name, as they are written: those whose name begins like `typed`; communes of
/// the district that the row names, where it names one.
std::vector<std::string> unit_names(const View& view, const EditCard& card, const std::string& column,
                                    const std::string& typed);
/// The fields of one row.
Commands edit_card(const View& view, const Theme& theme, const Rect& area, const EditCard& card);
/// Names that match no unit, each with its likeliest units; and the units that no row names.
Commands join_card(const View& view, const Theme& theme, const Rect& area, const JoinCard& card);
/// The codes that an unmatched name is offered, the likeliest first, at last the unit that is selected on the map.
std::vector<std::string> choices_of(const View& view, const domain::Unmatched& row);
/// What each column of a file is read as, and what else it may be.
Commands columns_card(const View& view, const Theme& theme, const Rect& area, const ColumnsCard& card);
/// The tables of formats.md §1, the one that offices have first.
std::span<const std::string_view> table_nouns();
/// Of the list at the right the entry that a column is read as; -1: none of them, as a running number.
int choice_of(const domain::Proposal& table, int column);
/// Whether a finding is one that choosing columns may end.
bool about_columns(const core::Finding& finding);
Commands help_panel(const View& view, const Theme& theme, const Rect& map);
/// The filters of the left panel, from `at` down; moves `at` below them.
Commands filters(const View& view, const Theme& theme, ImVec2& at, float width);
/// The list of what a search found, under its field.
Commands search_results(const View& view, const Theme& theme, const Rect& field);
/// The strip of the shown scenario: its name and the others, the selected unit, the ways to fill the gap, the day.
Commands what_if_strip(const View& view, const Theme& theme, const Rect& area);
/// How little and how much may be added to a unit's indicator; the board may be a step behind its scenario.
std::pair<int, int> assumable(const domain::Scoreboard& board, const domain::Territory& territory,
                              domain::IndicatorId indicator, int unit);
/// What the mouse does to the picture itself. `clear`: the part of the map that nothing lies over.
Commands map_area(const View& view, const Theme& theme, const Rect& map, const Rect& clear);
/// The line that tells what has just happened, and the frame statistics.
void notices(const View& view, const Theme& theme, const Rect& map, std::string_view statistics);

/// A month earlier or later; the last day of a month stays the last day.
domain::Date month_step(domain::Date date, int months);
/// The groups and kinds that the register holds: what there is to filter by.
std::vector<std::string> groups_of(const domain::Document& document);
std::vector<domain::ProducerKind> producer_kinds_of(const domain::Document& document);
std::string group_name(const std::string& group, const core::Words& words);
std::string producer_kind_name(domain::ProducerKind kind, const core::Words& words);

Commands screen(const View& view, const Theme& theme, const Layout& layout, std::string_view statistics = {});

}  // namespace ocop::ui
