// Plans with slips: a bad target is told with its line and left out, a plan without its period is refused.
#include <catch2/catch.hpp>

#include "bad_input.h"

using namespace tests;

namespace {

const std::string head = "id = \"1/KH\"\ntitle = \"Kế hoạch\"\nfrom = 2021-01-01\nto = 2021-12-31\n";  // lines 1 to 4
const std::string sound = "[[target]]\nindicator = \"products\"\nlevel = \"district\"\nat_least = 4\n";

std::string target(const std::string& lines, const std::string& indicator = "products",
                   const std::string& level = "district") {
    return "[[target]]\nindicator = \"" + indicator + "\"\nlevel = \"" + level + "\"\n" + lines + "\n";
}

domain::Document open_plan(const std::string& text) {
    const Folder folder;
    const fs::path plan = folder.write("kế hoạch.toml", text);
    return data::open(workspace(folder, shipped_districts + shipped_communes), plan);
}

/// What is said of targets after `head`; those that are left are only the sound one, where it stands there.
Lines said_of(const std::string& targets, std::size_t left = 0) {
    const domain::Document document = open_plan(head + targets);
    CHECK(document.plan.targets.size() == left);
    return placed(document.findings);
}

/// The refusal, with TỆP for the file.
std::string refusal(const std::string& text) {
    const Folder folder;
    const fs::path plan = folder.write("kế hoạch.toml", text);
    std::string sentence = error_of([&] { data::open(workspace(folder, shipped_districts), plan); });
    const auto at = sentence.find("“" + plan.string() + "”");
    REQUIRE(at != std::string::npos);
    return sentence.replace(at, std::string{"“" + plan.string() + "”"}.size(), "TỆP");
}

}  // namespace

TEST_CASE("a plan that names an unknown indicator, level or unit") {
    CHECK(
        said_of(target("at_least = 4", "profits") + sound, 1) ==
        Lines{"kế hoạch.toml 6:0 Kế hoạch nêu chỉ tiêu “profits” mà chương trình không biết; chỉ tiêu này bị bỏ qua."});
    CHECK(said_of("[[target]]\nlevel = \"district\"\nat_least = 4\n" + sound, 1) ==
          Lines{"kế hoạch.toml 5:0 Kế hoạch nêu chỉ tiêu “” mà chương trình không biết; chỉ tiêu này bị bỏ qua."});
    CHECK(said_of(target("at_least = 4", "products", "village") + sound, 1) ==
          Lines{"kế hoạch.toml 7:0 Kế hoạch nêu cấp “village”; chỉ có province, district, commune."});
    CHECK(said_of(target("share = 1.0", "leaders_trained", "commune") + sound, 1) ==
          Lines{"kế hoạch.toml 7:0 Chỉ tiêu “leaders_trained” không được đếm ở cấp commune nên bị bỏ qua."});
    CHECK(said_of(target("at_least = 4\n[target.units]\n\"999\" = 3\n\"911\" = 10"), 1) ==
          Lines{"kế hoạch.toml 10:0 Kế hoạch giao chỉ tiêu cho mã “999” nhưng không có đơn vị này."});
}

TEST_CASE("quotas that are none") {
    const auto unusable = [](const std::string& value) {
        return Lines{"kế hoạch.toml 8:0 Chỉ tiêu " + value +
                     " của “products” không dùng được: cần một số nguyên từ 0 đến 1000000."};
    };
    CHECK(said_of(target("at_least = -4")) == unusable("-4"));
    CHECK(said_of(target("at_least = 4.5")) == unusable("4.5"));
    CHECK(said_of(target("at_least = 4294967300")) == unusable("4294967300"));  // 4 in 32 bits
    CHECK(said_of(target("at_least = [4]")) == unusable("[ 4 ]"));
    CHECK(said_of(target("about = -1")) == unusable("-1"));
    CHECK(
        said_of(target("")) ==
        Lines{
            "kế hoạch.toml 5:0 “products” không có mức phải đạt: cần at_least, about hoặc share. Mục này bị bỏ qua."});
    CHECK(said_of(target("at_least = 4\nabout = 5")) == Lines{"kế hoạch.toml 5:0 “products” có nhiều mức phải đạt; chỉ "
                                                              "được ghi một trong at_least, about, share. Mục này "
                                                              "bị bỏ qua."});
}

TEST_CASE("shares that are none, and counts that are shares") {
    const auto unusable = [](const std::string& value) {
        return Lines{"kế hoạch.toml 8:0 Tỷ lệ " + value +
                     " của “managers_trained” không dùng được: cần một số từ 0 đến 1, ví dụ 1.0 là 100 %."};
    };
    CHECK(said_of(target("share = nan", "managers_trained")) == unusable("nan"));
    CHECK(said_of(target("share = 2.5", "managers_trained")) == unusable("2.5"));
    CHECK(said_of(target("share = 100", "managers_trained")) == unusable("100"));
    CHECK(said_of(target("share = -0.5", "managers_trained")) == unusable("-0.5"));
    CHECK(said_of(target("share = 1", "managers_trained"), 1).empty());
    CHECK(
        said_of(target("at_least = 4", "managers_trained")) ==
        Lines{
            "kế hoạch.toml 8:0 “managers_trained” là một tỷ lệ nên cần share (ví dụ share = 1.0), không phải at_least. "
            "Mục này bị bỏ qua."});
    CHECK(
        said_of(target("share = 0.5")) ==
        Lines{"kế hoạch.toml 8:0 “products” là một số đếm nên cần at_least hoặc about, không phải share. Mục này bị bỏ "
              "qua."});
}

TEST_CASE("own quotas of units that cannot be used leave the common one") {
    CHECK(said_of(target("at_least = 4\nunits = { \"911\" = -1, \"905\" = \"x\" }"), 1) ==
          Lines{"kế hoạch.toml 9:0 Chỉ tiêu 'x' của “905” không dùng được: cần một số nguyên từ 0 đến 1000000.",
                "kế hoạch.toml 9:0 Chỉ tiêu -1 của “911” không dùng được: cần một số nguyên từ 0 đến 1000000."});
    CHECK(said_of(target("at_least = 4\nunits = [\"911\"]"), 1) ==
          Lines{"kế hoạch.toml 9:0 Không hiểu units = [ '911' ]; cần dạng units = { \"911\" = 10 }. Mọi đơn vị được "
                "giao mức "
                "chung."});
    const domain::Document shares =
        open_plan(head + target("share = 1.0\nunits = { \"911\" = 0.5 }", "managers_trained"));
    CHECK(placed(shares.findings).empty());
    CHECK(shares.plan.targets.at(0).units.at("911") == 50);  // per cent
}

TEST_CASE("a target twice, no targets, targets in another form, misspelt keys") {
    CHECK(said_of(sound + target("at_least = 9"), 1) ==
          Lines{"kế hoạch.toml 9:0 Chỉ tiêu “products” ở cấp district đã được giao ở trên; mức sau bị bỏ qua."});
    CHECK(said_of("") == Lines{"kế hoạch.toml 0:0 Kế hoạch không có chỉ tiêu nào (mục [[target]])."});
    const std::string form =
        ":0 Không hiểu mục target nên kế hoạch không có chỉ tiêu nào. Mỗi chỉ tiêu mở đầu bằng một dòng [[target]].";
    CHECK(said_of("target = [1, 2]\n") == Lines{"kế hoạch.toml 5" + form});
    CHECK(said_of("[target]\nindicator = \"products\"\n") == Lines{"kế hoạch.toml 5" + form});
    CHECK(said_of("titel = \"x\"\n" + target("at_least = 4\natleast = 5"), 1) ==
          Lines{"kế hoạch.toml 5:0 Không hiểu khóa “titel” nên bỏ qua. Hãy kiểm tra chính tả.",
                "kế hoạch.toml 10:0 Không hiểu khóa “atleast” nên bỏ qua. Hãy kiểm tra chính tả."});
}

TEST_CASE("a plan without name or period is refused") {
    const auto with = [](std::string text, const std::string& old, const std::string& now) {
        return text.replace(text.find(old), old.size(), now) + sound;
    };
    CHECK(refusal(with(head, "id = \"1/KH\"\n", "")) == "Kế hoạch TỆP thiếu mục id (cần id, from, to).");
    CHECK(refusal(with(head, "to = 2021-12-31\n", "")) == "Kế hoạch TỆP thiếu mục to (cần id, from, to).");
    CHECK(refusal(with(head, "\"1/KH\"", "138")) ==
          "Kế hoạch TỆP, dòng 1: giá trị 138 của id không dùng được. Ví dụ đúng: id = \"138/KH-UBND\".");
    CHECK(refusal(with(head, "2021-12-31", "\"31/02/2021\"")) ==
          "Kế hoạch TỆP, dòng 4: giá trị '31/02/2021' của to không dùng được. Ví dụ đúng: to = 2021-12-31.");
    CHECK(refusal(with(head, "2021-12-31", "2020-12-31")) ==
          "Kế hoạch TỆP, dòng 4: ngày kết thúc 31/12/2020 trước ngày bắt đầu 01/01/2021.");
}

TEST_CASE("TOML syntax errors show the line, in Vietnamese") {
    const std::string advice =
        ". Chữ phải để trong ngoặc kép, ngày viết 2021-12-31, tên mục để trong ngoặc vuông, mỗi dòng một khóa = giá "
        "trị.";
    CHECK(refusal(head + "[[target\n") == "Tệp TỆP, dòng 5: không hiểu cách viết “[[target”" + advice);
    CHECK(refusal("id = \nfrom = 2021-01-01\n") == "Tệp TỆP, dòng 1: không hiểu cách viết “id =”" + advice);
    CHECK(refusal("id = 138/KH\n") == "Tệp TỆP, dòng 1: không hiểu cách viết “id = 138/KH”" + advice);
    CHECK(refusal("id = \"1/KH\nfrom = 2021-01-01\n") ==
          "Tệp TỆP, dòng 1: không hiểu cách viết “id = \"1/KH”" + advice);
    CHECK(refusal("a,b\n1,2\n") == "Tệp TỆP, dòng 1: không hiểu cách viết “a,b”" + advice);
    CHECK(refusal(head + "id = \"2\"\n") ==
          "Tệp TỆP, dòng 5: “id = \"2\"” khai báo một khóa đã có ở trên. Hãy bỏ một trong hai.");
    CHECK(refusal("from = 2021-02-31\n") ==
          "Tệp TỆP, dòng 1: ngày trong “from = 2021-02-31” không có trong lịch hoặc viết sai. Hãy viết năm-tháng-ngày, "
          "ví "
          "dụ 2021-12-31.");
}

TEST_CASE("plans that are no text") {
    CHECK(refusal("") == "Tệp TỆP rỗng (0 byte). Hãy chép hoặc lưu lại tệp.");
    for (const std::string bytes : {"id = \"K\xEA\"\n", "\x89PNG\r\n\x1a\n", "PK\x03\x04\xFF"})
        CHECK(refusal(bytes) ==
              "Tệp TỆP không phải tệp TOML: nội dung không phải văn bản UTF-8. Hãy kiểm tra tên tệp, hoặc lưu lại bằng "
              "trình "
              "soạn thảo với mã UTF-8.");
}
