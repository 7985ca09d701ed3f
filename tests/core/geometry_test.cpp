#include "core/geometry.h"

#include <catch2/catch.hpp>

using namespace ocop::core;

namespace {
const Ring square{{0, 0}, {4, 0}, {4, 4}, {0, 4}};
const Ring hole{{1, 1}, {1, 2}, {2, 2}, {2, 1}};
const Polygon with_hole{square, {hole}};
const Shape two{{with_hole, {{{10, 0}, {11, 0}, {11, 1}, {10, 1}}, {}}}};
}  // namespace

TEST_CASE("a box is empty until something is added") {
    Box box;
    CHECK(box.empty());
    CHECK(box.width() == 0);
    CHECK_FALSE(box.contains({0, 0}));
    box.add(Box{});
    CHECK(box.empty());
    box.add(Point{3, 4});
    CHECK_FALSE(box.empty());
    CHECK(box == Box{3, 4, 3, 4});
    box.add(Point{-1, 6});
    CHECK(box == Box{-1, 4, 3, 6});
    CHECK(box.centre() == Point{1, 5});
    CHECK(box.grown(1) == Box{-2, 3, 4, 7});
    CHECK(box.contains({3, 6}));
    CHECK_FALSE(box.contains({3.1, 6}));
}

TEST_CASE("boxes overlap when they share area, not an edge") {
    const Box box{0, 0, 2, 2};
    CHECK(box.overlaps({1, 1, 3, 3}));
    CHECK_FALSE(box.overlaps({2, 0, 4, 2}));
    CHECK_FALSE(box.overlaps({3, 3, 4, 4}));
    CHECK_FALSE(box.overlaps(Box{}));
    CHECK_FALSE(Box{}.overlaps(box));
}

TEST_CASE("areas: orientation gives the sign, holes are cut out, islands are added") {
    CHECK(signed_area(square) == 16);
    CHECK(signed_area(hole) == -1);
    CHECK(signed_area({}) == 0);
    CHECK(signed_area({{1, 1}, {2, 2}}) == 0);
    CHECK(area(with_hole) == 15);
    CHECK(area(two) == 16);
    CHECK(area(Shape{}) == 0);
}

TEST_CASE("an area far from the origin keeps its digits") {
    Ring far;
    for (const Point p : square) far.push_back({p.x / 4 + 500000, p.y / 4 + 1100000});
    CHECK(signed_area(far) == 1);
}

TEST_CASE("inside and outside") {
    CHECK(contains(square, {1.5, 1.5}));
    CHECK_FALSE(contains(with_hole, {1.5, 1.5}));
    CHECK(contains(with_hole, {3, 3}));
    CHECK(contains(two, {10.5, 0.5}));
    CHECK_FALSE(contains(two, {9, 0.5}));
    CHECK_FALSE(contains(Ring{}, {0, 0}));
    CHECK_FALSE(contains(Shape{}, {0, 0}));
}

TEST_CASE("bounds and centroid take the largest part, turned either way") {
    CHECK(bounds(two) == Box{0, 0, 11, 4});
    CHECK(bounds(Shape{}).empty());
    CHECK(centroid(two) == Point{2, 2});
    CHECK(centroid({{{{square.rbegin(), square.rend()}, {}}}}) == Point{2, 2});
    CHECK(centroid({{{{{0, 0}, {3, 0}, {0, 3}}, {}}}}) == Point{1, 1});
    CHECK(centroid(Shape{}) == Point{});
    CHECK(centroid({{{{{0, 0}, {2, 0}, {4, 0}}, {}}}}) == Point{2, 0});  // no area: the middle of its box
}
