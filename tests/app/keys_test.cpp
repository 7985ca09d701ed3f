// Every action has a key, and the list of keys tells the truth.
#include "app/keys.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <sstream>

#include "session_for_tests.h"
#include "ui/panels.h"
#include "ui/rows.h"

using namespace ocop;
using app::TestSession;

namespace {
using Press = std::pair<int, int>;

/// The presses that a line of the list names: "P  Shift+P  Shift+S", "Ctrl+3 4 5", "1 … 8".
std::set<Press> presses_of(const std::string& line) {
    static const std::map<std::string, int> arrows{
        {"←", GLFW_KEY_LEFT}, {"↑", GLFW_KEY_UP}, {"→", GLFW_KEY_RIGHT}, {"↓", GLFW_KEY_DOWN}};
    std::set<Press> out;
    std::istringstream words{line};
    bool range = false;
    for (std::string word; words >> word;) {
        if (word == "…") {
            range = true;
            continue;
        }
        if (const auto arrow = arrows.find(word); arrow != arrows.end()) {
            out.emplace(arrow->second, 0);
            continue;
        }
        if (word == "{") word = "Shift+[";
        if (word == "}") word = "Shift+]";
        if (word == "Esc") word = "Escape";
        app::KeyPress press = app::key_named(word);
        if (word.size() == 1 && !out.empty() && line.starts_with("Ctrl+")) press.mods = GLFW_MOD_CONTROL;
        REQUIRE(press.key != 0);
        if (range)
            for (int key = out.begin()->first; key < press.key; ++key) out.emplace(key, press.mods);
        out.emplace(press.key, press.mods);
    }
    return out;
}
}  // namespace

TEST_CASE("each listed key does something, and each key that does something is listed") {
    TestSession test{"minh-hoa.toml"};
    test.apply(ui::Select{test.district("906")});
    std::set<Press> listed;
    for (const ui::KeyHelp& help : ui::key_help()) {
        CHECK(test.view().words.has(help.word));
        for (const auto& press : presses_of(help.keys)) {
            CAPTURE(help.keys, press.first, press.second);
            CHECK_FALSE(app::commands_for({press.first, press.second}, test.view(), false).empty());
            CHECK(listed.insert(press).second);
        }
    }
    // The same with Shift is the same key where Shift makes no difference; keys of the number pad double others.
    const auto same = [&](int key) {
        return app::commands_for({key, 0}, test.view(), false) ==
               app::commands_for({key, GLFW_MOD_SHIFT}, test.view(), false);
    };
    for (int key = GLFW_KEY_SPACE; key <= GLFW_KEY_F25; ++key)
        for (const int mods : {0, GLFW_MOD_SHIFT, GLFW_MOD_CONTROL, GLFW_MOD_ALT}) {
            if (app::commands_for({key, mods}, test.view(), false).empty() || listed.contains({key, mods})) continue;
            const bool doubled = (mods == GLFW_MOD_SHIFT && same(key)) || key == GLFW_KEY_TAB ||
                                 (key >= GLFW_KEY_F1 && key <= GLFW_KEY_F25);
            CAPTURE(key, mods);
            CHECK(doubled);
        }
}

TEST_CASE("in front of an audience the keys that differ are listed, and all of them") {
    TestSession test{"minh-hoa.toml"};
    const auto commands = [&](const Press& press) {
        return app::commands_for({press.first, press.second}, test.view(), false);
    };
    std::map<Press, ui::Commands> working;
    for (int key = GLFW_KEY_SPACE; key <= GLFW_KEY_F25; ++key) working[{key, 0}] = commands({key, 0});
    test.key("F5");
    REQUIRE(test.state().presenting);
    std::set<Press> listed;
    for (const ui::KeyHelp& help : ui::audience_key_help()) {
        CHECK(test.view().words.has(help.word));
        for (const auto& press : presses_of(help.keys)) {
            CAPTURE(help.keys);
            CHECK_FALSE(commands(press).empty());
            CHECK(listed.insert(press).second);
        }
    }
    for (const auto& [press, before] : working) {
        CAPTURE(press.first);
        // What opens a card does nothing.
        CHECK((commands(press) == before || commands(press).empty() || listed.contains(press)));
    }
}

TEST_CASE("keys of the further views, the star modes and the days") {
    TestSession test{"minh-hoa.toml"};
    const auto shown = [&] { return std::string{domain::indicator(test.state().spec.indicator).name}; };
    std::vector<std::string> seen;
    for (int i = 0; i < 6; ++i) test.key("V"), seen.push_back(shown());
    CHECK(seen == std::vector<std::string>{"stars:highest", "blank_communes", "projects", "per_10k", "expiring",
                                           "stars:highest"});
    seen.clear();
    for (int i = 0; i < 4; ++i) test.key("S"), seen.push_back(shown());
    CHECK(seen == std::vector<std::string>{"stars:mean", "stars:share45", "stars:mix", "stars:highest"});
    test.key("H");
    CHECK(shown() == "expiring");
    CHECK(test.state().query.expiring_days == 90);
    test.key("H");
    CHECK(test.state().query.expiring_days == 180);
}

TEST_CASE("keys filter by stars, group and kind of producer, and clear the filters") {
    TestSession test{"minh-hoa.toml"};
    test.key("Ctrl+4");
    test.key("Ctrl+5");
    CHECK(test.state().query.filter.stars == std::vector<int>{4, 5});
    test.key("Ctrl+4");
    CHECK(test.state().query.filter.stars == std::vector<int>{5});
    const auto groups = ui::groups_of(test.view().document);
    REQUIRE(groups.size() > 1);
    for (const std::string& group : groups) {
        test.key("Ctrl+G");
        CHECK(test.state().query.filter.groups == std::vector<std::string>{group});
    }
    test.key("Ctrl+G");
    CHECK(test.state().query.filter.groups.empty());
    test.key("Ctrl+P");
    CHECK(test.state().query.filter.producer_kinds.size() == 1);
    test.key("Ctrl+0");
    CHECK_FALSE(test.state().query.filter.active());
}

TEST_CASE("I isolates one row of the legend after the other and ends with all") {
    TestSession test{"minh-hoa.toml"};
    const int rows = static_cast<int>(test.view().derived.picture.legend_counts.size());
    REQUIRE(rows > 3);
    for (int row = 0; row < rows; ++row) {
        test.key("I");
        CHECK(test.state().spec.isolated_class == row);
    }
    test.key("I");
    CHECK(test.state().spec.isolated_class == -1);
    test.key("Shift+I");
    CHECK(test.state().spec.isolated_class == rows - 1);
}

TEST_CASE("R opens the rows of what is on the screen: the selected unit, else the district drilled into") {
    TestSession test{"kien-giang.toml"};
    const auto rows = [&] { return std::get<ui::RowsCard>(test.state().card); };
    test.key("R");
    CHECK(rows().unit == 0);
    test.key("Escape");
    const int phu_quoc = test.district("911");
    test.apply(ui::DrillDown{phu_quoc});
    CHECK(test.state().spec.selected == -1);
    test.key("R");
    CHECK(rows().unit == phu_quoc);
    CHECK(ui::rows_of(test.view(), rows()).size() == 9);
}

TEST_CASE("a form takes every key: no letter changes what lies behind it") {
    TestSession test{"minh-hoa.toml"};
    test.apply(ui::Select{test.district("906")});
    test.key("A");
    REQUIRE(std::holds_alternative<ui::EditCard>(test.state().card));
    for (const int key : {GLFW_KEY_T, GLFW_KEY_1, GLFW_KEY_DELETE, GLFW_KEY_LEFT, GLFW_KEY_PAGE_DOWN, GLFW_KEY_Q})
        CHECK(app::commands_for({key, 0}, test.view(), false).empty());
    CHECK_FALSE(app::commands_for({GLFW_KEY_ENTER, 0}, test.view(), false).empty());
}

TEST_CASE("before an audience no key opens what it would not see") {
    TestSession test{"minh-hoa.toml"};
    test.apply(ui::Select{test.district("906")});
    test.key("F5");
    for (const int key : {GLFW_KEY_A, GLFW_KEY_Q, GLFW_KEY_R, GLFW_KEY_K, GLFW_KEY_J, GLFW_KEY_U, GLFW_KEY_DELETE})
        CHECK(app::commands_for({key, 0}, test.view(), false).empty());
    CHECK_FALSE(app::commands_for({GLFW_KEY_T, 0}, test.view(), false).empty());  // ticking off is what a meeting does
}
