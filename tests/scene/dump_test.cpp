#include <catch2/catch.hpp>

#include "scene/scene.h"
#include "support/golden.h"

using namespace ocop::scene;

namespace {

Scene everything() {
    auto geometry = std::make_shared<Geometry>();
    geometry->areas.resize(3);
    geometry->lines.resize(4);
    Map map;
    map.frame = {0.01, 0.1, 1.2, 0.85};
    map.camera = {{480000.126, 1105000}, 180000};
    map.ground = rgb(0xD2DADD);
    map.geometry = geometry;
    map.areas = {{rgb(0xFAF055), Pattern::none, {}, "899", "Rạch Giá: 5/4"},
                 {rgb(0x95C769), Pattern::hatch, {500000.004, 1100000.006}, "900", "Hà Tiên: \"1/4\""},
                 {{1, 2, 3, 0}, Pattern::none, {}, "902", ""}};
    map.lines = {{{0, 2}, {0.0009, {17, 17, 17, 178}, 0, {}, false}},
                 {{1, 3}, {0.0037, rgb(0x111111), 0.0019, rgb(0xFFFFFF), true}}};
    map.items = {
        {{500000, 1100000},
         Text{{0, -0.000001}, "Hà Tiên", 0.022, Weight::semibold, rgb(0x111111), Align::centre, 0.0019, rgb(0xFFFFFF)}},
        {{500001, 1100000}, Disc{{0.01, 0.02}, 0.03, rgb(0xFDD28B), Pattern::hatch_severe, {0.0019, rgb(0x111111)}}}};
    Scene scene;
    scene.title = "Bản đồ OCOP\nKiên Giang";
    scene.maps = {map};
    scene.furniture = {BoxItem{{1.3, 0.2, 0.06, 0.04}, rgb(0xA9AFB0), Pattern::dots, {0.0009, rgb(0x111111)}, 0.005},
                       BoxItem{{1.3, 0.3, 0.06, 0.04}, rgb(0xFFFFFF), Pattern::stipple, {}, 0},
                       Polyline{{{0.1, 0.2}, {0.3, 0.4}}, {0.0028, rgb(0x256E7E)}},
                       Text{{1.4, 0.23}, "Chưa có số liệu (3)", 0.02, Weight::regular, rgb(0x444444), Align::right}};
    return scene;
}

}  // namespace

TEST_CASE("a dump names everything that is drawn") {
    ocop::tests::check_golden("scene/everything.scene", dump(everything()));
}

TEST_CASE("a dump has no minus zero and rounds to a hundredth") {
    Scene scene;
    scene.furniture = {Polyline{{{-0.0000001, 0.0000049}, {0.1234567, -0.0123456}}, {0.001, rgb(0)}}};
    CHECK(dump(scene) == "scene 1777.78x1000.00 #ffffff \"\"\nline 0.00,0.00 123.46,-12.35 stroke 1.00 #000000\n");
}

TEST_CASE("two scenes that differ in one colour, phase or word have different dumps") {
    const std::string before = dump(everything());
    Scene colour = everything();
    colour.maps[0].areas[0].fill.g = 1;
    CHECK(dump(colour) != before);
    Scene phase = everything();
    phase.maps[0].areas[1].anchor.x += 1;
    CHECK(dump(phase) != before);
    Scene word = everything();
    std::get<Text>(word.furniture.back()).text = "Không có số liệu (3)";
    CHECK(dump(word) != before);
}

TEST_CASE("the camera's centre falls in the middle of the frame, north is up, and the way back is exact") {
    Map map;
    map.frame = {0.1, 0.2, 1.0, 0.6};
    map.camera = {{480000, 1105000}, 100000};
    CHECK(to_picture(map, map.camera, {480000, 1105000}) == map.frame.centre());
    const auto north_east = to_picture(map, map.camera, {490000, 1125000});
    CHECK(north_east.x == Approx(0.7));
    CHECK(north_east.y == Approx(0.3));
    const auto back = to_metres(map, map.camera, north_east);
    CHECK(back.x == Approx(490000));
    CHECK(back.y == Approx(1125000));
}
