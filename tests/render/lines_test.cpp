#include "render/support.h"

using namespace ocop;
using namespace ocop::tests;
using scene::rgb;

namespace {

scene::Scene with_lines(std::vector<core::Line> lines, std::vector<scene::LineGroup> groups) {
    auto scene = map_of({}, {});
    auto geometry = std::make_shared<scene::Geometry>();
    geometry->lines = std::move(lines);
    scene.maps[0].geometry = geometry;
    scene.maps[0].lines = std::move(groups);
    scene.maps[0].ground = rgb(0xFFFFFF);
    return scene;
}

/// Ink across a row in pixels of full black.
double ink(const render::Image& image, int y) {
    double sum = 0;
    for (const int l : row(image, y)) sum += (255 - l) / 255.0;
    return sum;
}

}  // namespace

TEST_CASE("a border has its width, at any scale") {
    const int height = GENERATE(100, 200, 1080);
    const auto scene = with_lines({{{50, 10}, {50, 90}}}, {{{0}, {0.04, rgb(0)}}});
    CHECK(ink(render::draw_image(scene, height), height / 2) == Approx(0.04 * height).margin(0.05));
}

TEST_CASE("a border is never thinner than a pixel, and one without width is not drawn") {
    const auto thin = with_lines({{{50.2, 10}, {50.2, 90}}}, {{{0}, {0.0001, rgb(0)}}});
    CHECK(ink(render::draw_image(thin, 200), 100) == Approx(1).margin(0.05));
    const auto none = with_lines({{{50.2, 10}, {50.2, 90}}}, {{{0}, {0, rgb(0), 0.05, rgb(0xFF0000)}}});
    CHECK(ink(render::draw_image(none, 200), 100) == 0);
}

TEST_CASE("all casings of a group lie under all its cores") {
    // The second line crosses the first: its casing must not cut the first line's core.
    const auto scene =
        with_lines({{{10, 50}, {90, 50}}, {{50, 10}, {50, 90}}}, {{{0, 1}, {0.04, rgb(0), 0.04, rgb(0x00FF00)}}});
    const auto image = render::draw_image(scene, 100);
    for (int x = 15; x < 85; ++x) REQUIRE(pixel(image, x, 50) == 0);
    for (int y = 15; y < 85; ++y) REQUIRE(pixel(image, 50, y) == 0);
    CHECK(pixel(image, 30, 45) == 0x00FF00);
    CHECK(pixel(image, 45, 30) == 0x00FF00);
    CHECK(pixel(image, 30, 42) == 0xFFFFFF);
}

TEST_CASE("a later group lies over an earlier one") {
    const auto scene = with_lines({{{10, 50}, {90, 50}}, {{50, 10}, {50, 90}}},
                                  {{{0}, {0.04, rgb(0), 0, {}}}, {{1}, {0.04, rgb(0), 0.04, rgb(0x00FF00)}}});
    CHECK(pixel(render::draw_image(scene, 100), 46, 50) == 0x00FF00);
}

TEST_CASE("dots of a dotted line are one width long and two widths apart") {
    auto scene = map_of({}, {});
    scene.maps.clear();
    scene.furniture = {scene::Polyline{{{0.1, 0.505}, {0.9, 0.505}}, {0.03, rgb(0), 0, {}, true}}};
    const auto image = render::draw_image(scene, 200);
    const auto centres = dark_centres(row(image, 101), 128);
    REQUIRE(centres.size() >= 8);
    for (std::size_t i = 1; i < centres.size(); ++i)
        CHECK(centres[i] - centres[i - 1] == Approx(3 * 0.03 * 200).epsilon(0.02));
    CHECK(ink(image, 101) / static_cast<double>(centres.size()) == Approx(0.03 * 200).margin(0.4));
}

TEST_CASE("a closed border has no notch where it begins") {
    auto scene = with_lines({{{20, 20}, {80, 20}, {80, 80}, {20, 80}, {20, 20}}}, {{{0}, {0.08, rgb(0)}}});
    const auto image = render::draw_image(scene, 100);
    CHECK(pixel(image, 18, 81) == 0);  // outside the corner's inner half: only a join reaches there
    CHECK(pixel(image, 81, 18) == 0);
}

TEST_CASE("an outline of a box lies half inside and half outside; corners are round when asked") {
    scene::Scene scene;
    scene.aspect = 1;
    scene.furniture = {
        scene::BoxItem{{0.2, 0.2, 0.6, 0.6}, rgb(0xFAF055), scene::Pattern::none, {0.04, rgb(0x0000FF)}, 0}};
    auto image = render::draw_image(scene, 100);
    CHECK(pixel(image, 18, 50) == 0x0000FF);
    CHECK(pixel(image, 21, 50) == 0x0000FF);
    CHECK(pixel(image, 17, 50) == 0xFFFFFF);
    CHECK(pixel(image, 22, 50) == 0xFAF055);
    CHECK(pixel(image, 20, 20) == 0x0000FF);
    std::get<scene::BoxItem>(scene.furniture[0]).radius = 0.2;
    image = render::draw_image(scene, 100);
    CHECK(pixel(image, 20, 20) == 0xFFFFFF);
    CHECK(pixel(image, 26, 26) != 0xFFFFFF);
}
