#include <cmath>

#include "render/support.h"
#include "scene/pattern.h"

using namespace ocop;
using namespace ocop::tests;
using scene::Pattern;
using scene::rgb;

namespace {

constexpr std::uint32_t mid = 0x808080;  // between the dark core and the white casing

scene::Scene one(Pattern pattern, core::Point anchor = {50, 50}) {
    return map_of({square(0, 0, 100, 100)}, {style(mid, pattern, anchor)});
}

/// Distance of a value from the nearest multiple of a step.
double off_grid(double value, double step) { return std::abs(std::remainder(value, step)); }

}  // namespace

TEST_CASE("hatch has its pitch, and severe hatch its own") {
    const auto& [pattern, lines] =
        GENERATE(std::pair{Pattern::hatch, scene::hatch}, std::pair{Pattern::hatch_severe, scene::hatch_severe});
    const int height = GENERATE(1080, 2160);
    const auto image = render::draw_image(one(pattern), height);
    const auto centres = dark_centres(row(image, height / 2), 0x60);
    REQUIRE(centres.size() > 20);
    const double along = (centres.back() - centres.front()) / static_cast<double>(centres.size() - 1);
    CHECK(along / std::sqrt(2.0) == Approx(lines.pitch * height).epsilon(0.01));
    for (std::size_t i = 1; i < centres.size(); ++i) CHECK(centres[i] - centres[i - 1] == Approx(along).epsilon(0.05));
}

TEST_CASE("hatch rises to the right, with a core in its casing") {
    const auto image = render::draw_image(one(Pattern::hatch), 1080);
    // The line through the anchor is x + y = constant.
    for (const int d : {-7, -3, 0, 4, 8}) {
        CHECK(level(image, 540 + d, 539 - d) < 0x30);
        CHECK(level(image, 540 + d, 540 - d) < 0x40);
    }
    CHECK(level(image, 541, 541) > 0xC0);  // white beside it
    CHECK(level(image, 538, 538) > 0xC0);
    CHECK(pixel(image, 545, 545) == mid);  // and the class colour between the lines
}

TEST_CASE("casing and core of the hatch cover no more than 40 %, of the severe one 55 %") {
    const auto& [pattern, most] = GENERATE(std::pair{Pattern::hatch, 0.40}, std::pair{Pattern::hatch_severe, 0.55});
    const auto image = render::draw_image(one(pattern), 1080);
    int covered = 0;
    for (int y = 200; y < 800; ++y)
        for (int x = 200; x < 800; ++x) covered += std::abs(level(image, x, y) - 0x80) > 40;
    CHECK(covered / 360000.0 <= most);
    CHECK(covered / 360000.0 > 0.25);
}

TEST_CASE("a line of the hatch goes through the anchor, wherever that is, even outside the picture") {
    const core::Point anchor = GENERATE(core::Point{50, 50}, core::Point{33.3, 71.9}, core::Point{-400, 260});
    const int height = 1080;
    const auto image = render::draw_image(one(Pattern::hatch, anchor), height);
    const double step = scene::hatch.pitch * std::sqrt(2.0) * height;
    const double sum = (anchor.x / 100 + 1 - anchor.y / 100) * height;
    for (const double x : dark_centres(row(image, 700), 0x60)) CHECK(off_grid(x + 700.5 - sum, step) < 0.35);
}

TEST_CASE("the hatch travels with its unit when the camera moves") {
    auto scene = one(Pattern::hatch);
    const auto before = render::draw_image(scene, 1080);
    scene.maps[0].camera.centre = {50 - 100.0 * 5 / 1080, 50};  // five pixels to the right
    const auto after = render::draw_image(scene, 1080);
    for (int x = 400; x < 700; ++x) REQUIRE(std::abs(level(before, x, 500) - level(after, x + 5, 500)) <= 2);
}

TEST_CASE("dots stand on a square grid through the anchor") {
    const auto& [pattern, grid] =
        GENERATE(std::pair{Pattern::dots, scene::dots}, std::pair{Pattern::stipple, scene::stipple});
    const core::Point anchor = GENERATE(core::Point{50, 50}, core::Point{41.7, 58.3});
    const int height = 1080;
    const auto image = render::draw_image(one(pattern, anchor), height);
    const double step = grid.pitch * height, ax = anchor.x / 100 * height, ay = (1 - anchor.y / 100) * height;
    const int on_row = static_cast<int>(ay + 10 * step);
    const auto centres = dark_centres(row(image, on_row), 0x70);
    REQUIRE(centres.size() > 30);
    for (const double x : centres) CHECK(off_grid(x - ax, step) < 0.35);
    const int between = static_cast<int>(ay + 10.5 * step);
    CHECK(dark_centres(row(image, between), 0x70).empty());
}

TEST_CASE("stipple has a white ring, plain dots have none") {
    const auto lightest = [](const render::Image& image) {
        int most = 0;
        for (int y = 400; y < 600; ++y)
            for (int x = 400; x < 600; ++x) most = std::max(most, level(image, x, y));
        return most;
    };
    CHECK(lightest(render::draw_image(one(Pattern::stipple), 2160)) > 0xE0);
    CHECK(lightest(render::draw_image(one(Pattern::dots), 2160)) == 0x80);
}

TEST_CASE("a pattern stays inside its area, and no neighbour's colour cuts it") {
    const auto scene = map_of({square(0, 0, 50, 100), square(50, 0, 50, 100)},
                              {style(mid, Pattern::hatch, {50, 50}), style(0x256E7E)});
    const auto image = render::draw_image(scene, 1080);
    for (int y = 0; y < 1080; ++y) {
        REQUIRE(pixel(image, 541, y) == 0x256E7E);
        REQUIRE(pixel(image, 600, y) == 0x256E7E);
    }
    CHECK(level(image, 539, 540) < 0x40);
}

TEST_CASE("pattern of a box and of a disc is anchored at the centre") {
    scene::Scene scene;
    scene.aspect = 1;
    scene.furniture = {scene::BoxItem{{0.1, 0.1, 0.2, 0.2}, rgb(mid), Pattern::dots, {}, 0},
                       scene::Disc{{0.7, 0.7}, 0.1, rgb(mid), Pattern::hatch, {}}};
    const auto image = render::draw_image(scene, 1000);
    CHECK(level(image, 200, 200) < 0x30);
    CHECK(level(image, 700, 700) < 0x40);
    CHECK(level(image, 500, 500) == 0xFF);
}
