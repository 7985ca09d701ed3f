// What is changed in the window: one step each, evaluated at once, undone to where it was.
#include <unistd.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "session_for_tests.h"

using namespace ocop;
using app::TestSession;
using domain::IndicatorId;

namespace {
const domain::Score& score(TestSession& test, IndicatorId indicator, int unit) {
    return test.view().derived.board.score(indicator, unit);
}
int commune_not_reached(TestSession& test) {
    for (const int unit : test.view().territory.at(domain::Level::commune))
        if (score(test, IndicatorId::outreach, unit).outreach == domain::OutreachStatus::none) return unit;
    return -1;
}
}  // namespace

TEST_CASE("a tick reaches a commune: its status, its district's count, and back by undo") {
    TestSession test{"minh-hoa.toml"};
    const int commune = commune_not_reached(test);
    REQUIRE(commune >= 0);
    const auto before = score(test, IndicatorId::outreach, 0).value->numerator;
    test.apply(ui::TickOutreach{commune});
    CHECK(score(test, IndicatorId::outreach, commune).outreach == domain::OutreachStatus::done);
    CHECK(score(test, IndicatorId::outreach, 0).value->numerator == before + 1);
    CHECK(test.state().can_undo);
    test.apply(ui::TickOutreach{commune, domain::OutreachStatus::under_way});  // the same day: one row, not two
    CHECK(score(test, IndicatorId::outreach, commune).outreach == domain::OutreachStatus::under_way);
    CHECK(test.session.ledger().cells().rows("outreach").size() ==
          app::open_ledger(OCOP_GEODATA "/minh-hoa.toml").cells().rows("outreach").size() + 1);
    test.apply(ui::Undo{});
    test.apply(ui::Undo{});
    CHECK(score(test, IndicatorId::outreach, commune).outreach == domain::OutreachStatus::none);
    CHECK(score(test, IndicatorId::outreach, 0).value->numerator == before);
    CHECK_FALSE(test.state().can_undo);
    test.apply(ui::Redo{});
    CHECK(score(test, IndicatorId::outreach, commune).outreach == domain::OutreachStatus::done);
}

TEST_CASE(
    "a tick on the day of a row of the register changes that row: two rows of one day would contradict each other") {
    const std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("ocopmap-tick-" + std::to_string(getpid()));
    std::filesystem::create_directories(folder);
    std::ofstream{folder / "tuyên truyền.csv"}
        << "Huyện,Xã,Trạng thái,Ngày\nPhú Quốc,Dương Đông,Đã có kế hoạch,31/12/2021\n"
           "Phú Quốc,Cửa Cạn,Hoàn thành,31/12/2021\n"
           "Phú Quốc,Cửa Cạn,Đã có kế hoạch,31/12/2021\n";
    std::ofstream{folder / "sổ.toml"} << "as_of = 2021-12-31\nplan = \"" OCOP_GEODATA
                                         "/plans/138-kh-ubnd-2021.toml\"\nregister = [\"tuyên truyền.csv\"]\n"
                                         "[boundaries.2021]\ndistricts = \"" OCOP_GEODATA
                                         "/boundaries/2021/districts.shp\"\ncommunes = \"" OCOP_GEODATA
                                         "/boundaries/2021/communes.shp\"\n";
    TestSession test{folder / "sổ.toml"};
    const auto commune = [&](int row) {
        const auto& at = test.view().document.records.outreach[static_cast<std::size_t>(row)].location;
        return test.view().territory.find(at.commune_code, domain::Level::commune);
    };
    const int duong_dong = commune(0), cua_can = commune(1);
    CHECK(score(test, IndicatorId::outreach, cua_can).status == domain::Status::undetermined);
    test.apply(ui::TickOutreach{duong_dong});
    CHECK(score(test, IndicatorId::outreach, duong_dong).status == domain::Status::met);
    test.apply(ui::TickOutreach{cua_can});
    CHECK(score(test, IndicatorId::outreach, cua_can).status == domain::Status::met);
    CHECK(test.view().document.records.outreach.size() == 3);
    test.apply(ui::Undo{});
    CHECK(score(test, IndicatorId::outreach, cua_can).status == domain::Status::undetermined);
    std::filesystem::remove_all(folder);
}

TEST_CASE("a new row without what it is about is not saved, and a form half filled in is not left for an audience") {
    TestSession test{"minh-hoa.toml"};
    test.apply(ui::Select{test.district("906")});
    test.key("A");
    test.apply(ui::SaveRow{});
    CHECK(test.state().notice == "Hãy ghi “Sản phẩm” trước khi lưu.");
    CHECK(test.session.ledger().journal().empty());
    test.apply(ui::TogglePresenting{});
    CHECK_FALSE(test.state().presenting);
    CHECK(test.state().notice == "Đang sửa dở một dòng. Hãy lưu (Enter) hoặc bỏ (Esc) rồi trình chiếu.");
    test.apply(ui::SetField{"product", "Mắm"});
    test.apply(ui::SaveRow{});
    CHECK_FALSE(test.session.ledger().journal().empty());
}

TEST_CASE("a tick needs a commune and says so") {
    TestSession test{"minh-hoa.toml"};
    test.apply(ui::TickOutreach{test.district("906")});
    CHECK(test.state().notice == "Hãy chọn một xã, phường hoặc thị trấn (phím X) rồi đánh dấu.");
    CHECK(test.session.ledger().journal().empty());
}

TEST_CASE("a quota changed for one district changes its status alone") {
    TestSession test{"minh-hoa.toml"};
    const int an_bien = test.district("908"), giong_rieng = test.district("906");
    CHECK(score(test, IndicatorId::products, an_bien).status == domain::Status::met);  // 4 of 4
    test.apply(ui::EditQuota{an_bien});
    CHECK(std::get<ui::EditCard>(test.state().card).name == "Huyện An Biên · Sản phẩm từ 3 sao");
    test.apply(ui::SetField{"value", "5"});
    test.apply(ui::SaveRow{});
    CHECK(score(test, IndicatorId::products, an_bien).quota == 5);
    CHECK(score(test, IndicatorId::products, an_bien).status == domain::Status::below);
    CHECK(score(test, IndicatorId::products, giong_rieng).quota == 4);
    // The plan says nothing of this district alone: there is nothing to contradict.
    CHECK(test.view().document.conflicts.empty());
    test.apply(ui::EditQuota{an_bien});
    test.apply(ui::SetField{"value", "6"});
    test.apply(ui::SaveRow{});
    CHECK(score(test, IndicatorId::products, an_bien).quota == 6);
    CHECK(test.view().document.conflicts.empty());
    test.apply(ui::Undo{});
    test.apply(ui::Undo{});
    CHECK(score(test, IndicatorId::products, an_bien).status == domain::Status::met);
}

TEST_CASE("a product added in its district counts there; an empty card is not saved") {
    TestSession test{"minh-hoa.toml"};
    const int empty = test.district("913");
    CHECK(score(test, IndicatorId::products, empty).value->numerator == 0);
    test.apply(ui::AddRow{"products", empty});
    test.apply(ui::SetField{"product", "Cá thát lát"});
    test.apply(ui::SetField{"producer", "Hợp tác xã Một"});
    test.apply(ui::SetField{"stars", "3"});
    test.apply(ui::SaveRow{});
    CHECK(score(test, IndicatorId::products, empty).value->numerator == 1);
    CHECK(std::holds_alternative<std::monostate>(test.state().card));
    const auto effects = test.session.take_effects();
    CHECK(std::any_of(effects.begin(), effects.end(),
                      [](const auto& effect) { return std::holds_alternative<app::SaveJournal>(effect); }));
}

TEST_CASE("a row opens from its place with its cells, and only what was typed is an edit") {
    TestSession test{"minh-hoa.toml"};
    const domain::Product product = test.view().document.records.products.front();
    test.apply(ui::EditPlace{product.where});
    test.apply(ui::SaveRow{});
    CHECK(test.session.ledger().journal().empty());
    test.apply(ui::EditPlace{product.where});
    test.apply(ui::SetField{"contact", "0297 3 812 345"});
    test.apply(ui::SaveRow{});
    REQUIRE(test.session.ledger().journal().entries().size() == 1);
    CHECK(test.session.ledger().journal().entries().front().edit.fields.size() == 1);
    CHECK(test.view().document.records.products.front().contact == "0297 3 812 345");
    const std::size_t products = test.view().document.records.products.size();
    test.apply(ui::EditPlace{product.where});
    test.apply(ui::RemoveRow{});
    CHECK(test.view().document.records.products.size() == products - 1);
    test.apply(ui::Undo{});
    test.apply(ui::Undo{});
    CHECK(test.view().document.records == app::open_ledger(OCOP_GEODATA "/minh-hoa.toml").document()->records);
}

TEST_CASE("a product that is removed takes its rows of other sheets along, in one step") {
    const std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("ocopmap-removed-" + std::to_string(getpid()));
    std::filesystem::create_directories(folder);
    std::ofstream{folder / "sản phẩm.csv"}
        << "Mã sản phẩm,Tên sản phẩm,Chủ thể,Huyện\n1,Mắm,A,Phú Quốc\n2,Gạo,B,An Biên\n";
    std::ofstream{folder / "công nhận.csv"} << "Mã sản phẩm,Hạng sao,Số quyết định,Ngày công nhận\n"
                                               "1,3,1/QĐ,01/06/2019\n1,4,2/QĐ,01/06/2021\n2,3,2/QĐ,01/06/2021\n";
    std::ofstream{folder / "sổ.toml"} << "plan = \"" OCOP_GEODATA
                                         "/plans/138-kh-ubnd-2021.toml\"\n"
                                         "register = [\"sản phẩm.csv\", \"công nhận.csv\"]\n[boundaries.2021]\n"
                                         "districts = \"" OCOP_GEODATA "/boundaries/2021/districts.shp\"\n";
    TestSession test{folder / "sổ.toml"};
    const domain::Register before = test.view().document.records;
    REQUIRE(before.products.size() == 2);
    REQUIRE(before.products[0].recognitions.size() == 2);
    test.apply(ui::EditPlace{before.products[0].where});
    test.apply(ui::RemoveRow{});
    const domain::Document& document = test.view().document;
    CHECK(document.records.products.size() == 1);
    CHECK(document.records.unread.empty());
    for (const core::Finding& finding : document.findings)
        CHECK(finding.what.key != "finding.recognition_without_product");
    test.apply(ui::Undo{});
    CHECK(test.view().document.records == before);
    std::filesystem::remove_all(folder);
}

TEST_CASE("files read again: what changed is said, the view stays, and undo brings back what was") {
    TestSession test{"kien-giang.toml"};
    const int phu_quoc = test.district("911");
    test.apply(ui::Select{phu_quoc});
    data::Sources files = *test.session.ledger().files();
    for (auto& file : files.registers)
        for (data::Table& table : file) {
            // One row of Phú Quốc less, as if it had been deleted and saved.
            for (auto row = table.rows.begin(); row != table.rows.end(); ++row)
                if (std::find(row->begin(), row->end(), "Phú Quốc") != row->end()) {
                    table.rows.erase(row);
                    break;
                }
        }
    const auto before = score(test, IndicatorId::products, phu_quoc).value->numerator;
    const auto geometry = test.session.cache().geometry();
    test.session.reread(std::make_shared<const data::Sources>(files), "products.csv");
    test.apply(ui::Hover{-1});
    CHECK(score(test, IndicatorId::products, phu_quoc).value->numerator == before - 1);
    CHECK(test.state().notice == "Đã đọc lại products.csv: Phú Quốc −1");
    CHECK(test.state().spec.pulsed == std::vector<int>{phu_quoc});
    CHECK(test.state().spec.selected == phu_quoc);
    CHECK(test.session.cache().geometry() == geometry);
    test.apply(ui::Undo{});
    CHECK(score(test, IndicatorId::products, phu_quoc).value->numerator == before);
}

TEST_CASE(
    "a row removed here and changed in its file: keeping the removal removes it, taking the file brings it back") {
    for (const bool take_source : {false, true}) {
        CAPTURE(take_source);
        TestSession test{"minh-hoa.toml"};
        const domain::Product product = test.view().document.records.products.front();
        test.apply(ui::EditPlace{product.where});
        test.apply(ui::RemoveRow{});
        const std::size_t without = test.view().document.records.products.size();
        const std::string decision = product.recognitions.front().decision;
        data::Sources files = *test.session.ledger().files();
        for (auto& file : files.registers)
            for (data::Table& table : file)
                for (auto& row : table.rows)
                    if (std::find(row.begin(), row.end(), product.name) != row.end())
                        for (std::string& cell : row)
                            if (cell == decision) cell = "999/QĐ-UBND";
        test.session.reread(std::make_shared<const data::Sources>(std::move(files)), "minh-hoa.xlsx");
        test.apply(ui::Hover{-1});
        REQUIRE(test.view().document.conflicts.size() == 1);
        CHECK(test.view().document.conflicts.front().removed);
        test.apply(ui::ChooseConflict{0, take_source});
        CHECK(test.view().document.conflicts.empty());
        CHECK(test.view().document.records.products.size() == without + (take_source ? 1 : 0));
    }
}

TEST_CASE("what is edited while an earlier edit is being saved stays, and so does another workspace opened meanwhile") {
    TestSession test{"minh-hoa.toml"};
    const int an_bien = test.district("908");
    const auto set = [&](const char* value) {
        test.apply(ui::EditQuota{an_bien});
        test.apply(ui::SetField{"value", value});
        test.apply(ui::SaveRow{});
    };
    set("5");
    const domain::Journal sent = test.session.ledger().journal();
    set("6");
    test.session.saved(sent, sent);  // the first save comes back
    test.apply(ui::Hover{-1});
    CHECK(score(test, IndicatorId::products, an_bien).quota == 6);
    const domain::Journal both = test.session.ledger().journal();
    test.session.saved(both, both);
    CHECK(test.session.ledger().journal() == both);

    TestSession other{"kien-giang.toml"};
    other.session.saved(both, both);
    CHECK(other.session.ledger().journal().empty());
}

TEST_CASE("what another computer saved meanwhile comes with the answer of the store") {
    TestSession test{"minh-hoa.toml"}, theirs{"minh-hoa.toml"};
    const int an_bien = test.district("908"), giong_rieng = test.district("906");
    const auto set = [](TestSession& who, int unit, const char* value) {
        who.apply(ui::EditQuota{unit});
        who.apply(ui::SetField{"value", value});
        who.apply(ui::SaveRow{});
    };
    set(test, an_bien, "5");
    set(theirs, giong_rieng, "7");
    const domain::Journal sent = test.session.ledger().journal();
    std::vector<domain::JournalEntry> joined = sent.entries();
    for (const domain::JournalEntry& entry : theirs.session.ledger().journal().entries()) {
        joined.push_back(entry);
        joined.back().step += 1;
    }
    test.session.saved(sent, domain::Journal{joined});
    test.apply(ui::Hover{-1});
    CHECK(score(test, IndicatorId::products, an_bien).quota == 5);
    CHECK(score(test, IndicatorId::products, giong_rieng).quota == 7);
}
