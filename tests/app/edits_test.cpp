// What is changed in the window: one step each, evaluated at once, undone to where it was.
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
    test.apply(ui::SetField{"value", "5"});
    test.apply(ui::SaveRow{});
    CHECK(score(test, IndicatorId::products, an_bien).quota == 5);
    CHECK(score(test, IndicatorId::products, an_bien).status == domain::Status::below);
    CHECK(score(test, IndicatorId::products, giong_rieng).quota == 4);
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
