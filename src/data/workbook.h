#pragma once
// An Excel workbook of ours: typed cells, headings that stay in sight, lists to choose from, colours by rule. It takes
// the place of an older file only when it is whole.
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "domain/date.h"

struct lxw_data_validation;
struct lxw_format;
struct lxw_workbook;
struct lxw_worksheet;

namespace ocop::data {

/// How a cell looks; `figure` is a number's, to the right; `code` is text even for what Excel would take for a number
/// or a date ("007", "2021-1").
enum class Look { text, code, wrapped, figure, date, title, quiet, header, figure_header };

/// Cells from..to, counted from 0.
struct CellRange {
    int first_row = 0, first_column = 0, last_row = 0, last_column = 0;
};

/// A fill and letters, as 0xRRGGBB.
struct Paint {
    std::uint32_t fill = 0xFFFFFF;
    std::uint32_t ink = 0x111111;
    bool italic = false;
};

class Workbook;

/// One sheet. Rows and columns count from 0; an empty text leaves its cell empty.
class Worksheet {
public:
    /// Never a formula, whatever it begins with. Throws core::Error "error.cell_too_long" over Excel's 32,767 letters.
    void text(int row, int column, const std::string& text, Look look = Look::text);
    /// `format` as Excel writes it: "#,##0", "0.00\" %\"".
    void number(int row, int column, double value, const std::string& format = "#,##0");
    void date(int row, int column, domain::Date date);
    /// `result`: what it gives now, for readers that do not reckon.
    void formula(int row, int column, const std::string& formula, double result);

    /// Width in letters, and the look of cells that a person fills in later.
    void column(int column, double width, Look look = Look::text);
    /// Headings in a row: they stay in sight with the `frozen` first columns, filter the rows below down to `last_row`,
    /// and stand on every printed page. A figure's heading stands over its figures.
    void headings(int row, const std::vector<std::string>& names, int last_row, int frozen = 1);
    /// Offers the cells of `source` ("'Danh mục'!$A$2:$A$16", or a formula). `strict`: nothing else may be typed.
    void choose_from(CellRange cells, const std::string& source, bool strict);
    /// Asks again, with this question, when what is typed is no day since 2000.
    void expect_dates(CellRange cells, const std::string& question);
    /// Paints rows where a formula, written for the first cell, is true.
    void paint_where(CellRange cells, const std::string& formula, Paint paint);
    /// A4, lying, fitted to as many pages side by side as keep it legible; `line` at the foot of every page. After the
    /// columns.
    void print_with(const std::string& line);

private:
    friend class Workbook;
    Worksheet(Workbook& book, std::string name, lxw_worksheet* sheet);
    void validate(CellRange cells, lxw_data_validation& rule);
    void paint_where(CellRange cells, const std::string& formula, lxw_format* format);
    void rule_rows();
    void make_room(int row, int column, const std::string& text);
    void written(int row) { rows_ = row + 1 > rows_ ? row + 1 : rows_; }

    Workbook* book_;
    std::string name_;
    lxw_worksheet* sheet_;
    std::map<int, std::pair<double, Look>> columns_;  // width, look
    std::map<int, int> lines_;                        // of the rows that need more than one
    CellRange table_{0, 0, -1, 0};                    // the rows under the headings
    CellRange painted_{0, 0, -1, -1};                 // of the conditions that set colours: all of a sheet alike
    int rows_ = 0;                                    // up to the last cell that holds something
};

class Workbook {
public:
    /// `day` is given as the day of making, so that equal contents are equal bytes. Throws core::Error where nothing
    /// can be written: "error.folder_missing", "error.write_refused", "error.disk_full", "error.cannot_write".
    Workbook(std::filesystem::path target, domain::Date day);
    ~Workbook();  // what was not saved leaves no trace
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;

    /// `name`: at most 31 letters. The reference lives as long as the workbook.
    Worksheet& add(const std::string& name);
    /// Writes beside the target, reads that again, and only then renames it. Throws as the constructor does; the older
    /// file is then as it was.
    void save();

private:
    friend class Worksheet;
    struct Free {
        void operator()(lxw_workbook* book) const;
    };
    lxw_format* format(Look look);
    lxw_format* number_format(const std::string& pattern);
    [[noreturn]] void fail(int reason) const;

    std::filesystem::path target_, part_;
    std::unique_ptr<lxw_workbook, Free> book_;
    std::vector<std::unique_ptr<Worksheet>> sheets_;
    std::map<Look, lxw_format*> looks_;
    std::map<std::string, lxw_format*> numbers_;
};

/// A name as formulas need it: 'Sản phẩm'.
std::string quoted_sheet(const std::string& name);
/// "C", "AA"; `column` counts from 0.
std::string column_letters(int column);

}  // namespace ocop::data
