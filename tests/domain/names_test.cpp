// Identifiers that files and the command line use.
#include <catch2/catch.hpp>
#include <set>

#include "domain/small_province.h"

using namespace ocop::domain;

TEST_CASE("indicators are found by the names of the command line, in the order of their ids") {
    std::set<std::string_view> names;
    for (std::size_t i = 0; i < indicators().size(); ++i) {
        const Indicator& row = indicators()[i];
        CHECK(static_cast<std::size_t>(row.id) == i);
        CHECK(indicator_from(row.name) == row.id);
        CHECK(&indicator(row.id) == &row);
        names.insert(row.name);
    }
    CHECK(names == std::set<std::string_view>{"products", "five_star_province", "five_star_nation", "organisations",
                                              "managers_trained", "leaders_trained", "outreach", "ideas",
                                              "stars:highest", "stars:mean", "stars:share45", "stars:mix",
                                              "blank_communes", "projects", "per_10k", "expiring"});
    CHECK(indicator_from("stars") == IndicatorId::stars_highest);
    CHECK_FALSE(indicator_from("sao").has_value());
}

TEST_CASE("eras, levels, bases are read and written alike") {
    for (const Era era : {Era::y2021, Era::y2025}) CHECK(era_from(id(era)) == era);
    for (const Level level : {Level::province, Level::district, Level::commune}) CHECK(level_from(id(level)) == level);
    for (const Basis basis : {Basis::fresh, Basis::recognised, Basis::valid}) CHECK(basis_from(id(basis)) == basis);
    CHECK(id(Basis::fresh) == "new");
    CHECK_FALSE(era_from("2020").has_value());
    CHECK_FALSE(level_from("xã").has_value());
    CHECK_FALSE(basis_from("fresh").has_value());
    CHECK(id(UnitKind::special_zone) == "special_zone");
    CHECK(id(Status::undetermined) == "undetermined");
}

TEST_CASE("a territory is searched by code and level: codes are text, and are not unique over levels") {
    Territory t = small::territory_2021();
    CHECK(t.find("00003", Level::commune) == small::commune_b1);
    CHECK(t.find("3", Level::commune) == -1);
    CHECK(t.find("901", Level::commune) == -1);
    CHECK(t.at(Level::district) == std::vector{1, 2, 3});
    CHECK(t.children(small::district_b) == std::vector{6, 7});
    CHECK(t.children(small::province) == std::vector{1, 2, 3});
    CHECK(small::document().territory(Era::y2025).units.size() == 4);
    CHECK(Document{}.territory(Era::y2021).empty());
}

TEST_CASE("a plan's quota is that of the level, or of the named unit") {
    Plan plan;
    plan.targets = {{IndicatorId::products, Level::province, Bound::at_least, 70, {}},
                    {IndicatorId::products, Level::district, Bound::about, 4, {{"902", 10}}}};
    const Territory t = small::territory_2021();
    CHECK(plan.quota(IndicatorId::products, t.units[small::province], Era::y2021)->value == 70);
    CHECK(plan.quota(IndicatorId::products, t.units[small::district_a], Era::y2021)->value == 4);
    CHECK(plan.quota(IndicatorId::products, t.units[small::district_b], Era::y2021)->value == 10);
    CHECK(plan.quota(IndicatorId::products, t.units[small::district_b], Era::y2021)->bound == Bound::about);
    CHECK_FALSE(plan.quota(IndicatorId::products, t.units[small::commune_a1], Era::y2021).has_value());
    CHECK_FALSE(plan.quota(IndicatorId::ideas, t.units[small::district_a], Era::y2021).has_value());
}
