// The shipped real register against the figures of the published lists, recomputed by hand (formats.md §3).
#include <array>
#include <catch2/catch.hpp>
#include <map>

#include "data/open.h"
#include "domain/evaluate.h"

using namespace ocop;
using domain::Basis;
using domain::Status;

namespace {
const domain::Document& real() {
    static const domain::Document document = data::open(OCOP_GEODATA "/kien-giang.toml");
    return document;
}
domain::Score score(Basis basis, const std::string& code,
                    domain::IndicatorId indicator = domain::IndicatorId::products) {
    const domain::Document& document = real();
    const domain::Scoreboard board = domain::evaluate(document, {domain::Era::y2021, {2021, 12, 31}, basis, {}, 90});
    const domain::Territory& territory = document.territory(domain::Era::y2021);
    const int unit = code == "91" ? 0 : territory.find(code, domain::Level::district);
    REQUIRE(unit >= 0);
    return board.score(indicator, unit);
}
}  // namespace

TEST_CASE("the shipped territory has 15 districts, 144 communes and 48 units of 2025") {
    CHECK(real().territory(domain::Era::y2021).at(domain::Level::district).size() == 15);
    CHECK(real().territory(domain::Era::y2021).at(domain::Level::commune).size() == 144);
    CHECK(real().territory(domain::Era::y2025).at(domain::Level::commune).size() == 48);
}

TEST_CASE("counts of 31/12/2021 by the three bases") {
    // code: recognised, new, valid
    const std::map<std::string, std::array<int, 3>> expected{
        {"914", {15, 10, 15}}, {"911", {9, 7, 9}}, {"904", {5, 0, 5}}, {"899", {3, 0, 3}},  {"906", {2, 0, 2}},
        {"913", {2, 2, 2}},    {"903", {1, 1, 1}}, {"900", {1, 0, 1}}, {"91", {38, 20, 38}}};
    for (const auto& [code, counts] : expected) {
        INFO("unit " << code);
        CHECK(score(Basis::recognised, code).rows.size() == static_cast<std::size_t>(counts[0]));
        CHECK(score(Basis::fresh, code).rows.size() == static_cast<std::size_t>(counts[1]));
        CHECK(score(Basis::valid, code).rows.size() == static_cast<std::size_t>(counts[2]));
    }
}

TEST_CASE("an incomplete record gives lower bounds, no data and no verdict it cannot carry") {
    CHECK(score(Basis::recognised, "91").status == Status::undetermined);
    CHECK(score(Basis::recognised, "911").status == Status::met);
    CHECK(score(Basis::recognised, "906").status == Status::undetermined);
    CHECK(score(Basis::recognised, "906").lower_bound);
    CHECK(score(Basis::recognised, "910").status == Status::no_data);
    CHECK(score(Basis::recognised, "910").undated == 5);
    CHECK(score(Basis::recognised, "900").undated == 1);
    CHECK_FALSE(score(Basis::recognised, "905").value);
    CHECK(score(Basis::recognised, "911", domain::IndicatorId::five_star_province).rows.size() == 6);
    CHECK(score(Basis::recognised, "91", domain::IndicatorId::outreach).status == Status::no_data);
}

TEST_CASE("the shipped workspaces have nothing to warn about") {
    for (const char* name : {"/kien-giang.toml", "/minh-hoa.toml"}) {
        const domain::Document document = data::open(std::string{OCOP_GEODATA} + name);
        for (const core::Finding& finding : document.findings) {
            const bool expected = finding.severity == core::Severity::note;
            INFO(name << " " << finding.where.sheet << " row " << finding.where.row << " " << finding.what.key);
            CHECK(expected);
        }
    }
}
