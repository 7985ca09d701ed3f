// Single bad features: what is wrong with one unit costs no other, and none is dropped in silence.
#include <catch2/catch.hpp>

#include "bad_input.h"

using namespace tests;

namespace {

std::string feature(const std::string& code, const std::string& name, const std::string& geometry) {
    return R"({"type":"Feature","properties":{"code":")" + code + R"(","name":")" + name + R"("},"geometry":)" +
           geometry + "}";
}
std::string polygon(const std::string& rings) { return R"({"type":"Polygon","coordinates":[)" + rings + "]}"; }
const std::string square = "[[104,10],[104.1,10],[104.1,10.1],[104,10.1],[104,10]]";
const std::string beside = "[[105,10],[105.1,10],[105.1,10.1],[105,10.1],[105,10]]";
const std::string phu_quoc = feature("911", "Phú Quốc", polygon(square));

fs::path geojson(const Folder& folder, const std::string& features, const std::string& more = {}) {
    return folder.write("huyện.geojson",
                        R"({"type":"FeatureCollection",)" + more + R"("features":[)" + features + "]}");
}

domain::Document open_map(const std::string& features, const std::string& more = {}) {
    const Folder folder;
    return data::open(geojson(folder, features, more));
}

/// Phú Quốc and a bad Châu Thành: both are listed, Phú Quốc is drawn; what is said of Châu Thành.
Lines said_of(const std::string& geometry, bool drawn = false) {
    const domain::Document document = open_map(phu_quoc + "," + feature("905", "Châu Thành", geometry));
    const domain::Territory& territory = document.territory(domain::Era::y2021);
    const int good = territory.find("911", domain::Level::district),
              bad = territory.find("905", domain::Level::district);
    REQUIRE(good > 0);
    REQUIRE(bad > 0);
    CHECK_FALSE((*territory.shapes)[static_cast<std::size_t>(good)].empty());
    CHECK((*territory.shapes)[static_cast<std::size_t>(bad)].empty() != drawn);
    return placed(document.findings);
}

}  // namespace

TEST_CASE("a unit without polygon is listed and told") {
    const Lines without{
        "huyện.geojson 2:0 “Châu Thành” không có hình trên bản đồ; số liệu vẫn được tính nhưng không tô màu được."};
    CHECK(said_of("null") == without);
    CHECK(said_of(R"({"type":"Polygon","coordinates":[]})") == without);
    CHECK(said_of(R"({"type":"MultiPolygon","coordinates":[]})") == without);
    CHECK(said_of(R"({"type":"GeometryCollection","geometries":[]})") == without);
}

TEST_CASE("points and lines are no areas") {
    const Lines no_area{
        "huyện.geojson 2:0 “Châu Thành” trên bản đồ là điểm hoặc đường, không phải vùng; số liệu vẫn được tính nhưng "
        "không "
        "tô màu được."};
    CHECK(said_of(R"({"type":"Point","coordinates":[105,10]})") == no_area);
    CHECK(said_of(R"({"type":"LineString","coordinates":[[105,10],[105.1,10]]})") == no_area);
}

TEST_CASE("rings that enclose nothing are told") {
    const Lines unusable{
        "huyện.geojson 2:0 Hình của “Châu Thành” không dùng được (tọa độ sai hoặc thiếu điểm); số liệu vẫn được tính "
        "nhưng "
        "không tô màu được."};
    CHECK(said_of(polygon("[[105,10],[105.1,10],[105,10]]")) == unusable);
    CHECK(said_of(polygon("[[105,10],[105,10],[105,10],[105,10]]")) == unusable);
    CHECK(said_of(polygon("[[105,10],[105.1,10.1],[105.2,10.2],[105,10]]")) == unusable);  // to and fro on a line
    CHECK(said_of(polygon("[[105,900],[105.1,900],[105.1,901],[105,900]]")) == unusable);  // no such latitude
}

TEST_CASE("self-touching and self-crossing rings are drawn and told") {
    const Lines meets{
        "huyện.geojson 2:0 Đường biên của “Châu Thành” tự chạm hoặc tự cắt; hình vẫn được vẽ như trong tệp."};
    CHECK(said_of(polygon("[[105,10],[105.1,10.1],[105.1,10],[105,10.1],[105,10]]"), true) == meets);
    CHECK(said_of(polygon("[[105,10],[105.1,10],[105.05,10.05],[105.1,10.1],[105,10.1],[105.05,10.05],[105,10]]"),
                  true) == meets);
}

TEST_CASE("a part that is no area is told, the rest is drawn") {
    CHECK(said_of(R"({"type":"GeometryCollection","geometries":[)" + polygon(beside) +
                      R"(,{"type":"Point","coordinates":[105,10]}]})",
                  true) == Lines{"huyện.geojson 2:0 Một phần hình của “Châu Thành” không dùng được và không được vẽ."});
}

TEST_CASE("a shape on the other side of the world is told and not drawn") {
    const Lines lines = said_of(polygon("[[-60,10],[-60.1,10],[-60.1,10.1],[-60,10.1],[-60,10]]"));
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].starts_with("huyện.geojson 2:0 Hình của “Châu Thành” nằm cách các đơn vị khác "));
    CHECK(lines[0].ends_with(" km nên không được vẽ. Hãy kiểm tra tọa độ."));
}

TEST_CASE("a unit twice is one unit: more land is joined, the same land is kept once") {
    const std::string chau_thanh = feature("905", "Châu Thành", polygon(beside));
    const auto second = [&](const std::string& again) {
        const domain::Document document = open_map(phu_quoc + "," + chau_thanh + "," + again);
        const domain::Territory& territory = document.territory(domain::Era::y2021);
        CHECK(territory.at(domain::Level::district).size() == 2);
        return std::pair{(*territory.shapes)[2].polygons.size(), placed(document.findings)};
    };
    CHECK(second(chau_thanh) ==
          std::pair{std::size_t{1},
                    Lines{"huyện.geojson 3:0 “Châu Thành” (mã 905) lặp lại y như hình thứ 2; chỉ giữ một."}});
    CHECK(second(feature("905", "huyện Châu Thành",
                         polygon("[[105.2,10],[105.3,10],[105.3,10.1],[105.2,10.1],[105.2,10]]"))) ==
          std::pair{std::size_t{2},
                    Lines{"huyện.geojson 3:0 “Châu Thành” (mã 905) có thêm một hình, ngoài hình thứ 2; cả "
                          "hai được gộp làm một."}});
    CHECK(second(feature("905", "Hòn Đất", polygon(beside))) ==
          std::pair{
              std::size_t{1},
              Lines{"huyện.geojson 3:0 Mã “905” được dùng cho “Châu Thành” (hình thứ 2) và “Hòn Đất”; “Hòn Đất” không "
                    "được đọc. Hãy sửa mã."}});
}

TEST_CASE("a unit without code or name is told") {
    const Lines nameless{"huyện.geojson 2:0 Đơn vị trên bản đồ không có mã hoặc tên nên không dùng được."};
    CHECK(placed(open_map(phu_quoc + "," + feature("905", " ", polygon(beside))).findings) == nameless);
    CHECK(placed(open_map(phu_quoc + "," + feature("", "Châu Thành", polygon(beside))).findings) == nameless);
}

TEST_CASE("a map of nothing, of unknown attributes, or in a CRS that does not exist is refused") {
    const Folder folder;
    const auto refusal = [&](const std::string& features, const std::string& more = {}) {
        const fs::path path = geojson(folder, features, more);
        std::string sentence = error_of([&] { data::open(path); });
        const std::string file = "“" + path.string() + "”";
        const auto at = sentence.find(file);
        return at == std::string::npos ? sentence : sentence.replace(at, file.size(), "TỆP");
    };
    CHECK(refusal("") == "Bản đồ TỆP không có đơn vị nào dùng được.");
    CHECK(refusal(feature("", "", polygon(square))) == "Bản đồ TỆP không có đơn vị nào dùng được.");
    CHECK(refusal(R"({"type":"Feature","properties":{"abc":1},"geometry":)" + polygon(square) + "}") ==
          "Bản đồ TỆP không có cột mã (code) hoặc cột tên (name) của đơn vị.");
    CHECK(
        refusal(phu_quoc, R"("crs":{"type":"name","properties":{"name":"EPSG:99999"}},)") ==
        "Bản đồ TỆP nêu hệ tọa độ “EPSG:99999” không có thật. Hãy xuất lại bản đồ với hệ tọa độ đúng, ví dụ EPSG:9207 "
        "hoặc EPSG:4326.");
    CHECK(refusal(phu_quoc, R"("crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}},)").empty());
}

TEST_CASE("swapped axes leave an empty map, and that is said") {
    const domain::Document document =
        open_map(feature("911", "Phú Quốc", polygon("[[10,104],[10.1,104],[10.1,104.1],[10,104]]")));
    const Lines lines = placed(document.findings);
    REQUIRE(lines.size() == 2);
    CHECK(lines[1] ==
          "huyện.geojson 0:0 Không đơn vị nào có hình dùng được nên bản đồ sẽ trống. Hãy kiểm tra tệp và hệ tọa độ.");
}

TEST_CASE("files that are no map, whatever their ending says") {
    const Folder folder;
    for (const auto& [name, content] : std::vector<std::pair<std::string, std::string>>{
             {"a.geojson", "<html>"},
             {"b.geojson", R"({"type":"FeatureCollection","features":[{"type":"Fea)"},
             {"c.gpkg", "SQLite format 3"},
             {"d.kml", "<kml>"},
             {"e.zip", "PK\x03\x04"},
             {"f.pdf", "%PDF-1.4"},
             {"g", "hello"},
             {"h.docx", "PK\x03\x04"},
             {"i.png", "\x89PNG\r\n"}}) {
        const fs::path path = folder.write(name, content);
        CHECK(error_of([&] { data::open(path); }) ==
              "Tệp “" + path.string() +
                  "” không mở được như một bản đồ: tệp hỏng, rỗng, hoặc đuôi tệp không đúng với nội dung.");
    }
    const fs::path empty = folder.write("k.gpkg", "");
    CHECK(error_of([&] { data::open(empty); }) ==
          "Tệp “" + empty.string() + "” rỗng (0 byte). Hãy chép hoặc lưu lại tệp.");
}
