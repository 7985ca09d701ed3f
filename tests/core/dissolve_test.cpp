#include "core/dissolve.h"

#include <catch2/catch.hpp>

using namespace ocop::core;

namespace {
Shape square(double x, double y, double side = 1) {
    return {{{{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}}, {}}}};
}
}  // namespace

TEST_CASE("the outline of parts that share a border has no line between them") {
    const Shape whole = dissolved({square(0, 0), square(1, 0)});
    REQUIRE(whole.polygons.size() == 1);
    CHECK(whole.polygons[0].outer.size() == 6);
    CHECK(area(whole) == Approx(2));
}

TEST_CASE("islands stay, and what nobody owns is a hole of the land around it") {
    std::vector<Shape> parts{square(10, 10)};
    for (int x = 0; x < 3; ++x)
        for (int y = 0; y < 3; ++y)
            if (x != 1 || y != 1) parts.push_back(square(x, y));
    const Shape whole = dissolved(parts);
    CHECK(whole.polygons.size() == 2);
    CHECK(area(whole) == Approx(9));
    CHECK_FALSE(contains(whole, {1.5, 1.5}));
    CHECK(contains(whole, {0.5, 1.5}));
    CHECK(contains(whole, {10.5, 10.5}));
}

TEST_CASE("a single part is its own outline; nothing is nothing") {
    CHECK(dissolved({square(0, 0, 3)}).polygons == square(0, 0, 3).polygons);
    CHECK(dissolved({}).empty());
}

TEST_CASE("parts that touch in one corner only keep their area") {
    CHECK(area(dissolved({square(0, 0), square(1, 1)})) == Approx(2));
}

TEST_CASE("rings may run either way, as in a shapefile: clockwise") {
    const Shape clockwise{{{{{0, 0}, {0, 1}, {1, 1}, {1, 0}}, {}}}};
    const Shape whole = dissolved({clockwise, square(1, 0)});
    REQUIRE(whole.polygons.size() == 1);
    CHECK(area(whole) == Approx(2));
    CHECK(dissolved({clockwise}).polygons.size() == 1);
}
