// Every file of tests/fixtures/office: what is read of it and all that is told, against office/expected.txt.
#include <catch2/catch.hpp>

#include <cstdlib>
#include <map>
#include <set>

#include "data/boundaries.h"
#include "data/column_encoding.h"
#include "data/era_check.h"
#include "data/table.h"
#include "support.h"

using namespace tests;

namespace {

const fs::path office = fs::path{OCOP_TESTS} / "fixtures" / "office";

const std::map<domain::Era, domain::Territory>& territories() {
    static const std::map<domain::Era, domain::Territory> read = [] {
        const fs::path maps = fs::path{OCOP_GEODATA} / "boundaries";
        std::map<domain::Era, domain::Territory> out;
        core::Findings findings;
        data::BoundaryFiles before, since;
        before.districts = maps / "2021" / "districts.shp";
        before.communes = maps / "2021" / "communes.shp";
        since.communes = maps / "2025" / "communes.shp";
        out.emplace(domain::Era::y2021, data::read_territory(domain::Era::y2021, before, "EPSG:9207", findings));
        out.emplace(domain::Era::y2025, data::read_territory(domain::Era::y2025, since, "EPSG:9207", findings));
        return out;
    }();
    return read;
}

const data::Gazetteer& gazetteer() {
    static const data::Gazetteer words{territories()};
    return words;
}

std::string joined(const std::vector<std::string>& parts, const char* between) {
    std::string out;
    for (const std::string& part : parts) out += (out.empty() ? "" : between) + part;
    return out;
}

std::string told(const core::Message& message) {
    std::vector<std::string> args = message.args;
    for (std::string& arg : args)
        if (arg.starts_with(office.string())) arg = fs::path{arg}.filename().string();
    return message.key + (args.empty() ? "" : " | " + joined(args, " | "));
}

std::string told(const core::Finding& finding) {
    const char* severity = finding.severity == core::Severity::error     ? "error"
                           : finding.severity == core::Severity::warning ? "warning"
                                                                         : "note";
    std::string cell = std::to_string(finding.where.row);
    if (finding.where.column > 0) cell += ":" + std::to_string(finding.where.column);
    if (!finding.where.sheet.empty()) cell = finding.where.sheet + "!" + cell;
    return std::string{severity} + " " + cell + " " + told(finding.what);
}

std::string place(const domain::Location& at) {
    return "[" + (at.district_code.empty() ? "-" : at.district_code) + " " +
           (at.commune_code.empty() ? "-" : at.commune_code) + "]";
}

std::string day(const std::optional<domain::DatePoint>& date) {
    return !date ? "-" : (date->approximate ? "~" : "") + domain::iso(date->day);
}

/// Records, one a line, of the few that show best what was read; counts of all.
std::string said_of(const fs::path& file) {
    std::string out = "== " + file.filename().string() + "\n";
    try {
        core::Findings findings;
        std::vector<std::vector<data::Table>> files{data::read_tables(file)};
        for (data::Table& table : files.front()) table = data::decoded(std::move(table), gazetteer(), findings);
        const domain::Era era = data::register_era(files, territories(), domain::Era::y2021, false, {}, findings);
        data::Draft draft;
        const data::Join join{territories().at(era)};
        if (const auto none = data::read_register(files.front(), join, {2022, 12, 31}, draft, findings))
            throw core::Error(none->key, none->args);
        const domain::Register records = data::merged(std::move(draft), findings);
        std::size_t recognitions = 0;
        for (const domain::Product& product : records.products) recognitions += product.recognitions.size();
        out += "era " + std::string{domain::id(era)} + ", products " + std::to_string(records.products.size()) +
               ", recognitions " + std::to_string(recognitions) + ", ideas " + std::to_string(records.ideas.size()) +
               ", organisations " + std::to_string(records.organisations.size()) + ", training " +
               std::to_string(records.trainings.size()) + ", outreach " + std::to_string(records.outreach.size()) +
               ", projects " + std::to_string(records.projects.size()) + "\n";
        std::size_t shown = 0;
        for (const domain::Product& product : records.products) {
            if (++shown > 20) break;
            out += "  " + product.name + " | " + product.producer + " " + place(product.location);
            for (const domain::Recognition& recognition : product.recognitions)
                out += " " + std::to_string(recognition.stars) + " " + day(recognition.recognised_on);
            out += "\n";
        }
        for (const domain::Training& training : records.trainings)
            out += "  training " + place(training.location) + " " + std::to_string(training.trained) + "/" +
                   std::to_string(training.people) + " " + day(training.as_of) + "\n";
        for (const domain::Outreach& row : records.outreach)
            out += "  outreach " + place(row.location) + " " + std::to_string(static_cast<int>(row.status)) + " " +
                   day(row.date) + "\n";
        for (const domain::Idea& idea : records.ideas)
            out += "  idea " + idea.name + " " + place(idea.location) + " " + day(idea.supported_on) + "\n";
        for (const core::Finding& finding : findings) out += told(finding) + "\n";
    } catch (const core::Error& error) {
        out += "refused " + told(error.message()) + "\n";
    }
    return out;
}

/// The expected text of each file, by its name.
std::map<std::string, std::string> expected_texts() {
    std::map<std::string, std::string> texts;
    std::ifstream file{office / "expected.txt"};
    std::string line, name;
    while (std::getline(file, line)) {
        if (line.starts_with("== ")) name = line.substr(3);
        if (!line.starts_with('#') && !name.empty()) texts[name] += line + "\n";
    }
    return texts;
}

}  // namespace

TEST_CASE("every office file gives its rows, its skipped rows and its findings, and nothing else") {
    const std::map<std::string, std::string> expected = expected_texts();
    std::set<fs::path> files;
    for (const fs::directory_entry& entry : fs::directory_iterator{office})
        if (entry.path().filename() != "expected.txt") files.insert(entry.path());
    CHECK(files.size() >= 40);
    CHECK(files.size() == expected.size());
    for (const fs::path& file : files) {
        INFO(file.filename());
        CHECK(fs::file_size(file) <= 200'000);
        const auto found = expected.find(file.filename().string());
        const std::string said = said_of(file);
        if (std::getenv("UPDATE_GOLDEN") != nullptr) {
            static std::ofstream update = [] {
                std::ofstream out{office / "expected.txt"};
                out << "# What is read of each file and all that is told (UPDATE_GOLDEN=1 rewrites it; then read "
                       "it).\n";
                return out;
            }();
            update << said;
        } else {
            CHECK(said == (found == expected.end() ? std::string{} : found->second));
        }
    }
}
