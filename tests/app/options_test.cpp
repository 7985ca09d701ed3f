#include "app/options.h"

#include <catch2/catch.hpp>

using namespace ocop;
using app::CommandName;
using app::parse_options;

namespace {
std::string complaint(const std::vector<std::string>& arguments) {
    try {
        parse_options(arguments);
    } catch (const app::UsageError& usage) {
        return core::Words{usage.language}.say(usage.message);
    }
    return "accepted";
}
}  // namespace

TEST_CASE("a full render line is understood") {
    const app::Options options = parse_options(
        {"render", "a.toml", "-o",      "b.pdf",      "--indicator", "stars:mean", "--level",  "commune",
         "--show", "gap",    "--as-of", "31/12/2021", "--basis",     "new",        "--size",   "A3",
         "--era",  "2025",   "--lang",  "en",         "--filter",    "stars=4,5",  "--filter", "producer=cooperative"});
    CHECK(options.command == CommandName::render);
    CHECK(options.file == "a.toml");
    CHECK(options.output == "b.pdf");
    CHECK(options.indicator == domain::IndicatorId::stars_mean);
    CHECK(options.level == domain::Level::commune);
    CHECK(options.show == carto::Show::gap);
    CHECK(options.as_of == domain::Date{2021, 12, 31});
    CHECK(options.basis == domain::Basis::fresh);
    CHECK(options.size->height_mm == 297);
    CHECK(options.size->width_px == 4961);
    CHECK(options.era == domain::Era::y2025);
    CHECK(options.language == core::Language::english);
    CHECK(options.filter.stars == std::vector{4, 5});
    CHECK(options.filter.producer_kinds == std::vector{domain::ProducerKind::cooperative});
}

TEST_CASE("merge takes two stores and perhaps a third to write") {
    const app::Options options = parse_options({"merge", "a.gpkg", "b.gpkg", "-o", "c.gpkg"});
    CHECK(options.command == CommandName::merge);
    CHECK(options.file == "a.gpkg");
    CHECK(options.other == "b.gpkg");
    CHECK(options.output == "c.gpkg");
}

TEST_CASE("paper lies unless it is asked to stand") {
    CHECK(parse_options({"render", "a", "-o", "b.png", "--size", "A4"}).size->aspect() > 1.4);
    CHECK(parse_options({"render", "a", "-o", "b.png", "--portrait", "--size", "A4"}).size->aspect() < 0.72);
}

TEST_CASE("no command word opens the window") {
    CHECK(parse_options({}).command == CommandName::window);
    CHECK(parse_options({"Sổ theo dõi.xlsx"}).file == "Sổ theo dõi.xlsx");
}

TEST_CASE("deck, hand-outs and a scene are asked for by name") {
    const app::Options deck = parse_options({"deck", "a.toml", "-o", "b.html", "--lang", "en"});
    CHECK(deck.command == CommandName::deck);
    CHECK(deck.output == "b.html");
    const app::Options handouts = parse_options({"handouts", "a.toml", "-o", "folder", "--era", "2025"});
    CHECK(handouts.command == CommandName::handouts);
    CHECK(handouts.era == domain::Era::y2025);
    CHECK(parse_options({"render", "a.toml", "-o", "b.png", "--scene", "3"}).scene == "3");
    CHECK(complaint({"deck", "a.toml"}) == "Thiếu tệp kết quả: thêm -o TÊN với đuôi .pdf, .html.");
    CHECK(complaint({"deck", "-o", "b.pdf"}) == "Thiếu tệp cần đọc.");
    CHECK(complaint({"handouts", "a.toml"}) == "Thiếu tệp kết quả: thêm -o TÊN với đuôi .pdf.");
    CHECK(complaint({"handouts", "a.toml", "-o", "b", "--level", "province"}) ==
          "--level không nhận “province”. Có thể dùng: district, commune.");
    CHECK(complaint({"deck", "a.toml", "-o", "b.pdf", "--scene", "2"}) == "--scene chỉ dùng với lệnh render.");
    CHECK(complaint({"deck", "a.toml", "-o", "b.pdf", "--as-of", "2022-12-31"}) == "--as-of không dùng với lệnh deck.");
    CHECK(complaint({"handouts", "a.toml", "-o", "b", "--show", "gap"}) == "--show không dùng với lệnh handouts.");
}

TEST_CASE("what cannot be understood is named, with what is possible") {
    CHECK(complaint({"render", "a.toml"}) == "Thiếu tệp kết quả: thêm -o TÊN với đuôi .png, .pdf, .svg.");
    CHECK(complaint({"render", "-o", "a.png"}) == "Thiếu tệp cần đọc.");
    CHECK(complaint({"merge", "a.gpkg"}) == "Cần hai kho sửa đổi: ocopmap merge A.gpkg B.gpkg");
    CHECK(complaint({"merge"}) == "Cần hai kho sửa đổi: ocopmap merge A.gpkg B.gpkg");
    CHECK(complaint({"merge", "a.gpkg", "b.gpkg", "c.gpkg"}) == "Chỉ nhận một tệp; thừa “c.gpkg”.");
    CHECK(complaint({"--colour"}) == "Không có tùy chọn --colour.");
    CHECK(complaint({"a.toml", "b.toml"}) == "Chỉ nhận một tệp; thừa “b.toml”.");
    CHECK(complaint({"check", "a", "--as-of"}) == "Thiếu giá trị sau --as-of.");
    CHECK(complaint({"check", "a", "--as-of", "31/02/2021"}) ==
          "--as-of không nhận “31/02/2021”. Có thể dùng: 2021-12-31, 31/12/2021.");
    CHECK(complaint({"check", "a", "--as-of", "2021"}) ==
          "--as-of không nhận “2021”. Có thể dùng: 2021-12-31, 31/12/2021.");
    CHECK(complaint({"check", "a", "--basis", "old"}) ==
          "--basis không nhận “old”. Có thể dùng: new, recognised, valid.");
    CHECK(complaint({"render", "a", "-o", "b.png", "--size", "10x10"}) ==
          "--size không nhận “10x10”. Có thể dùng: 1920x1080, A4, A3.");
    CHECK(complaint({"check", "a", "--filter", "stars=7"}) ==
          "--filter không nhận “stars=7”. Có thể dùng: stars=4,5; group=food; producer=cooperative.");
    CHECK(complaint({"check", "a", "--filter", "producer=unknown"}) ==
          "--filter không nhận “producer=unknown”. Có thể dùng: stars=4,5; group=food; producer=cooperative.");
    CHECK(complaint({"check", "a", "--lang", "fr"}) == "--lang không nhận “fr”. Có thể dùng: vi, en.");
    CHECK(complaint({"--colour", "--lang", "en"}) == "There is no option --colour.");
}
