#include "data/form_book.h"

#include <algorithm>

#include "core/text.h"
#include "data/columns.h"

namespace ocop::data {

namespace {

using domain::Level;

constexpr int header_row = 2;         // under the title and a line of explanation
constexpr int rows_to_fill_in = 500;  // below the records, with lists and formats

std::string column_cells(int column, int first_row, int last_row) {
    const std::string letters = "$" + column_letters(column) + "$";
    return letters + std::to_string(first_row + 1) + ":" + letters + std::to_string(last_row + 1);
}

/// "Xã Thạnh Lộc": names of units are Vietnamese in every language.
std::string unit_words(const domain::Unit& unit) {
    static const core::Words vietnamese{core::Language::vietnamese};
    return vietnamese.say("unit.full." + std::string{domain::id(unit.kind)}, {unit.name});
}

/// In the order of the dictionary, whatever their kind.
std::vector<const domain::Unit*> sorted(const domain::Territory& territory, const std::vector<int>& units) {
    std::vector<const domain::Unit*> out;
    for (const int unit : units) out.push_back(&territory.units[static_cast<std::size_t>(unit)]);
    std::stable_sort(out.begin(), out.end(), [](const domain::Unit* a, const domain::Unit* b) {
        return core::compare_vi(a->name, b->name) < 0;
    });
    return out;
}

}  // namespace

FormBook::FormBook(Workbook& book, const domain::Territory& territory, const core::Words& words,
                   const std::string& title, const std::vector<std::string>& lines, const std::string& mark)
    : book_{book},
      words_{words},
      guide_{book.add(value_word("beside", "guide", words.language()))},
      mark_{mark.empty() ? mark : " · " + mark} {
    guide_.column(0, 10, Look::figure);
    guide_.column(1, 128, Look::wrapped);
    guide_.text(guide_row_++, 1, title + mark_, Look::title);
    for (const std::string& line : lines) guide_.text(guide_row_++, 1, line, Look::wrapped);
    guide_.print_with(title);
    offer_places(territory);
    for (const Form& form : forms())
        for (const FormColumn& column : form.columns) {
            const std::string name{column.list};
            if (name.empty() || sources_.contains(name)) continue;
            List list{heading(form.noun, column.name, words_.language()), {}, name == "stars" || name == "step"};
            if (list.numbers)
                for (int n = 1; n <= (name == "stars" ? 5 : 6); ++n) list.values.push_back(std::to_string(n));
            for (const std::string& value : values_in(name))
                list.values.push_back(value_word(name, value, words_.language()));
            offer(name, std::move(list));
        }
}

void FormBook::offer(const std::string& name, List list) {
    sources_[name] =
        quoted_sheet(value_word("beside", "lists", words_.language())) + "!" +
        column_cells(static_cast<int>(lists_.size()), 1, std::max(1, static_cast<int>(list.values.size())));
    lists_.push_back(std::move(list));
}

void FormBook::offer_places(const domain::Territory& territory) {
    const std::string district = heading("products", "district", words_.language()),
                      commune = heading("products", "commune", words_.language());
    List districts{district, {}}, communes{commune, {}}, owners{district, {}};
    for (const domain::Unit* unit : sorted(territory, territory.at(Level::district))) {
        districts.values.push_back(unit_words(*unit));
        for (const domain::Unit* inside :
             sorted(territory, territory.children(territory.find(unit->code, Level::district)))) {
            owners.values.push_back(districts.values.back());
            communes.values.push_back(unit_words(*inside));
        }
    }
    has_districts_ = !districts.values.empty();
    if (!has_districts_)  // since July 2025
        for (const domain::Unit* unit : sorted(territory, territory.at(Level::commune)))
            communes.values.push_back(unit_words(*unit));
    example_district_ = has_districts_ ? districts.values.front() : "";
    example_commune_ = communes.values.empty() ? "" : communes.values.front();
    if (has_districts_) {
        offer("district", std::move(districts));
        offer("owner", std::move(owners));
    }
    if (!communes.values.empty()) offer("commune", std::move(communes));
}

/// The communes of the district in the same row, all where it names none.
std::string FormBook::commune_choices(const Form& form) const {
    const auto all = sources_.find("commune");
    if (all == sources_.end()) return {};
    const auto owners = sources_.find("owner");
    if (owners == sources_.end() || form.at("district") < 0) return all->second;
    const std::string own = "$" + column_letters(form.at("district")) + std::to_string(header_row + 2);
    const std::string first = all->second.substr(0, all->second.find(':'));
    return "IF(ISNA(MATCH(" + own + "," + owners->second + ",0))," + all->second + ",OFFSET(" + first + ",MATCH(" +
           own + "," + owners->second + ",0)-1,0,COUNTIF(" + owners->second + "," + own + "),1))";
}

void FormBook::prepare(Worksheet& sheet, const Form& form, int last_row) {
    const core::Language language = words_.language();
    std::vector<std::string> names;
    const auto width = static_cast<int>(form.columns.size());
    for (int i = 0; i < width; ++i) {
        const FormColumn& column = form.columns[static_cast<std::size_t>(i)];
        names.push_back(heading(form.noun, column.name, language));
        const bool code = column.fill == Fill::code, date = column.fill == Fill::date;
        sheet.column(
            i, column.width,
            code                          ? Look::code
            : date                        ? Look::date
            : column.fill == Fill::remark ? Look::wrapped
            : column.fill == Fill::number || column.name == "number" || column.list == "stars" || column.list == "step"
                ? Look::figure
                : Look::text);
        const CellRange cells{header_row + 1, i, last_row, i};
        if (date) sheet.expect_dates(cells, words_["form.ask_date"]);
        if (column.fill == Fill::choice) sheet.choose_from(cells, sources_.at(std::string{column.list}), true);
        if (column.name == "district" && has_districts_) sheet.choose_from(cells, sources_.at("district"), false);
        if (column.name == "commune")
            if (const std::string communes = commune_choices(form); !communes.empty())
                sheet.choose_from(cells, communes, false);
    }
    sheet.text(0, 0, sheet_name(form.noun, language) + mark_, Look::title);
    sheet.text(1, 0, words_["form.note." + std::string{form.noun}], Look::quiet);
    sheet.headings(header_row, names, last_row, 1 + std::min(form.at(form.key), 2));
    sheet.print_with(sheet_name(form.noun, language) + mark_);
}

/// Since July 2025 there are no districts: their columns stay only where a record names one all the same.
Form FormBook::shown(Form form, const std::vector<Record>& records) const {
    for (const char* name : {"district", "district_code"}) {
        const bool named = std::any_of(records.begin(), records.end(), [&](const Record& record) {
            const auto cell = record.find(name);
            return cell != record.end() && cell->second != Cell{} && cell->second != Cell{std::string{}};
        });
        if (!has_districts_ && !named)
            std::erase_if(form.columns, [&](const FormColumn& column) { return column.name == name; });
    }
    return form;
}

void FormBook::add(const Form& whole, const std::vector<Record>& records, bool known_empty, int part) {
    const Form form = shown(whole, records);
    const core::Language language = words_.language();
    const std::string name =
        sheet_name(form.noun, language) + (part > 1 ? " (" + std::to_string(part) + ")" : std::string{});
    const std::string example_word = value_word("example", "example", language);
    const int last_row = header_row + static_cast<int>(records.size()) + rows_to_fill_in;
    Worksheet& sheet = book_.add(name);
    prepare(sheet, form, last_row);
    int row = header_row;
    for (Record record : records) {
        ++row;
        record["number"] = row - header_row;
        write(sheet, form, row, record);
    }
    if (records.empty() && known_empty) sheet.text(header_row + 1, 0, value_word("nothing", "nothing", language));
    if (records.empty() && !known_empty) write(sheet, form, header_row + 1, example(form));
    const std::string first = std::to_string(header_row + 2);
    sheet.paint_where({header_row + 1, 0, last_row, static_cast<int>(form.columns.size()) - 1},
                      "$A" + first + "=\"" + example_word + "\"", {0xF1F3F4, 0x5A656A, true});
    const std::string on = quoted_sheet(name) + "!";
    counts_.push_back({name,
                       "=COUNTA(" + on + column_cells(form.at(form.key), header_row + 1, last_row) + ")-COUNTIF(" + on +
                           column_cells(0, header_row + 1, last_row) + ",\"" + example_word + "\")",
                       static_cast<int>(records.size())});
}

void FormBook::write(Worksheet& sheet, const Form& form, int row, const Record& record) const {
    for (const auto& [name, cell] : record) {
        const int column = form.at(name);
        if (column < 0) continue;  // of the districts, which are none
        const Fill fill = form.columns[static_cast<std::size_t>(column)].fill;
        if (const auto* text = std::get_if<std::string>(&cell))
            sheet.text(row, column, *text,
                       fill == Fill::remark                       ? Look::wrapped
                       : fill == Fill::code || fill == Fill::date ? Look::code
                                                                  : Look::text);
        if (const auto* number = std::get_if<int>(&cell)) sheet.number(row, column, *number);
        if (const auto* date = std::get_if<domain::Date>(&cell)) sheet.date(row, column, *date);
    }
}

Record FormBook::example(const Form& form) const {
    const core::Language language = words_.language();
    const auto word = [&](const char* list, const char* value) { return value_word(list, value, language); };
    Record record;
    for (const FormColumn& column : form.columns) {
        if (column.name == "district") record["district"] = example_district_;
        if (column.name == "commune") record["commune"] = example_commune_;
        if (column.fill == Fill::date) record[column.name] = domain::Date{2021, 12, 31};
        const std::string own = "form.example." + std::string{form.noun} + "." + std::string{column.name};
        const std::string any = "form.example." + std::string{column.name};
        if (words_.has(own))
            record[column.name] = words_[own];
        else if (words_.has(any))
            record[column.name] = words_[any];
    }
    const std::map<std::string_view, Record> typical{
        {"products",
         {{"producer_kind", word("producer_kind", "cooperative")},
          {"group", word("group", "food")},
          {"stars", 3},
          {"award", word("award", "recognised")},
          {"decision", "123/QĐ-UBND"},
          {"expires_on", {}},
          {"round", "2021-1"}}},
        {"recognitions",
         {{"stars", 4},
          {"award", word("award", "recognised")},
          {"decision", "45/QĐ-UBND"},
          {"recognised_on", domain::Date{2023, 6, 30}},
          {"expires_on", {}},
          {"round", "2023-1"}}},
        {"ideas", {{"step", 2}}},
        {"training", {{"role", word("role", "manager")}, {"people", 6}, {"trained", 5}}},
        {"outreach", {{"status", word("outreach", "done")}, {"people", 40}}},
        {"projects", {{"kind", word("project_kind", "farm_tourism")}, {"to", {}}}},
        {"coverage",
         {{"table", word("table", "products")},
          {"round", "2021-1"},
          {"district", {}},
          {"complete", word("yes_no", "no")},
          {"listed", 18},
          {"published", 54}}}};
    if (const auto found = typical.find(form.noun); found != typical.end())
        for (const auto& [column, cell] : found->second) record[column] = cell;
    record["number"] = word("example", "example");
    return record;
}

void FormBook::finish() {
    const int first = guide_row_ + 1;
    guide_.text(first, 0, words_["form.rows"], Look::figure_header);
    guide_.text(first, 1, words_["form.tables"], Look::header);
    for (std::size_t i = 0; i < counts_.size(); ++i) {
        const int row = first + 1 + static_cast<int>(i);
        guide_.formula(row, 0, counts_[i].formula, counts_[i].now);
        guide_.text(row, 1, counts_[i].sheet);
    }
    Worksheet& sheet = book_.add(value_word("beside", "lists", words_.language()));
    std::vector<std::string> titles;
    int longest = 0;
    for (std::size_t i = 0; i < lists_.size(); ++i) {
        const List& list = lists_[i];
        const auto column = static_cast<int>(i);
        titles.push_back(words_.say("form.list", {list.title}));
        sheet.column(column, 24);
        for (std::size_t k = 0; k < list.values.size(); ++k) {
            const int row = static_cast<int>(k) + 1;
            if (list.numbers)
                sheet.number(row, column, std::stoi(list.values[k]));
            else
                sheet.text(row, column, list.values[k]);
        }
        longest = std::max(longest, static_cast<int>(list.values.size()));
    }
    sheet.headings(0, titles, longest, 0);
    sheet.print_with(value_word("beside", "lists", words_.language()));
}

}  // namespace ocop::data
