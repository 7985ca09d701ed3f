// The report against tables that another program counted from the same files (tests/expected/README.md).
#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "app/report.h"
#include "data/csv.h"
#include "data/open.h"
#include "data/table.h"

using namespace ocop;

namespace {

using Fields = std::map<std::string, std::string>;  // column -> text
using Rows = std::map<std::string, Fields>;         // key -> row

const std::vector<std::string> compared{"unit",      "value", "lower_bound", "undated",
                                        "unlocated", "quota", "gap",         "status"};

std::string joined(const Fields& row, const std::vector<std::string>& columns) {
    std::string out;
    for (const std::string& column : columns) out += (out.empty() ? "" : " ") + row.at(column);
    return out;
}

/// What a report was asked for.
std::string question(const Fields& row) { return joined(row, {"era", "as_of", "basis", "plan"}); }
/// The rows that stand or fall together: a table that has one of them has them all.
std::string group(const Fields& row) { return joined(row, {"indicator", "level"}) + ' ' + question(row); }
std::string key(const Fields& row) { return joined(row, {"indicator", "level", "code"}) + ' ' + question(row); }

std::vector<Fields> parsed(const std::string& text, const std::string& name) {
    const auto cells = data::parse_csv(text, name);
    std::vector<Fields> rows;
    for (std::size_t i = 1; i < cells.size(); ++i) {
        REQUIRE(cells[i].size() == cells[0].size());
        Fields& row = rows.emplace_back();
        for (std::size_t column = 0; column < cells[i].size(); ++column) row[cells[0][column]] = cells[i][column];
    }
    return rows;
}

const domain::Document& document(const std::string& workspace, const std::string& plan) {
    static std::map<std::string, domain::Document> opened;
    const auto found = opened.find(workspace + plan);
    if (found != opened.end()) return found->second;
    const std::filesystem::path folder{OCOP_GEODATA};
    const auto other =
        plan == "118/KH-UBND" ? std::optional{folder / "plans/118-kh-ubnd-2021-2025.toml"} : std::nullopt;
    return opened.emplace(workspace + plan, data::open(folder / (workspace + ".toml"), other)).first->second;
}

/// The program's rows of everything that the table asks for.
Rows reported(const std::string& workspace, const std::vector<Fields>& table) {
    std::map<std::string, Fields> questions;
    std::set<std::string> groups;
    for (const Fields& row : table) {
        questions.emplace(question(row), row);
        groups.insert(group(row));
    }
    Rows rows;
    for (const auto& [name, asked] : questions) {
        const domain::Document& d = document(workspace, asked.at("plan"));
        REQUIRE(d.plan.id == asked.at("plan"));
        const domain::Query query{*domain::era_from(asked.at("era")),
                                  domain::parse_date(asked.at("as_of"))->day,
                                  *domain::basis_from(asked.at("basis")),
                                  {},
                                  90};
        const std::string csv = app::report_csv(d, domain::evaluate(d, query));
        REQUIRE(csv.starts_with("\xEF\xBB\xBF"));
        for (Fields& row : parsed(csv.substr(3), "report"))
            if (groups.contains(group(row))) CHECK(rows.emplace(key(row), std::move(row)).second);
    }
    return rows;
}

void compare(const std::string& workspace) {
    const std::filesystem::path path = std::filesystem::path{OCOP_TESTS} / "expected" / (workspace + ".csv");
    const std::vector<Fields> table = parsed(data::read_bytes(path), path.string());
    REQUIRE(table.size() > 3000);
    const Rows rows = reported(workspace, table);
    std::vector<std::string> wrong;
    std::set<std::string> keys;
    for (const Fields& row : table) {
        CHECK(keys.insert(key(row)).second);
        const auto found = rows.find(key(row));
        if (found == rows.end()) {
            wrong.push_back(key(row) + ": not in the report");
            continue;
        }
        std::string differences;
        for (const std::string& column : compared)
            if (row.at(column) != found->second.at(column))
                differences += ' ' + column + " is \"" + found->second.at(column) + "\", not \"" + row.at(column) + '"';
        if (!differences.empty()) wrong.push_back(key(row) + ':' + differences);
    }
    for (const auto& [name, row] : rows)
        if (!keys.contains(name)) wrong.push_back(name + ": not in the table");
    std::string first;
    for (std::size_t i = 0; i < wrong.size() && i < 20; ++i) first += wrong[i] + '\n';
    INFO(workspace << ": " << wrong.size() << " of " << table.size() << " rows differ, the first are\n" << first);
    CHECK(wrong.empty());
}

}  // namespace

TEST_CASE("the shipped register is reported as it was counted independently") { compare("kien-giang"); }
TEST_CASE("the invented register is reported as it was counted independently") { compare("minh-hoa"); }
