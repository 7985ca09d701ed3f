// What goes to paper, as programs of others read it: fonts, text, vectors, pages; and the page for a browser.
#include "app/paper.h"

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>

#include "core/text.h"
#include "support/shell.h"

using namespace ocop;
namespace fs = std::filesystem;

namespace {

const std::string disclaimer = "Sơ đồ chuyên đề phục vụ họp, không dùng làm căn cứ pháp lý về địa giới";
const std::string invented = "DỮ LIỆU MINH HOẠ";

/// A folder of its own, with letters and spaces as offices have them.
struct Folder {
    fs::path path = fs::temp_directory_path() / ("Họp giao ban " + std::to_string(::getpid()));
    Folder() { fs::create_directories(path); }
    ~Folder() { fs::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::string operator/(const std::string& name) const { return (path / name).string(); }
};

using tests::answer;

std::string of(const std::string& program, const std::string& file, const std::string& after = {}) {
    return answer(program + " '" + file + "' " + after);
}

struct Ran {
    int code;
    std::string err;
};
Ran run(const std::vector<std::string>& arguments) {
    const app::Options options = app::parse_options(arguments);
    std::ostringstream out, err;
    const core::Words words{options.language.value_or(core::Language::vietnamese)};
    const int code = app::run_command(options, words, {out, err});
    return {code, err.str()};
}
const std::string minh_hoa = OCOP_GEODATA "/minh-hoa.toml", kien_giang = OCOP_GEODATA "/kien-giang.toml";

std::vector<std::string> pages_of(const std::string& pdf) {
    std::string text = of("pdftotext -raw", pdf, "-");
    for (char& c : text)
        if (c == '\n') c = ' ';
    std::vector<std::string> pages = core::split(text, '\f');
    if (!pages.empty() && core::collapsed(pages.back()).empty()) pages.pop_back();
    return pages;
}

bool holds(const std::string& text, const std::string& words) {
    INFO(words);
    return core::collapsed(text).find(words) != std::string::npos;
}

std::size_t count(const std::string& text, const std::string& words) {
    std::size_t n = 0;
    for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) ++n;
    return n;
}

void check_fonts(const std::string& pdf) {
    std::istringstream fonts{of("pdffonts", pdf)};
    std::string line;
    std::getline(fonts, line);
    std::getline(fonts, line);
    int n = 0;
    while (std::getline(fonts, line)) {
        INFO(line);
        CHECK(line.find("Inter") != std::string::npos);
        CHECK(std::regex_search(line, std::regex{" yes +yes +(yes|no) +\\d+ +\\d+$"}));  // embedded, a subset
        ++n;
    }
    CHECK(n >= 2);
}

std::string read(const std::string& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

}  // namespace

TEST_CASE("a deck is a PDF of seven wide pages: text, vectors, embedded fonts, under 3 MB") {
    const Folder folder;
    for (const std::string& workspace : {minh_hoa, kien_giang}) {
        INFO(workspace);
        const std::string pdf = folder / "bộ cảnh.pdf";
        REQUIRE(run({"deck", workspace, "-o", pdf}).code == 0);
        CHECK(fs::file_size(pdf) < 3'000'000);
        const std::string info = of("pdfinfo", pdf);
        CHECK(holds(info, "Pages: 7"));
        CHECK(holds(info, "Page size: 960 x 540 pts"));
        check_fonts(pdf);
        const std::string images = of("pdfimages -list", pdf);
        CHECK(count(images, "\n") == 2);  // its two lines of heading
        const auto pages = pages_of(pdf);
        REQUIRE(pages.size() == 7);
        for (const std::string& page : pages) {
            CHECK(core::nfc(page) == page);
            CHECK(holds(page, disclaimer));
            CHECK(holds(page, invented) == (workspace == minh_hoa));
        }
        CHECK(holds(pages[0], workspace == minh_hoa ? "2/15 huyện, thành phố chưa đạt 4 sản phẩm từ 3 sao"
                                                    : "Chưa đủ dữ liệu để kết luận"));
        for (const char* name : {"Giồng Riềng", "U Minh Thượng", "Hòn Đất", "Vĩnh Thuận"}) CHECK(holds(pages[1], name));
    }
}

TEST_CASE("one scene is drawn by number or id, and an unknown one is told") {
    const Folder folder;
    REQUIRE(run({"render", minh_hoa, "-o", folder / "a.svg", "--scene", "4"}).code == 0);
    REQUIRE(run({"render", minh_hoa, "-o", folder / "b.svg", "--scene", "stars"}).code == 0);
    CHECK(read(folder / "a.svg") == read(folder / "b.svg"));
    CHECK(holds(read(folder / "a.svg"), "1/15 huyện, thành phố có sản phẩm 5 sao"));
    REQUIRE(run({"render", minh_hoa, "-o", folder / "c.svg", "--scene", "stars", "--as-of", "2020-12-31"}).code == 0);
    CHECK(holds(read(folder / "c.svg"), "đến 31/12/2020"));
    const Ran unknown = run({"render", minh_hoa, "-o", folder / "d.svg", "--scene", "8"});
    CHECK(unknown.code == 2);
    CHECK(unknown.err ==
          "Không có cảnh “8”. Các cảnh: standing, products, below-quota, stars, outreach, blank-communes, gap.\n");
    CHECK(run({"deck", OCOP_GEODATA "/register/products.csv", "-o", folder / "e.pdf"})
              .err.find("không có bộ cảnh trình chiếu. Hãy thêm dòng deck") != std::string::npos);
    CHECK_FALSE(fs::exists(folder / "e.pdf"));
}

TEST_CASE("an isolated class shows that class alone") {
    const Folder folder;
    REQUIRE(run({"render", minh_hoa, "-o", folder / "a.svg", "--scene", "below-quota"}).code == 0);
    const std::string svg = read(folder / "a.svg");
    const auto fill = [&](const std::string& code) {
        std::smatch match;
        const std::regex area{"data-unit=\"" + code + "\" fill=\"(#[0-9a-f]{6})\""};
        REQUIRE(std::regex_search(svg, match, area));
        return match[1].str();
    };
    CHECK(fill("913") == "#ffffff");  // U Minh Thượng: zero
    CHECK(fill("912") != fill("911"));
    CHECK(fill("911") != "#3b2c94");  // Phú Quốc, over its quota: mixed with the ground
}

TEST_CASE("a hand-out per district in one command, each with its map, quotas and products") {
    const Folder folder;
    REQUIRE(run({"handouts", minh_hoa, "-o", folder / "phát"}).code == 0);
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator{folder / "phát"}) names.push_back(entry.path().filename());
    std::sort(names.begin(), names.end());
    REQUIRE(names.size() == 15);
    CHECK(names[0] == "899-rach-gia.pdf");
    CHECK(names[11] == "911-phu-quoc.pdf");
    const std::string pdf = folder / "phát/906-giong-rieng.pdf";
    check_fonts(pdf);
    CHECK(holds(of("pdfinfo", pdf), "Page size: 595.276 x 841.89 pts (A4)"));
    CHECK(count(of("pdfimages -list", pdf), "\n") == 2);
    std::string all;
    for (const std::string& page : pages_of(pdf)) {
        CHECK(holds(page, disclaimer));
        CHECK(holds(page, invented));
        CHECK(holds(page, "Huyện Giồng Riềng"));
        all += page;
    }
    for (const char* words :
         {"Đạt 3/5 chỉ tiêu được giao. Chưa đạt: Tập huấn cán bộ, Tuyên truyền xã.", "11/4", "Đạt, vượt 7", "73 %",
          "Chưa đạt, còn 27 %", "Sản phẩm OCOP (11)", "Bánh tráng Minh Họa 56", "18/12/2020", "17/12/2023", "Hòa Lợi"})
        CHECK(holds(all, words));
}

TEST_CASE("all hand-outs in one file; units of 2025 have their own") {
    const Folder folder;
    REQUIRE(run({"handouts", kien_giang, "-o", folder / "tất cả.pdf"}).code == 0);
    std::string all;
    for (const std::string& page : pages_of(folder / "tất cả.pdf")) {
        CHECK(holds(page, disclaimer));
        CHECK_FALSE(holds(page, invented));
        all += page;
    }
    // What cannot be told is not told: no product of An Minh is published, and that is no zero.
    CHECK(count(all, "trang 1/") == 15);
    CHECK(holds(all, "Chưa có số liệu về sản phẩm của đơn vị này."));
    CHECK_FALSE(holds(all, "Chưa có sản phẩm nào."));
    REQUIRE(run({"handouts", minh_hoa, "-o", folder / "2025", "--era", "2025"}).code == 0);
    CHECK(std::distance(fs::directory_iterator{folder / "2025"}, {}) == 48);
    CHECK(holds(of("pdftotext -raw", folder / "2025/31078-phu-quoc.pdf", "-"), "Đặc khu Phú Quốc"));
}

TEST_CASE("the deck as a page needs nothing else and says everything without a script") {
    const Folder folder;
    REQUIRE(run({"deck", minh_hoa, "-o", folder / "bộ cảnh.html"}).code == 0);
    const std::string page = read(folder / "bộ cảnh.html");
    CHECK(page.size() < 3'000'000);
    CHECK(core::is_valid_utf8(page));
    // No address of any network, and no other way to ask for one.
    CHECK(page.find("://") == std::string::npos);
    for (const char* way : {"<script src", "<link rel=\"stylesheet", "@import", "<img", "<iframe", "fetch(",
                            "XMLHttpRequest", "WebSocket", "import(", "sendBeacon"})
        CHECK(page.find(way) == std::string::npos);
    CHECK(holds(page, "default-src 'none'"));
    CHECK(holds(page, "<html lang=\"vi\">"));
    CHECK(holds(page, "<meta name=\"viewport\""));
    CHECK(count(page, "<section class=\"scene\"") == 7);
    CHECK(count(page, "role=\"img\" aria-labelledby=") == 14);
    CHECK(count(page, "</desc>") == 14);
    CHECK(count(page, disclaimer) >= 8);
    CHECK(count(page, invented) >= 8);
    CHECK(count(page, "@font-face") == 2);
    CHECK(holds(page, "<td>Huyện Giồng Riềng</td><td>11/4</td><td>4</td><td>Đạt, vượt 7</td>"));
    CHECK(holds(page, "<li>Bánh tráng Minh Họa 56, Cơ sở Minh Họa 21: 3★, 18/12/2020</li>"));
    // Shapes are written once: what the seven scenes draw refers to them.
    CHECK(count(page, "<path id=\"g1a0\"") == 1);
    CHECK(count(page, "href=\"#g1a0\"") >= 8);
    // Every reference has what it refers to.
    const std::regex reference{"(?:href=\"#|url\\(#)([^\"\\)]+)"};
    for (std::sregex_iterator it{page.begin(), page.end(), reference}, end; it != end; ++it)
        if (page.find("id=\"" + (*it)[1].str() + "\"") == std::string::npos) FAIL("nothing has the id " << (*it)[1]);
}

TEST_CASE("the page of another language, and a file that cannot be written") {
    const Folder folder;
    REQUIRE(run({"deck", minh_hoa, "-o", folder / "a.html", "--lang", "en"}).code == 0);
    CHECK(holds(read(folder / "a.html"), "<html lang=\"en\">"));
    CHECK(run({"deck", minh_hoa, "-o", folder / "none/a.html"}).code == 2);
    std::ofstream{folder / "taken"} << "x";
    CHECK(run({"handouts", minh_hoa, "-o", folder / "taken"}).code == 2);
    CHECK(read(folder / "taken") == "x");
}
