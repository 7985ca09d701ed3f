// A commune that the map lacks is found by the hole it leaves.
#include <catch2/catch.hpp>

#include "bad_input.h"

using namespace tests;

namespace {

std::string unit(const std::string& code, const std::string& name, double west, double east) {
    const auto corner = [](double x, const char* y) { return "[" + std::to_string(x) + "," + y + "]"; };
    return R"({"type":"Feature","properties":{"code":")" + code + R"(","name":")" + name +
           R"(","dist_code":"905"},"geometry":{"type":"Polygon","coordinates":[[)" + corner(west, "10") + "," +
           corner(east, "10") + "," + corner(east, "10.1") + "," + corner(west, "10.1") + "," + corner(west, "10") +
           "]]}}";
}
std::string collection(const std::string& features) {
    return R"({"type":"FeatureCollection","features":[)" + features + "]}";
}

/// What is said of Châu Thành, 0.1 degree wide, with the given communes.
core::Findings with(const std::string& communes) {
    const Folder folder;
    folder.write("huyện.geojson", collection(unit("905", "Châu Thành", 105, 105.1)));
    folder.write("xã.geojson", collection(communes));
    auto findings = data::open(workspace(folder,
                                         "register = []\n[boundaries.2021]\ndistricts = \"huyện.geojson\"\ncommunes = "
                                         "\"xã.geojson\"\n"))
                        .findings;
    std::erase_if(findings, [](const core::Finding& f) { return f.severity == core::Severity::note; });
    return findings;
}

}  // namespace

TEST_CASE("communes that fill their district, and a river's width less, are no finding") {
    CHECK(with(unit("30904", "Bình An", 105, 105.05) + "," + unit("30898", "Minh Hòa", 105.05, 105.1)).empty());
    CHECK(with(unit("30904", "Bình An", 105, 105.05) + "," + unit("30898", "Minh Hòa", 105.051, 105.1)).empty());
}

TEST_CASE("a commune that is missing, and one too many, are found by their area") {
    const core::Findings hole = with(unit("30904", "Bình An", 105, 105.05));
    REQUIRE(hole.size() == 1);
    CHECK(hole[0].what.args.at(0) == "Châu Thành");
    CHECK(fs::path{hole[0].where.file}.filename() == "xã.geojson");
    CHECK(vi(hole[0].what) ==
          "“Châu Thành” rộng " + hole[0].what.args.at(1) + " km² trên bản đồ huyện nhưng các xã của nó cộng lại chỉ " +
              hole[0].what.args.at(2) +
              " km²: bản đồ xã có thể thiếu xã. Hãy bổ sung, vì xã thiếu không hiện và không được đếm.");
    CHECK(hole[0].what.args.at(1).starts_with("121,"));  // 10.96 km x 11.06 km
    CHECK(hole[0].what.args.at(2).starts_with("60,"));
    const core::Findings surplus =
        with(unit("30904", "Bình An", 105, 105.1) + "," + unit("30898", "Minh Hòa", 105.1, 105.15));
    REQUIRE(surplus.size() == 1);
    CHECK(surplus[0].what.key == "finding.communes_too_large");
}
