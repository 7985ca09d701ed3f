#pragma once
// A workbook of the register's sheets: instructions in front, one sheet a table, and the lists to choose from.
#include <map>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "data/form.h"
#include "data/workbook.h"
#include "domain/unit.h"

namespace ocop::data {

using Cell = std::variant<std::monostate, std::string, int, domain::Date>;
using Record = std::map<std::string_view, Cell>;  // column -> cell

class FormBook {
public:
    /// `territory`: whose districts and communes are offered. `title`, `lines`: what stands on the first sheet.
    /// `mark`: what stands behind the title of every sheet, as of invented data.
    FormBook(Workbook& book, const domain::Territory& territory, const core::Words& words, const std::string& title,
             const std::vector<std::string>& lines, const std::string& mark = {});
    /// A sheet with its records. Without any: the word for nothing where the list is `known_empty`, else an example
    /// row, which the reader does not count. `part`: another sheet of the same table.
    void add(const Form& whole, const std::vector<Record>& records, bool known_empty = false, int part = 1);
    /// After all tables: the lists, and how many rows each table has.
    void finish();

private:
    struct List {
        std::string title;
        std::vector<std::string> values;
        bool numbers = false;
    };
    struct Count {
        std::string sheet, formula;
        int now = 0;
    };
    void offer(const std::string& name, List list);
    void offer_places(const domain::Territory& territory);
    Form shown(Form form, const std::vector<Record>& records) const;
    void prepare(Worksheet& sheet, const Form& form, int last_row);
    std::string commune_choices(const Form& form) const;
    Record example(const Form& form) const;
    void write(Worksheet& sheet, const Form& form, int row, const Record& record) const;

    Workbook& book_;
    const core::Words& words_;
    Worksheet& guide_;
    std::string mark_;
    int guide_row_ = 0;
    std::string example_district_, example_commune_;
    bool has_districts_ = false;
    std::vector<List> lists_;
    std::map<std::string, std::string> sources_;  // list -> its cells
    std::vector<Count> counts_;
};

}  // namespace ocop::data
