#include "data/workbook.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cmath>
#include <fstream>

#include "core/error.h"
#include "core/text.h"
#include "core/whole_file.h"
#include "data/table.h"

namespace ocop::data {

namespace {

namespace fs = std::filesystem;

constexpr double line_height = 16.5;  // points; letters with two marks above need more than the usual 15
constexpr const char* date_pattern = "dd/mm/yyyy";

lxw_row_t row_of(int row) { return static_cast<lxw_row_t>(row); }
lxw_col_t column_of(int column) { return static_cast<lxw_col_t>(column); }

/// The library takes texts as char*, which it only reads.
char* loan(const std::string& text) { return const_cast<char*>(text.c_str()); }

time_t seconds_of(domain::Date day) {
    using namespace std::chrono;
    const sys_days at{year{day.year} / day.month / day.day};
    return static_cast<time_t>(duration_cast<seconds>(at.time_since_epoch()).count());
}

}  // namespace

std::string quoted_sheet(const std::string& name) {
    std::string out = "'";
    for (const char c : name) out += c == '\'' ? std::string{"''"} : std::string{c};
    return out + '\'';
}

std::string column_letters(int column) {
    std::string letters;
    for (int n = column + 1; n > 0; n = (n - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (n - 1) % 26));
    return letters;
}

Worksheet::Worksheet(Workbook& book, std::string name, lxw_worksheet* sheet)
    : book_{&book}, name_{std::move(name)}, sheet_{sheet} {
    worksheet_set_default_row(sheet_, line_height, LXW_FALSE);
}

void Worksheet::text(int row, int column, const std::string& text, Look look) {
    if (text.empty()) return;
    const lxw_error error =
        worksheet_write_string(sheet_, row_of(row), column_of(column), text.c_str(), book_->format(look));
    if (error == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED)
        throw core::Error("error.cell_too_long",
                          {book_->target_.string(), name_, column_letters(column) + std::to_string(row + 1), "32.767"});
    core::require(error == LXW_NO_ERROR, lxw_strerror(error));
    if (look == Look::wrapped) make_room(row, column, text);
    written(row);
}

/// Not every program makes a row as high as its wrapped text when it opens the file.
void Worksheet::make_room(int row, int column, const std::string& text) {
    const auto own = columns_.find(column);
    const double width = own == columns_.end()
                             ? 8
                             : 1.15 * own->second.first - 1;  // letters are narrower than the digits that widths count
    int lines = 0;
    for (const std::string& line : core::split(text, '\n')) {
        const auto letters = std::count_if(line.begin(), line.end(),
                                           [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
        lines += std::max(1, static_cast<int>(std::ceil(static_cast<double>(letters) / width)));
    }
    int& most = lines_[row];
    if (lines <= std::max(1, most)) return;
    most = lines;
    worksheet_set_row(sheet_, row_of(row), std::min(line_height * lines, 409.0),
                      nullptr);  // points; 409 is Excel's most
}

void Worksheet::number(int row, int column, double value, const std::string& format) {
    worksheet_write_number(sheet_, row_of(row), column_of(column), value, book_->number_format(format));
    written(row);
}

void Worksheet::date(int row, int column, domain::Date date) {
    // Excel counts a 29/02/1900, so that no two programs agree on the days before.
    if (date < domain::Date{1900, 3, 1}) return text(row, column, domain::vietnamese(date));
    lxw_datetime when{date.year, date.month, date.day, 0, 0, 0};
    worksheet_write_datetime(sheet_, row_of(row), column_of(column), &when, book_->format(Look::date));
    written(row);
}

void Worksheet::formula(int row, int column, const std::string& formula, double result) {
    worksheet_write_formula_num(sheet_, row_of(row), column_of(column), formula.c_str(), book_->number_format("#,##0"),
                                result);
    written(row);
}

void Worksheet::column(int column, double width, Look look) {
    worksheet_set_column(sheet_, column_of(column), column_of(column), width, book_->format(look));
    columns_[column] = {width, look};
}

void Worksheet::headings(int row, const std::vector<std::string>& names, int last_row, int frozen) {
    for (int i = 0; i < static_cast<int>(names.size()); ++i) {
        const auto own = columns_.find(i);
        const bool figure = own != columns_.end() && own->second.second == Look::figure;
        text(row, i, names[static_cast<std::size_t>(i)], figure ? Look::figure_header : Look::header);
    }
    worksheet_set_row(sheet_, row_of(row), 33, nullptr);  // two lines
    worksheet_freeze_panes(sheet_, row_of(row + 1), column_of(frozen));
    worksheet_autofilter(sheet_, row_of(row), 0, row_of(last_row > row ? last_row : row + 1),
                         column_of(static_cast<int>(names.size()) - 1));
    worksheet_repeat_rows(sheet_, row_of(row), row_of(row));
    table_ = {row + 1, 0, last_row, static_cast<int>(names.size()) - 1};
}

/// Rules on paper, where a screen has its grid: under every row that holds something. Some programs follow the first
/// condition of a cell only: what is painted has its own rules, and the columns beside it have these.
void Worksheet::rule_rows() {
    if (table_.last_row < table_.first_row) return;
    const std::string row = std::to_string(table_.first_row + 1);
    const std::string filled = "COUNTA($A" + row + ":$" + column_letters(table_.last_column) + row + ")>0";
    const auto rule = [&](int first, int last) {
        if (first <= last)
            paint_where({table_.first_row, first, table_.last_row, last}, filled,
                        workbook_add_format(book_->book_.get()));
    };
    rule(table_.first_column, painted_.first_column - 1);
    rule(std::max(painted_.first_column, table_.first_column), std::min(painted_.last_column, table_.last_column));
    rule(std::max(painted_.last_column + 1, table_.first_column), table_.last_column);
}

void Worksheet::validate(CellRange cells, lxw_data_validation& rule) {
    const lxw_error error =
        worksheet_data_validation_range(sheet_, row_of(cells.first_row), column_of(cells.first_column),
                                        row_of(cells.last_row), column_of(cells.last_column), &rule);
    core::require(error == LXW_NO_ERROR, lxw_strerror(error));  // such as over 255 letters
}

void Worksheet::choose_from(CellRange cells, const std::string& source, bool strict) {
    lxw_data_validation rule{};
    const std::string formula = "=" + source;
    rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
    rule.value_formula = loan(formula);
    rule.error_type = strict ? LXW_VALIDATION_ERROR_TYPE_STOP : LXW_VALIDATION_ERROR_TYPE_WARNING;
    validate(cells, rule);
}

void Worksheet::expect_dates(CellRange cells, const std::string& question) {
    lxw_data_validation rule{};
    rule.validate = LXW_VALIDATION_TYPE_DATE;
    rule.criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
    rule.value_datetime = {2000, 1, 1, 0, 0, 0};
    rule.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
    rule.error_message = loan(question);
    validate(cells, rule);
}

void Worksheet::paint_where(CellRange cells, const std::string& formula, Paint paint) {
    lxw_format* format = workbook_add_format(book_->book_.get());
    format_set_bg_color(format, paint.fill);
    format_set_font_color(format, paint.ink);
    if (paint.italic) format_set_italic(format);
    painted_ = cells;
    paint_where(cells, formula, format);
}

void Worksheet::paint_where(CellRange cells, const std::string& formula, lxw_format* format) {
    format_set_bottom(format, LXW_BORDER_THIN);
    format_set_bottom_color(format, 0xC8D0D4);
    lxw_conditional_format rule{};
    const std::string condition = "=" + formula;
    rule.type = LXW_CONDITIONAL_TYPE_FORMULA;
    rule.value_string = loan(condition);
    rule.format = format;
    worksheet_conditional_format_range(sheet_, row_of(cells.first_row), column_of(cells.first_column),
                                       row_of(cells.last_row), column_of(cells.last_column), &rule);
}

void Worksheet::print_with(const std::string& line) {
    worksheet_set_paper(sheet_, 9);  // A4
    worksheet_set_landscape(sheet_);
    double letters = 0;
    for (const auto& [column, own] : columns_) letters += own.first;
    worksheet_fit_to_pages(sheet_, static_cast<uint16_t>(1 + letters / 200), 0);  // 200: 7 point letters
    std::string escaped;
    for (const char c : line) escaped += c == '&' ? std::string{"&&"} : std::string{c};
    worksheet_set_footer(sheet_, ("&L&8" + escaped + "&R&8&P/&N").c_str());
}

void Workbook::Free::operator()(lxw_workbook* book) const { lxw_workbook_free(book); }

Workbook::Workbook(fs::path target, domain::Date day) : target_{std::move(target)} {
    part_ = target_.parent_path() / (target_.stem().string() + ".part.xlsx");
    std::error_code ignored;
    errno = 0;
    if (!std::ofstream{part_, std::ios::binary}) fail(errno);
    fs::remove(part_, ignored);
    book_.reset(workbook_new(part_.c_str()));
    core::require(book_ != nullptr, "no memory for a workbook");
    const std::string author = "ocopmap";
    lxw_doc_properties properties{};
    properties.author = loan(author);
    properties.created = seconds_of(day);
    workbook_set_properties(book_.get(), &properties);
}

Workbook::~Workbook() {
    std::error_code ignored;
    fs::remove(part_, ignored);
}

Worksheet& Workbook::add(const std::string& name) {
    lxw_worksheet* sheet = workbook_add_worksheet(book_.get(), name.c_str());
    core::require(sheet != nullptr, "a sheet's name that Excel refuses");
    sheets_.push_back(std::unique_ptr<Worksheet>{new Worksheet{*this, name, sheet}});
    return *sheets_.back();
}

lxw_format* Workbook::format(Look look) {
    if (const auto found = looks_.find(look); found != looks_.end()) return found->second;
    lxw_format* format = workbook_add_format(book_.get());
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    switch (look) {
        case Look::text:
            format_set_indent(format, 1);
            break;
        case Look::code:
            format_set_num_format(format, "@");
            format_set_indent(format, 1);
            break;
        case Look::wrapped:
            format_set_text_wrap(format);
            format_set_indent(format, 1);
            break;
        case Look::figure:
            format_set_num_format(format, "#,##0");
            format_set_align(format, LXW_ALIGN_RIGHT);
            format_set_indent(format, 1);
            break;
        case Look::date:
            format_set_num_format(format, date_pattern);
            format_set_align(format, LXW_ALIGN_LEFT);
            format_set_indent(format, 1);
            break;
        case Look::title:
            format_set_bold(format);
            format_set_font_size(format, 14);
            break;
        case Look::quiet:
            format_set_font_color(format, 0x3C464B);
            break;
        case Look::header:
        case Look::figure_header:
            format_set_bold(format);
            format_set_text_wrap(format);
            format_set_bg_color(format, 0xE4E9EB);
            if (look == Look::figure_header) format_set_align(format, LXW_ALIGN_RIGHT);
            format_set_indent(format, 1);
            format_set_bottom(format, LXW_BORDER_THIN);
            format_set_bottom_color(format, 0x3C464B);
            break;
    }
    looks_.emplace(look, format);
    return format;
}

lxw_format* Workbook::number_format(const std::string& pattern) {
    if (const auto found = numbers_.find(pattern); found != numbers_.end()) return found->second;
    lxw_format* format = workbook_add_format(book_.get());
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    format_set_num_format(format, pattern.c_str());
    format_set_align(format, LXW_ALIGN_RIGHT);
    format_set_indent(format, 1);
    numbers_.emplace(pattern, format);
    return format;
}

void Workbook::fail(int reason) const { throw core::write_error(target_, reason); }

void Workbook::save() {
    core::require(book_ != nullptr, "a workbook is saved once");
    for (const auto& sheet : sheets_) sheet->rule_rows();
    errno = 0;
    const lxw_error error = workbook_close(book_.release());
    const int reason = errno;
    if (error != LXW_NO_ERROR) fail(reason);
    // The library does not look at every write: what came out is read again before the older file goes.
    bool whole = false;
    try {
        const std::vector<Table> tables = read_tables(part_);
        whole = tables.size() == sheets_.size();
        for (std::size_t i = 0; whole && i < tables.size(); ++i)
            whole = tables[i].rows.size() == static_cast<std::size_t>(sheets_[i]->rows_);
    } catch (const core::Error&) {
    }
    if (!whole) fail(reason);
    std::error_code refused;
    fs::rename(part_, target_, refused);
    if (refused) fail(refused.value());
}

}  // namespace ocop::data
