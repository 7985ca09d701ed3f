// Maps as they arrive: a part forgotten, cut short, in no coordinate system. Each is one sentence with its file.
#include <catch2/catch.hpp>

#include "bad_input.h"

using namespace tests;

namespace {

/// The shipped districts in a folder of their own, with a workspace that shows nothing else.
struct Districts {
    Folder folder;
    Districts() {
        for (const char* ending : {".shp", ".shx", ".dbf", ".prj", ".cpg"})
            fs::copy_file(fs::path{OCOP_GEODATA "/boundaries/2021/districts"} += ending, part(ending));
    }
    fs::path part(const char* ending) const { return folder.path() / (std::string{"huyện"} + ending); }
    void remove(const char* ending) const { fs::remove(part(ending)); }
    void cut(const char* ending, std::uintmax_t size) const { fs::resize_file(part(ending), size); }
    void put(const char* ending, const std::string& bytes) const { folder.write("huyện" + std::string{ending}, bytes); }
    fs::path workspace(const std::string& more = {}) const {
        return tests::workspace(folder, more + "[boundaries.2021]\ndistricts = \"huyện.shp\"\n");
    }
    std::string refusal() const {
        return error_of([&] { data::open(workspace()); });
    }
    core::Findings findings() const { return data::open(workspace()).findings; }
    std::string quoted(const char* ending) const { return "“" + part(ending).string() + "”"; }
};

}  // namespace

TEST_CASE("the shipped districts in a folder with Vietnamese letters and spaces open without a word") {
    const Districts map;
    CHECK(placed(map.findings()).empty());
}

TEST_CASE("a shapefile without .shx or .dbf says which part is missing") {
    for (const char* ending : {".shx", ".dbf"}) {
        const Districts map;
        map.remove(ending);
        CHECK(map.refusal() == "Bản đồ " + map.quoted(".shp") + " thiếu tệp " + ending +
                                   " đi kèm. Hãy chép đủ các tệp .shp, .shx, .dbf, .prj, .cpg vào cùng thư mục.");
    }
}

TEST_CASE("a shapefile without .prj is refused, unless the workspace says its coordinate system") {
    const Districts map;
    map.remove(".prj");
    CHECK(map.refusal() ==
          "Bản đồ " + map.quoted(".shp") +
              " không cho biết hệ tọa độ (thiếu tệp .prj). Hãy chép tệp .prj, hoặc thêm dòng crs = \"EPSG:…\" vào "
              "mục [boundaries.2021] (bản đồ từ 7/2025: [boundaries.2025]) của tệp không gian làm việc.");
    const auto told = workspace(map.folder, "[boundaries.2021]\ndistricts = \"huyện.shp\"\ncrs = \"EPSG:9207\"\n");
    CHECK(placed(data::open(told).findings).empty());
    const auto wrong = workspace(map.folder, "[boundaries.2021]\ndistricts = \"huyện.shp\"\ncrs = \"EPSG:77\"\n");
    CHECK(error_of([&] { data::open(wrong); }) ==
          "Không dùng được hệ tọa độ “EPSG:77” khi đọc bản đồ " + map.quoted(".shp") +
              ". Hãy sửa crs trong tệp không gian làm việc; ví dụ đúng: crs = \"EPSG:9207\".");
}

TEST_CASE("a .prj that says nothing is named") {
    for (const std::string content : {"hello", "PROJCS[\"VN-2000_TM-3_104-30\",GEOGCS[", "<html></html>"}) {
        const Districts map;
        map.put(".prj", content);
        CHECK(map.refusal() == "Không hiểu hệ tọa độ trong tệp " + map.quoted(".prj") +
                                   ": tệp hỏng hoặc bị cắt cụt. Hãy chép lại tệp .prj.");
    }
}

TEST_CASE("a coordinate system that no way leads from or to is refused") {
    const Districts local;
    local.put(".prj", "LOCAL_CS[\"x\",UNIT[\"metre\",1]]");
    CHECK(local.refusal() == "Không chuyển được tọa độ của bản đồ " + local.quoted(".shp") +
                                 " sang hệ “EPSG:9207”. Hãy kiểm tra tệp .prj của bản đồ.");
    const Districts map;
    const auto refused = [&](const std::string& crs) {
        return error_of([&] { data::open(map.workspace("crs = \"" + crs + "\"\n")); });
    };
    const std::string advice = ". Hãy sửa crs trong tệp không gian làm việc; ví dụ đúng: crs = \"EPSG:9207\".";
    CHECK(refused("EPSG:999999") ==
          "Không dùng được hệ tọa độ “EPSG:999999” khi đọc bản đồ " + map.quoted(".shp") + advice);
    CHECK(refused("") == "Không dùng được hệ tọa độ “” khi đọc bản đồ " + map.quoted(".shp") + advice);
    CHECK(refused("EPSG:4326") ==
          "Hệ tọa độ “EPSG:4326” không tính bằng mét nên không vẽ được bản đồ " + map.quoted(".shp") + advice);
}

TEST_CASE("an empty part of a shapefile is named") {
    for (const char* ending : {".shp", ".shx", ".dbf"}) {
        const Districts map;
        map.cut(ending, 0);
        CHECK(map.refusal() == "Tệp " + map.quoted(ending) + " rỗng (0 byte). Hãy chép hoặc lưu lại tệp.");
    }
    const Districts map;
    map.cut(".cpg", 0);  // the letters are UTF-8 all the same
    CHECK(placed(map.findings()).empty());
}

TEST_CASE("a part of a shapefile that is cut or is something else is named") {
    const auto damaged = [](const char* ending, auto damage) {
        const Districts map;
        damage(map);
        CHECK(map.refusal() ==
              "Tệp " + map.quoted(ending) + " của bản đồ bị hỏng hoặc bị cắt cụt. Hãy chép lại tệp này.");
    };
    for (const std::uintmax_t size : {50U, 100U, 150U})
        damaged(".shx", [&](const Districts& map) { map.cut(".shx", size); });
    for (const std::uintmax_t size : {20U, 100U}) damaged(".dbf", [&](const Districts& map) { map.cut(".dbf", size); });
    damaged(".dbf",
            [](const Districts& map) { map.put(".dbf", "hello, this is no table at all, and it is long enough"); });
    const Districts map;
    map.put(".shp", "\x89PNG\r\n\x1a\n" + std::string(500, 'x'));
    CHECK(map.refusal() == "Tệp " + map.quoted(".shp") +
                               " không mở được như một bản đồ: tệp hỏng, rỗng, hoặc đuôi tệp không đúng với nội dung.");
}

TEST_CASE("a shapefile cut in the middle keeps its first units and says what is gone") {
    const Districts map;
    const auto whole = fs::file_size(map.part(".shp"));
    map.cut(".shp", 700'000);
    const domain::Document document = data::open(map.workspace());
    const domain::Territory& territory = document.territory(domain::Era::y2021);
    CHECK(territory.at(domain::Level::district).size() == 15);
    CHECK_FALSE((*territory.shapes)[1].empty());
    CHECK((*territory.shapes)[15].empty());
    const Lines lines = placed(document.findings);
    REQUIRE(lines.size() == 13);
    CHECK(lines[0] == "huyện.shp 0:0 Tệp bản đồ bị cắt cụt: chỉ có 700000 trong " + std::to_string(whole) +
                          " byte. Hãy chép lại tệp; những đơn vị sau chỗ cắt không có hình.");
    CHECK(lines[1] ==
          "huyện.shp 4:0 “Hòn Đất” không có hình trên bản đồ; số liệu vẫn được tính nhưng không tô màu được.");
}

TEST_CASE("a shapefile with nothing but its header says that the map will be empty") {
    const Districts map;
    map.cut(".shp", 100);
    const Lines lines = placed(map.findings());
    CHECK(std::find(lines.begin(), lines.end(),
                    "huyện.shp 0:0 Không đơn vị nào có hình dùng được nên bản đồ sẽ trống. Hãy kiểm tra tệp và hệ tọa "
                    "độ.") != lines.end());
}

TEST_CASE("a .dbf of another map, or with too few rows, is told") {
    const Districts cut;
    cut.cut(".dbf", 900);
    CHECK(placed(cut.findings()) ==
          Lines{"huyện.shp 0:0 Tệp bản đồ bị hỏng hoặc bị cắt cụt sau đơn vị thứ 6. Hãy chép lại tệp."});
    const Districts other;
    fs::copy_file(OCOP_GEODATA "/boundaries/2021/communes.dbf", other.part(".dbf"),
                  fs::copy_options::overwrite_existing);
    const Lines lines = placed(other.findings());
    REQUIRE_FALSE(lines.empty());
    CHECK(lines[0] ==
          "huyện.shp 0:0 Tệp .dbf có 144 dòng nhưng tệp .shx có 15 hình: các tệp không cùng một bản đồ, hoặc "
          "bị hỏng. Hãy chép lại cả bộ.");
}

TEST_CASE("a lone map is checked as the same map in a workspace") {
    const Districts map;
    map.remove(".dbf");
    CHECK(error_of([&] { data::open(map.part(".shp")); }) == map.refusal());
    const Districts sound;
    CHECK(data::open(sound.part(".shp")).findings.empty());
}

TEST_CASE("names in an encoding that nobody states are told") {
    const Districts map;
    map.remove(".cpg");
    CHECK(placed(map.findings()).empty());  // UTF-8 speaks for itself
    std::string table = data::read_bytes(map.part(".dbf"));
    const auto name = table.find("Phú Quốc");
    REQUIRE(name != std::string::npos);
    table.replace(name, std::string{"Phú Quốc"}.size(),
                  "Ph\xFA Qu\xF4\xEC"
                  "c  ");
    map.put(".dbf", table);
    CHECK(
        placed(map.findings()) ==
        Lines{"huyện.shp 0:0 Bản đồ không cho biết bảng mã của chữ (thiếu tệp .cpg) và không phải UTF-8; tên đơn vị có "
              "thể sai. Hãy thêm tệp .cpg."});
}
