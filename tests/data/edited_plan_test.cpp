// Quotas of single units, edited.
#include "data/edited_plan.h"

#include <catch2/catch.hpp>

#include "edits_for_tests.h"

using namespace ocop;
using namespace tests;
using domain::IndicatorId;
using domain::Level;

namespace {

const std::string products = "Tên sản phẩm,Huyện,Hạng sao\nGạo,Châu Thành,4\n";

Edit quota(const std::string& row, const std::string& before, const std::string& after) {
    return {EditKind::change, "quotas", row, "Phú Quốc", {{"value", before, after}}};
}

std::optional<int> quota_of(const domain::Document& document, int unit, IndicatorId indicator = IndicatorId::products) {
    const auto& units = document.territory(domain::Era::y2021).units;
    const auto found = document.plan.quota(indicator, units[static_cast<std::size_t>(unit)], domain::Era::y2021);
    return found ? std::optional{found->value} : std::nullopt;
}

constexpr int phu_quoc = 1, vinh_thuan = 2, duong_dong = 5;

}  // namespace

TEST_CASE("a unit gets a quota of its own, and gives it back") {
    const data::Sources sources = small_sources({products});
    Editor editor;
    editor.record({quota("products/district/911", "", "10")});
    domain::Document document = data::build(sources, editor.journal).document;
    CHECK(quota_of(document, phu_quoc) == 10);
    CHECK(quota_of(document, vinh_thuan) == 4);
    CHECK(data::own_quota(document.plan, IndicatorId::products, document.territory(domain::Era::y2021).units[1],
                          domain::Era::y2021) == "10");
    editor.record({quota("products/district/911", "10", "")});
    document = data::build(sources, editor.journal).document;
    CHECK(quota_of(document, phu_quoc) == 4);
    CHECK(document == data::build(sources, {}).document);
}

TEST_CASE("where the plan sets none, only the unit gets one") {
    const data::Sources sources = small_sources({products});
    Editor editor;
    editor.record({quota(data::quota_row(IndicatorId::ideas, Level::district, "911", domain::Era::y2021), "", "0")});
    const domain::Document document = data::build(sources, editor.journal).document;
    CHECK(quota_of(document, phu_quoc, IndicatorId::ideas) == 0);
    CHECK_FALSE(quota_of(document, vinh_thuan, IndicatorId::ideas));
    CHECK(quota_of(document, phu_quoc) == 4);
    editor.record({quota("products/commune/31078", "", "2")});
    CHECK(quota_of(data::build(sources, editor.journal).document, duong_dong) == 2);
}

TEST_CASE("what is no quota is told and leaves the plan alone") {
    const data::Sources sources = small_sources({products});
    for (const std::string value : {"nhiều", "-1", "1000001", "2.5", "4 "}) {
        Editor editor;
        editor.record({quota("products/district/911", "", value)});
        const domain::Document document = data::build(sources, editor.journal).document;
        CHECK(document.plan == sources.base.plan);
        CHECK(placed(document.findings) ==
              Lines{"sổ.gpkg [quotas] 0:0 Chỉ tiêu “" + value +
                    "” được giao ở đây cho “Phú Quốc” không dùng được: cần một số nguyên từ 0 (tỷ lệ: từ 0 đến 100)."});
    }
    for (const std::string row : {"products/district/999", "products/911", "x/district/911", "products/x/911",
                                  "outreach/district/91", "leaders_trained/commune/31078"}) {
        Editor editor;
        editor.record({quota(row, "", "5")});
        const domain::Document document = data::build(sources, editor.journal).document;
        CHECK(document.plan == sources.base.plan);
        CHECK(placed(document.findings).size() == 1);
    }
    Editor share;
    share.record({quota("outreach/district/911", "", "101")});
    CHECK(placed(data::build(sources, share.journal).document.findings).size() == 1);
    share.record({quota("outreach/district/911", "101", "90")});
    CHECK(quota_of(data::build(sources, share.journal).document, phu_quoc, IndicatorId::outreach) == 90);
}

TEST_CASE("a plan file that changes the same quota is a conflict") {
    data::Sources sources = small_sources({products});
    sources.base.plan.targets[0].units = {{"911", 9}};
    Editor editor;
    editor.record({quota("products/district/911", "9", "10")});
    CHECK(data::build(sources, editor.journal).document.conflicts.empty());
    sources.base.plan.targets[0].units = {{"911", 12}};
    const domain::Document document = data::build(sources, editor.journal).document;
    CHECK(quota_of(document, phu_quoc) == 10);
    REQUIRE(document.conflicts.size() == 1);
    CHECK(document.conflicts[0].source_value == "12");
    CHECK(placed(document.findings) ==
          Lines{"kế hoạch.toml 0:0 Chỉ tiêu của “Phú Quốc”: tệp kế hoạch nay ghi “12” nhưng bản sửa ghi “10”. Bản sửa "
                "đang được dùng; hãy chọn một trong hai."});
}
