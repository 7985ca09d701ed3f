// Lists and forms by the keyboard alone: what is marked, what Enter and Delete do, and which list comes back.
#include <unistd.h>

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/list_keys.h"
#include "app/play.h"
#include "carto/vision.h"
#include "session_for_tests.h"
#include "ui/panels.h"
#include "ui/rows.h"

using namespace ocop;
using app::TestSession;
using domain::IndicatorId;
namespace fs = std::filesystem;

namespace {
const ui::Cursor& cursor(const TestSession& test) {
    static thread_local ui::Card card;
    card = test.state().card;
    const ui::Cursor* found = ui::cursor_of(card);
    REQUIRE(found != nullptr);
    return *found;
}
std::vector<ui::TableRow> rows(const TestSession& test) {
    return ui::rows_of(test.view(), std::get<ui::RowsCard>(test.state().card));
}
const ui::EditCard& form(const TestSession& test) { return std::get<ui::EditCard>(test.state().card); }
std::string field(const TestSession& test, const std::string& column) {
    for (const auto& each : form(test).fields)
        if (each.column == column) return each.text;
    return "no field";
}
void go_to(TestSession& test, const std::string& column) {
    for (int i = 0; form(test).fields[static_cast<std::size_t>(cursor(test).row)].column != column; ++i) {
        REQUIRE(i < 20);  // round and round
        test.key(i % 2 == 0 ? "Tab" : "Down");
    }
}

/// A register with two findings about rows, a warning and a note, the note first.
class Office {
public:
    Office() : folder_{fs::temp_directory_path() / ("Danh sách " + std::to_string(getpid()))} {
        fs::remove_all(folder_);
        fs::create_directories(folder_);
        std::ofstream{folder_ / "sổ.csv"} << "Tên sản phẩm,Chủ thể,Huyện,Xã,Hạng sao,Ngày công nhận,Cột lạ\n"
                                             "Mắm,Bà Ba,Phú Quốc,Dương Đông,4,2021/11/28,a\n"
                                             "Khô,Bà Tư,Phú Quốc,Cửa Cạn,7,01/12/2021,b\n"
                                             "Tiêu,Bà Năm,Phú Quốc,Cửa Dương,3,05/2021,c\n";
        test.session.adopt(app::open_ledger(folder_ / "sổ.csv"));
        test.apply(ui::SetLevel{domain::Level::district});
    }
    ~Office() { fs::remove_all(folder_); }
    Office(const Office&) = delete;
    Office& operator=(const Office&) = delete;
    const fs::path& folder() const { return folder_; }

    TestSession test{"minh-hoa.toml"};

private:
    fs::path folder_;
};
}  // namespace

TEST_CASE("the rows of a number are walked, opened, saved and removed by keys, and the list comes back to the row") {
    TestSession test{"minh-hoa.toml"};
    test.apply(ui::Select{test.district("906")});
    test.key("R");
    REQUIRE(rows(test).size() == 11);
    CHECK(cursor(test).row == 0);
    test.key("Up");
    CHECK(cursor(test).row == 0);
    test.key("PageDown");
    CHECK(cursor(test).row == 10);
    test.key("Home");
    CHECK(cursor(test).row == 0);
    test.key("End");
    CHECK(cursor(test).row == 10);
    test.key("PageUp");
    for (int i = 0; i < 3; ++i) test.key("Down");
    CHECK(cursor(test).row == 3);
    CHECK(test.unit_code(test.state().spec.selected) == "906");  // no arrow moves the map behind the list

    const std::string name = rows(test)[3].name;
    test.key("Enter");
    CHECK(form(test).name == name);
    test.key("Escape");
    REQUIRE(std::holds_alternative<ui::RowsCard>(test.state().card));
    CHECK(cursor(test).row == 3);

    test.key("Enter");
    test.apply(ui::SetField{"product", name + " mới"});
    test.key("Enter");
    REQUIRE(std::holds_alternative<ui::RowsCard>(test.state().card));
    CHECK(rows(test)[static_cast<std::size_t>(cursor(test).row)].name == name + " mới");

    test.key("Delete");
    REQUIRE(std::holds_alternative<ui::RowsCard>(test.state().card));
    CHECK(rows(test).size() == 10);
    CHECK(cursor(test).row == 3);
    test.key("Ctrl+Z");
    test.key("Ctrl+Z");
    CHECK(rows(test)[3].name == name);

    test.key("A");  // a new row: the cursor is on it
    test.apply(ui::SetField{"product", "Bánh tét"});
    test.apply(ui::SetField{"producer", "Bà Sáu"});
    test.apply(ui::SetField{"stars", "3"});
    test.key("Enter");
    REQUIRE(std::holds_alternative<ui::RowsCard>(test.state().card));
    CHECK(rows(test).size() == 12);
    CHECK(rows(test)[static_cast<std::size_t>(cursor(test).row)].name == "Bánh tét");
    test.key("Escape");
    CHECK(test.state().card == ui::Card{});
}

TEST_CASE("the row that is marked after a click is the one that was clicked") {
    TestSession test{"minh-hoa.toml"};
    test.apply(ui::Select{test.district("906")});
    test.key("R");
    test.apply(ui::EditPlace{rows(test)[7].where});
    test.key("Escape");
    CHECK(cursor(test).row == 7);
}

TEST_CASE("findings are shown errors first, and Enter follows the marked one while the list stays") {
    Office office;
    TestSession& test = office.test;
    const auto& findings = test.view().document.findings;
    REQUIRE(findings.size() >= 2);
    const auto order = core::listed(findings);
    for (std::size_t i = 1; i < order.size(); ++i)
        CHECK(findings[order[i - 1]].severity <= findings[order[i]].severity);
    CHECK_FALSE(std::is_sorted(order.begin(), order.end()));  // here as found a note precedes a warning
    std::size_t stars = 0;
    while (findings[order[stars]].where.row != 3) ++stars;  // the row of seven stars
    test.key("F");
    for (std::size_t i = 0; i < stars; ++i) test.key("Down");
    test.key("Enter");
    REQUIRE(std::holds_alternative<ui::FindingsCard>(test.state().card));
    CHECK(test.state().notice == "");
    const auto& cua_can = test.view().unit(test.state().spec.selected);
    CHECK(cua_can.name == "Cửa Cạn");
    test.key("Shift+Enter");  // the row itself
    CHECK(form(test).name == "Khô");
    test.apply(ui::SetField{"stars", "4"});
    test.key("Enter");
    REQUIRE(std::holds_alternative<ui::FindingsCard>(test.state().card));
    CHECK(cursor(test).row == static_cast<int>(stars));
    CHECK(test.view().document.findings.size() < order.size());
}

TEST_CASE("a finding about a column opens the columns, and Esc leads back to the findings") {
    Office office;
    TestSession& test = office.test;
    const auto& findings = test.view().document.findings;
    const auto order = core::listed(findings);
    std::size_t at = 0;
    while (at < order.size() && !ui::about_columns(findings[order[at]])) ++at;
    REQUIRE(at < order.size());
    test.key("F");
    for (std::size_t i = 0; i < at; ++i) test.key("Down");
    test.key("Enter");
    REQUIRE(std::holds_alternative<ui::ColumnsCard>(test.state().card));
    CHECK(app::answer(test.session, "column") == "Cột lạ = –");
    test.key("Escape");
    REQUIRE(std::holds_alternative<ui::FindingsCard>(test.state().card));
    CHECK(cursor(test).row == static_cast<int>(at));
}

TEST_CASE("the deck is walked, shown, moved, renamed and thinned out by keys") {
    TestSession test{"minh-hoa.toml"};
    const auto scenes = [&] { return test.view().document.deck.scenes; };
    const std::string third = scenes()[2].id;
    test.key("K");
    test.key("Down");
    test.key("Down");
    CHECK(cursor(test).row == 2);
    CHECK(test.state().scene.empty());  // walking shows nothing yet
    test.key("Enter");
    CHECK(test.state().scene == third);
    CHECK(cursor(test).row == 2);
    test.key("Up");
    test.key("Ctrl+T");
    CHECK(form(test).row == scenes()[1].id);
    test.key("Escape");
    REQUIRE(std::holds_alternative<ui::ScenesCard>(test.state().card));
    CHECK(cursor(test).row == 1);
    const std::string second = scenes()[1].id;
    test.key("Ctrl+PageDown");
    CHECK(scenes()[2].id == second);
    CHECK(cursor(test).row == 2);
    const auto before = scenes().size();
    test.key("Delete");
    CHECK(scenes().size() == before - 1);
    CHECK(scenes()[2].id != second);
    CHECK(cursor(test).row == 2);
}

TEST_CASE("a folder is walked and opened by keys") {
    Office office;
    fs::create_directories(office.folder() / "a");
    office.test.apply(ui::Browse{office.folder()});
    const auto& card = [&]() -> const ui::BrowseCard& { return std::get<ui::BrowseCard>(office.test.state().card); };
    REQUIRE(card().entries.size() >= 2);
    REQUIRE(card().entries[0].folder);
    office.test.key("Down");
    office.test.key("Enter");
    CHECK(card().folder == office.folder() / "a");
    office.test.key("Enter");  // the folder above
    CHECK(card().folder == office.folder());
    office.test.key("End");
    office.test.key("Enter");
    const auto effects = office.test.session.take_effects();
    REQUIRE(effects.size() == 1);
    CHECK(std::get<app::OpenFile>(effects.front()).file == card().entries.back().path);
}

TEST_CASE("a form is filled by keys: its fields in turn, words of closed lists, and names of units") {
    Office office;
    TestSession& test = office.test;
    test.apply(ui::Select{test.district("911")});
    test.key("R");
    test.key("Enter");
    CHECK(form(test).cursor.row == 0);
    CHECK(field(test, "recognised_on") == "28/11/2021");  // typed as 2021/11/28
    CHECK_FALSE(form(test).changed());
    go_to(test, "stars");
    CHECK(field(test, "stars") == "4");
    test.key("Right");
    CHECK(field(test, "stars") == "5");
    test.key("Right");
    CHECK(field(test, "stars") == "5");  // the last one
    test.key("Left");
    test.key("Left");
    CHECK(field(test, "stars") == "3");
    test.key("Delete");
    CHECK(field(test, "stars") == "");
    test.key("Alt+Down");
    CHECK(field(test, "stars") == "1");
    go_to(test, "commune");
    CHECK(app::in_form(form(test), {GLFW_KEY_LEFT, 0}).empty());  // the caret's
    test.apply(ui::SetField{"commune", "cua"});
    test.key("Alt+Down");
    CHECK(field(test, "commune") == "Xã Cửa Cạn");
    test.key("Alt+Down");
    CHECK(field(test, "commune") == "Xã Cửa Dương");
    test.key("Alt+Down");
    CHECK(field(test, "commune") == "Xã Cửa Dương");
    test.key("Alt+Up");
    test.key("Alt+Up");
    CHECK(field(test, "commune") == "cua");  // as typed
    test.key("Shift+Tab");
    CHECK(form(test).fields[static_cast<std::size_t>(cursor(test).row)].column == "district");
    test.key("Ctrl+-");
    REQUIRE(std::holds_alternative<ui::RowsCard>(test.state().card));
    CHECK(rows(test).size() == 1);
    CHECK(test.state().notice == "Đã xóa “Mắm”. Ctrl+Z để hoàn tác.");
    test.key("Ctrl+Z");
    CHECK(rows(test).size() == 2);
}

TEST_CASE("both values of a conflict are chosen between by keys") {
    for (const bool take_source : {false, true}) {
        CAPTURE(take_source);
        Office office;
        TestSession& test = office.test;
        test.apply(ui::Select{test.district("911")});
        test.key("R");
        test.key("Enter");
        test.apply(ui::SetField{"stars", "5"});
        test.key("Enter");
        test.key("Escape");
        data::Sources files = *test.session.ledger().files();
        for (auto& file : files.registers)
            for (data::Table& table : file)
                for (auto& row : table.rows)
                    if (!row.empty() && row.front() == "Mắm") row[4] = "3";
        test.session.reread(std::make_shared<const data::Sources>(std::move(files)), "sổ.csv");
        test.apply(ui::Hover{-1});
        REQUIRE(test.view().document.conflicts.size() == 1);
        test.key("F");
        if (take_source) test.key("Right");
        test.key("Enter");
        CHECK(test.view().document.conflicts.empty());
        CHECK(test.view().document.records.products.front().recognitions.front().stars == (take_source ? 3 : 5));
    }
}

TEST_CASE("F7 goes through the ways of seeing, Esc ends it, and a held picture stays as it is") {
    Office office;
    TestSession& test = office.test;
    const auto viewing = [&] { return test.view().state.viewing; };
    for (std::size_t i = 1; i <= carto::viewings.size(); ++i) {
        test.key("F7");
        CHECK(viewing() == i % carto::viewings.size());
        if (viewing() > 0) CHECK(test.view().words.has("ui.viewing." + std::to_string(viewing())));
    }
    test.key("F7");
    test.key("Escape");
    CHECK(viewing() == 0);
    test.key("F5");
    test.key("F");
    test.key("F7");
    CHECK(viewing() == 0);
    CHECK(test.view().state.presenting);
}

TEST_CASE("each key listed for lists and forms does something there") {
    Office office;
    TestSession& test = office.test;
    const auto commands = [&](const std::string& keys) {
        std::vector<std::string> silent;
        std::istringstream words{keys};
        for (std::string word; words >> word;) {
            for (const auto& [arrow, name] : {std::pair{"←", "Left"}, {"→", "Right"}, {"↑", "Up"}, {"↓", "Down"}})
                if (const auto at = word.find(arrow); at != std::string::npos) word = word.substr(0, at) + name;
            if (word == "Esc") word = "Escape";
            if (app::commands_for(app::key_named(word), test.view(), false).empty()) silent.push_back(word);
        }
        return silent;
    };
    test.key("K");
    for (const ui::KeyHelp& help : ui::list_key_help()) {
        CHECK(test.view().words.has(help.word));
        CHECK(commands(help.keys).empty());
    }
    test.key("Escape");
    test.apply(ui::Select{test.district("911")});
    test.key("R");
    test.key("Enter");
    go_to(test, "stars");
    for (const ui::KeyHelp& help : ui::form_key_help()) {
        CHECK(test.view().words.has(help.word));
        CHECK(commands(help.keys).empty());
    }
}
