#include "data/row_kinds.h"

#include <algorithm>
#include <utility>

#include "core/text.h"
#include "data/cell_notes.h"
#include "data/name_key.h"
#include "data/numbers.h"
#include "data/stars.h"
#include "domain/table_columns.h"

namespace ocop::data {

namespace {

bool is_figure(const std::string& cell) {
    std::string text = core::collapsed(cell);
    while (!text.empty() && (text.back() == '%' || text.back() == ' ')) text.pop_back();
    if (number_of(text)) return true;
    const auto space = text.find(' ');  // "54 sản phẩm"
    return space != std::string::npos && number_of(text.substr(0, space)) && value_of("unit", text.substr(space));
}

/// "I", "II.", "a)", "A" - what sections are counted by; not "C" before a long text, but a cell of its own.
bool is_marker(std::string text) {
    while (!text.empty() && (text.back() == '.' || text.back() == ')' || text.back() == ' ')) text.pop_back();
    if (text.size() == 1) return (text[0] >= 'A' && text[0] <= 'Z') || (text[0] >= 'a' && text[0] <= 'z');
    return !text.empty() && text.find_first_not_of("IVXL") == std::string::npos;
}

/// Takes "I. ", "a) ", "1.2. " off the front of a text.
std::string take_marker(std::string& text) {
    const auto end = text.find_first_of(".)");
    if (end == std::string::npos || end > 5 || end + 1 >= text.size()) return {};
    std::string marker = text.substr(0, end);
    if (!is_marker(marker) && marker.find_first_not_of("0123456789") != std::string::npos) return {};
    if (text[end + 1] != ' ' && marker.find_first_not_of("IVXL") != std::string::npos) return {};  // "H.An Biên"
    text = core::collapsed(text.substr(end + 1));
    return marker;
}

/// Without "(5 sản phẩm)" or ": 5" at its end.
std::string without_tail(std::string text) {
    if (const auto bracket = text.find('('); bracket != std::string::npos && bracket > 0 && text.back() == ')')
        text.resize(bracket);
    if (const auto colon = text.find(':'); colon != std::string::npos && colon > 0) text.resize(colon);
    return core::collapsed(text);
}

std::vector<std::string> cells_of(const Sheet& sheet, std::size_t row) {
    std::vector<std::string> cells;
    for (const std::string& cell : sheet.table->rows[row]) cells.push_back(core::collapsed(cell));
    return cells;
}

/// The value of a list with whose word a text begins.
std::optional<std::string> first_value(std::string_view list, const std::string& word) {
    for (std::size_t end = word.find(' ');; end = word.find(' ', end + 1)) {
        if (auto value = value_of(list, word.substr(0, end))) return value;
        if (end == std::string::npos) return {};
    }
}

/// "Tổng", "Tổng cộng (I+II): 54 sản phẩm", "Cộng huyện An Biên": total; "Toàn tỉnh": whole. Not "Tổng hợp tác xã".
std::optional<std::string> sum_of(const std::string& text) {
    std::string word = recognisable(without_tail(text));
    if (const auto figures = word.find_first_of("0123456789"); figures != std::string::npos)
        word = core::collapsed(word.substr(0, figures));
    if (auto sum = value_of("total", word)) return sum;
    for (auto end = word.rfind(' '); end != std::string::npos && end > 0; end = word.rfind(' ', end - 1))
        if (auto sum = value_of("total", word.substr(0, end)); sum && first_value("total_of", word.substr(end + 1)))
            return sum;
    return {};
}

/// Whether the first word bears the marks of a total's, if it bears any: "Cổng thành phố" is no "Cộng thành phố".
bool is_marked_as_sum(const std::string& text) {
    const auto first = [](const std::string& words) { return words.substr(0, words.find(' ')); };
    const std::string word = first(core::lower(text));
    if (core::folded(word) == word) return true;
    for (const char* sum : {"total", "whole"})
        for (const std::string& typed : words_of_noun("=total", sum))
            if (core::tone_key(first(typed)) == core::tone_key(word)) return true;
    return false;
}

/// "Tổng cộng | cán bộ | 20 | 15": the first text is a total's, figures stand beside it, and the row names no product,
/// organisation, ... of its own.
bool is_worded_total(const Sheet& sheet, std::size_t row) {
    const auto leading = leading_text(sheet, row);
    if (!leading || sheet.noun == "coverage") return false;
    const std::vector<std::string> cells = cells_of(sheet, row);
    if (!sum_of(cells[leading->column]) || !is_marked_as_sum(leading->text)) return false;
    if (std::none_of(cells.begin() + static_cast<std::ptrdiff_t>(leading->column) + 1, cells.end(), is_figure))
        return false;
    for (const char* name : {"product", "idea", "organisation", "project"}) {
        const auto column = sheet.columns.find(name);
        if (column == sheet.columns.end() || column->second == leading->column) continue;
        const std::string own = sheet.cell(row, name);
        if (!own.empty() && !is_figure(own) && !value_of("unit", own)) return false;
    }
    return true;
}

bool repeats_header(const Sheet& sheet, std::size_t row) {
    const auto same_as = [&](std::size_t header) {
        std::size_t same = 0;
        const auto& above = sheet.table->rows[header];
        const auto& cells = sheet.table->rows[row];
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const std::string word = recognisable(cells[i]);
            if (word.empty() || sheet.table->repeated.contains({row, i})) continue;
            if (i >= above.size() || recognisable(above[i]) != word) return false;
            ++same;
        }
        return same >= 2;
    };
    return same_as(sheet.header) || (sheet.two_rows && same_as(sheet.header - 1));
}

/// (1) (2) (3), or 1 2 3, A B 1 2: every cell counts one more than the one before it.
bool is_numbering(const std::vector<std::string>& cells) {
    int count = 0, expected = 0;
    for (const std::string& cell : cells) {
        if (cell.empty()) continue;
        std::string token = recognisable(cell);
        if (token.size() == 1 && token[0] >= 'a' && token[0] <= 'z' && expected == 0) {
            if (token[0] != static_cast<char>('a' + count)) return false;
        } else if (token.find_first_not_of("0123456789") != std::string::npos || token.size() > 2) {
            return false;
        } else {
            const int number = std::stoi(token);
            if (expected != 0 && number != expected) return false;
            if (expected == 0 && number != 1) return false;
            expected = number + 1;
        }
        ++count;
    }
    return count >= 3 && expected > 1;
}

bool is_units(const std::vector<std::string>& cells) {
    int count = 0;
    for (const std::string& cell : cells) {
        if (cell.empty()) continue;
        if (cell != "%" && !value_of("unit", cell)) return false;
        ++count;
    }
    return count >= 1;
}

/// How many recognised columns a row fills, its running number apart.
int filled(const Sheet& sheet, std::size_t row) {
    int count = 0;
    for (const auto& [name, column] : sheet.columns)
        if (name != "number" && !sheet.cell(row, name).empty()) ++count;
    return count;
}

bool has_noun_column(const Sheet& sheet, std::size_t row) {
    for (const auto& [name, column] : sheet.columns)
        if (is_noun_column(sheet.noun, name) && !sheet.cell(row, name).empty()) return true;
    return false;
}

/// Whether a lone text heads the rows below it.
bool is_section(const Sheet& sheet, std::size_t row, const RowText& lone, const Join& join) {
    const std::string column = [&] {
        for (const auto& [name, index] : sheet.columns)
            if (index == lone.column) return name;
        return std::string{};
    }();
    const bool counted = !lone.marker.empty() && lone.marker.find_first_not_of("0123456789") != std::string::npos;
    const bool place = join.knows_district(lone.text) || (typed_name(lone.text).kind && join.knows_commune(lone.text));
    if (column == "commune") return false;  // a commune of which nothing is known
    if (column == "district") {             // it heads rows that name none
        std::size_t below = row + 1;
        while (below < sheet.table->rows.size() && filled(sheet, below) == 0) ++below;
        if (below == sheet.table->rows.size() || !sheet.cell(below, "district").empty()) return false;
    }
    // Figures in columns that count make a record of the district, not a section.
    for (const char* figure : {"people", "trained", "listed", "published", "stars", "step"})
        if (!counted && !sheet.cell(row, figure).empty() && (column == "district" || column == "commune")) return false;
    if (place && (!is_noun_column(sheet.noun, column) || counted || typed_name(lone.text).kind)) return true;
    if (counted) return true;
    return value_of("group", lone.text) || value_of("producer_kind", lone.text) ||
           first_value("section", recognisable(lone.text));
}

/// Whether the sheet has rows of communes of the district that a row names: what "Toàn huyện" could be the sum of.
bool has_communes(const Sheet& sheet, const RowKinds& kinds, std::size_t row) {
    const std::string district = recognisable(sheet.cell(row, "district"));
    for (std::size_t i = sheet.header + 1; i < kinds.size(); ++i)
        if (kinds[i] == RowKind::record && !sheet.cell(i, "commune").empty() &&
            recognisable(sheet.cell(i, "district")) == district)
            return true;
    return false;
}

/// "Ghi chú: …" between records, alone in its row.
bool is_remark(const std::vector<std::string>& cells) {
    std::string text;
    for (const std::string& cell : cells) {
        if (cell.empty()) continue;
        if (!text.empty()) return false;
        text = cell;
    }
    return value_of("closing", text.substr(0, text.find(':'))) == "remark";
}

RowKind kind_of(const Sheet& sheet, std::size_t row, const Join& join, bool below_header) {
    const std::vector<std::string> cells = cells_of(sheet, row);
    const auto number = sheet.columns.find("number");
    bool empty = true;
    for (std::size_t i = 0; i < cells.size(); ++i)
        empty = empty &&
                (cells[i].empty() || (number != sheet.columns.end() && i == number->second && is_figure(cells[i])));
    if (empty) return RowKind::blank;
    const auto first = std::find_if(cells.begin(), cells.end(), [](const std::string& cell) { return !cell.empty(); });
    if (value_of("example", *first)) return RowKind::example;
    if (below_header && is_numbering(cells)) return RowKind::numbering;
    if (below_header && is_units(cells)) return RowKind::units;
    if (repeats_header(sheet, row)) return RowKind::header;
    if (opens_table(*sheet.table, row)) return RowKind::other_table;
    const auto lone = lone_text(sheet, row);
    if (!lone) return is_worded_total(sheet, row) ? RowKind::total : RowKind::record;
    if (is_remark(cells)) return RowKind::note;
    if (value_of("nothing", lone->text)) return RowKind::nothing;
    // A line of coverage may be about the whole province.
    if (const auto sum = sum_of(cells[lone->column]); sum && (*sum == "total" || sheet.noun != "coverage"))
        return RowKind::total;
    return is_section(sheet, row, *lone, join) ? RowKind::section : RowKind::record;
}

enum class Closing { none, remark, signature };

/// "Ghi chú: …"; "NGƯỜI LẬP BIỂU … KT. CHỦ TỊCH", "Kiên Giang, ngày 5 tháng 1 năm 2022".
Closing closing_of(const Sheet& sheet, std::size_t row) {
    Closing closing = Closing::none;
    for (const std::string& cell : cells_of(sheet, row)) {
        if (cell.empty() || is_figure(cell)) continue;
        const std::string word = recognisable(cell);
        const bool dated = word.find("ngay ") != std::string::npos && word.find(" thang ") != std::string::npos &&
                           word.find(" nam ") != std::string::npos;
        const auto value = first_value("closing", word);
        if (!dated && !value) return Closing::none;
        if (dated || *value == "signature") closing = Closing::signature;
        if (closing == Closing::none) closing = Closing::remark;
    }
    return closing;
}

/// Whether some cell says what its column asks for, in a column that asks for more than a text.
bool is_credible(const Sheet& sheet, std::size_t row, const Join& join) {
    using enum domain::ColumnKind;
    for (const char* code : {"district_code", "commune_code"})
        if (number_of(sheet.cell(row, code))) return true;
    const auto columns = domain::columns_of(sheet.noun);
    return std::any_of(columns.begin(), columns.end(), [&](const domain::TableColumn& column) {
        const std::string cell = sheet.cell(row, std::string{column.name});
        if (cell.empty() || column.kind == text) return false;
        if (column.kind == unit) return join.knows_district(cell) || join.knows_commune(cell);
        if (column.kind == date) return domain::parse_date(cell) || serial_date(cell);
        if (column.list == "stars") return stars_of(cell) > 0;
        return column.kind == number || column.list == "step" ? is_figure(cell)
                                                              : value_of(column.list, cell).has_value();
    });
}

/// The rows below the table: from a closing row that no real record follows, and lone texts apart from the last record.
void find_closing(const Sheet& sheet, const Join& join, RowKinds& kinds) {
    const auto number = sheet.columns.find("number");
    std::size_t last = sheet.header, last_sure = sheet.header;
    bool under_signature = false;
    for (std::size_t i = sheet.header + 1; i < kinds.size(); ++i) {
        if (kinds[i] != RowKind::record || !has_noun_column(sheet, i)) continue;
        const bool counted = number != sheet.columns.end() && is_figure(sheet.cell(i, "number"));
        const Closing closing = closing_of(sheet, i);
        under_signature = under_signature || closing == Closing::signature;
        if (filled(sheet, i) >= 2) last = i;
        // Two cells make a row of a list of two columns, and the names under two signatures.
        const bool two = filled(sheet, i) >= 2 && closing == Closing::none;
        if (filled(sheet, i) >= 3 || counted || (two && (!under_signature || is_credible(sheet, i, join))))
            last_sure = i;
    }
    bool closed = false, apart = false;
    for (std::size_t i = last_sure + 1; i < kinds.size(); ++i) {
        closed = closed || (kinds[i] != RowKind::total && closing_of(sheet, i) != Closing::none &&
                            !(filled(sheet, i) >= 2 && is_credible(sheet, i, join)));
        apart = apart || (i > last && (kinds[i] == RowKind::blank || kinds[i] == RowKind::total));
        if (kinds[i] != RowKind::record && kinds[i] != RowKind::section) continue;
        if (closed || (apart && (!has_noun_column(sheet, i) || lone_text(sheet, i)))) kinds[i] = RowKind::note;
    }
}

}  // namespace

bool names_sum(const std::string& text) { return sum_of(core::collapsed(text)) && is_marked_as_sum(text); }

std::optional<RowText> leading_text(const Sheet& sheet, std::size_t row) {
    const std::vector<std::string> cells = cells_of(sheet, row);
    std::string marker;
    bool first = true;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i].empty() || sheet.table->repeated.contains({row, i})) continue;
        const bool leads = std::exchange(first, false), figure = is_figure(cells[i]);
        if (leads && (figure || is_marker(cells[i]))) marker = cells[i];
        if (figure || (leads && is_marker(cells[i]))) continue;
        while (!marker.empty() && (marker.back() == '.' || marker.back() == ')')) marker.pop_back();
        std::string text = without_tail(cells[i]);
        const std::string own = take_marker(text);
        return RowText{i, std::move(text), own.empty() ? marker : own};
    }
    return {};
}

std::optional<RowText> lone_text(const Sheet& sheet, std::size_t row) {
    auto leading = leading_text(sheet, row);
    if (!leading) return {};
    const std::vector<std::string> cells = cells_of(sheet, row);
    for (std::size_t i = leading->column + 1; i < cells.size(); ++i)
        if (!cells[i].empty() && !sheet.table->repeated.contains({row, i}) && !is_figure(cells[i])) return {};
    return leading;
}

RowKinds row_kinds(const Sheet& sheet, const Join& join) {
    RowKinds kinds(sheet.table->rows.size(), RowKind::blank);
    bool below_header = true, other = false;
    for (std::size_t i = sheet.header + 1; i < kinds.size(); ++i) {
        kinds[i] = other ? RowKind::other_table : kind_of(sheet, i, join, below_header);
        other = other || kinds[i] == RowKind::other_table;
        below_header = kinds[i] == RowKind::header || (below_header && kinds[i] != RowKind::record);
    }
    // What nothing is the sum of is a row like others: training of "Toàn tỉnh" as all that is known.
    if (std::none_of(kinds.begin(), kinds.end(), [](RowKind kind) { return kind == RowKind::record; }))
        for (std::size_t i = sheet.header + 1; i < kinds.size(); ++i)
            if (kinds[i] == RowKind::total && !lone_text(sheet, i)) kinds[i] = RowKind::record;
    const auto is_own = [&](std::size_t row) {
        const auto leading = leading_text(sheet, row);
        const auto district = sheet.columns.find("district");
        if (!leading || district == sheet.columns.end() || district->second == leading->column) return false;
        return join.knows_district(sheet.cell(row, "district")) && !has_communes(sheet, kinds, row);
    };
    for (std::size_t i = sheet.header + 1; i < kinds.size(); ++i)
        if (kinds[i] == RowKind::total && !lone_text(sheet, i) && is_own(i)) kinds[i] = RowKind::record;
    find_closing(sheet, join, kinds);
    return kinds;
}

}  // namespace ocop::data
