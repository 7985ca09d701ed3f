#include "core/label_point.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <limits>

#include "core/shapes_for_tests.h"

using namespace ocop::core;
using namespace ocop::core::test;

namespace {

double distance(Point p, const Ring& ring) {
    double nearest = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const Point a = ring[j], b = ring[i];
        const double dx = b.x - a.x, dy = b.y - a.y;
        const double t = std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / (dx * dx + dy * dy), 0.0, 1.0);
        nearest = std::min(nearest, std::hypot(a.x + t * dx - p.x, a.y + t * dy - p.y));
    }
    return nearest;
}

double distance(Point p, const Polygon& polygon) {
    double nearest = distance(p, polygon.outer);
    for (const Ring& hole : polygon.holes) nearest = std::min(nearest, distance(p, hole));
    return nearest;
}

}  // namespace

TEST_CASE("the label of a long box sits on its middle line") {
    const LabelPoint label = label_point({{{{{0, 0}, {100, 0}, {100, 20}, {0, 20}}, {}}}}, 0.01);
    CHECK(label.radius == Approx(10).margin(0.01));
    CHECK(label.at.y == Approx(10).margin(0.01));
}

TEST_CASE("the label of a right-angled triangle sits in its incircle") {
    const LabelPoint label = label_point({{{{{0, 0}, {30, 0}, {0, 40}}, {}}}}, 0.001);
    CHECK(label.radius == Approx(10).margin(0.001));
    CHECK(label.at.x == Approx(10).margin(0.1));
    CHECK(label.at.y == Approx(10).margin(0.1));
}

TEST_CASE("a label avoids lakes, stays out of bays and takes the largest island") {
    const Ring square{{0, 0}, {100, 0}, {100, 100}, {0, 100}}, lake{{20, 20}, {20, 80}, {80, 80}, {80, 20}};
    CHECK(label_point({{{square, {lake}}}}, 0.01).radius == Approx(40 / (2 + std::sqrt(2.0))).margin(0.01));

    const Ring bay{{0, 0}, {100, 0}, {100, 100}, {80, 100}, {80, 30}, {20, 30}, {20, 100}, {0, 100}};
    const LabelPoint in_bay = label_point({{{bay, {}}}}, 0.01);
    CHECK(contains(bay, in_bay.at));
    CHECK(in_bay.radius > 15);

    const Ring islet{{200, 0}, {220, 0}, {220, 20}, {200, 20}};
    CHECK(contains(square, label_point({{{islet, {}}, {square, {}}}}, 1).at));
}

TEST_CASE("no better place than the label's is found by trying many") {
    Random random{Catch::rngSeed()};
    for (const int points : {5, 30, 300, 3000}) {
        const Polygon polygon{star(random, {5e5, 1.1e6}, 600, 3000, points), {star(random, {5e5, 1.1e6}, 50, 300, 20)}};
        const double precision = 1;
        const LabelPoint label = label_point({{polygon}}, precision);
        CHECK(contains(polygon, label.at));
        CHECK(label.radius == Approx(distance(label.at, polygon)).epsilon(1e-9));
        const Box box = bounds(polygon.outer);
        double best = 0;
        for (int i = 0; i < 300; ++i) {
            const Point p{between(random, box.min_x, box.max_x), between(random, box.min_y, box.max_y)};
            if (contains(polygon, p)) best = std::max(best, distance(p, polygon));
        }
        CHECK(label.radius >= best - precision);
    }
}

TEST_CASE("the same shape gives the same label, and a finer precision no smaller circle") {
    Random random{Catch::rngSeed()};
    const Shape shape{{{star(random, {0, 0}, 300, 1000, 200), {}}}};
    const LabelPoint once = label_point(shape, 5), again = label_point(shape, 5);
    CHECK(once.at == again.at);
    CHECK(label_point(shape, 0.1).radius >= once.radius - 0.1);
}

TEST_CASE("shapes without room have a label without radius") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    CHECK(label_point({}, 1).radius == 0);
    CHECK(label_point({{{{}, {}}}}, 1).radius == 0);
    CHECK(label_point({{{{{3, 4}}, {}}}}, 1).at == Point{3, 4});
    CHECK(label_point({{{{{0, 0}, {10, 0}, {20, 0}}, {}}}}, 1).radius == 0);
    CHECK(label_point({{{{{0, 0}, {5, 5}, {10, 10}}, {}}}}, 0).radius == 0);
    CHECK_NOTHROW(label_point({{{{{0, 0}, {nan, 5}, {10, 0}}, {}}}}, 1));
}
