#pragma once
// The rows behind a number, as a table to read and to copy.
#include <string>
#include <vector>

#include "ui/view.h"

namespace ocop::ui {

struct TableRow {
    std::string name, producer, kind, stars, date, decision, round, place, source;
    int product = -1;
    core::Place where = {};
    bool counted = true;  // false: would count if its date were known
};

TableRow table_row(const View& view, domain::RowRef row, bool counted = true);
std::vector<TableRow> rows_of(const View& view, const RowsCard& card);
/// "25/11/2021" of a moment of the journal.
std::string day_text(const std::string& when);
std::string date_text(const std::optional<domain::DatePoint>& date, const core::Words& words);
std::string place_text(const core::Place& place, const core::Words& words);

/// What Ctrl+C takes: the open list, else the ranking. Tab-separated with a header row, for a spreadsheet.
std::string copied_table(const View& view);

/// What was published of a unit's products, with the sources; nothing below the districts.
std::vector<std::string> published_of(const View& view, int unit);

}  // namespace ocop::ui
