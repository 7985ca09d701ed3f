// `ocopmap merge`: two laptops' stores as one, with a backup, by exit codes and sentences.
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <sstream>

#include "app/commands.h"
#include "data/store.h"

using namespace ocop;
namespace fs = std::filesystem;

namespace {

/// A folder with the stores of two laptops that both changed the telephone of one product.
struct Laptops {
    fs::path folder = fs::temp_directory_path() / ("hai máy " + std::to_string(getpid()));
    Laptops() {
        fs::remove_all(folder);
        fs::create_directories(folder);
        save("A.gpkg", "An", "1", "2021-12-31T08:00:00.000Z");
        save("B.gpkg", "Bình", "2", "2021-12-31T09:30:00.000Z");
    }
    ~Laptops() { fs::remove_all(folder); }
    Laptops(const Laptops&) = delete;
    Laptops& operator=(const Laptops&) = delete;

    std::string at(const std::string& name) const { return (folder / name).string(); }
    void save(const std::string& name, const std::string& who, const std::string& text, const std::string& when) const {
        domain::Journal journal;
        journal.record({{domain::EditKind::change, "products", "gạo", "Gạo", {{"contact", "", text}}}},
                       {who, when, who});
        data::Store{folder / name}.save(journal);
    }
    std::string bytes(const std::string& name) const {
        std::ifstream in{folder / name, std::ios::binary};
        return {std::istreambuf_iterator<char>{in}, {}};
    }
    std::vector<std::string> names() const {
        std::vector<std::string> out;
        for (const auto& entry : fs::directory_iterator{folder}) out.push_back(entry.path().filename().string());
        std::sort(out.begin(), out.end());
        return out;
    }
};

struct Ran {
    int code = 0;
    std::string out, err;
};

Ran run(const std::vector<std::string>& arguments) {
    std::ostringstream out, err;
    const app::Options options = app::parse_options(arguments);
    const int code = app::run_command(options, core::Words{core::Language::vietnamese}, {out, err});
    return {code, out.str(), err.str()};
}

std::size_t edits_in(const fs::path& file) { return data::Store{file}.load().entries().size(); }

}  // namespace

TEST_CASE("by default the second store goes into the first, of which a dated copy is kept") {
    const Laptops laptops;
    const std::string b = laptops.bytes("B.gpkg");
    const Ran ran = run({"merge", laptops.at("A.gpkg"), laptops.at("B.gpkg")});
    CHECK(ran.code == 0);
    CHECK(edits_in(laptops.at("A.gpkg")) == 2);
    CHECK(laptops.bytes("B.gpkg") == b);
    const std::string backup = "A-" + data::new_stamp().when.substr(0, 10) + ".gpkg";
    CHECK(laptops.names() == std::vector<std::string>{backup, "A.gpkg", "B.gpkg"});
    CHECK(edits_in(laptops.at(backup)) == 1);
    CHECK(ran.out == "Đã ghép vào “" + laptops.at("A.gpkg") +
                         "”: 2 sửa đổi, 1 chỗ mâu thuẫn.\nBản trước khi ghép được giữ ở “" + laptops.at(backup) +
                         "”.\n");
    CHECK(
        ran.err ==
        "Mâu thuẫn ở bảng products, Gạo, contact: giữ “2” (Bình, 2021-12-31 09:30 UTC); bản kia là “1” (An, 2021-12-31 "
        "08:00 UTC).\n");
    const Ran again = run({"merge", laptops.at("A.gpkg"), laptops.at("B.gpkg")});
    CHECK(again.err == "");
    CHECK(edits_in(laptops.at("A.gpkg")) == 2);
    CHECK(laptops.names().size() == 4);  // a second backup of the same day beside the first
}

TEST_CASE("with -o both are left alone, and no file is replaced") {
    const Laptops laptops;
    const std::string a = laptops.bytes("A.gpkg"), b = laptops.bytes("B.gpkg");
    CHECK(run({"merge", laptops.at("A.gpkg"), laptops.at("B.gpkg"), "-o", laptops.at("C.gpkg")}).code == 0);
    CHECK(edits_in(laptops.at("C.gpkg")) == 2);
    CHECK(laptops.bytes("A.gpkg") == a);
    CHECK(laptops.bytes("B.gpkg") == b);
    const Ran again = run({"merge", laptops.at("B.gpkg"), laptops.at("A.gpkg"), "-o", laptops.at("C.gpkg")});
    CHECK(again.code == 2);
    CHECK(again.err == "Tệp “" + laptops.at("C.gpkg") + "” đã có. Hãy chọn tên khác.\n");
}

TEST_CASE("conflicts as JSON") {
    const Laptops laptops;
    const Ran ran = run({"merge", "--json", laptops.at("A.gpkg"), laptops.at("B.gpkg"), "-o", laptops.at("C.gpkg")});
    const auto json = nlohmann::json::parse(ran.out);
    CHECK(json["output"] == laptops.at("C.gpkg"));
    CHECK(json["edits"] == 2);
    REQUIRE(json["conflicts"].size() == 1);
    CHECK(json["conflicts"][0]["column"] == "contact");
    CHECK(json["conflicts"][0]["kept"]["value"] == "2");
    CHECK(json["conflicts"][0]["lost"]["who"] == "An");
    CHECK(ran.err == "");
}

TEST_CASE("what is no store is refused and nothing is written") {
    const Laptops laptops;
    std::ofstream{laptops.folder / "chữ.gpkg"}
        << "đây không phải là kho sửa đổi, chỉ là một tệp chữ dài hơn mười sáu byte";
    const auto before = laptops.names();
    Ran ran = run({"merge", laptops.at("A.gpkg"), laptops.at("không có.gpkg")});
    CHECK(ran.code == 2);
    CHECK(ran.err == "Không tìm thấy tệp “" + laptops.at("không có.gpkg") + "”. Hãy kiểm tra tên và thư mục.\n");
    ran = run({"merge", laptops.at("A.gpkg"), laptops.at("chữ.gpkg")});
    CHECK(ran.code == 2);
    CHECK(laptops.names() == before);
    CHECK(edits_in(laptops.at("A.gpkg")) == 1);
}
