// Registers and plans of one era in the units of the other: 2021 into 2025 by the crosswalk, never back.
#include <catch2/catch.hpp>

#include "data/edited_plan.h"
#include "data/open.h"
#include "domain/evaluate.h"
#include "edits_for_tests.h"

using namespace tests;
using domain::Era;
using domain::IndicatorId;
using domain::Level;

namespace {

const fs::path shipped_folder{OCOP_GEODATA};

/// A workspace of the shipped boundaries around a register and a plan.
domain::Document opened(const std::string& csv, const std::string& targets, const std::string& more = {}) {
    const Folder folder;
    folder.write("sổ.csv", csv);
    folder.write("kế hoạch.toml", "id = \"9/KH\"\nfrom = 2025-01-01\nto = 2025-12-31\n" + targets);
    const auto shipped = [](const char* file) {
        return "\"" + (shipped_folder / "boundaries" / file).string() + "\"\n";
    };
    return data::open(folder.write("tỉnh.toml", more +
                                                    "plan = \"kế hoạch.toml\"\nregister = \"sổ.csv\"\n"
                                                    "[boundaries.2021]\ndistricts = " +
                                                    shipped("2021/districts.shp") +
                                                    "communes = " + shipped("2021/communes.shp") +
                                                    "[boundaries.2025]\ncommunes = " + shipped("2025/communes.shp") +
                                                    "crosswalk = " + shipped("crosswalk_2021_2025.csv")));
}

int index_of(const domain::Document& document, Era era, const std::string& code) {
    const int found = document.territory(era).find(code, Level::commune);
    REQUIRE(found >= 0);
    return found;
}

domain::Scoreboard board_of(const domain::Document& document, Era era) {
    domain::Query query;
    query.era = era;
    query.as_of = document.as_of;
    return domain::evaluate(document, query);
}

domain::Score products_of(const domain::Document& document, Era era, const std::string& code) {
    return board_of(document, era).score(IndicatorId::products, index_of(document, era, code));
}

const std::string since =
    "Tên sản phẩm,Xã,Mã xã,Hạng sao,Ngày công nhận\n"
    "Nước mắm,Đặc khu Phú Quốc,,4,01/08/2025\n"
    "Tiêu,Đặc khu Phú Quốc,,3,01/08/2025\n"
    "Khô,Đặc khu Kiên Hải,,3,01/08/2025\n";
const std::string commune_target = "[[target]]\nindicator = \"products\"\nlevel = \"commune\"\n";

}  // namespace

TEST_CASE("every row of 2021 with a commune lies in one unit of 2025, and the rest is counted as unlocated") {
    for (const char* workspace : {"kien-giang.toml", "minh-hoa.toml"}) {
        const domain::Document document = data::open(shipped_folder / workspace);
        const domain::Territory& now = document.territory(Era::y2025);
        CHECK(now.at(Level::commune).size() == 48);
        for (const int old : document.territory(Era::y2021).at(Level::commune)) {
            const auto& code = document.territory(Era::y2021).units[static_cast<std::size_t>(old)].code;
            REQUIRE(document.crosswalk.contains(code));
            CHECK(now.find(document.crosswalk.at(code), Level::commune) > 0);
        }
        const domain::Scoreboard before = board_of(document, Era::y2021), board = board_of(document, Era::y2025);
        std::map<std::string, std::size_t> counted;  // by unit of 2025, from the rows themselves
        std::size_t unlocated = 0;
        for (const domain::RowRef row : before.score(IndicatorId::products, 0).rows) {
            const auto& at = document.records.products[static_cast<std::size_t>(row.index)].location;
            if (at.commune_code.empty())
                ++unlocated;
            else
                ++counted[document.crosswalk.at(at.commune_code)];
        }
        CHECK(board.score(IndicatorId::products, 0).rows == before.score(IndicatorId::products, 0).rows);
        CHECK(static_cast<std::size_t>(board.unplaced_rows(IndicatorId::products)) == unlocated);
        for (const int unit : now.at(Level::commune)) {
            const auto& code = now.units[static_cast<std::size_t>(unit)].code;
            INFO(workspace << ' ' << code);
            const domain::Score& score = board.score(IndicatorId::products, unit);
            CHECK(score.rows.size() == counted[code]);
        }
    }
}

TEST_CASE("a register of 2025 is shown in its units, and nowhere before") {
    const domain::Document document = opened(since, commune_target + "at_least = 2\n");
    CHECK(document.register_era == Era::y2025);
    CHECK(document.era == Era::y2025);
    CHECK(document.shows(Era::y2025));
    CHECK_FALSE(document.shows(Era::y2021));
    CHECK(board_of(document, Era::y2025).unplaced_rows(IndicatorId::products) == 0);
    for (const int unit : document.territory(Era::y2021).at(Level::commune))
        CHECK_FALSE(board_of(document, Era::y2021).score(IndicatorId::products, unit).value);
}

TEST_CASE("quotas of the units of 2025 work like those of districts") {
    const domain::Document document =
        opened(since, commune_target + "at_least = 2\nunits = { \"31105\" = 0, \"31108\" = 5 }\n");
    CHECK(sentences(document.findings).empty());
    const domain::Territory& now = document.territory(Era::y2025);
    int named = 0;
    for (const int index : now.at(Level::commune)) {
        const domain::Unit& unit = now.units[static_cast<std::size_t>(index)];
        const domain::Score score = products_of(document, Era::y2025, unit.code);
        INFO(unit.name);
        named += unit.name == "Phú Quốc" || unit.name == "Kiên Hải" || unit.name == "Thổ Châu" ? 1 : 0;
        if (unit.name == "Phú Quốc") {
            CHECK(score.quota == 2);
            CHECK(score.status == domain::Status::met);
            CHECK(score.gap() == 0);
        } else if (unit.name == "Kiên Hải") {
            CHECK(score.quota == 5);
            CHECK(score.status == domain::Status::severe);
            CHECK(score.gap() == 4);
            CHECK(score.percent_of_quota() == 20);
        } else if (unit.name == "Thổ Châu") {
            CHECK(score.quota == 0);
            CHECK(score.status == domain::Status::met);
        } else {
            CHECK(score.quota == 2);
            CHECK(score.status == domain::Status::severe);
        }
    }
    CHECK(named == 3);
    // Codes were given again: none of these quotas is a commune's of before.
    const domain::Territory& then = document.territory(Era::y2021);
    for (const int index : then.at(Level::commune))
        CHECK_FALSE(
            document.plan.quota(IndicatorId::products, then.units[static_cast<std::size_t>(index)], Era::y2021));
}

TEST_CASE("a plan for the units of 2025 over a register of 2021, and one for each era in one file") {
    const std::string before =
        "Tên sản phẩm,Huyện,Xã,Hạng sao,Ngày công nhận\n"
        "Nước mắm,Phú Quốc,Phường Dương Đông,4,01/08/2021\n"
        "Tiêu,Phú Quốc,Xã Cửa Cạn,3,01/08/2021\n"
        "Khô,Phú Quốc,,3,01/08/2021\n";
    const domain::Document document =
        opened(before, commune_target + "at_least = 1\n" + commune_target + "era = \"2025\"\nat_least = 2\n" +
                           "units = { \"31108\" = 3 }\n");
    CHECK(sentences(document.findings).empty());
    CHECK(document.register_era == Era::y2021);
    CHECK(products_of(document, Era::y2021, "31078").quota == 1);
    CHECK(products_of(document, Era::y2021, "31078").status == domain::Status::met);
    CHECK(products_of(document, Era::y2021, "31108").quota == 1);
    const domain::Territory& now = document.territory(Era::y2025);
    const std::string phu_quoc = document.crosswalk.at("31078");
    CHECK(now.units[static_cast<std::size_t>(now.find(phu_quoc, Level::commune))].name == "Phú Quốc");
    CHECK(products_of(document, Era::y2025, phu_quoc).value == domain::Value{2, 1});
    CHECK(products_of(document, Era::y2025, phu_quoc).status == domain::Status::met);
    CHECK(products_of(document, Era::y2025, "31108").quota == 3);
    CHECK(board_of(document, Era::y2025).unplaced_rows(IndicatorId::products) == 1);
}

TEST_CASE("a target of an unknown era, or two of one, are told and left out") {
    const std::string plan = commune_target + "era = \"2024\"\nat_least = 1\n" + commune_target +
                             "era = \"2025\"\nat_least = 2\n" + commune_target + "era = \"2025\"\nat_least = 3\n";
    const domain::Document document = opened(since, plan);
    CHECK(document.plan.targets.size() == 1);
    CHECK(sentences(document.findings) ==
          std::vector<std::string>{
              "Không hiểu năm '2024' của chỉ tiêu (cần \"2021\" hoặc \"2025\"); bỏ qua chỉ tiêu này.",
              "Chỉ tiêu “products” ở cấp commune đã được giao ở trên; mức sau bị bỏ qua."});
}

TEST_CASE("the quota of one unit of 2025 is edited without touching the commune that had its code") {
    data::Sources sources = small_sources({"Tên sản phẩm,Huyện\nGạo,Châu Thành\n"});
    domain::Territory now{Era::y2025, {}, nullptr};
    now.units = {{"91", "Kiên Giang", Level::province, domain::UnitKind::province, -1, 0, {}, {}},
                 {"31078", "Phú Quốc", Level::commune, domain::UnitKind::special_zone, 0, 0, {}, {}},
                 {"31105", "Thổ Châu", Level::commune, domain::UnitKind::special_zone, 0, 0, {}, {}}};
    sources.base.territories.emplace(Era::y2025, now);
    sources.base.plan.targets.push_back({IndicatorId::products, Level::commune, domain::Bound::at_least, 1, {}, {}});
    const domain::Unit& then = sources.base.territory(Era::y2021).units[5];
    REQUIRE(then.code == "31078");
    Editor editor;
    const std::string row = data::quota_row(IndicatorId::products, Level::commune, "31078", Era::y2025);
    editor.record({Edit{EditKind::change, "quotas", row, "Phú Quốc", {{"value", "", "7"}}}});
    domain::Plan plan = data::build(sources, editor.journal).document.plan;
    CHECK(plan.quota(IndicatorId::products, now.units[1], Era::y2025)->value == 7);
    CHECK(plan.quota(IndicatorId::products, now.units[2], Era::y2025)->value == 1);
    CHECK(plan.quota(IndicatorId::products, then, Era::y2021)->value == 1);
    CHECK(data::own_quota(plan, IndicatorId::products, now.units[1], Era::y2025) == "7");
    CHECK(data::own_quota(plan, IndicatorId::products, then, Era::y2021).empty());
    editor.record({Edit{EditKind::change,
                        "quotas",
                        data::quota_row(IndicatorId::products, Level::commune, "31078", Era::y2021),
                        "Dương Đông",
                        {{"value", "", "3"}}}});
    plan = data::build(sources, editor.journal).document.plan;
    CHECK(plan.quota(IndicatorId::products, now.units[1], Era::y2025)->value == 7);
    CHECK(plan.quota(IndicatorId::products, then, Era::y2021)->value == 3);
}
