// The panel of names that match no unit: each is matched by one choice, which is one step to undo.
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "data/alias_edits.h"
#include "data/aliases.h"
#include "session_for_tests.h"
#include "ui/panels.h"
#include "ui/rows.h"

using namespace ocop;
namespace fs = std::filesystem;

namespace {

/// A folder with a register in which seven rows write six names that match no unit, and a session that shows it.
class Office {
public:
    Office() : folder_{fs::temp_directory_path() / ("Ghép tên " + std::to_string(getpid()))} {
        fs::remove_all(folder_);
        fs::create_directories(folder_);
        std::ofstream{folder_ / "sổ.csv"} << "Tên sản phẩm,Huyện,Xã,Hạng sao,Ngày công nhận\n"
                                             "Nước mắm,Phú Quốc,Dương Dông,4,10/12/2021\n"
                                             "Nước mắm nhĩ,Phú Quốc,dương  dông,5,10/12/2021\n"
                                             "Tiêu,Phú Quốc,Cua Can,3,20/12/2021\n"
                                             "Gạo,Giồng Riềng,Xóm Mới,3,22/12/2021\n"
                                             "Chuối,Vĩnh Thuận,Vĩnh Thuận,3,22/12/2021\n"
                                             "Khóm,Châu Thanh,Bình An,4,22/12/2021\n"
                                             "Khóm sấy,Châu Thanh,Minh Hòa,4,22/12/2021\n";
        test.session.adopt(app::open_ledger(folder_ / "sổ.csv"));
        test.apply(ui::SetLevel{domain::Level::district});
    }
    ~Office() { fs::remove_all(folder_); }
    Office(const Office&) = delete;
    Office& operator=(const Office&) = delete;

    const ui::JoinCard& card() const { return std::get<ui::JoinCard>(test.state().card); }
    std::string commune_of(int product) const {
        return test.view().document.records.products[static_cast<std::size_t>(product)].location.commune_code;
    }
    std::size_t unmatched() const { return test.view().document.unmatched.size(); }
    const fs::path& folder() const { return folder_; }

    app::TestSession test{"minh-hoa.toml"};

private:
    fs::path folder_;
};

}  // namespace

TEST_CASE("rows that write one name are one question, and both sides are listed") {
    Office office;
    const domain::Document& document = office.test.view().document;
    const auto names = domain::by_name(document.unmatched);
    std::vector<std::pair<std::string, int>> listed;
    for (const auto& name : names) {
        const auto& row = document.unmatched[static_cast<std::size_t>(name.first)];
        listed.emplace_back(row.level == domain::Level::commune ? row.commune_text : row.district_text, name.rows);
    }
    CHECK(listed == std::vector<std::pair<std::string, int>>{
                        {"Dương Dông", 2}, {"Cua Can", 1}, {"Xóm Mới", 1}, {"Vĩnh Thuận", 1}, {"Châu Thanh", 2}});
    const auto& before = document.territory(domain::Era::y2021);
    CHECK(domain::unnamed_units(before, document.records, domain::Level::commune).size() == 144);
    CHECK(domain::unnamed_units(before, document.records, domain::Level::district).size() == 12);
    office.test.key("J");
    const std::string copied = ui::copied_table(office.test.view());
    CHECK(copied.find("sổ.csv, ô C2\tPhú Quốc\tDương Dông\tDương Đông\n") != std::string::npos);
}

TEST_CASE("a name is matched by the keyboard alone, for all its rows, and undone in one step") {
    Office office;
    office.test.key("J");
    office.test.key("Enter");
    CHECK(office.commune_of(0) == "31078");
    CHECK(office.commune_of(1) == "31078");
    CHECK(office.unmatched() == 5);
    CHECK(office.test.state().notice == "Đã ghép “Dương Dông” với Phường Dương Đông: 2 dòng được định vị.");
    CHECK(office.card().cursor.row == 0);  // the next one
    office.test.key("Down");
    office.test.key("Down");
    office.test.key("Right");
    CHECK(office.card() == ui::JoinCard{{2, 1, 3}});
    office.test.key("Enter");  // of the town and the commune Vĩnh Thuận the second
    CHECK_FALSE(office.commune_of(4).empty());
    CHECK(office.unmatched() == 4);
    office.test.key("Ctrl+Z");
    CHECK(office.unmatched() == 5);
    office.test.key("Ctrl+Z");
    CHECK(office.unmatched() == 7);
    CHECK(office.commune_of(0).empty());
    office.test.key("Ctrl+Y");
    CHECK(office.commune_of(0) == "31078");
    office.test.key("Escape");
    CHECK(office.test.state().card == ui::Card{});
}

TEST_CASE("a district that is matched brings its communes along") {
    Office office;
    office.test.apply(ui::OpenJoin{});
    office.test.apply(ui::MatchName{4, "905"});
    CHECK(office.unmatched() == 5);
    CHECK_FALSE(office.commune_of(5).empty());
    CHECK_FALSE(office.commune_of(6).empty());
}

TEST_CASE("a name that is like no unit is matched with the one selected on the map") {
    Office office;
    office.test.apply(ui::OpenJoin{});
    office.test.key("Down");
    office.test.key("Down");
    office.test.key("Enter");
    CHECK(office.test.state().notice.starts_with("Không đơn vị nào gần giống."));
    CHECK(office.unmatched() == 7);
    office.test.apply(ui::SetLevel{domain::Level::commune});
    const auto& units = office.test.view().territory;
    const int hoa_an = units.find("30940", domain::Level::commune);
    REQUIRE(hoa_an >= 0);
    office.test.apply(ui::Select{hoa_an});
    REQUIRE(std::holds_alternative<ui::JoinCard>(office.test.state().card));
    office.test.key("Enter");
    CHECK(office.commune_of(3) == "30940");
}

TEST_CASE("what was matched is kept by who and when, is taken back, and is exported for the next file") {
    Office office;
    office.test.apply(ui::OpenJoin{});
    office.test.key("Enter");
    office.test.key("Enter");
    const auto own = [&] {
        std::vector<domain::Alias> out;
        for (const domain::Alias& alias : office.test.view().document.aliases)
            if (!alias.who.empty()) out.push_back(alias);
        return out;
    };
    REQUIRE(own().size() == 2);
    CHECK(own()[0].when.size() == 10);
    office.test.apply(ui::ExportAliases{});
    REQUIRE(fs::exists(office.folder() / "aliases.csv"));

    // The next file of the folder, opened by itself.
    std::ofstream{office.folder() / "sổ 2.csv"} << "Tên sản phẩm,Huyện,Xã,Hạng sao\nKhô,Phú Quốc,DƯƠNG DÔNG,4\n";
    const app::Ledger next = app::open_ledger(office.folder() / "sổ 2.csv");
    CHECK(next.document()->records.products.front().location.commune_code == "31078");
    CHECK(next.document()->unmatched.empty());

    const auto& aliases = office.test.view().document.aliases;
    const auto first = std::find_if(aliases.begin(), aliases.end(), [](const auto& each) { return !each.who.empty(); });
    office.test.apply(ui::DropAlias{static_cast<int>(first - aliases.begin())});
    CHECK(own().size() == 1);
    // Exported again, the list says what stands now; what others wrote there stays.
    std::ofstream{office.folder() / "aliases.csv", std::ios::app} << "2021,Nơi Xa,,99999,,Lan,2022-03-01\r\n";
    office.test.apply(ui::ExportAliases{});
    core::Findings findings;
    const auto written = data::read_aliases(office.folder() / "aliases.csv", {}, findings);
    REQUIRE(written.size() == 2);
    CHECK(written[0].text == "Nơi Xa");
    CHECK(written[1] == own()[0]);
}
