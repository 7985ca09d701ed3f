// What commands do to the state of the window; the screen itself is driven by tests/window.
#include "app/session.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "core/text.h"
#include "session_for_tests.h"
#include "ui/rows.h"

using namespace ocop;
using app::TestSession;
using domain::IndicatorId;
namespace fs = std::filesystem;

TEST_CASE("a number opens exactly its rows: of one star level, of one kind of producer") {
    TestSession test{"minh-hoa.toml"};
    const int giong_rieng = test.district("906");
    test.apply(ui::OpenRows{IndicatorId::products, giong_rieng});
    const auto rows = [&] { return ui::rows_of(test.view(), std::get<ui::RowsCard>(test.state().card)); };
    CHECK(rows().size() == 11);
    test.apply(ui::OpenRows{IndicatorId::stars_mix, giong_rieng, 4, {}});
    CHECK(rows().size() == 3);
    for (const ui::TableRow& row : rows()) CHECK(row.stars == "4");
    test.apply(ui::OpenRows{IndicatorId::products, giong_rieng, 0, domain::ProducerKind::cooperative});
    for (const ui::TableRow& row : rows()) CHECK(row.producer.starts_with("Hợp tác xã"));
    int by_kind = 0;
    for (const domain::ProducerCount& kind :
         test.view().derived.board.producers[static_cast<std::size_t>(giong_rieng)]) {
        test.apply(ui::OpenRows{IndicatorId::products, giong_rieng, 0, kind.kind});
        by_kind += static_cast<int>(rows().size());
    }
    CHECK(by_kind == 11);
}

TEST_CASE("selecting another unit while rows are open shows its rows; selecting nothing closes them") {
    TestSession test{"minh-hoa.toml"};
    test.apply(ui::OpenRows{IndicatorId::products, test.district("906")});
    test.apply(ui::Select{test.district("904")});
    CHECK(std::get<ui::RowsCard>(test.state().card).unit == test.district("904"));
    test.apply(ui::Select{-1});
    CHECK(std::holds_alternative<std::monostate>(test.state().card));
}

TEST_CASE("copied rows keep their columns when the first cell is empty") {
    TestSession test{"minh-hoa.toml"};
    test.apply(ui::OpenFindings{});
    const std::string table = ui::copied_table(test.view());
    for (const std::string& line : core::split(table, '\n'))
        if (!line.empty()) CHECK(core::split(line, '\t').size() == 2);
    test.apply(ui::GoBack{});
    test.apply(ui::OpenRows{IndicatorId::products, test.district("906")});
    for (const std::string& line : core::split(ui::copied_table(test.view()), '\n'))
        if (!line.empty()) CHECK(core::split(line, '\t').size() == 9);
}

TEST_CASE("percent of the plan where the plan sets no quota is said, and the counts stay") {
    TestSession test{"minh-hoa.toml"};
    test.apply(ui::SetIndicator{IndicatorId::five_star_nation});
    CHECK(test.state().notice.empty());
    test.apply(ui::SetShow{carto::Show::percent});
    CHECK(test.state().notice == "Kế hoạch không giao chỉ tiêu này cho cấp đang xem, nên bản đồ vẫn ghi số đếm.");
}

TEST_CASE("Escape closes one thing after the other") {
    TestSession test{"minh-hoa.toml"};
    test.apply(ui::Select{test.district("906")});
    test.apply(ui::OpenFindings{});
    test.apply(ui::ToggleHelp{});
    test.apply(ui::GoBack{});
    CHECK_FALSE(test.state().help);
    CHECK(std::holds_alternative<ui::FindingsCard>(test.state().card));
    test.apply(ui::GoBack{});
    CHECK(std::holds_alternative<std::monostate>(test.state().card));
    CHECK(test.state().spec.selected == test.district("906"));
    test.apply(ui::GoBack{});
    CHECK(test.state().spec.selected == -1);
}

TEST_CASE("an indicator that ends at the district leaves the communes and says so") {
    TestSession test{"minh-hoa.toml"};
    test.apply(ui::SetLevel{domain::Level::commune});
    test.apply(ui::SetIndicator{IndicatorId::ideas});
    CHECK(test.state().spec.level == domain::Level::district);
    CHECK(test.state().notice == "Chỉ tiêu này chỉ tính đến cấp huyện.");
}

TEST_CASE("changing the indicator neither evaluates nor triangulates again") {
    TestSession test{"minh-hoa.toml"};
    const int evaluations = test.session.cache().evaluations();
    const auto geometry = test.session.cache().geometry();
    for (const IndicatorId indicator : {IndicatorId::outreach, IndicatorId::ideas, IndicatorId::products})
        test.apply(ui::SetIndicator{indicator});
    CHECK(test.session.cache().evaluations() == evaluations);
    CHECK(test.session.cache().geometry() == geometry);
}

TEST_CASE("a search finds units, products and producers with and without tone marks, exact marks first") {
    TestSession test{"minh-hoa.toml"};
    const auto first = [&](const char* words) {
        test.apply(ui::Search{words});
        return test.state().hits.empty() ? std::string{} : test.state().hits.front().title;
    };
    CHECK(first("go quao") == "Huyện Gò Quao");
    CHECK(first("Gò Quao") == "Huyện Gò Quao");
    CHECK(first("vĩnh thanh") != first("vĩnh thạnh"));
    CHECK(first("không có gì như vậy").empty());
    CHECK(first("").empty());
}

namespace {
struct Folder {
    fs::path path = fs::temp_directory_path() / ("ocopmap-mở " + std::to_string(getpid()));
    Folder() { fs::create_directories(path); }
    ~Folder() { fs::remove_all(path); }
};
}  // namespace

TEST_CASE("a folder lists its folders first, then what opens here, in Vietnamese order") {
    const Folder folder;
    for (const char* name : {"Đặng.xlsx", "Dương.csv", "ảnh.png", ".ẩn.csv", "an.toml"})
        std::ofstream{folder.path / name} << "x";
    fs::create_directory(folder.path / "zz thư mục");
    TestSession test{"minh-hoa.toml"};
    test.apply(ui::Browse{folder.path});
    std::vector<std::string> names;
    for (const auto& entry : std::get<ui::BrowseCard>(test.state().card).entries)
        names.push_back(entry.path.filename().string());
    CHECK(names == std::vector<std::string>{"zz thư mục", "an.toml", "Dương.csv", "Đặng.xlsx"});
    test.apply(ui::Browse{folder.path / "không có"});
    CHECK(test.state().notice ==
          "Không đọc được thư mục “" + (folder.path / "không có").string() + "”. Hãy kiểm tra đường dẫn và quyền đọc.");
}

TEST_CASE("a register of 2025 stays in the units of 2025, and the window says why") {
    const Folder folder;
    const fs::path file = folder.path / "sổ.csv";
    std::ofstream{file} << "Tên sản phẩm,Xã,Hạng sao\nNước mắm,Đặc khu Phú Quốc,4\n";
    TestSession test{"minh-hoa.toml"};
    test.session.adopt(app::open_ledger(file));
    CHECK(test.state().query.era == domain::Era::y2025);
    test.apply(ui::SetEra{domain::Era::y2021});
    CHECK(test.state().query.era == domain::Era::y2025);
    CHECK(test.state().notice.starts_with("Số liệu ghi theo đơn vị hành chính từ tháng 7/2025"));
}

TEST_CASE("a register that was opened by itself becomes a workspace beside it; nothing is overwritten") {
    const Folder folder;
    const fs::path lone = folder.path / "Sổ của huyện.csv";
    fs::copy_file(OCOP_GEODATA "/register/products.csv", lone);
    std::ofstream{folder.path / "Sổ của huyện.toml"} << "của người khác";
    TestSession test{"minh-hoa.toml"};
    app::Ledger ledger = app::open_ledger(lone);
    const auto alone = ledger.document();
    test.session.adopt(std::move(ledger));
    test.apply(ui::SaveWorkspace{});
    const fs::path written = folder.path / "Sổ của huyện-2.toml";
    REQUIRE(fs::exists(written));
    const auto effects = test.session.take_effects();
    REQUIRE(effects.size() == 1);
    CHECK(std::get<app::OpenFile>(effects.front()).file == written);
    const domain::Document reopened = data::open(written);
    CHECK(reopened.records.products.size() == alone->records.products.size());
    CHECK(reopened.plan == alone->plan);
    CHECK(reopened.as_of == alone->as_of);
    CHECK(reopened.title == "Sổ của huyện");
}
