// Scenes as rows of texts: what goes out comes back, and what nobody understands is told.
#include "domain/deck.h"

#include <catch2/catch.hpp>

#include "core/words.h"
#include "domain/small_province.h"

using namespace ocop;
using namespace ocop::domain;

namespace {

SceneSpec named(const char* id) {
    SceneSpec scene;
    scene.id = id;
    return scene;
}

SceneSpec full_scene() {
    SceneSpec scene;
    scene.id = "phu-quoc";
    scene.title = "Phú Quốc, sản phẩm 4 và 5 sao";
    scene.notes = "Dòng một.\nDòng hai, có dấu phẩy.";
    scene.indicator = IndicatorId::stars_mean;
    scene.level = Level::commune;
    scene.show = Show::gap;
    scene.era = Era::y2021;
    scene.basis = Basis::valid;
    scene.as_of = Date{2023, 2, 28};
    scene.plan = "plans/118.toml";
    scene.filter = {{4, 5}, {"food", "Thực phẩm, đồ uống"}, {ProducerKind::cooperative, ProducerKind::household}};
    scene.expiring_days = 180;
    scene.scenario =
        Scenario{"", "Phương án 1", Era::y2025, {{{IndicatorId::products, "00003"}, 2}}, Date{2023, 6, 30}, {}};
    scene.selected = "00003";
    scene.focus = "902";
    scene.isolated = "from:4";
    scene.breaks = {1, 3, 6, 9};
    scene.camera = SceneCamera{{471234.5678, 1090000.25}, 123456.789};
    scene.card = SceneCard::rows;
    scene.parts = {true, true, false, false, true};
    return scene;
}

/// "severity: sentence" of what was found; column of each place is its row number here.
std::vector<std::string> said(const core::Findings& findings) {
    static const core::Words words{core::Language::vietnamese};
    std::vector<std::string> out;
    for (const core::Finding& finding : findings) out.push_back(finding.where.sheet + ": " + words.say(finding.what));
    return out;
}

core::Place by_column(std::string_view column) { return {"deck", std::string{column}, 0, 0}; }

std::optional<SceneSpec> read(const SceneFields& fields, core::Findings& findings) {
    return from_fields(fields, by_column, findings);
}

using Said = std::vector<std::string>;

}  // namespace

TEST_CASE("a scene goes through its texts unchanged") {
    for (const SceneSpec& scene : {full_scene(), named("plain")}) {
        core::Findings findings;
        const auto again = read(to_fields(scene), findings);
        CHECK(said(findings).empty());
        REQUIRE(again);
        CHECK(*again == scene);
    }
    SceneSpec bare = full_scene();
    bare.parts = {false, false, false, false, false};
    bare.breaks.clear();
    bare.own_breaks = true;
    core::Findings findings;
    CHECK(read(to_fields(bare), findings) == bare);
}

TEST_CASE("every field has a column of the table") {
    const auto columns = scene_columns();
    for (const auto& [name, text] : to_fields(full_scene())) {
        INFO(name);
        CHECK(std::count(columns.begin(), columns.end(), name) == 1);
        CHECK_FALSE(text.empty());
    }
    CHECK(to_fields(full_scene()).size() == columns.size());
}

TEST_CASE("what decides about the numbers and cannot be used costs the scene") {
    const auto lost = [](const std::string& column, const std::string& text) {
        SceneFields fields{{"id", "a"}, {"indicator", "products"}};
        if (column == "indicator" || column == "id") std::erase_if(fields, [&](auto& f) { return f.first == column; });
        fields.emplace_back(column, text);
        core::Findings findings;
        CHECK_FALSE(read(fields, findings));
        REQUIRE(findings.size() == 1);
        CHECK(findings[0].severity == core::Severity::error);
        return said(findings)[0];
    };
    CHECK(lost("as_of", "31/02/2021") ==
          "as_of: Cảnh “a”: giá trị as_of = “31/02/2021” không dùng được nên cảnh này bị bỏ qua. Có thể dùng: "
          "2021-12-31.");
    CHECK(lost("basis", "old") ==
          "basis: Cảnh “a”: giá trị basis = “old” không dùng được nên cảnh này bị bỏ qua. Có thể dùng: new, "
          "recognised, valid.");
    for (const auto& [column, text] : std::vector<std::pair<std::string, std::string>>{{"indicator", "profit"},
                                                                                       {"indicator", ""},
                                                                                       {"level", "province"},
                                                                                       {"level", "village"},
                                                                                       {"era", "2019"},
                                                                                       {"as_of", "2021"},
                                                                                       {"stars", "4, 6"},
                                                                                       {"stars", "four"},
                                                                                       {"producers", "bank"},
                                                                                       {"expiring_days", "91"},
                                                                                       {"id", ""},
                                                                                       {"id", "12"}}) {
        INFO(column << " = " << text);
        lost(column, text);
    }
}

TEST_CASE("what decides about the looks falls back to the usual, with a word") {
    const auto kept = [](const std::string& column, const std::string& text) {
        core::Findings findings;
        const auto scene = read({{"id", "a"}, {"indicator", "products"}, {column, text}}, findings);
        REQUIRE(scene);
        CHECK(*scene == named("a"));
        return said(findings);
    };
    CHECK(kept("breaks", "3, 1") == Said{"breaks: Cảnh “a”: giá trị breaks = “3, 1” không dùng được nên được thay "
                                         "bằng cách thông thường. Có thể dùng: own; 1, 3, 6, 9."});
    for (const auto& [column, text] : std::vector<std::pair<std::string, std::string>>{{"show", "share"},
                                                                                       {"camera", "1, 2"},
                                                                                       {"camera", "1, 2, 0"},
                                                                                       {"camera", "nan, 2, 5000"},
                                                                                       {"card", "chart"},
                                                                                       {"isolated", "from:"},
                                                                                       {"isolated", "3"},
                                                                                       {"breaks", "1, 2, 3, 4, 5, 6"},
                                                                                       {"breaks", "0, 2"},
                                                                                       {"parts", "map, moon"}}) {
        INFO(column << " = " << text);
        CHECK(kept(column, text).size() == 1);
    }
    CHECK(kept("colour", "red") == Said{"colour: Không hiểu khóa “colour” nên bỏ qua. Hãy kiểm tra chính tả."});
}

TEST_CASE("an indicator that districts do not have is shown by commune unless the scene says otherwise") {
    core::Findings findings;
    CHECK(read({{"id", "a"}, {"indicator", "stars"}}, findings)->level == Level::district);
    CHECK(findings.empty());
}

TEST_CASE("a scene must suit the document that it is shown with") {
    Document document;
    document.territories.emplace(Era::y2021, small::territory_2021());
    document.territories.emplace(Era::y2025, small::territory_2025());
    const auto judged = [&](SceneSpec& scene) {
        core::Findings findings;
        const bool suited = suits(scene, document, by_column, findings);
        return std::pair{suited, said(findings)};
    };
    SceneSpec scene = full_scene();
    CHECK(judged(scene) == std::pair{true, Said{}});
    CHECK(scene == full_scene());
    scene.selected = "99999";
    CHECK(judged(scene) ==
          std::pair{true, Said{"selected: Cảnh “phu-quoc”: selected nêu mã “99999” nhưng năm 2021 không có đơn vị này; "
                               "cảnh vẫn được chiếu, không chọn đơn vị nào."}});
    CHECK(scene.selected.empty());
    scene.era = Era::y2025;  // 902 is no district there
    CHECK(judged(scene).second.size() == 1);
    CHECK(scene.focus.empty());
    scene.level = Level::district;
    CHECK(judged(scene) ==
          std::pair{false, Said{"era: Cảnh “phu-quoc”: không có ranh giới cấp district của năm 2025 nên "
                                "cảnh này bị bỏ qua. Hãy sửa level hoặc era."}});
    scene = full_scene();
    scene.indicator = IndicatorId::ideas;
    CHECK(judged(scene) ==
          std::pair{false, Said{"level: Cảnh “phu-quoc”: chỉ tiêu “ideas” không được đếm ở cấp commune "
                                "nên cảnh này bị bỏ qua. Hãy sửa level."}});
}

TEST_CASE("a scene is found by its number or its id") {
    Deck deck;
    for (const char* id : {"a", "b-2", "c"}) deck.scenes.push_back(named(id));
    CHECK(deck.find("1") == 0);
    CHECK(deck.find("3") == 2);
    CHECK(deck.find("b-2") == 1);
    for (const char* other : {"0", "4", "", "-1", "B-2", "99999999999999999999999"}) CHECK(deck.find(other) == -1);
}
