// Classes that are locked across pictures (B-6), and rows of the legend by name.
#include <catch2/catch.hpp>

#include "carto/legend.h"
#include "support.h"

using namespace carto_tests;
using Breaks = std::vector<std::int64_t>;

namespace {
carto::Compared compared(const Map& map) { return {map.board, map.territory(), map.spec}; }
std::vector<std::string> labels(const carto::Classes& classes) {
    std::vector<std::string> out;
    for (const auto& each : classes.values) out.push_back(each.label);
    return out;
}
}  // namespace

TEST_CASE("pictures together have the classes of the one with the largest numbers") {
    const Map few = map_of(IndicatorId::projects, {value(1), value(2), value(3)});
    const Map many = map_of(IndicatorId::projects, {value(1), value(11), value(25)});
    CHECK(carto::shared_breaks({compared(few)}) == Breaks{1, 2, 3});
    CHECK(carto::shared_breaks({compared(few), compared(many)}) == Breaks{1, 4, 8, 13, 21});
    CHECK(carto::shared_breaks({}).empty());
}

TEST_CASE("locked classes do not move with the numbers") {
    Map map = map_of(IndicatorId::projects, {value(1), value(2), value(40)});
    map.spec.breaks = {1, 4, 8};
    CHECK(labels(map.classes()) == std::vector<std::string>{"1–3", "4–7", "≥ 8"});
    CHECK(map.classes().of(value(40)) == 2);
    CHECK(map.classes().of(value(3)) == 0);
    CHECK(map.classes().of(value(0)) == map.classes().zero());
    Map rates = map_of(IndicatorId::per_10k, {value(5, 10), value(30, 10)});
    rates.spec.breaks = {5, 10, 20, 50};  // tenths
    CHECK(labels(rates.classes()) == std::vector<std::string>{"< 0,5", "0,5–0,9", "1,0–1,9", "2,0–4,9", "≥ 5,0"});
}

TEST_CASE("absolute classes have nothing to lock") {
    CHECK(carto::shared_breaks({compared(map_of(IndicatorId::stars_highest, {value(3), value(5)}))}).empty());
    CHECK(carto::shared_breaks({compared(map_of(IndicatorId::managers_trained, {share(3, 5)}))}).empty());
    const Map gap = map_of(IndicatorId::products, {against(4, value(3))}, carto::Show::gap);
    CHECK(carto::shared_breaks({compared(gap)}).empty());
    const Map blank = map_of(IndicatorId::blank_communes, {value(1), value(0)}, carto::Show::count, Level::commune);
    CHECK(carto::shared_breaks({compared(blank)}).empty());
}

TEST_CASE("rows of the legend have names that outlive their places") {
    Map map = map_of(IndicatorId::products, {against(4, value(9)), against(4, value(1)), no_data()});
    map.spec.breaks = {1, 4, 8};
    carto::LevelGeometry geometry;
    geometry.units = {1, 2, 3};
    const carto::Classes classes = map.classes();
    const carto::Legend legend = carto::make_legend(map.document, map.board, geometry, classes, map.spec, vi());
    std::vector<std::string> names;
    for (const carto::LegendRow& row : legend.rows) names.push_back(row.name(classes));
    CHECK(names == std::vector<std::string>{"from:8", "from:4", "from:1", "below", "zero", "no_data"});
    CHECK(carto::row_named(legend, classes, "zero") == 4);
    CHECK(carto::row_named(legend, classes, "from:4") == 1);
    CHECK(carto::row_named(legend, classes, "severe") == -1);
}
