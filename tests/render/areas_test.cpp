#include "render/support.h"
#include "scene/pattern.h"

using namespace ocop;
using namespace ocop::tests;
using scene::rgb;

TEST_CASE("an area is filled exactly where it is, at scale 1 and 2") {
    const int height = GENERATE(100, 200);
    const int s = height / 100;
    const auto image = render::draw_image(map_of({square(20, 30, 40, 50)}, {style(0x256E7E)}), height);
    REQUIRE(image.width == height);
    // North is up: the square spans x 20..60 and y 20..70 of the picture.
    CHECK(pixel(image, 20 * s + 1, 20 * s + 1) == 0x256E7E);
    CHECK(pixel(image, 60 * s - 2, 70 * s - 2) == 0x256E7E);
    CHECK(pixel(image, 20 * s - 2, 40 * s) == 0xD2DADD);
    CHECK(pixel(image, 60 * s + 1, 40 * s) == 0xD2DADD);
    CHECK(pixel(image, 40 * s, 20 * s - 2) == 0xD2DADD);
    CHECK(pixel(image, 40 * s, 70 * s + 1) == 0xD2DADD);
}

TEST_CASE("a hole is not filled, and a second part is") {
    core::Shape shape = square(10, 10, 60, 60);
    shape.polygons[0].holes.push_back({{30, 30}, {50, 30}, {50, 50}, {30, 50}});
    shape.polygons.push_back(square(80, 80, 10, 10).polygons[0]);
    const auto image = render::draw_image(map_of({shape}, {style(0x3B2C94)}), 100);
    CHECK(pixel(image, 20, 60) == 0x3B2C94);
    CHECK(pixel(image, 40, 60) == 0xD2DADD);
    CHECK(pixel(image, 85, 15) == 0x3B2C94);
}

TEST_CASE("an area without opacity is not drawn, nor is its pattern") {
    scene::AreaStyle hidden = style(0x3B2C94, scene::Pattern::hatch);
    hidden.fill.a = 0;
    const auto image = render::draw_image(map_of({square(10, 10, 80, 80)}, {hidden}), 100);
    for (int y = 0; y < 100; ++y)
        for (int x = 0; x < 100; ++x) REQUIRE(pixel(image, x, y) == 0xD2DADD);
}

TEST_CASE("no seam shows between neighbours of one colour") {
    // A slanted border over a light ground: without care each of its pixels shows a quarter of the ground.
    const core::Shape left{{{{{5, 5}, {38.3, 5}, {61.7, 95}, {5, 95}}, {}}}};
    const core::Shape right{{{{{38.3, 5}, {95, 5}, {95, 95}, {61.7, 95}}, {}}}};
    auto scene = map_of({left, right}, {style(0x101010), style(0x101010)});
    scene.maps[0].ground = rgb(0xFFFFFF);
    const auto image = render::draw_image(scene, 200);
    int lightest = 0;
    for (int y = 20; y < 180; ++y)
        for (int x = 20; x < 180; ++x) lightest = std::max(lightest, level(image, x, y));
    CHECK(lightest <= 0x10 + 14);  // 6 % of the 239 levels between fill and ground; 60 without
}

TEST_CASE("a map does not leave its frame; its ground fills it") {
    auto scene = map_of({square(-500, -500, 1000, 1000)}, {style(0x256E7E)});
    scene.maps[0].frame = {0.2, 0.3, 0.5, 0.4};
    scene.maps[0].items = {{{50, 50}, scene::Disc{{-0.3, 0}, 0.1, rgb(0xFF0000), {}, {}}}};
    scene.background = rgb(0xFEFEFE);
    auto image = render::draw_image(scene, 100);
    CHECK(pixel(image, 20, 30) == 0x256E7E);
    CHECK(pixel(image, 69, 69) == 0x256E7E);
    for (const auto& [x, y] : {std::pair{19, 50}, {70, 50}, {50, 29}, {50, 70}, {10, 50}})
        CHECK(pixel(image, x, y) == 0xFEFEFE);
    scene.maps[0].areas[0].fill.a = 0;
    image = render::draw_image(scene, 100);
    CHECK(pixel(image, 20, 30) == 0xD2DADD);
    CHECK(pixel(image, 69, 69) == 0xD2DADD);
}

TEST_CASE("what a place carries moves with the camera") {
    auto scene = map_of({square(0, 0, 1, 1)}, {style(0xFFFFFF)});
    scene.maps[0].items = {{{70, 20}, scene::BoxItem{{-0.05, -0.05, 0.1, 0.1}, rgb(0xFF0000), {}, {}, 0}}};
    CHECK(pixel(render::draw_image(scene, 100), 70, 80) == 0xFF0000);
    scene.maps[0].camera.centre = {60, 40};
    const auto moved = render::draw_image(scene, 100);
    CHECK(pixel(moved, 60, 70) == 0xFF0000);
    CHECK(pixel(moved, 70, 80) == 0xD2DADD);
}

TEST_CASE("furniture lies over the maps, later over earlier") {
    auto scene = map_of({square(0, 0, 100, 100)}, {style(0x256E7E)});
    scene.furniture = {scene::BoxItem{{0.1, 0.1, 0.4, 0.4}, rgb(0x00FF00), {}, {}, 0},
                       scene::BoxItem{{0.3, 0.3, 0.4, 0.4}, rgb(0x0000FF), {}, {}, 0}};
    const auto image = render::draw_image(scene, 100);
    CHECK(pixel(image, 20, 20) == 0x00FF00);
    CHECK(pixel(image, 40, 40) == 0x0000FF);
    CHECK(pixel(image, 80, 80) == 0x256E7E);
}
