#include "data/register_writer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <tuple>

#include "core/whole_file.h"
#include "data/columns.h"
#include "data/form_book.h"
#include "data/name_key.h"
#include "data/numbers.h"
#include "data/row_kinds.h"
#include "data/stars.h"
#include "domain/table_columns.h"

namespace ocop::data {

namespace {

namespace fs = std::filesystem;
using namespace domain;

/// As written: a day, or the year or month that is all the source gives.
Cell date_cell(const std::optional<DatePoint>& date) {
    if (!date) return {};
    if (!date->approximate) return date->day;
    const std::string text = iso(date->day);
    return date->day.month == 12 ? text.substr(0, 4) : text.substr(0, 7);  // both 2021 and 2021-12 end on 31/12
}

Cell number_cell(const std::optional<int>& number) { return number ? Cell{*number} : Cell{}; }

/// A unit's name as typed; its official one where a person had to say what the typed one means, for a copy that stands
/// alone would not know.
std::string name_of(const Territory& territory, Level level, const std::string& typed, const std::string& code) {
    const int at = code.empty() || typed.empty() ? -1 : territory.find(code, level);
    if (at < 0) return typed;
    const Unit& unit = territory.units[static_cast<std::size_t>(at)];
    const NameKey key = name_key(typed);
    return key.name == name_key(unit.name).name && key.kind.value_or(unit.kind) == unit.kind ? typed : unit.name;
}

void put_place(Record& record, const Territory& territory, const Location& location) {
    record["district"] = name_of(territory, Level::district, location.district_text, location.district_code);
    record["commune"] = name_of(territory, Level::commune, location.commune_text, location.commune_code);
    record["district_code"] = location.district_code;
    record["commune_code"] = location.commune_code;
}

/// Rows like "Toàn tỉnh", which were all that their file told: beside others they would be read as their sum. Takes
/// them out of `rows`, for a sheet of their own.
std::vector<Record> taken_sums(std::vector<Record>& rows) {
    std::vector<Record> sums;
    const auto is_sum = [](const Record& row) {
        const auto found = row.find("district");
        const auto* district = found == row.end() ? nullptr : std::get_if<std::string>(&found->second);
        return district != nullptr && names_sum(*district);
    };
    const auto first = std::stable_partition(rows.begin(), rows.end(), [&](const Record& row) { return !is_sum(row); });
    if (first == rows.begin()) return sums;  // no others
    sums.assign(std::make_move_iterator(first), std::make_move_iterator(rows.end()));
    rows.erase(first, rows.end());
    return sums;
}

/// What stands in the cells that a document was read from.
class TypedRows {
public:
    TypedRows(const Register& records, const EditedRegister& cells, const Territory& territory)
        : cells_{cells}, territory_{territory} {
        std::set<RowAt> held;
        const auto hold = [&](const auto& rows) {
            for (const auto& row : rows) held.insert(row_at(row.where));
        };
        hold(records.products);
        hold(records.ideas);
        hold(records.organisations);
        hold(records.trainings);
        hold(records.outreach);
        hold(records.projects);
        for (const Product& product : records.products) hold(product.recognitions);
        for (const Unread& row : records.unread) {
            unread_.insert(row_at(row.where));
            if (!held.contains(row_at(row.where))) lost_.push_back(row);
        }
    }

    bool is_unread(const core::Place& where) const { return unread_.contains(row_at(where)); }

    /// Puts what the record's own row says and the record could not hold: cells that nobody can read; of a row that
    /// could not be read all that is missing.
    void complete(Record& record, std::string_view noun, const core::Place& where) const {
        const auto row = cells_.at(where);
        if (!row) return;
        const auto add = [&](const TableColumn& column) {
            const auto typed = row->cells.find(std::string{column.name});
            if (typed == row->cells.end() || typed->second.empty() || column.kind == ColumnKind::unit) return;
            // One expiry cannot belong to several rounds of a row; that of a single one stands in its recognition.
            if (column.name == "expires_on" && !is_unread(where)) return;
            const auto known = record.find(column.name);
            const bool empty = known == record.end() || known->second == Cell{} || known->second == Cell{std::string{}};
            if (empty && (is_unread(where) || !is_readable(column, typed->second)))
                record[column.name] = cell_of(column, typed->second);
        };
        for (const TableColumn& column : domain::columns_of(noun)) add(column);
        add({noun == "recognitions" ? "product_id" : "id"});
    }

    /// The rows of a table that no record came from.
    std::vector<Record> rows(std::string_view noun) const {
        std::vector<Record> out;
        for (const Unread& row : lost_) {
            const auto typed = cells_.at(row.where);
            if (!typed || typed->table != noun) continue;
            put_place(out.emplace_back(), territory_, row.location);
            complete(out.back(), noun, row.where);
        }
        return out;
    }

private:
    using RowAt = std::tuple<std::string_view, std::string_view, int>;
    static RowAt row_at(const core::Place& where) { return {where.file, where.sheet, where.row}; }

    static bool is_readable(const TableColumn& column, const std::string& text) {
        switch (column.kind) {
            case ColumnKind::date:
                return parse_date(text).has_value();
            case ColumnKind::number:
                return number_of(text).has_value();
            case ColumnKind::choice:
                return column.list == "stars"  ? stars_of(text) > 0
                       : column.list == "step" ? number_of(text).has_value()
                                               : value_of(column.list, text).has_value();
            default:
                return true;
        }
    }
    static Cell cell_of(const TableColumn& column, const std::string& text) {
        if (column.kind == ColumnKind::date)
            if (const auto date = parse_date(text)) return date_cell(date);
        if (column.kind == ColumnKind::number)
            if (const auto number = number_of(text);
                number && *number == std::floor(*number) && std::abs(*number) < 1e9)
                return static_cast<int>(*number);
        return text;
    }

    const EditedRegister& cells_;
    const Territory& territory_;
    std::set<RowAt> unread_;
    std::vector<Unread> lost_;  // of no record
};

/// Records of the register's tables as rows, in the language of the workbook.
class Rows {
public:
    Rows(const Document& document, const EditedRegister& cells, core::Language language)
        : records_{document.records},
          territory_{document.territory(document.register_era)},
          typed_{document.records, cells, territory_},
          language_{language} {}

    std::vector<Record> of(std::string_view noun) const {
        std::vector<Record> rows = records_of(noun);
        for (Record& row : typed_.rows(noun)) rows.push_back(std::move(row));
        return rows;
    }

private:
    std::vector<Record> records_of(std::string_view noun) const {
        if (noun == "products") return products();
        if (noun == "recognitions") return recognitions();
        if (noun == "ideas") return ideas();
        if (noun == "organisations") return organisations();
        if (noun == "training") return trainings();
        if (noun == "outreach") return outreach();
        if (noun == "projects") return projects();
        return coverage();
    }

    template <class Enum>
    Cell word(std::string_view list, Enum value, std::initializer_list<const char*> names) const {
        const std::string_view name = names.begin()[static_cast<std::size_t>(value)];
        return name.empty() ? Cell{} : Cell{value_word(list, name, language_)};
    }

    void put(Record& record, const Recognition& recognition) const {
        record["stars"] = recognition.stars;
        record["award"] = word("award", recognition.award, {"recognised", "potential_five", "national"});
        record["decision"] = recognition.decision;
        record["recognised_on"] = date_cell(recognition.recognised_on);
        if (recognition.expires_on) record["expires_on"] = *recognition.expires_on;
        if (!recognition.expiry_unread.empty()) record["expires_on"] = recognition.expiry_unread;
        if (!recognition.award_unread.empty()) record["award"] = recognition.award_unread;
        record["round"] = recognition.round;
        record["source"] = recognition.source;
    }

    std::vector<Record> products() const {
        std::vector<Record> rows;
        for (const Product& product : records_.products) {
            Record& row = rows.emplace_back();
            row["id"] = product.id;
            row["product"] = product.name;
            row["producer"] = product.producer;
            row["producer_kind"] =
                word("producer_kind", product.producer_kind,
                     {"", "enterprise", "cooperative", "cooperative_group", "household", "facility"});
            put_place(row, territory_, product.location);
            const auto& groups = values_in("group");
            const bool known = std::find(groups.begin(), groups.end(), product.group) != groups.end();
            row["group"] = known ? value_word("group", product.group, language_) : product.group;
            row["contact"] = product.contact;
            row["note"] = product.note;
            if (first_below(product) == 1) put(row, product.recognitions.front());
            typed_.complete(row, "products", product.where);
            // A list without stars beside one that has them: an empty cell would say that there is no rating.
            if (typed_.is_unread(product.where) && !row.contains("stars")) row["stars"] = "?";
        }
        return rows;
    }

    /// The first recognition stands with its product, unless a rating that nobody can read stands there.
    std::size_t first_below(const Product& product) const {
        return product.recognitions.empty() || typed_.is_unread(product.where) ? 0 : 1;
    }

    std::vector<Record> recognitions() const {
        std::vector<Record> rows;
        for (const Product& product : records_.products)
            for (std::size_t i = first_below(product); i < product.recognitions.size(); ++i) {
                Record& row = rows.emplace_back();
                row["product_id"] = product.id;
                row["product"] = product.name;
                row["producer"] = product.producer;
                row["district"] = name_of(territory_, Level::district, product.location.district_text,
                                          product.location.district_code);
                row["district_code"] = product.location.district_code;
                put(row, product.recognitions[i]);
                typed_.complete(row, "recognitions", product.recognitions[i].where);
            }
        return rows;
    }

    std::vector<Record> ideas() const {
        std::vector<Record> rows;
        for (const Idea& idea : records_.ideas) {
            Record& row = rows.emplace_back();
            row["idea"] = idea.name;
            put_place(row, territory_, idea.location);
            if (idea.step > 0) row["step"] = idea.step;
            row["supported_on"] = date_cell(idea.supported_on);
            typed_.complete(row, "ideas", idea.where);
        }
        return rows;
    }

    std::vector<Record> organisations() const {
        std::vector<Record> rows;
        for (const Organisation& organisation : records_.organisations) {
            Record& row = rows.emplace_back();
            row["organisation"] = organisation.name;
            row["kind"] = organisation.kind;
            put_place(row, territory_, organisation.location);
            row["strengthened_on"] = date_cell(organisation.strengthened_on);
            typed_.complete(row, "organisations", organisation.where);
        }
        return rows;
    }

    std::vector<Record> trainings() const {
        std::vector<Record> rows;
        for (const Training& training : records_.trainings) {
            Record& row = rows.emplace_back();
            put_place(row, territory_, training.location);
            row["role"] = word("role", training.role, {"manager", "leader"});
            row["people"] = training.people;
            row["trained"] = training.trained;
            row["as_of"] = date_cell(training.as_of);
            typed_.complete(row, "training", training.where);
        }
        return rows;
    }

    std::vector<Record> outreach() const {
        std::vector<Record> rows;
        for (const Outreach& outreach : records_.outreach) {
            Record& row = rows.emplace_back();
            put_place(row, territory_, outreach.location);
            row["status"] = word("outreach", outreach.status, {"none", "planned", "under_way", "done"});
            row["date"] = date_cell(outreach.date);
            row["form"] = outreach.form;
            row["people"] = number_cell(outreach.people);
            typed_.complete(row, "outreach", outreach.where);
        }
        return rows;
    }

    std::vector<Record> projects() const {
        std::vector<Record> rows;
        for (const Project& project : records_.projects) {
            Record& row = rows.emplace_back();
            row["project"] = project.name;
            row["kind"] =
                word("project_kind", project.kind, {"", "processing", "aquatic", "handicraft", "farm_tourism"});
            put_place(row, territory_, project.location);
            row["status"] = project.status;
            row["from"] = date_cell(project.from);
            row["to"] = date_cell(project.to);
            typed_.complete(row, "projects", project.where);
        }
        return rows;
    }

    std::vector<Record> coverage() const {
        std::vector<Record> rows;
        const auto& tables = values_in("table");
        for (const Coverage& coverage : records_.coverage) {
            Record& row = rows.emplace_back();
            const bool known = std::find(tables.begin(), tables.end(), coverage.table) != tables.end();
            row["table"] = known ? value_word("table", coverage.table, language_) : coverage.table;
            row["round"] = coverage.round;
            row["district"] = coverage.district_text;
            row["district_code"] = coverage.district_code;
            row["complete"] = word("yes_no", coverage.complete, {"no", "yes"});
            row["listed"] = number_cell(coverage.listed);
            row["published"] = number_cell(coverage.published);
            row["source"] = coverage.source;
        }
        return rows;
    }

    const Register& records_;
    const Territory& territory_;
    TypedRows typed_;
    core::Language language_;
};

std::vector<std::string> instructions(const core::Words& words) {
    std::vector<std::string> lines;
    for (const char* key : {"form.guide.1", "form.guide.2", "form.guide.3", "form.guide.4", "form.guide.5"})
        lines.push_back(words[key]);
    return lines;
}

/// The plan's quotas with those that were changed for single units. For people to read: a register holds no quotas.
void add_quotas(Workbook& book, const Document& document, const core::Words& words) {
    if (document.plan.targets.empty()) return;
    Worksheet& sheet = book.add(words["form.quotas"]);
    const std::string mark = document.watermark.empty() ? "" : " · " + document.watermark;
    sheet.text(0, 0, words.say("form.quotas_of", {document.plan.id}) + mark, Look::title);
    const Territory& territory = document.territory(document.register_era);
    std::vector<std::array<std::string, 3>> rows;
    std::vector<std::pair<int, bool>> values;  // with: in per cent
    const auto add = [&](const Target& target, std::string unit, int value) {
        rows.push_back({words["indicator." + std::string{indicator(target.indicator).name}],
                        words["level." + std::string{id(target.level)}], std::move(unit)});
        values.emplace_back(value, indicator(target.indicator).measure == Measure::percent);
    };
    for (const Target& target : document.plan.targets) {
        if (target.quota) add(target, words["form.every_unit"], *target.quota);
        for (const auto& [code, value] : target.units) {
            const int unit = territory.find(code, target.level);
            const bool named = unit >= 0 && target.era.value_or(territory.era) == territory.era;
            add(target, named ? territory.units[static_cast<std::size_t>(unit)].name : code, value);
        }
    }
    constexpr double widths[] = {34, 14, 24, 12};
    for (int i = 0; i < 4; ++i) sheet.column(i, widths[i], i == 3 ? Look::figure : Look::text);
    sheet.headings(2,
                   {words["form.quotas.indicator"], words["form.quotas.level"], words["form.quotas.unit"],
                    words["form.quotas.value"]},
                   2 + static_cast<int>(rows.size()));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const int row = 3 + static_cast<int>(i);
        for (int column = 0; column < 3; ++column) sheet.text(row, column, rows[i][static_cast<std::size_t>(column)]);
        sheet.number(row, 3, values[i].first, values[i].second ? "0\" %\"" : "#,##0");
    }
    sheet.print_with(words.say("form.quotas_of", {document.plan.id}) + mark);
}

}  // namespace

void write_template(const Territory& territory, const core::Words& words, const fs::path& path) {
    Workbook book{path, {2021, 1, 1}};
    FormBook forms_book{book, territory, words, words["form.title"], instructions(words)};
    for (const Form& form : forms()) forms_book.add(form, {});
    forms_book.finish();
    book.save();
}

void write_register(const Document& document, const EditedRegister& cells, const core::Words& words,
                    const fs::path& path) {
    Workbook book{path, document.as_of};
    std::vector<std::string> lines;
    if (!document.source.empty()) lines.push_back(document.source);
    for (std::string& line : instructions(words)) lines.push_back(std::move(line));
    FormBook forms_book{
        book, document.territory(document.register_era), words, document.title, lines, document.watermark};
    const Rows rows{document, cells, words.language()};
    // Products of which nobody told the stars: with a column for them the copy would say that they have none.
    const bool starless = !document.records.products.empty() && !has_table(document.records, "products");
    for (Form form : forms()) {
        if (starless) std::erase_if(form.columns, [](const FormColumn& column) { return column.name == "stars"; });
        std::vector<Record> own = rows.of(form.noun);
        // Where a row begins with its place. A name stands before it in the other tables.
        const bool places = form.noun == "training" || form.noun == "outreach";
        const std::vector<Record> sums = places ? taken_sums(own) : std::vector<Record>{};
        forms_book.add(form, own, has_table(document.records, form.noun));
        if (!sums.empty()) forms_book.add(form, sums, false, 2);
    }
    forms_book.finish();
    add_quotas(book, document, words);
    book.save();
}

fs::path dated_copy(const fs::path& workspace, Date day) {
    return core::free_name(workspace.parent_path(), workspace.stem().string() + "-" + iso(day), ".xlsx");
}

}  // namespace ocop::data
