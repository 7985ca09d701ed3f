#include "data/register_writer.h"

#include <algorithm>

#include "core/whole_file.h"
#include "data/columns.h"
#include "data/form_book.h"

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

void put_place(Record& record, const Location& location) {
    record["district"] = location.district_text;
    record["commune"] = location.commune_text;
    record["district_code"] = location.district_code;
    record["commune_code"] = location.commune_code;
}

/// Records of the register's tables as rows, in the language of the workbook.
class Rows {
public:
    Rows(const Register& records, core::Language language) : records_{records}, language_{language} {}

    std::vector<Record> of(std::string_view noun) const {
        if (noun == "products") return products();
        if (noun == "recognitions") return recognitions();
        if (noun == "ideas") return ideas();
        if (noun == "organisations") return organisations();
        if (noun == "training") return trainings();
        if (noun == "outreach") return outreach();
        if (noun == "projects") return projects();
        return coverage();
    }

private:
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
            put_place(row, product.location);
            const auto& groups = values_in("group");
            const bool known = std::find(groups.begin(), groups.end(), product.group) != groups.end();
            row["group"] = known ? value_word("group", product.group, language_) : product.group;
            row["contact"] = product.contact;
            row["note"] = product.note;
            if (!product.recognitions.empty()) put(row, product.recognitions.front());
        }
        return rows;
    }

    /// The second recognition of a product and those after it; the first stands with the product.
    std::vector<Record> recognitions() const {
        std::vector<Record> rows;
        for (const Product& product : records_.products)
            for (std::size_t i = 1; i < product.recognitions.size(); ++i) {
                Record& row = rows.emplace_back();
                row["product_id"] = product.id;
                row["product"] = product.name;
                row["producer"] = product.producer;
                row["district"] = product.location.district_text;
                row["district_code"] = product.location.district_code;
                put(row, product.recognitions[i]);
            }
        return rows;
    }

    std::vector<Record> ideas() const {
        std::vector<Record> rows;
        for (const Idea& idea : records_.ideas) {
            Record& row = rows.emplace_back();
            row["idea"] = idea.name;
            put_place(row, idea.location);
            if (idea.step > 0) row["step"] = idea.step;
            row["supported_on"] = date_cell(idea.supported_on);
        }
        return rows;
    }

    std::vector<Record> organisations() const {
        std::vector<Record> rows;
        for (const Organisation& organisation : records_.organisations) {
            Record& row = rows.emplace_back();
            row["organisation"] = organisation.name;
            row["kind"] = organisation.kind;
            put_place(row, organisation.location);
            row["strengthened_on"] = date_cell(organisation.strengthened_on);
        }
        return rows;
    }

    std::vector<Record> trainings() const {
        std::vector<Record> rows;
        for (const Training& training : records_.trainings) {
            Record& row = rows.emplace_back();
            put_place(row, training.location);
            row["role"] = word("role", training.role, {"manager", "leader"});
            row["people"] = training.people;
            row["trained"] = training.trained;
            row["as_of"] = date_cell(training.as_of);
        }
        return rows;
    }

    std::vector<Record> outreach() const {
        std::vector<Record> rows;
        for (const Outreach& outreach : records_.outreach) {
            Record& row = rows.emplace_back();
            put_place(row, outreach.location);
            row["status"] = word("outreach", outreach.status, {"none", "planned", "under_way", "done"});
            row["date"] = date_cell(outreach.date);
            row["form"] = outreach.form;
            row["people"] = number_cell(outreach.people);
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
            put_place(row, project.location);
            row["status"] = project.status;
            row["from"] = date_cell(project.from);
            row["to"] = date_cell(project.to);
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
    core::Language language_;
};

std::vector<std::string> instructions(const core::Words& words) {
    std::vector<std::string> lines;
    for (const char* key : {"form.guide.1", "form.guide.2", "form.guide.3", "form.guide.4", "form.guide.5"})
        lines.push_back(words[key]);
    return lines;
}

bool holds(const Register& records, std::string_view table) {
    return std::find(records.tables.begin(), records.tables.end(), table) != records.tables.end();
}

}  // namespace

void write_template(const Territory& territory, const core::Words& words, const fs::path& path) {
    Workbook book{path, {2021, 1, 1}};
    FormBook forms_book{book, territory, words, words["form.title"], instructions(words)};
    for (const Form& form : forms()) forms_book.add(form, {});
    forms_book.finish();
    book.save();
}

void write_register(const Document& document, const core::Words& words, const fs::path& path) {
    Workbook book{path, document.as_of};
    std::vector<std::string> lines;
    if (!document.source.empty()) lines.push_back(document.source);
    for (std::string& line : instructions(words)) lines.push_back(std::move(line));
    FormBook forms_book{
        book, document.territory(document.register_era), words, document.title, lines, document.watermark};
    const Rows rows{document.records, words.language()};
    for (const Form& form : forms()) forms_book.add(form, rows.of(form.noun), holds(document.records, form.noun));
    forms_book.finish();
    book.save();
}

fs::path dated_copy(const fs::path& workspace, Date day) {
    return core::free_name(workspace.parent_path(), workspace.stem().string() + "-" + iso(day), ".xlsx");
}

}  // namespace ocop::data
