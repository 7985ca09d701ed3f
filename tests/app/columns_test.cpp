// The card of what the columns of a file mean: each choice is one step to undo, and the map follows.
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "app/play.h"
#include "data/table.h"
#include "data/workbook.h"
#include "session_for_tests.h"
#include "ui/panels.h"
#include "ui/rows.h"

using namespace ocop;
namespace fs = std::filesystem;

namespace {

/// A folder with a register whose headers nobody knows, and a session that shows it.
class Office {
public:
    explicit Office(const std::string& text =
                        "Sổ của phòng,,,,,\n"
                        "Món làm ra,Nhà làm,Ở huyện,Mấy sao,Bao giờ,Ghi thêm\n"
                        "Nước mắm,Bà Ba,Phú Quốc,4,01/06/2021,a\n"
                        "Khô,Bà Tư,An Biên,3,02/06/2021,b\n")
        : folder_{fs::temp_directory_path() / ("Chọn cột " + std::to_string(getpid()))} {
        fs::remove_all(folder_);
        fs::create_directories(folder_);
        std::ofstream{folder_ / "sổ.csv"} << text;
        test.session.adopt(app::open_ledger(folder_ / "sổ.csv"));
        test.apply(ui::SetLevel{domain::Level::district});
    }
    ~Office() { fs::remove_all(folder_); }
    Office(const Office&) = delete;
    Office& operator=(const Office&) = delete;

    const ui::ColumnsCard& card() const { return std::get<ui::ColumnsCard>(test.state().card); }
    const domain::Proposal& table() const { return card().tables[static_cast<std::size_t>(card().table)]; }
    std::string marked() const { return app::answer(test.session, "column"); }
    const std::vector<domain::Product>& products() const { return test.view().document.records.products; }
    std::string value(const char* district) const {
        return carto::value_text(test.view().score(test.district(district)), domain::IndicatorId::products,
                                 carto::Show::count, test.view().words);
    }
    /// The keys that lead from the marked meaning to another one.
    void read_as(const std::string& column) {
        int wanted = 0;
        for (std::size_t i = 0; i < table().meanings.size(); ++i)
            if (table().meanings[i].column == column) wanted = static_cast<int>(i) + 1;
        while (card().cursor.choice < wanted) test.key("Right");
        while (card().cursor.choice > wanted) test.key("Left");
        test.key("Enter");
    }
    const fs::path& folder() const { return folder_; }

    app::TestSession test{"minh-hoa.toml"};

private:
    fs::path folder_;
};

}  // namespace

TEST_CASE("a file that nothing recognises opens with the card, and is read by the keyboard alone") {
    Office office;
    CHECK(office.card().asks_noun);
    CHECK(office.marked() == "?");
    CHECK(office.products().empty());
    CHECK(office.table().header_row == 2);
    CHECK(office.table().columns[1].samples == std::vector<std::string>{"Bà Ba", "Bà Tư"});
    office.test.key("Enter");  // the first kind of table: products
    CHECK(office.table().noun == "products");
    CHECK(office.marked() == "Món làm ra = –");
    office.read_as("product");
    CHECK(office.marked() == "Nhà làm = –");  // the next one that nobody has decided
    office.test.key("Down");
    CHECK(office.marked() == "Ở huyện = –");
    office.read_as("district");
    CHECK(office.products().size() == 2);  // a name and a place make a list
    office.read_as("stars");
    CHECK(office.value("911") == "0/4 +1");
    office.read_as("recognised_on");
    CHECK(office.value("911") == "1/4");
    office.read_as("");
    CHECK(office.marked() == "Nhà làm = –");  // around the end
    office.read_as("producer");
    CHECK(office.products()[0].producer == "Bà Ba");
    CHECK(office.products()[0].note == "Ghi thêm: a");

    for (int i = 0; i < 6; ++i) office.test.key("Ctrl+Z");
    CHECK(office.products().empty());
    CHECK_FALSE(office.test.state().can_undo);
    CHECK_FALSE(office.table().recognised);
    for (int i = 0; i < 6; ++i) office.test.key("Ctrl+Y");
    CHECK(office.value("911") == "1/4");
    office.test.key("Escape");
    CHECK(office.test.state().card == ui::Card{});
    office.test.key("U");
    CHECK(office.table().recognised);
}

TEST_CASE("what was chosen is known by who and when, is taken back, and gives way to another column") {
    Office office{"Sản phẩm,Huyện,Cấp,Cấp cuối\nMắm,Phú Quốc,5,3\n"};
    CHECK(office.test.state().card == ui::Card{});  // it is read, so nobody is asked
    office.test.key("U");
    CHECK(office.marked() == "Cấp = –");
    office.read_as("stars");
    CHECK_FALSE(office.table().columns[2].who.empty());
    CHECK(office.table().columns[2].when.size() == 10);
    CHECK(office.marked() == "Cấp cuối = –");
    office.read_as("stars");
    CHECK(office.products()[0].recognitions.front().stars == 3);
    CHECK(office.table().columns[2].known.empty());
    CHECK(office.table().columns[2].decided);
    office.test.key("Ctrl+Z");  // both in one step
    CHECK(office.products()[0].recognitions.front().stars == 5);
    office.test.apply(ui::DropColumn{2});
    CHECK(office.products()[0].recognitions.empty());
    CHECK_FALSE(office.table().columns[2].decided);
    const std::string copied = ui::copied_table(office.test.view());
    CHECK(copied.find("sổ.csv, ô C1\tCấp\t5\t\n") != std::string::npos);
    CHECK(copied.find("sổ.csv, ô A1\tSản phẩm\tMắm\tSản phẩm\n") != std::string::npos);
}

TEST_CASE("a finding about a column opens the card at that column") {
    Office office{"Sản phẩm,Huyện,Cấp\nMắm,Phú Quốc,5\n"};
    const auto& findings = office.test.view().document.findings;
    const auto kept = std::find_if(findings.begin(), findings.end(),
                                   [](const auto& each) { return each.what.key == "finding.column_kept"; });
    REQUIRE(kept != findings.end());
    office.test.apply(ui::OpenFindings{});
    office.test.apply(ui::FollowFinding{static_cast<int>(kept - findings.begin())});
    CHECK(office.marked() == "Cấp = –");
}

TEST_CASE("another row is said to be the header, and another table to be what the sheet lists") {
    Office office{"Một,hai,ba,bốn\nMón,Chỗ,Thêm,Nữa\nMắm,Phú Quốc,,\nKhô,An Biên,,\n"};
    CHECK(office.table().header_row == 1);
    office.test.apply(ui::ShowTable{0, "", 2});
    CHECK(office.table().columns[0].header == "Món");
    office.test.apply(ui::ReadColumnAs{1});
    CHECK(office.table().noun == "ideas");
    CHECK(office.table().header_row == 2);
    office.read_as("idea");
    office.read_as("district");
    CHECK(office.test.view().document.records.ideas.size() == 2);
    office.test.apply(ui::ShowTable{0, "", -1});
    CHECK(office.table().header_row == 2);
}

TEST_CASE("a step of the header row goes over blank rows, and not beyond the first one") {
    Office office{"Sổ của phòng,,\n,,\nMón làm ra,Ở huyện,Mấy sao\nNước mắm,Phú Quốc,4\n"};
    REQUIRE(office.table().header_row == 3);
    office.test.apply(ui::ShowTable{0, "", 2});
    CHECK(office.table().header_row == 1);
    office.test.apply(ui::ShowTable{0, "", 0});
    office.test.apply(ui::ShowTable{0, "", 200});
    CHECK(office.card().tables.size() == 1);
}

TEST_CASE("a sheet that its office calls a catalogue is shown when nothing else is read, and after it is read") {
    Office office;
    const fs::path book = fs::path{OCOP_TESTS} / "fixtures" / "office" / "11-unknown-headers.xlsx";
    fs::copy_file(book, office.folder() / "sổ.xlsx");
    fs::remove(office.folder() / "sổ.gpkg");
    office.test.session.adopt(app::open_ledger(office.folder() / "sổ.xlsx"));
    office.test.apply(ui::SetLevel{domain::Level::district});
    REQUIRE(office.card().tables.size() == 1);
    office.test.key("Enter");
    CHECK(office.marked() == "Tên SP của xã = –");  // a running number is known
    office.test.key("Up");
    CHECK(office.card().cursor.choice == -1);
    office.test.key("Enter");
    CHECK(office.test.session.ledger().journal().empty());
    office.test.key("Down");
    office.read_as("product");
    office.test.key("Down");
    office.read_as("district");
    office.read_as("stars");
    CHECK(office.table().recognised);
    CHECK(office.products().size() == 6);
}

TEST_CASE("the table that is being read stays in sight when others are left out for it") {
    Office office;
    const fs::path path = office.folder() / "ba trang.xlsx";
    {
        data::Workbook book{path, {2022, 1, 5}};
        for (const char* name : {"Danh mục", "Sổ", "Khác"}) {  // the first is a guide as soon as another is read
            data::Worksheet& sheet = book.add(name);
            for (int row = 0; row < 2; ++row)
                for (int column = 0; column < 3; ++column)
                    sheet.text(row, column,
                               std::string{name} + (row == 0 ? " cột " : " ô ") +
                                   std::string(1, static_cast<char>('a' + column)));
        }
        book.save();
    }
    office.test.session.adopt(app::open_ledger(path));
    office.test.apply(ui::SetLevel{domain::Level::district});
    REQUIRE(office.card().tables.size() == 3);
    office.test.key("Tab");
    CHECK(office.table().sheet == "Sổ");
    office.test.key("Enter");
    office.read_as("product");
    office.read_as("district");
    CHECK(office.products().size() == 1);
    CHECK(office.card().tables.size() == 2);
    CHECK(office.table().sheet == "Sổ");
    CHECK(office.marked() == "Sổ cột c = –");
}

TEST_CASE("what was chosen of a lone file is written into the workspace that is made of it") {
    Office office;
    office.test.key("Enter");
    office.read_as("product");
    office.test.apply(ui::StepList{2, 0});
    office.read_as("stars");
    office.test.apply(ui::WriteColumns{});
    const std::string written = data::read_bytes(office.folder() / "sổ.toml");
    CHECK(written.find("[columns.products]") != std::string::npos);
    // Opened by itself elsewhere, without what was kept beside it.
    fs::remove(office.folder() / "sổ.gpkg");
    const app::Ledger next = app::open_ledger(office.folder() / "sổ.toml");
    CHECK(next.journal().empty());
    CHECK(next.document()->records.products.size() == 2);
}

TEST_CASE("a workspace saved beside an older one of that name takes the edits along") {
    Office office{"Sản phẩm,Huyện,Cấp\nMắm,Phú Quốc,5\n"};
    std::ofstream{office.folder() / "sổ.toml"} << "title = \"một bản khác\"\n";
    office.test.key("U");
    office.read_as("stars");
    office.test.apply(ui::SaveWorkspace{});
    const app::Ledger saved = app::open_ledger(office.folder() / "sổ-2.toml");
    CHECK(saved.journal() == office.test.session.ledger().journal());
    CHECK(data::read_bytes(office.folder() / "sổ.toml") == "title = \"một bản khác\"\n");
}

TEST_CASE("a register that is read no longer is refused while it is open, and what was shown stays") {
    Office office{"Sản phẩm,Huyện,Cấp\nMắm,Phú Quốc,5\n"};
    std::ofstream{office.folder() / "sổ.csv"} << "Một,hai\nba,bốn\n";
    auto files = std::make_shared<const data::Sources>(data::reread_registers(*office.test.session.ledger().files()));
    CHECK_THROWS_AS(office.test.session.reread(files, "sổ.csv"), core::Error);
    CHECK(office.products().size() == 1);
}
