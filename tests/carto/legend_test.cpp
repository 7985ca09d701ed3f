// What the legend counts beside the colours: rows that lie nowhere, that nobody can read, that have no date.
#include "carto/legend.h"

#include <catch2/catch.hpp>

#include "carto/support.h"

using namespace carto_tests;
using carto::Legend;
using Lines = std::vector<std::string>;

namespace {

Legend legend(const Map& map, const core::Words& words = vi()) {
    carto::LevelGeometry geometry;
    geometry.units = map.territory().at(map.spec.level);
    return carto::make_legend(map.document, map.board, geometry, map.classes(words), map.spec, words);
}

/// Two districts; of the indicator's rows 1 lies nowhere, 3 of the province and 2 of the first district lack a commune.
Map lost(IndicatorId indicator) {
    Score own = value(2), whole = value(4);
    own.unlocated = 2;
    whole.unlocated = 3;
    whole.undated = 6;
    own.undated = 1;
    whole.unread = 5;
    Map map = map_of(indicator, {own, value(1)}, carto::Show::count, Level::district, whole);
    map.board.unplaced.assign(domain::indicators().size(), 0);
    map.board.unplaced[static_cast<std::size_t>(indicator)] = 1;
    return map;
}

const carto::LegendRow* row(const Legend& legend, const std::string& label) {
    for (const carto::LegendRow& each : legend.rows)
        if (each.label == label) return &each;
    return nullptr;
}

}  // namespace

TEST_CASE("the legend counts the rows of the shown indicator and level, of the focus alone when drilled") {
    Map map = lost(IndicatorId::products);
    CHECK(legend(map).notes == Lines{"1 dòng chưa định vị", "5 dòng không đọc được", "+6 sản phẩm chưa rõ ngày"});
    map.spec.level = Level::commune;
    CHECK(legend(map).notes == Lines{"3 dòng chưa định vị", "5 dòng không đọc được", "+6 sản phẩm chưa rõ ngày"});
    map.spec.focus = 1;
    CHECK(legend(map).notes == Lines{"2 dòng chưa định vị", "+1 sản phẩm chưa rõ ngày"});
    map.spec.focus = -1;
    map.spec.level = Level::province;  // the province shows every row
    CHECK(legend(map).notes == Lines{"5 dòng không đọc được", "+6 sản phẩm chưa rõ ngày"});
    map.spec.level = Level::district;
    map.spec.indicator = IndicatorId::outreach;  // another indicator's rows are its own
    CHECK(legend(map).notes.empty());
    CHECK(legend(lost(IndicatorId::ideas), en()).notes ==
          Lines{"1 rows not placed", "5 rows cannot be read", "+6 ideas without a known date"});
    CHECK(legend(lost(IndicatorId::projects)).notes.back() == "+6 dự án chưa rõ ngày");
}

TEST_CASE("of a complete empty unit the mean of stars is neither zero nor no data") {
    Map map = map_of(IndicatorId::stars_mean, {value(7, 2), with(Status::not_applicable, no_data()), no_data()},
                     carto::Show::count);
    const Legend out = legend(map);
    const carto::LegendRow *none = row(out, "Không có sản phẩm"), *silent = row(out, "Chưa có số liệu"),
                           *zero = row(out, "Bằng không");
    REQUIRE(none != nullptr);
    REQUIRE(silent != nullptr);
    REQUIRE(zero != nullptr);
    CHECK(none->count == 1);
    CHECK(silent->count == 1);
    CHECK(none->pattern == scene::Pattern::none);
    CHECK_FALSE(none->fill == silent->fill);
    CHECK_FALSE(none->fill == zero->fill);
    CHECK(carto::pattern_of(map.board.score(IndicatorId::stars_mean, 2)) == scene::Pattern::none);
    CHECK(row(legend(map_of(IndicatorId::stars_mean, {value(7, 2), no_data()})), "Không có sản phẩm") == nullptr);
}

TEST_CASE("what the colours mean is said for each indicator and level") {
    CHECK(legend(map_of(IndicatorId::stars_share45, {share(1, 2)})).unit ==
          "% sản phẩm từ 4 sao của mỗi huyện, thành phố, 31/12/2021");
    CHECK(legend(map_of(IndicatorId::outreach, {share(1, 2)})).unit ==
          "% đã thực hiện của mỗi huyện, thành phố, 31/12/2021");
    Map map = map_of(IndicatorId::products, {value(1)});
    map.spec.level = Level::province;
    CHECK(legend(map).unit == "số lượng của tỉnh, 31/12/2021");
}

TEST_CASE("where nothing is counted the legend invents no classes") {
    const Legend none = legend(map_of(IndicatorId::per_10k, {no_data(), no_data()}));
    REQUIRE(none.rows.size() == 2);
    CHECK(none.rows[0].label == "Bằng không");
    CHECK(none.rows[0].count == 0);
    CHECK(none.rows[1].label == "Chưa có số liệu");
    CHECK(none.rows[1].count == 2);
    Map silent = map_of(IndicatorId::outreach, {no_data(), no_data()});  // of states as well (Z-5)
    silent.spec.level = Level::commune;
    CHECK(legend(silent).rows.size() == 2);
}
