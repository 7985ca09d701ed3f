#include "data/register_reader.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <tuple>

#include "core/text.h"
#include "data/row.h"

namespace ocop::data {

namespace {

using core::Severity;
using namespace domain;

Date today() {
    const std::chrono::year_month_day now{std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())};
    return {static_cast<int>(now.year()), static_cast<int>(static_cast<unsigned>(now.month())),
            static_cast<int>(static_cast<unsigned>(now.day()))};
}

template <class Enum>
Enum chosen(const std::optional<std::string>& word, std::initializer_list<std::pair<const char*, Enum>> values,
            Enum otherwise) {
    if (word)
        for (const auto& [name, value] : values)
            if (*word == name) return value;
    return otherwise;
}

bool is_total(const Sheet& sheet, std::size_t row) {
    for (const std::string& cell : sheet.table->rows[row]) {
        const std::string word = recognisable(cell);
        if (word.empty()) continue;
        return word.starts_with("tong") || word.starts_with("cong") || word == "total";
    }
    return false;
}

bool is_blank(const std::vector<std::string>& cells) {
    return std::all_of(cells.begin(), cells.end(),
                       [](const std::string& cell) { return core::collapsed(cell).empty(); });
}

std::string name_of(const Row& row, const char* column) {
    std::string name = row.text(column);
    if (name.empty()) row.warn("", "finding.row_without_name");
    return name;
}

class Reader {
public:
    Reader(const Sheet& sheet, const Join& join, Register& records, core::Findings& findings)
        : sheet_{sheet}, join_{join}, records_{records}, findings_{findings}, today_{today()} {}

    void read() {
        if (sheet_.noun != "coverage" && sheet_.noun != "recognitions" &&
            std::find(records_.tables.begin(), records_.tables.end(), sheet_.noun) == records_.tables.end())
            records_.tables.push_back(sheet_.noun);
        for (const std::string& header : sheet_.unknown)
            findings_.push_back({Severity::note, place(sheet_.header), {"finding.column_unknown", {header}}});
        int skipped = 0;
        for (std::size_t i = sheet_.header + 1; i < sheet_.table->rows.size(); ++i) {
            if (is_blank(sheet_.table->rows[i])) {
                ++skipped;
            } else if (is_total(sheet_, i)) {
                findings_.push_back({Severity::note, place(i), {"finding.total_skipped", {}}});
            } else {
                row(Row{sheet_, i, findings_});
            }
        }
        if (skipped > 0)
            findings_.push_back(
                {Severity::note, place(sheet_.header), {"finding.blank_skipped", {std::to_string(skipped)}}});
        for (const auto& [column, count] : empty_)
            findings_.push_back(
                {Severity::note, place(sheet_.header), {"finding.cells_empty", {column, std::to_string(count)}}});
    }

private:
    core::Place place(std::size_t row) const {
        return {sheet_.table->file, sheet_.table->sheet, sheet_.sheet_row(row), 0};
    }

    void row(const Row& row) {
        if (sheet_.noun == "products") product(row);
        if (sheet_.noun == "recognitions") recognition_row(row);
        if (sheet_.noun == "ideas") idea(row);
        if (sheet_.noun == "organisations") organisation(row);
        if (sheet_.noun == "training") training(row);
        if (sheet_.noun == "outreach") outreach(row);
        if (sheet_.noun == "projects") project(row);
        if (sheet_.noun == "coverage") coverage(row);
    }

    /// A cell that may be empty; how often it is becomes one note per column.
    void expect(const Row& row, const char* column) {
        if (row.text(column).empty()) ++empty_[column];
    }

    /// The recognitions of a row: one for each round that it names, else one.
    void recognitions(const Row& row, Product& product) {
        const int stars = row.stars("stars");
        if (stars == 0) return;
        const auto award = row.value("award", "award");
        std::vector<std::string> rounds;
        for (const std::string& round : core::split(row.text("round"), ';')) rounds.push_back(core::collapsed(round));
        const auto on = row.date("recognised_on", today_);
        const auto expires = row.date("expires_on", {2199, 12, 31});
        for (const std::string& round : rounds) {
            Recognition recognition;
            recognition.stars = stars;
            // Five stars of a provincial round are "5 sao cấp tỉnh": only the centre awards the national five (rules.md
            // §2).
            const Award assumed = round.starts_with("national-") ? Award::national
                                  : stars == 5                   ? Award::potential_five
                                                                 : Award::recognised;
            recognition.award = chosen<Award>(award,
                                              {{"recognised", Award::recognised},
                                               {"potential_five", Award::potential_five},
                                               {"national", Award::national}},
                                              assumed);
            recognition.decision = row.text("decision");
            if (rounds.size() == 1) recognition.recognised_on = on;  // one date cannot belong to two rounds
            if (expires) recognition.expires_on = expires->day;
            recognition.round = round;
            recognition.source = row.text("source");
            recognition.where = row.place("stars");
            product.recognitions.push_back(std::move(recognition));
        }
    }

    void product(const Row& row) {
        Product product;
        product.name = name_of(row, "product");
        if (product.name.empty()) return;
        product.id = row.text("id");
        product.producer = row.text("producer");
        product.producer_kind = chosen<ProducerKind>(row.value("producer_kind", "producer_kind"),
                                                     {{"enterprise", ProducerKind::enterprise},
                                                      {"cooperative", ProducerKind::cooperative},
                                                      {"cooperative_group", ProducerKind::cooperative_group},
                                                      {"household", ProducerKind::household},
                                                      {"facility", ProducerKind::facility}},
                                                     ProducerKind::unknown);
        product.location = row.location(join_);
        product.group = value_of("group", row.text("group")).value_or(row.text("group"));
        product.contact = row.text("contact");
        product.note = row.text("note");
        product.where = row.place();
        recognitions(row, product);
        for (const char* column : {"producer", "commune", "decision", "recognised_on"}) expect(row, column);
        records_.products.push_back(std::move(product));
    }

    /// A row of a separate list of recognitions; merge_products() finds its product.
    void recognition_row(const Row& row) {
        Product product;
        product.id = row.text("product_id");
        product.name = row.text("product");
        if (product.id.empty() && product.name.empty()) {
            row.warn("", "finding.row_without_name");
            return;
        }
        product.producer = row.text("producer");
        if (!row.text("district").empty()) product.location = row.location(join_);
        product.where = row.place();
        recognitions(row, product);
        records_.products.push_back(std::move(product));
    }

    void idea(const Row& row) {
        Idea idea{name_of(row, "idea"), {}, {}, 0, row.place()};
        if (idea.name.empty()) return;
        idea.location = row.location(join_);
        idea.supported_on = row.date("supported_on", today_);
        // A list of supported ideas without a step column holds ideas that were at least registered.
        const auto step = row.number("step");
        idea.step = sheet_.has("step") ? step.value_or(0) : 2;
        if (step && (*step < 1 || *step > 6)) row.warn("step", "finding.step_outside", {row.text("step")});
        records_.ideas.push_back(std::move(idea));
    }

    void organisation(const Row& row) {
        Organisation organisation{name_of(row, "organisation"), row.text("kind"), {}, {}, row.place()};
        if (organisation.name.empty()) return;
        organisation.location = row.location(join_);
        organisation.strengthened_on = row.date("strengthened_on", today_);
        records_.organisations.push_back(std::move(organisation));
    }

    void training(const Row& row) {
        Training training;
        training.where = row.place();
        const auto role = row.value("role", "role");
        const auto people = row.number("people"), trained = row.number("trained");
        training.location = row.location(join_);
        training.as_of = row.date("as_of", today_);
        if (!role || !people || !trained) {
            row.warn("", "finding.training_incomplete");
            return;
        }
        if (*people < 0 || *trained < 0 || *trained > *people) {
            row.warn("people", "finding.people_impossible", {std::to_string(*trained), std::to_string(*people)});
            return;
        }
        training.role = *role == "leader" ? Role::leader : Role::manager;
        training.people = *people;
        training.trained = *trained;
        records_.trainings.push_back(std::move(training));
    }

    void outreach(const Row& row) {
        Outreach outreach;
        outreach.where = row.place();
        outreach.location = row.location(join_);
        const auto status = row.value("status", "outreach");
        outreach.date = row.date("date", today_);
        outreach.form = row.text("form");
        outreach.people = row.number("people");
        if (outreach.people && *outreach.people < 0) {
            row.warn("people", "finding.people_negative", {std::to_string(*outreach.people)});
            outreach.people.reset();
        }
        if (!status) {
            if (row.text("status").empty()) row.warn("status", "finding.status_empty");
            return;
        }
        if (outreach.location.commune_text.empty() && outreach.location.commune_code.empty())
            row.warn("commune", "finding.outreach_without_commune");
        outreach.status = chosen<OutreachStatus>(status,
                                                 {{"none", OutreachStatus::none},
                                                  {"planned", OutreachStatus::planned},
                                                  {"under_way", OutreachStatus::under_way},
                                                  {"done", OutreachStatus::done}},
                                                 OutreachStatus::none);
        records_.outreach.push_back(std::move(outreach));
    }

    void project(const Row& row) {
        Project project;
        project.name = name_of(row, "project");
        if (project.name.empty()) return;
        project.where = row.place();
        project.kind = chosen<ProjectKind>(row.value("kind", "project_kind"),
                                           {{"processing", ProjectKind::processing},
                                            {"aquatic", ProjectKind::aquatic},
                                            {"handicraft", ProjectKind::handicraft},
                                            {"farm_tourism", ProjectKind::farm_tourism}},
                                           ProjectKind::unknown);
        project.location = row.location(join_);
        project.status = row.text("status");
        project.from = row.date("from", {2199, 12, 31});
        project.to = row.date("to", {2199, 12, 31});
        records_.projects.push_back(std::move(project));
    }

    void coverage(const Row& row) {
        Coverage coverage;
        coverage.where = row.place();
        coverage.table = row.text("table");
        coverage.round = row.text("round");
        coverage.district_text = row.text("district");
        if (!coverage.district_text.empty()) coverage.district_code = row.location(join_).district_code;
        const auto complete = row.value("complete", "yes_no");
        coverage.complete = complete == "yes";
        if (!complete) row.warn("complete", "finding.coverage_unclear");  // taken as incomplete: the careful reading
        coverage.listed = row.number("listed");
        coverage.published = row.number("published");
        coverage.source = row.text("source");
        records_.coverage.push_back(std::move(coverage));
    }

    const Sheet& sheet_;
    const Join& join_;
    Register& records_;
    core::Findings& findings_;
    const Date today_;
    std::map<std::string, int> empty_;
};

using Identity = std::tuple<std::string, std::string, std::string, std::string>;

Identity identity(const Product& product) {
    if (!product.id.empty()) return {product.id, "", "", ""};
    const Location& at = product.location;
    return {"", core::tone_key(product.name), core::tone_key(product.producer),
            at.district_code.empty() ? core::tone_key(at.district_text) : at.district_code};
}

bool same_event(const Recognition& a, const Recognition& b) {
    return a.stars == b.stars && a.award == b.award && a.round == b.round && a.recognised_on == b.recognised_on &&
           a.decision == b.decision;
}

}  // namespace

void read_register(const std::filesystem::path& path, const Join& join, Register& records, core::Findings& findings) {
    bool any = false;
    const std::vector<Table> tables = read_tables(path);
    for (const Table& table : tables) {
        const auto sheet = recognise(table);
        if (!sheet) {
            if (!std::all_of(table.rows.begin(), table.rows.end(), is_blank))
                findings.push_back({Severity::warning, {table.file, table.sheet, 0, 0}, {"finding.sheet_unknown", {}}});
            continue;
        }
        any = true;
        Reader{*sheet, join, records, findings}.read();
    }
    if (!any) throw core::Error("error.no_register", {path.string()});
}

void merge_products(Register& records, core::Findings& findings) {
    std::map<Identity, std::size_t> index;
    std::vector<Product> merged;
    for (Product& product : records.products) {
        const auto [at, fresh] = index.try_emplace(identity(product), merged.size());
        if (fresh) {
            merged.push_back(std::move(product));
            continue;
        }
        Product& first = merged[at->second];
        if (first.name.empty()) first.name = product.name;
        if (product.recognitions.empty())
            findings.push_back({Severity::warning,
                                product.where,
                                {"finding.duplicate_row", {product.name, std::to_string(first.where.row)}}});
        for (Recognition& recognition : product.recognitions) {
            const bool twice = std::any_of(first.recognitions.begin(), first.recognitions.end(),
                                           [&](const Recognition& known) { return same_event(known, recognition); });
            if (twice)
                findings.push_back({Severity::warning,
                                    product.where,
                                    {"finding.duplicate_row", {first.name, std::to_string(first.where.row)}}});
            else
                first.recognitions.push_back(std::move(recognition));
        }
    }
    std::erase_if(merged, [&](const Product& product) {
        if (product.name.empty())
            findings.push_back({Severity::error, product.where, {"finding.recognition_without_product", {product.id}}});
        return product.name.empty();
    });
    records.products = std::move(merged);
}

}  // namespace ocop::data
