// What if: steps by key, wheel and slider, the ways to fill the gap, the assumed day; kept, undone, shown, and never
// mixed with what is recorded.
#include <catch2/catch.hpp>
#include <fstream>

#include "app/commands.h"
#include "app/options.h"
#include "app/report.h"
#include "app/scenes.h"
#include "data/store.h"
#include "session_for_tests.h"
#include "ui/rows.h"

using namespace ocop;
using app::TestSession;
using domain::IndicatorId;

namespace {
std::string value(const TestSession& test, const std::string& code) {
    const domain::Score& score = test.view().score(test.district(code));
    return carto::value_text(score, test.state().spec.indicator, test.state().spec.show, test.view().words);
}

std::vector<std::string> texts(const scene::Scene& scene) {
    std::vector<std::string> out;
    const auto add = [&](const scene::Item& item) {
        if (const auto* text = std::get_if<scene::Text>(&item)) out.push_back(text->text);
    };
    for (const scene::Map& map : scene.maps)
        for (const scene::MapItem& item : map.items) add(item.item);
    for (const scene::Item& item : scene.furniture) add(item);
    return out;
}
bool says(const scene::Scene& scene, std::string_view words) {
    const auto all = texts(scene);
    return std::any_of(all.begin(), all.end(),
                       [&](const std::string& t) { return t.find(words) != std::string::npos; });
}
const scene::Scene& picture(const TestSession& test) { return test.view().derived.picture.scene; }
}  // namespace

TEST_CASE("a step follows in map, hatch, ranking, tiles and headline at once, and only the picture is made anew") {
    TestSession test{"minh-hoa.toml"};
    test.apply(ui::Select{test.district("913")});
    const std::string before = value(test, "913");
    const std::string whole = test.view().derived.tiles.front().value;
    REQUIRE(test.view().score(test.district("913")).status == domain::Status::severe);
    const auto geometry = test.session.cache().geometry();
    const auto shared = picture(test).maps.front().geometry;
    const int compositions = test.session.cache().compositions();
    const auto recorded = test.session.ledger().document()->records;
    test.key("+");
    CHECK(test.state().query.scenario);
    CHECK(test.session.cache().compositions() == compositions + 1);
    for (int i = 0; i < 3; ++i) test.key("+");
    CHECK(before == "0/4");
    CHECK(value(test, "913") == "0+4*/4");
    CHECK(test.view().score(test.district("913")).status == domain::Status::met);
    CHECK(test.view().derived.tiles.front().value != whole);
    CHECK(test.view().derived.tiles.front().value.find("+4*") != std::string::npos);
    CHECK(picture(test).title.starts_with("Giả định – "));
    const int area = geometry->area_of(test.district("913"));
    CHECK(picture(test).maps.front().areas[static_cast<std::size_t>(area)].pattern == scene::Pattern::none);
    CHECK(test.session.cache().geometry() == geometry);
    CHECK(test.session.ledger().document()->records == recorded);
    const auto& ranking = test.view().derived.ranking;
    CHECK(std::any_of(ranking.begin(), ranking.end(), [](const auto& row) { return row.value == "0+4*/4"; }));
}

TEST_CASE("stepping moves no class, and triangulates nothing") {
    TestSession test{"minh-hoa.toml"};
    test.apply(ui::Select{test.district("913")});
    test.key("Z");
    const auto legend = test.view().derived.picture.legend_names;
    const auto geometry = picture(test).maps.front().geometry;
    for (int i = 0; i < 60; ++i) test.key("+");
    CHECK(test.view().derived.picture.legend_names == legend);
    CHECK(picture(test).maps.front().geometry == geometry);
}

TEST_CASE("every picture of a scenario says GIẢ ĐỊNH and its name, and no other does") {
    const auto workspace = GENERATE("minh-hoa.toml", "kien-giang.toml");
    const auto [width, height] = GENERATE(std::pair{1024.0f, 768.0f}, std::pair{1920.0f, 1080.0f});
    TestSession test{workspace, width, height};
    CHECK_FALSE(says(picture(test), "GIẢ ĐỊNH"));
    CHECK_FALSE(says(picture(test), "*"));
    test.key("Z");
    CHECK(says(picture(test), "GIẢ ĐỊNH"));  // with nothing assumed yet
    test.apply(ui::Select{test.district("906")});
    test.key("+");
    for (const bool presenting : {false, true}) {
        if (presenting) test.key("F5");
        test.session.arrange(width, height, ui::Theme{}, 1);
        test.session.refresh(render::PangoMeasure{});
        CHECK(says(picture(test), "GIẢ ĐỊNH: Phương án 1"));
        CHECK(says(picture(test), "Giả định “Phương án 1”"));
        CHECK(says(picture(test), "2+1*: ghi nhận 2"));
        if (std::string{workspace} == "minh-hoa.toml") CHECK(says(picture(test), "DỮ LIỆU MINH HOẠ"));
        for (const std::string& text : texts(picture(test))) CHECK(text.find("…") == std::string::npos);
    }
    // The map alone, as a phone shows it.
    carto::MapSpec bare = test.state().spec;
    bare.parts = {false, true, false, false, false};
    const auto alone = carto::compose(test.view().document, test.view().derived.board, test.view().geometry, bare,
                                      render::PangoMeasure{}, test.view().words);
    CHECK(says(alone.scene, "GIẢ ĐỊNH"));
    if (std::string{workspace} == "minh-hoa.toml") CHECK(says(alone.scene, "DỮ LIỆU MINH HOẠ"));
}

TEST_CASE("each step is undone and redone, down to before the scenario was made") {
    TestSession test{"minh-hoa.toml"};
    test.apply(ui::Select{test.district("913")});
    test.key("+");
    test.key("+");
    REQUIRE(value(test, "913") == "0+2*/4");
    test.key("Ctrl+Z");
    CHECK(value(test, "913") == "0+1*/4");
    test.key("Ctrl+Z");
    CHECK(value(test, "913") == "0/4");
    CHECK(test.view().document.scenarios.empty());
    test.key("Ctrl+Y");
    test.key("Ctrl+Y");
    CHECK(value(test, "913") == "0+2*/4");
    CHECK(test.view().document.scenarios.size() == 1);
}

TEST_CASE("nothing recorded can be less than none, and the wheel over a unit is a step of it") {
    TestSession test{"minh-hoa.toml"};
    test.apply(ui::Select{test.district("913")});
    test.key("-");
    CHECK(value(test, "913") == "0/4");
    test.apply(ui::WhatIf{ui::AddAssumed{1, test.district("906")}});
    CHECK(test.state().query.scenario->at(IndicatorId::products, "906") == 1);
    for (int i = 0; i < 50; ++i) test.apply(ui::WhatIf{ui::AddAssumed{-1, test.district("906")}});
    CHECK(test.view().score(test.district("906")).value == domain::Value{0, 1});
}

TEST_CASE("several steps may come before the next picture") {
    TestSession test{"minh-hoa.toml"};
    const int other = test.district("906");
    test.apply(ui::Select{test.district("913")});
    for (int i = 0; i < 3; ++i) test.session.apply(ui::WhatIf{ui::AddAssumed{1}});
    for (int i = 0; i < 5; ++i) test.session.apply(ui::WhatIf{ui::AddAssumed{-1, other}});
    test.session.apply(ui::WhatIf{ui::FillGap{domain::FillMethod::even}});
    test.session.apply(ui::SetEra{domain::Era::y2025});
    test.session.apply(ui::WhatIf{ui::AddAssumed{1, 1}});
    test.session.apply(ui::SetEra{domain::Era::y2021});
    test.session.refresh(render::PangoMeasure{});
    CHECK(test.view().score(test.district("913")).status == domain::Status::met);
    CHECK(test.state().query.scenario->at(IndicatorId::products, "906") == 0);
}

TEST_CASE("a step reads no row again, and leaves the same document as reading all of them") {
    TestSession test{"minh-hoa.toml"};
    test.apply(ui::Select{test.district("913")});
    const auto before = test.session.ledger().document();
    test.key("+");
    test.key("Shift+3");
    const auto& ledger = test.session.ledger();
    CHECK(ledger.document() != before);
    const domain::Document built = data::build(*ledger.files(), ledger.journal()).document;
    CHECK(built.scenarios == ledger.document()->scenarios);
    CHECK(built == *ledger.document());
}

TEST_CASE("a held slider is shown, and is one step when it is let go") {
    TestSession test{"minh-hoa.toml"};
    const int unit = test.district("913");
    test.apply(ui::Select{unit});
    test.key("Z");
    const auto entries = [&] { return test.session.ledger().journal().entries().size(); };
    const auto before = entries();
    for (const int n : {1, 2, 3}) test.apply(ui::WhatIf{ui::SetAssumed{unit, n, true}});
    CHECK(value(test, "913") == "0+3*/4");
    CHECK(entries() == before);
    test.apply(ui::WhatIf{ui::SetAssumed{unit, 3, false}});
    CHECK(entries() == before + 1);
    CHECK(value(test, "913") == "0+3*/4");
}

TEST_CASE("one click fills the gap of the real register and says how") {
    TestSession test{"kien-giang.toml"};
    const auto press = GENERATE("Shift+1", "Shift+2", "Shift+3");
    test.key(press);
    const auto& territory = test.view().territory;
    for (const int unit : territory.at(domain::Level::district))
        CHECK(test.view().score(unit).status == domain::Status::met);
    CHECK(test.view().score(0).status == domain::Status::met);
    CHECK(picture(test).title == "Giả định – Cả 15 huyện, thành phố đã đạt 4 sản phẩm từ 3 sao");
    CHECK_FALSE(test.state().notice.empty());
    CHECK(test.state().notice.find("fill.") == std::string::npos);
    if (std::string{press} == "Shift+3") {
        CHECK(test.state().notice ==
              "Ưu tiên nơi dưới chỉ tiêu: 12 nơi được thêm đúng phần còn thiếu của mình. Tổng cộng +39. Đó là mức "
              "nhiều nhất, vì danh sách chưa đủ hoặc có dòng chưa rõ ngày.");
        CHECK(value(test, "906") == "≥ 2+2*/4");
        CHECK(value(test, "908") == "–+4*/4");
    }
}

TEST_CASE("a day ahead shows which certificates will have lapsed, in their basis, and goes back with Esc") {
    TestSession test{"minh-hoa.toml"};
    const auto basis = test.state().query.basis;
    REQUIRE(basis == domain::Basis::recognised);
    for (int i = 0; i < 30; ++i) test.key("Ctrl+]");
    CHECK(test.state().query.scenario->lapse_on == domain::Date{2024, 6, 30});
    CHECK(test.state().query.basis == domain::Basis::valid);
    CHECK(test.state().query.as_of == domain::Date{2021, 12, 31});
    const domain::Score& whole = test.view().score(0);
    REQUIRE(whole.assumed);
    CHECK(whole.value->numerator < whole.assumed->recorded->numerator);
    CHECK(carto::subtitle(test.view().document, test.view().derived.board, test.state().spec, test.view().words)
              .find("giả định đến 30/06/2024, không đánh giá lại") != std::string::npos);
    for (int i = 0; i < 40; ++i) test.key("Ctrl+]");
    CHECK(test.state().query.scenario->lapse_on == domain::Date{2025, 12, 31});
    test.key("Escape");
    CHECK_FALSE(test.state().query.scenario);
    CHECK(test.state().query.basis == basis);
}

TEST_CASE("scenarios have names, are stepped through, renamed and removed") {
    TestSession test{"minh-hoa.toml"};
    test.apply(ui::Select{test.district("913")});
    test.key("+");
    test.key(";");
    CHECK(test.state().query.scenario->name == "Phương án 2");
    CHECK(value(test, "913") == "0/4");
    test.key("+");
    CHECK(test.view().document.scenarios.size() == 2);
    test.key(",");
    CHECK(test.state().query.scenario->name == "Phương án 1");
    test.key("'");
    test.apply(ui::SetField{"name", "Dồn cho U Minh Thượng"});
    test.apply(ui::SaveRow{});
    CHECK(test.state().query.scenario->name == "Dồn cho U Minh Thượng");
    CHECK(says(picture(test), "GIẢ ĐỊNH: Dồn cho U Minh Thượng"));
    test.key("Shift+Z");
    CHECK(value(test, "913") == "0/4");
    test.key("Ctrl+Z");
    CHECK(value(test, "913") == "0+1*/4");
    test.key("Shift+'");
    CHECK_FALSE(test.state().query.scenario);
    CHECK(test.view().document.scenarios.size() == 1);
    test.key("Ctrl+Z");
    CHECK(test.view().document.scenarios.size() == 2);
    test.key("Z");
    CHECK(test.state().query.scenario);
}

TEST_CASE("Esc and the key leave the scenario, which is kept by its name") {
    TestSession test{"minh-hoa.toml"};
    test.apply(ui::Select{test.district("913")});
    test.key("+");
    test.key(GENERATE("Escape", "Z"));
    CHECK_FALSE(test.state().query.scenario);
    CHECK(value(test, "913") == "0/4");
    CHECK_FALSE(says(picture(test), "GIẢ ĐỊNH"));
    test.key("Z");
    CHECK(test.state().query.scenario->name == "Phương án 1");
    CHECK(value(test, "913") == "0+1*/4");
}

TEST_CASE("in front of an audience the same keys work, and Esc first leaves the scenario") {
    TestSession test{"minh-hoa.toml"};
    test.key("F5");
    test.apply(ui::Select{test.district("913")});
    test.key("Z");
    test.key("+");
    test.key("Shift+3");
    CHECK(test.view().score(test.district("913")).status == domain::Status::met);
    test.key("Escape");
    CHECK(test.state().presenting);
    CHECK_FALSE(test.state().query.scenario);
    test.key("Escape");
    CHECK_FALSE(test.state().presenting);
}

TEST_CASE("a scene keeps what it assumes, whatever becomes of the scenario") {
    TestSession test{"minh-hoa.toml"};
    test.apply(ui::Select{test.district("913")});
    test.key("+");
    test.key("C");
    const auto& scenes = test.view().document.deck.scenes;
    const std::string id = scenes.back().id;
    REQUIRE(scenes.back().scenario);
    CHECK(scenes.back().title.find("giả định “Phương án 1”") != std::string::npos);
    test.key("Shift+'");
    test.apply(ui::ShowScene{0});
    CHECK_FALSE(test.state().query.scenario);
    test.apply(ui::ShowScene{static_cast<int>(test.view().document.deck.scenes.size()) - 1});
    CHECK(test.state().scene == id);
    CHECK_FALSE(test.state().off_deck);
    CHECK(value(test, "913") == "0+1*/4");
    CHECK(says(picture(test), "GIẢ ĐỊNH: Phương án 1"));
    // A step from there is another scenario; the scene stays as it is.
    test.key("+");
    CHECK(value(test, "913") == "0+2*/4");
    CHECK(test.state().off_deck);
    CHECK(test.view().document.deck.scenes.back().scenario->at(IndicatorId::products, "913") == 1);
    CHECK(test.view().document.scenarios.size() == 1);
}

TEST_CASE("what cannot be assumed is told, not done") {
    TestSession test{"minh-hoa.toml"};
    test.key("+");
    CHECK(test.state().notice == "Hãy chọn một đơn vị trên bản đồ trước (phím Tab).");
    test.apply(ui::SetIndicator{IndicatorId::stars_mean});
    test.apply(ui::Select{test.district("913")});
    test.key("+");
    CHECK(test.state().notice.starts_with("Chỉ tiêu này không giả định thêm được."));
    test.apply(ui::SetIndicator{IndicatorId::outreach});
    test.apply(ui::SetLevel{domain::Level::commune});
    test.apply(ui::Select{test.view().territory.at(domain::Level::commune).front()});
    test.key("+");
    CHECK(test.state().notice.starts_with("Chỉ tiêu này được giả định theo huyện"));
    CHECK(test.state().query.scenario->assumes_nothing());
    CHECK(test.view().document.scenarios.empty());
}

TEST_CASE("a scenario of other units is not added to") {
    TestSession test{"kien-giang.toml"};
    test.apply(ui::Select{test.district("906")});
    test.key("+");
    test.key("E");
    REQUIRE(test.state().query.era == domain::Era::y2025);
    test.apply(ui::Select{test.view().territory.at(domain::Level::commune).front()});
    test.key("+");
    CHECK(test.state().notice.find("giả định theo đơn vị năm 2021") != std::string::npos);
    CHECK(says(picture(test), "theo đơn vị năm 2021"));
    test.key(";");
    test.key("+");
    CHECK(test.state().query.scenario->era == domain::Era::y2025);
    CHECK(test.state().query.scenario->added.size() == 1);
}

TEST_CASE("a copied ranking says that it is assumed; the rows that make a number are the recorded ones") {
    TestSession test{"minh-hoa.toml"};
    test.apply(ui::Select{test.district("906")});
    const std::string plain = ui::copied_table(test.view());
    CHECK(plain.find("Giả định") == std::string::npos);
    const auto rows = test.view().score(test.district("906")).rows.size();
    test.key("+");
    CHECK(ui::copied_table(test.view()).find("Giả định “Phương án 1”") != std::string::npos);
    CHECK(test.view().score(test.district("906")).rows.size() == rows);
}

TEST_CASE("the command line draws a kept scenario by its name, and reports know of none") {
    const auto folder = std::filesystem::temp_directory_path() / "ocopmap-what-if-test";
    std::filesystem::remove_all(folder);
    std::filesystem::copy(OCOP_GEODATA, folder, std::filesystem::copy_options::recursive);
    const auto file = folder / "minh-hoa.toml";
    app::TestSession test{file};
    const domain::Document before = *test.session.ledger().document();
    test.apply(ui::Select{test.district("913")});
    test.key("Shift+3");
    data::Store{test.session.ledger().files()->store}.save(test.session.ledger().journal());

    const domain::Document document = data::open(file);
    REQUIRE(document.scenarios.size() == 1);
    const core::Words words{core::Language::vietnamese};
    const auto drawn = [&](const std::vector<std::string>& more) {
        std::vector<std::string> arguments{"render", file.string(), "-o", "x.png"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return app::picture_of(document, app::parse_options(arguments), words).scene;
    };
    CHECK(says(drawn({"--scenario", "Phương án 1"}), "GIẢ ĐỊNH: Phương án 1"));
    CHECK(says(drawn({"--scenario", "Phương án 1"}), "0+4*/4"));
    CHECK_FALSE(says(drawn({}), "GIẢ ĐỊNH"));
    CHECK(says(drawn({"--scene", "standing", "--scenario", "Phương án 1"}), "GIẢ ĐỊNH: Phương án 1"));
    try {
        drawn({"--scenario", "khác"});
        FAIL("an unknown scenario was drawn");
    } catch (const core::Error& error) {
        CHECK(words.say(error.message()) == "Không có phương án giả định “khác”. Các phương án: Phương án 1.");
    }
    CHECK_THROWS(app::parse_options({"report", file.string(), "-o", "x.csv", "--scenario", "Phương án 1"}));
    const app::Options report = app::parse_options({"report", file.string(), "-o", "x.csv"});
    const auto csv = [&](const domain::Document& of) {
        return app::report_csv(of, domain::evaluate(of, app::query_of(of, report)));
    };
    CHECK(csv(document) == csv(before));
    std::filesystem::remove_all(folder);
}
