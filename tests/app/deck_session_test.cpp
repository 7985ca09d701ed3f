// The deck in the window: shown, stepped, left and returned to; caught, moved, renamed, removed, and undone.
#include <catch2/catch.hpp>

#include "session_for_tests.h"

using namespace ocop;
using app::TestSession;

namespace {
std::vector<std::string> order(const TestSession& test) {
    std::vector<std::string> out;
    for (const domain::SceneSpec& scene : test.session.ledger().document()->deck.scenes) out.push_back(scene.id);
    return out;
}
using Ids = std::vector<std::string>;
const Ids shipped{"standing", "products", "below-quota", "stars", "outreach", "blank-communes", "gap"};
}  // namespace

TEST_CASE("the deck is stepped through from its first scene to its last, and back") {
    TestSession test{"minh-hoa.toml"};
    Ids seen;
    for (int i = 0; i < 8; ++i) test.key("PageDown"), seen.push_back(test.state().scene);
    Ids all = shipped;
    all.push_back("gap");
    CHECK(seen == all);
    CHECK(test.state().notice == "Đây là cảnh cuối.");
    test.key("PageUp");
    CHECK(test.state().scene == "blank-communes");
    CHECK(test.state().spec.level == domain::Level::commune);
    CHECK(test.state().spec.indicator == domain::IndicatorId::blank_communes);
}

TEST_CASE("another indicator, date or camera leaves the deck, a spotlight does not; a step returns") {
    TestSession test{"minh-hoa.toml"};
    test.key("PageDown");
    test.key("PageDown");
    test.apply(ui::Select{test.district("906")});
    test.key("I");
    CHECK_FALSE(test.state().off_deck);
    const auto leave = GENERATE(0, 1, 2, 3);
    if (leave == 0) test.apply(ui::MoveCamera{{{470000, 1090000}, 90000}});
    if (leave == 1) test.apply(ui::MoveCamera{{{470000, 1090000}, 90000}}), test.apply(ui::SettleCamera{});
    if (leave == 2) test.key("[");
    if (leave == 3) test.key("7");
    CHECK(test.state().off_deck);
    test.key("PageDown");
    CHECK(test.state().scene == "products");
    CHECK_FALSE(test.state().off_deck);
    CHECK(test.state().spec.indicator == domain::IndicatorId::products);
    CHECK(test.state().query.as_of == domain::Date{2021, 12, 31});
    CHECK_FALSE(test.state().spec.camera);
    CHECK(test.state().spec.selected == -1);
}

TEST_CASE("classes are locked while a scene is shown, and no longer") {
    TestSession test{"minh-hoa.toml"};
    test.apply(ui::ShowScene{1});
    const auto breaks = test.state().spec.breaks;
    CHECK_FALSE(breaks.empty());
    test.key("[");
    CHECK(test.state().spec.breaks == breaks);
    test.key("8");
    CHECK(test.state().spec.breaks.empty());
    for (int i = 0; i < 3; ++i) test.key("Escape");
    CHECK(test.state().scene.empty());
}

TEST_CASE("what is shown becomes a scene behind the shown one, and shows the same again") {
    TestSession test{"minh-hoa.toml"};
    test.apply(ui::ShowScene{0});
    test.key("X");
    test.key("]");
    test.key("B");
    test.apply(ui::DrillDown{test.district("911")});
    test.key("I");
    const carto::MapSpec spec = test.state().spec;
    const domain::Query query = test.state().query;
    test.key("C");
    REQUIRE(order(test).size() == 8);
    const std::string id = order(test)[1];
    CHECK(test.state().scene == id);
    CHECK_FALSE(test.state().off_deck);
    test.apply(ui::ShowScene{0});
    test.apply(ui::ShowScene{1});
    CHECK(test.state().query == query);
    CHECK(test.state().spec.focus == spec.focus);
    CHECK(test.state().spec.isolated_class == spec.isolated_class);
    CHECK(test.state().spec.level == domain::Level::commune);
    test.key("Ctrl+Z");
    CHECK(order(test) == shipped);
    CHECK(test.state().scene.empty());
    test.key("Ctrl+Y");
    CHECK(order(test)[1] == id);
}

TEST_CASE("scenes are moved, renamed, caught anew and removed, each step undone by itself") {
    TestSession test{"minh-hoa.toml"};
    test.apply(ui::ShowScene{2});
    test.key("Ctrl+PageUp");
    test.key("Ctrl+PageUp");
    CHECK(order(test) == Ids{"below-quota", "standing", "products", "stars", "outreach", "blank-communes", "gap"});
    test.key("Ctrl+PageUp");
    CHECK(test.state().notice == "Đây là cảnh đầu.");
    test.key("Ctrl+PageDown");
    CHECK(order(test)[1] == "below-quota");
    test.key("Ctrl+T");
    REQUIRE(std::holds_alternative<ui::EditCard>(test.state().card));
    test.apply(ui::SetField{"title", "Hai huyện"});
    test.apply(ui::SetField{"notes", "Mời Kiên Hải trước."});
    test.apply(ui::SaveRow{});
    CHECK(std::holds_alternative<ui::ScenesCard>(test.state().card));
    const auto now = [&] { return test.view().document.deck.scenes[1]; };
    CHECK(now().title == "Hai huyện");
    CHECK(now().notes == "Mời Kiên Hải trước.");
    CHECK(now().isolated == "below");
    test.key("G");
    test.key("Shift+C");
    CHECK(now().show == domain::Show::percent);
    CHECK(now().title == "Hai huyện");
    test.key("Delete");
    CHECK(order(test).size() == 6);
    CHECK(test.state().notice == "Đã bỏ cảnh “Hai huyện”. Ctrl+Z để lấy lại.");
    for (int i = 0; i < 6; ++i) test.key("Ctrl+Z");
    CHECK(order(test) == shipped);
    CHECK_FALSE(test.state().can_undo);
    CHECK(test.view().document.deck.scenes[2].title == "Những huyện chưa đạt chỉ tiêu");
}

TEST_CASE("black, white and a held picture are for an audience only, and Esc takes them back one by one") {
    TestSession test{"minh-hoa.toml"};
    test.apply(ui::SetBlank{ui::Blank::black_out});
    CHECK(test.state().blank == ui::Blank::off);
    test.key("F5");
    test.key("F");
    test.key("W");
    CHECK(test.state().blank == ui::Blank::white_out);
    test.key(".");
    CHECK(test.state().blank == ui::Blank::black_out);
    test.key("Escape");
    CHECK(test.state().blank == ui::Blank::off);
    CHECK(test.state().frozen);
    test.key("Escape");
    CHECK_FALSE(test.state().frozen);
    CHECK(test.state().presenting);
    test.key("B");
    test.key("Right");
    CHECK(test.state().blank == ui::Blank::off);
    CHECK(test.state().scene.empty());
    test.key("Right");
    CHECK(test.state().scene == "standing");
    test.key("Escape");
    CHECK_FALSE(test.state().presenting);
}
