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

TEST_CASE("an ending that nothing can be written as is refused before anything is read") {
    CHECK(complaint({"render", "a.toml", "-o", "b.docx"}) ==
          "Không biết ghi “b.docx” theo định dạng nào. Hãy đặt tên tệp có đuôi .png, .pdf, .svg.");
    CHECK(complaint({"render", "a.toml", "-o", "b"}) ==
          "Không biết ghi “b” theo định dạng nào. Hãy đặt tên tệp có đuôi .png, .pdf, .svg.");
    CHECK(complaint({"report", "a.toml", "-o", "b.png"}) ==
          "Không biết ghi “b.png” theo định dạng nào. Hãy đặt tên tệp có đuôi .xlsx, .csv, .md.");
    CHECK(complaint({"deck", "a.toml", "-o", "b.docx", "--lang", "en"}) ==
          "It is not known in which format to write “b.docx”. Give the file a name ending in .pdf, .html.");
    CHECK(complaint({"template", "-o", "b.csv"}) ==
          "Không biết ghi “b.csv” theo định dạng nào. Hãy đặt tên tệp có đuôi .xlsx.");
    CHECK(complaint({"render", "a.toml", "-o", "B.PNG"}) == "accepted");
    CHECK(complaint({"report", "a.toml", "--json"}) == "accepted");
}

TEST_CASE("a word that is no command is answered with the commands; a file that is not there is not") {
    CHECK(
        complaint({"rendre", "-o", "b.png"}) ==
        "Không có lệnh “rendre” và cũng không có tệp nào tên như vậy. Các lệnh: render, deck, handouts, report, check, "
        "merge, template, info, help.");
    CHECK(complaint({"rendre", "a.toml", "-o", "b.png"}).starts_with("Không có lệnh “rendre”"));
    CHECK(complaint({"kien-giang.toml"}) == "accepted");
    CHECK(complaint({"folder/file"}) == "accepted");
}

TEST_CASE("paper lies unless it is asked to stand") {
    CHECK(parse_options({"render", "a", "-o", "b.png", "--size", "A4"}).size->aspect() > 1.4);
    CHECK(parse_options({"render", "a", "-o", "b.png", "--portrait", "--size", "A4"}).size->aspect() < 0.72);
}

TEST_CASE("options that would be dropped in silence are refused") {
    const auto render = [](std::vector<std::string> more) {
        more.insert(more.begin(), {"render", "a.toml", "-o", "b.png"});
        return complaint(more);
    };
    CHECK(render({"--basis", "new", "--basis", "valid"}) == "--basis chỉ được ghi một lần.");
    CHECK(render({"--output", "c.png"}) == "-o chỉ được ghi một lần.");
    CHECK(render({"--filter", "stars=4", "--filter", "group=food"}) == "accepted");
    CHECK(render({"--size", "A4", "--landscape", "--portrait"}) == "--landscape và --portrait không dùng cùng nhau.");
    CHECK(render({"--size", "A4", "--portrait", "--landscape"}) == "--landscape và --portrait không dùng cùng nhau.");
    CHECK(render({"--portrait"}) == "--portrait chỉ dùng cho khổ giấy: --size A4 hoặc --size A3.");
    CHECK(render({"--size", "1920x1080", "--landscape"}) ==
          "--landscape chỉ dùng cho khổ giấy: --size A4 hoặc --size A3.");
    CHECK(render({"--indicator", "outreach", "--filter", "stars=4"}) ==
          "--filter lọc sản phẩm; chỉ tiêu outreach không đếm sản phẩm.");
    CHECK(render({"--indicator", "stars:mix", "--filter", "stars=4"}) == "accepted");
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
    CHECK(complaint({"deck", "a.toml", "-o", "b.pdf", "--scene", "2"}) == "--scene không dùng với lệnh deck.");
    CHECK(complaint({"deck", "a.toml", "-o", "b.pdf", "--as-of", "2022-12-31"}) == "--as-of không dùng với lệnh deck.");
    CHECK(complaint({"handouts", "a.toml", "-o", "b", "--show", "gap"}) == "--show không dùng với lệnh handouts.");
}

TEST_CASE("a template needs no file to read") {
    const app::Options options = parse_options({"template", "-o", "mau.xlsx", "--lang", "en", "--era", "2025"});
    CHECK(options.command == CommandName::blank_register);
    CHECK(options.file.empty());
    CHECK(options.output == "mau.xlsx");
    CHECK(options.era == domain::Era::y2025);
    CHECK(parse_options({"template", "a.toml", "-o", "mau.xlsx"}).file == "a.toml");
}

TEST_CASE("what cannot be understood is named, with what is possible") {
    CHECK(complaint({"render", "a.toml"}) == "Thiếu tệp kết quả: thêm -o TÊN với đuôi .png, .pdf, .svg.");
    CHECK(complaint({"report", "a.toml"}) == "Thiếu tệp kết quả: thêm -o TÊN với đuôi .xlsx, .csv, .md.");
    CHECK(complaint({"template"}) == "Thiếu tệp kết quả: thêm -o TÊN với đuôi .xlsx.");
    CHECK(complaint({"render", "-o", "a.png"}) == "Thiếu tệp cần đọc.");
    CHECK(complaint({"merge", "a.gpkg"}) == "Cần hai kho sửa đổi: ocopmap merge A.gpkg B.gpkg");
    CHECK(complaint({"merge"}) == "Cần hai kho sửa đổi: ocopmap merge A.gpkg B.gpkg");
    CHECK(complaint({"merge", "a.gpkg", "b.gpkg", "c.gpkg"}) == "Chỉ nhận một tệp; thừa “c.gpkg”.");
    CHECK(complaint({"--colour"}) == "Không có tùy chọn --colour.");
    CHECK(complaint({"a.toml", "b.toml"}) == "Chỉ nhận một tệp; thừa “b.toml”.");
    CHECK(complaint({"report", "a", "--as-of"}) == "Thiếu giá trị sau --as-of.");
    CHECK(complaint({"report", "a", "--as-of", "31/02/2021"}) ==
          "--as-of không nhận “31/02/2021”. Có thể dùng: 2021-12-31, 31/12/2021.");
    CHECK(complaint({"check", "a", "--as-of", "2021"}) ==
          "--as-of không nhận “2021”. Có thể dùng: 2021-12-31, 31/12/2021.");
    CHECK(complaint({"check", "a", "--basis", "old"}) ==
          "--basis không nhận “old”. Có thể dùng: new, recognised, valid.");
    CHECK(complaint({"render", "a", "-o", "b.png", "--size", "10x10"}) ==
          "--size không nhận “10x10”. Có thể dùng: 1920x1080, A4, A3.");
    for (const std::string stars : {"7", "2", "1", "4,2"})
        CHECK(complaint({"report", "a", "-o", "b.csv", "--filter", "stars=" + stars}) ==
              "--filter không nhận “stars=" + stars + "”. Có thể dùng: stars=4,5; group=food; producer=cooperative.");
    CHECK(complaint({"report", "a", "-o", "b.csv", "--filter", "producer=unknown"}) ==
          "--filter không nhận “producer=unknown”. Có thể dùng: stars=4,5; group=food; producer=cooperative.");
    CHECK(complaint({"check", "a", "--lang", "fr"}) == "--lang không nhận “fr”. Có thể dùng: vi, en.");
    CHECK(complaint({"--colour", "--lang", "en"}) == "There is no option --colour.");
}

TEST_CASE("an option that a command does not use is refused, not dropped") {
    CHECK(complaint({"render", "a", "-o", "b.png", "--json"}) == "--json không dùng với lệnh render.");
    CHECK(complaint({"check", "a", "-o", "x.png", "--size", "A4"}) == "-o không dùng với lệnh check.");
    CHECK(complaint({"check", "a", "--size", "A4"}) == "--size không dùng với lệnh check.");
    CHECK(complaint({"report", "a", "-o", "b.csv", "--level", "commune"}) == "--level không dùng với lệnh report.");
    CHECK(complaint({"a.toml", "--basis", "new"}) == "--basis không dùng với lệnh ocopmap.");
    CHECK(complaint({"info", "extra"}) == "Lệnh info không đọc tệp nào; thừa “extra”.");
    CHECK(complaint({"info", "--json", "--lang", "en"}) == "accepted");
    CHECK(complaint({"check", "a", "--json", "--plan", "p.toml"}) == "accepted");
    CHECK(complaint({"a.toml", "--size", "1920x1080", "--play", "b", "--lang", "en"}) == "accepted");
    CHECK(parse_options({"render", "a", "-o", "b.png", "--level", "province"}).level == domain::Level::province);
}

TEST_CASE("a level at which an indicator is not counted is refused, not drawn as if there were none") {
    CHECK(complaint({"render", "a", "-o", "b.png", "--indicator", "ideas", "--level", "commune"}) ==
          "Chỉ tiêu ideas không được tính ở cấp commune. Hãy chọn --level khác.");
    CHECK(complaint({"render", "a", "-o", "b.png", "--indicator", "ideas", "--level", "district"}) == "accepted");
}

TEST_CASE("a group that nobody knows is refused; a known one may be written in any of its words") {
    domain::Document document;
    document.records.products.emplace_back().group = "mật ong";
    const auto groups = [&](const std::string& text) {
        return app::query_of(document, parse_options({"render", "a", "-o", "b.png", "--filter", "group=" + text}))
            .filter.groups;
    };
    CHECK(groups("food") == std::vector<std::string>{"food"});
    CHECK(groups("Thực phẩm,mật ong") == std::vector<std::string>{"food", "mật ong"});
    try {
        groups("abc");
        FAIL("accepted");
    } catch (const app::UsageError& usage) {
        CHECK(core::Words{usage.language}.say(usage.message) ==
              "Không có nhóm sản phẩm “abc”. Có thể dùng: drink, food, handicraft_decor, herbal, mật ong, ornamental, "
              "textile, tourism.");
    }
}

TEST_CASE("a register of 2025 is refused in the units of 2021, with the reason; one of 2021 is shown in both") {
    domain::Document document;
    app::Options options;
    for (const auto register_era : {domain::Era::y2021, domain::Era::y2025})
        for (const auto era : {domain::Era::y2021, domain::Era::y2025}) {
            document.register_era = register_era;
            options.era = era;
            std::string said;
            try {
                const domain::Query query = app::query_of(document, options);
                CHECK(query.era == era);
            } catch (const core::Error& error) {
                said = core::Words{core::Language::vietnamese}.say(error.message());
            }
            CHECK(said ==
                  (register_era == domain::Era::y2025 && era == domain::Era::y2021
                       ? "Số liệu ghi theo đơn vị hành chính từ tháng 7/2025 nên không hiển thị được theo đơn vị "
                         "năm 2021: mỗi xã mới gộp nhiều xã cũ và không biết dòng nào thuộc xã cũ nào. Hãy xem "
                         "theo đơn vị năm 2025."
                       : ""));
        }
}
