// One thing changes at a time: camera, colours, hatch and labels (cartography.md A-1).
#include "app/motion.h"

#include <catch2/catch.hpp>

using namespace ocop;
using app::Motion;
using Picture = Motion::Frame::Picture;

namespace {
scene::Scene picture(const scene::Camera& camera, std::uint32_t fill) {
    scene::Scene out;
    scene::Map map;
    map.frame = {0, 0, 1.6, 1};
    map.camera = camera;
    map.areas = {{scene::rgb(fill), scene::Pattern::hatch, {}, "901", ""}};
    map.items = {{{}, scene::Text{}}};
    out.maps = {map};
    return out;
}
constexpr scene::Camera at_home{{0, 0}, 1000}, away{{400, 0}, 1000}, far_off{{9000, 0}, 1000}, near_by{{100, 0}, 500};
}  // namespace

TEST_CASE("nothing moves between equal pictures; a recolour takes no camera time") {
    CHECK(Motion{picture(at_home, 0), at_home, picture(at_home, 0)}.seconds() == 0);
    CHECK(Motion{picture(at_home, 0), at_home, picture(at_home, 0xFFFFFF)}.seconds() == Approx(0.5));
    CHECK(Motion{picture(at_home, 0), at_home, picture(away, 0)}.seconds() == Approx(0.8));
    CHECK(Motion{picture(at_home, 0), at_home, picture(away, 0xFFFFFF)}.seconds() == Approx(1.3));
}

TEST_CASE("first the camera over the old picture, then the colours bare, then everything") {
    const Motion motion{picture(at_home, 0), at_home, picture(away, 0xFFFFFF)};
    const auto at = [&](double t) { return motion.at(t); };
    CHECK(at(0).camera->centre.x == 0);
    CHECK(at(0.4).picture == Picture::old);
    CHECK(at(0.4).camera->centre.x == Approx(200));
    CHECK(at(0.4).camera->metres_per_h == Approx(1000));
    const Motion::Frame colours = at(0.95);
    CHECK(colours.picture == Picture::between);
    CHECK(static_cast<int>(colours.scene.maps[0].areas[0].fill.g) == Approx(0x80).margin(1));
    CHECK(colours.scene.maps[0].areas[0].pattern == scene::Pattern::none);
    CHECK(colours.scene.maps[0].items.empty());
    CHECK(at(1.15).scene.maps[0].areas[0].fill == scene::rgb(0xFFFFFF));
    CHECK(at(1.25).picture == Picture::next);
}

TEST_CASE("a long way leads through a wider view; zooming keeps the common point") {
    const Motion long_way{picture(at_home, 0), at_home, picture(far_off, 0)};
    CHECK(long_way.at(0.4).camera->metres_per_h > 5000);
    const Motion zoom{picture(at_home, 0), at_home, picture(near_by, 0)};
    const scene::Camera middle = *zoom.at(0.4).camera;
    // The point at x = 200 stands at 0.2 H in both pictures.
    CHECK((200 - middle.centre.x) / middle.metres_per_h == Approx(0.2));
}
