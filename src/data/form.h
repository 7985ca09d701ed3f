#pragma once
// How our own workbooks lay out each table of the register: what the template offers and the register's copy fills in.
#include <string>
#include <string_view>
#include <vector>

#include "core/words.h"

namespace ocop::data {

/// What a person fills into a column; `choice` has a closed list of columns.txt, `place` a unit's name.
enum class Fill { text, code, remark, number, date, choice, place };

struct FormColumn {
    std::string_view name;  // canonical, see columns.txt
    Fill fill = Fill::text;
    double width = 12;           // letters
    std::string_view list = {};  // of a choice; "stars" and "step" are numbers
};

struct Form {
    std::string_view noun;
    std::string_view key;  // the column that no row leaves empty
    std::vector<FormColumn> columns;
    int at(std::string_view column) const;  // index, or -1
};

/// One for each noun, in the order of their sheets.
const std::vector<Form>& forms();

/// What the program's own sheets, headings and closed values are called; the reader knows each of them again.
std::string sheet_name(std::string_view noun, core::Language language);
std::string heading(std::string_view noun, std::string_view column, core::Language language);
std::string value_word(std::string_view list, std::string_view value, core::Language language);

}  // namespace ocop::data
