// Workspaces that name what is not there or hold what nobody understands.
#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "bad_input.h"

using namespace tests;

namespace {

/// Findings of a workspace with these lines after the plan, which is line 1.
Lines said_of(const std::string& lines) {
    const Folder folder;
    return placed(data::open(workspace(folder, lines)).findings);
}

/// The refusal of a workspace; the folder's path is cut away.
std::string without(std::string sentence, const Folder& folder) {
    const std::string path = folder.path().string() + "/";
    for (auto at = sentence.find(path); at != std::string::npos; at = sentence.find(path))
        sentence.erase(at, path.size());
    return sentence;
}
std::string refusal(const std::string& lines) {
    const Folder folder;
    return without(error_of([&] { data::open(workspace(folder, lines)); }), folder);
}

const std::string maps = shipped_districts + shipped_communes;

}  // namespace

TEST_CASE("files that a workspace names and that are not there") {
    const auto missing = [](const std::string& name, int line) {
        return "Không tìm thấy tệp “" + name + "” mà “không gian làm việc.toml” nêu ở dòng " + std::to_string(line) +
               ". Hãy sửa tên tệp, hoặc chép tệp vào chỗ đó.";
    };
    CHECK(refusal("register = [\n\"sổ của huyện.csv\"]\n" + maps) == missing("sổ của huyện.csv", 3));
    CHECK(refusal("[boundaries.2021]\ncommunes = \"xã.shp\"\n") == missing("xã.shp", 3));
    CHECK(refusal(maps + "crosswalk = \"chuyển.csv\"\n") == missing("chuyển.csv", 5));
    const Folder folder;
    CHECK(without(error_of([&] { data::open(folder.write("a.toml", "plan = \"b.toml\"\n" + maps)); }), folder) ==
          "Không tìm thấy tệp “b.toml” mà “a.toml” nêu ở dòng 1. Hãy sửa tên tệp, hoặc chép tệp vào chỗ đó.");
}

TEST_CASE("files that are given and not there, or cannot be read") {
    const Folder folder;
    for (const char* name : {"không có.toml", "không có.csv", "không có.xlsx", "không có.shp"})
        CHECK(without(error_of([&] { data::open(folder.path() / name); }), folder) ==
              "Không tìm thấy tệp “" + std::string{name} + "”. Hãy kiểm tra tên và thư mục.");
    const std::string unreadable = "”. Hãy kiểm tra quyền truy cập, hoặc xem đó có phải là một thư mục không.";
    for (const char* name : {"a.toml", "b.csv", "c.xlsx", "d.shp", "thư mục"}) {
        fs::create_directory(folder.path() / name);
        CHECK(without(error_of([&] { data::open(folder.path() / name); }), folder) ==
              "Không đọc được tệp “" + std::string{name} + unreadable);
    }
    for (const char* name :
         {"ống.csv", "ống.toml", "ống.geojson"}) {  // nobody writes to it: reading would wait for ever
        REQUIRE(mkfifo((folder.path() / name).c_str(), 0600) == 0);
        CHECK(without(error_of([&] { data::open(folder.path() / name); }), folder) ==
              "Không đọc được tệp “" + std::string{name} + unreadable);
    }
    if (geteuid() == 0) return;  // nothing is forbidden to root
    const fs::path locked = folder.write("khóa.csv", "a,b\n");
    fs::permissions(locked, fs::perms::none);
    CHECK(without(error_of([&] { data::open(locked); }), folder) == "Không đọc được tệp “khóa.csv" + unreadable);
}

TEST_CASE("a workspace without plan or boundaries") {
    const Folder folder;
    CHECK(without(error_of([&] { data::open(folder.write("a.toml", maps)); }), folder) ==
          "Tệp “a.toml” không khai báo kế hoạch: cần dòng plan = \"…\".");
    const std::string none =
        "Tệp “không gian làm việc.toml” không khai báo ranh giới: cần mục [boundaries.2021] hoặc [boundaries.2025].";
    CHECK(refusal("") == none);
    CHECK(refusal("[boundaries.2021]\n") == none);
    CHECK(without(error_of([&] { data::open(folder.write("b.toml", "# trống\n")); }), folder) ==
          "Tệp “b.toml” không khai báo ranh giới: cần mục [boundaries.2021] hoặc [boundaries.2025].");
}

TEST_CASE("values of a workspace that cannot be used, with their line and a valid one") {
    const auto wrong = [](const std::string& value, const std::string& key, const std::string& example) {
        return "Tệp “không gian làm việc.toml”, dòng 2: giá trị " + value + " của " + key +
               " không dùng được. Ví dụ đúng: " + example + ".";
    };
    const std::string eras = "era = \"2021\", era = \"2025\"",
                      bases = "basis = \"new\", basis = \"recognised\", basis = \"valid\"";
    CHECK(refusal("era = \"2030\"\n" + maps) == wrong("'2030'", "era", eras));
    CHECK(refusal("era = 2021\n" + maps) == wrong("2021", "era", eras));
    CHECK(refusal("basis = \"x\"\n" + maps) == wrong("'x'", "basis", bases));
    CHECK(refusal("as_of = \"31/02/2021\"\n" + maps) == wrong("'31/02/2021'", "as_of", "as_of = 2021-12-31"));
    CHECK(refusal("as_of = 5\n" + maps) == wrong("5", "as_of", "as_of = 2021-12-31"));
    CHECK(refusal("title = 5\n" + maps) == wrong("5", "title", "title = \"…\""));
    CHECK(refusal("register = [1]\n" + maps) == wrong("[ 1 ]", "register", "register = [\"register/products.csv\"]"));
    CHECK(refusal("boundaries = [1]\n") == wrong("[ 1 ]", "boundaries", "[boundaries.2021]"));
    CHECK(refusal("boundaries.2021 = 5\n") == wrong("5", "2021", "[boundaries.2021]"));
}

TEST_CASE("keys that nothing reads, and an era without boundaries") {
    CHECK(said_of("colour = \"red\"\n" + maps + "[boundaries.2030]\ncommunes = \"a\"\n") ==
          Lines{"không gian làm việc.toml 2:0 Không hiểu khóa “colour” nên bỏ qua. Hãy kiểm tra chính tả.",
                "không gian làm việc.toml 6:0 Không hiểu khóa “2030” nên bỏ qua. Hãy kiểm tra chính tả."});
    CHECK(
        said_of("era = \"2025\"\n" + maps) ==
        Lines{
            "không gian làm việc.toml 2:0 Không có ranh giới năm 2025 trong tệp này; dùng ranh giới năm 2021. Hãy thêm "
            "mục [boundaries.2025] hoặc sửa era."});
}

TEST_CASE("a network address is refused wherever it stands") {
    const std::string refused = " là địa chỉ mạng. Chương trình không mở kết nối mạng; hãy chép tệp về máy.";
    CHECK(refusal("register = [\"https://x.vn/sổ.csv\"]\n" + maps) == "“https://x.vn/sổ.csv”" + refused);
    CHECK(error_of([] { data::open("/vsicurl/http://x.vn/a.shp"); }) == "“/vsicurl/http://x.vn/a.shp”" + refused);
}

TEST_CASE("files in the wrong place") {
    const Folder folder;
    folder.write("khác.toml", shipped_plan + maps);
    const auto refused = [&](const std::string& lines) {
        return without(error_of([&] { data::open(folder.write("a.toml", lines)); }), folder);
    };
    CHECK(refused("plan = \"khác.toml\"\n" + maps) == "Kế hoạch “khác.toml” thiếu mục id (cần id, from, to).");
    CHECK(refused(shipped_plan + "register = \"khác.toml\"\n" + maps) ==
          "Tệp “khác.toml” không mở được như một bảng tính: tệp hỏng, ghi dở, có mật khẩu, hoặc đuôi tệp không đúng "
          "với nội "
          "dung. Hãy mở bằng Excel và lưu lại.");
    CHECK(refused(shipped_plan + "[boundaries.2021]\ncommunes = \"khác.toml\"\n") ==
          "Tệp “khác.toml” không mở được như một bản đồ: tệp hỏng, rỗng, hoặc đuôi tệp không đúng với nội dung.");
}

TEST_CASE("crosswalk rows that name no unit, or a commune again") {
    const Folder folder;
    const auto open_with = [&](const std::string& text) {
        folder.write("chuyển.csv", text);
        return data::open(workspace(folder, maps + "[boundaries.2025]\ncommunes = \"" OCOP_GEODATA
                                                   "/boundaries/2025/communes.shp\"\ncrosswalk = \"chuyển.csv\"\n"));
    };
    const domain::Document document =
        open_with("code_2021,code_2025\n30730,30742\n30730,30742\n\n99999,30742\n30733,1\n30730,30760\n30736\n");
    CHECK(document.crosswalk == std::map<std::string, std::string>{{"30730", "30742"}});
    CHECK(
        placed(document.findings) ==
        Lines{"chuyển.csv 5:1 Không có xã, phường nào năm 2021 mang mã “99999”; dòng chuyển đổi này bị bỏ qua.",
              "chuyển.csv 6:2 Không có xã, phường nào năm 2025 mang mã “1”; dòng chuyển đổi này bị bỏ qua.",
              "chuyển.csv 7:1 Mã “30730” đã được chuyển sang “30742” ở dòng trên; “30760” bị bỏ qua.",
              "chuyển.csv 8:2 Không có xã, phường nào năm 2025 mang mã “”; dòng chuyển đổi này bị bỏ qua.",
              "chuyển.csv 0:0 Bảng chuyển đổi thiếu 143 xã, phường của năm 2021 (như “Vĩnh Thanh”); số liệu của những "
              "nơi đó không hiện được trên đơn vị từ 7/2025. Hãy bổ sung."});
    CHECK(without(error_of([&] { open_with("a,b\n1,2\n"); }), folder) ==
          "Bảng chuyển đổi “chuyển.csv” thiếu cột code_2021 (cần code_2021 và code_2025).");
}
