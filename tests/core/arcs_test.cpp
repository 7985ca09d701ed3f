#include "core/arcs.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "core/crossings.h"
#include "core/shapes_for_tests.h"

using namespace ocop::core;
using namespace ocop::core::test;

namespace {

bool before(Point a, Point b) { return a.x != b.x ? a.x < b.x : a.y < b.y; }

Ring from_least(const Ring& ring) {
    if (ring.empty()) return ring;
    const auto least = std::min_element(ring.begin(), ring.end(), before);
    return rotated(ring, static_cast<std::size_t>(least - ring.begin()));
}

std::vector<Shape> from_least(std::vector<Shape> shapes) {
    for (Shape& shape : shapes)
        for (Polygon& polygon : shape.polygons) {
            polygon.outer = from_least(polygon.outer);
            for (Ring& hole : polygon.holes) hole = from_least(hole);
        }
    return shapes;
}

/// Every use of every arc: the area that uses it, and which way.
std::multimap<int, std::pair<int, bool>> uses_of(const Topology& topology) {
    std::multimap<int, std::pair<int, bool>> uses;
    for (std::size_t area = 0; area < topology.areas.size(); ++area)
        for (const auto& polygon : topology.areas[area]) {
            const auto take = [&](const Topology::RingUses& ring) {
                for (const auto use : ring.uses) uses.insert({use.arc, {static_cast<int>(area), use.reversed}});
            };
            take(polygon.outer);
            for (const auto& hole : polygon.holes) take(hole);
        }
    return uses;
}

std::size_t points_of(const Topology& topology) {
    std::size_t count = 0;
    for (const Arc& arc : topology.arcs) count += arc.points.size();
    return count;
}

bool any_crossing(const Topology& topology) {
    std::vector<std::span<const Point>> lines;
    for (const Arc& arc : topology.arcs) lines.emplace_back(arc.points);
    const auto crossing = crossing_lines(lines);
    return std::find(crossing.begin(), crossing.end(), true) != crossing.end();
}

const Ring left_square{{0, 0}, {1, 0}, {1, 1}, {0, 1}}, right_square{{1, 0}, {2, 0}, {2, 1}, {1, 1}};
const std::vector<Shape> two_squares{{{{left_square, {}}}}, {{{right_square, {}}}}};

}  // namespace

TEST_CASE("two neighbours have one border between them and one outline each") {
    const Topology topology = ocop::core::topology(two_squares);
    REQUIRE(topology.arcs.size() == 3);
    const auto shared =
        std::find_if(topology.arcs.begin(), topology.arcs.end(), [](const Arc& arc) { return arc.right != -1; });
    REQUIRE(shared != topology.arcs.end());
    CHECK(shared->points == Line{{1, 0}, {1, 1}});
    CHECK(std::pair{shared->left, shared->right} == std::pair{0, 1});
    CHECK(std::count_if(topology.arcs.begin(), topology.arcs.end(),
                        [](const Arc& arc) { return arc.right == -1 && arc.points.size() == 4; }) == 2);
}

TEST_CASE("an island is one closed arc, and so is an enclave and the hole round it") {
    const Ring hole{{0.25, 0.25}, {0.25, 0.75}, {0.75, 0.75}, {0.75, 0.25}};
    const Topology topology = ocop::core::topology({{{{left_square, {hole}}}}, {{{rotated(reversed(hole), 2), {}}}}});
    REQUIRE(topology.arcs.size() == 2);
    CHECK(std::pair{topology.arcs[0].left, topology.arcs[0].right} == std::pair{0, -1});
    CHECK(std::pair{topology.arcs[1].left, topology.arcs[1].right} == std::pair{0, 1});
    for (const Arc& arc : topology.arcs) {
        CHECK(arc.points.size() == 5);
        CHECK(arc.points.front() == arc.points.back());
    }
}

TEST_CASE("nothing shared, nothing lost") {
    const Ring apart{{5, 5}, {6, 5}, {6, 6}};
    const std::vector<Shape> shapes{{{{left_square, {}}}}, {}, {{{apart, {}}}}};
    const Topology topology = ocop::core::topology(shapes);
    CHECK(topology.arcs.size() == 2);
    CHECK(from_least(ocop::core::shapes(topology)) == from_least(shapes));
}

TEST_CASE("repeated points and rings without area do no harm") {
    const Ring repeated{{0, 0}, {0, 0}, {1, 0}, {1, 1}, {1, 1}, {1, 1}, {0, 1}, {0, 0}};
    const Topology topology =
        ocop::core::topology({{{{repeated, {{{0.5, 0.5}}}}, {{{3, 3}}, {}}, {{}, {}}, {{{4, 4}, {5, 5}, {4, 4}}, {}}}},
                              {{{right_square, {}}}}});
    CHECK(topology.arcs.size() == 3);
    CHECK(from_least(shapes(topology)) == from_least(two_squares));
    CHECK(topology.areas.front().front().holes.empty());
    CHECK(ocop::core::topology({}).arcs.empty());
    CHECK(shapes(simplified(ocop::core::topology({}), 10)).empty());
}

TEST_CASE("three units that meet in a point, and rings that touch themselves, come back whole") {
    const Ring bottom{{0, -1}, {2, -1}, {2, 0}, {1, 0}, {0, 0}};
    const Ring eight{{5, 0}, {6, 1}, {7, 0}, {7, 2}, {6, 1}, {5, 2}};
    const std::vector<Shape> shapes{two_squares[0], two_squares[1], {{{bottom, {}}}}, {{{eight, {}}}}};
    const Topology topology = ocop::core::topology(shapes);
    CHECK(from_least(ocop::core::shapes(topology)) == from_least(shapes));
    CHECK(std::count_if(topology.arcs.begin(), topology.arcs.end(), [](const Arc& a) { return a.right != -1; }) == 3);
}

TEST_CASE("random coverages come back exactly") {
    Random random{Catch::rngSeed()};
    for (int round = 0; round < 5; ++round) {
        const std::vector<Shape> shapes = coverage(random, 1 + round);
        const Topology topology = ocop::core::topology(shapes);
        CHECK(from_least(ocop::core::shapes(topology)) == from_least(shapes));
        CHECK(from_least(ocop::core::shapes(simplified(topology, 0))) == from_least(shapes));
    }
}

TEST_CASE("every border of a coverage exists once, with its two sides") {
    Random random{Catch::rngSeed()};
    const Topology topology = ocop::core::topology(coverage(random, 5));
    const auto uses = uses_of(topology);
    std::set<std::array<double, 4>> segments;
    std::size_t count = 0;
    for (std::size_t i = 0; i < topology.arcs.size(); ++i) {
        const Arc& arc = topology.arcs[i];
        const auto [first, last] = uses.equal_range(static_cast<int>(i));
        std::set<int> areas, expected{arc.left};
        for (auto use = first; use != last; ++use) areas.insert(use->second.first);
        if (arc.right != -1) expected.insert(arc.right);
        CHECK(areas == expected);
        CHECK(std::distance(first, last) == (arc.right == -1 ? 1 : 2));
        for (std::size_t j = 1; j < arc.points.size(); ++j, ++count) {
            const auto [a, b] = std::minmax(arc.points[j - 1], arc.points[j], before);
            segments.insert({a.x, a.y, b.x, b.y});
        }
    }
    CHECK(segments.size() == count);
}

TEST_CASE("a simplified coverage has no gaps, no overlaps, and all its islets") {
    Random random{Catch::rngSeed()};
    const std::vector<Shape> shapes = coverage(random, 5);
    const Topology fine = topology(shapes);
    REQUIRE_FALSE(any_crossing(fine));
    const double tolerance = GENERATE(5.0, 25.0, 100.0, 1000.0);
    const Topology coarse = simplified(fine, tolerance);
    CHECK(points_of(coarse) < points_of(fine));
    CHECK_FALSE(any_crossing(coarse));

    for (std::size_t i = 0; i < fine.arcs.size(); ++i) {
        const Line &from = fine.arcs[i].points, &to = coarse.arcs[i].points;
        CHECK(to.front() == from.front());
        CHECK(to.back() == from.back());
        if (from.front() == from.back()) CHECK(to.size() >= 5);
        auto place = from.begin();  // the points are a selection, in order
        for (const Point p : to) place = std::find(place, from.end(), p);
        CHECK(place != from.end());
    }
    const std::vector<Shape> areas = ocop::core::shapes(coarse);
    REQUIRE(areas.size() == shapes.size());
    for (std::size_t i = 0; i < areas.size(); ++i) {
        REQUIRE(areas[i].polygons.size() == shapes[i].polygons.size());
        for (std::size_t j = 0; j < areas[i].polygons.size(); ++j) {
            CHECK(areas[i].polygons[j].holes.size() == shapes[i].polygons[j].holes.size());
            CHECK(area(areas[i].polygons[j]) > 0.2 * area(shapes[i].polygons[j]));
        }
    }
    for (int i = 0; i < 300; ++i) {  // well inside the coverage, each place lies in one area or in one lake
        const Point p{5e5 + between(random, 1200, 3800), 1.1e6 + between(random, 1200, 3800)};
        const auto inside = std::count_if(areas.begin(), areas.end(), [&](const Shape& s) { return contains(s, p); });
        const bool lake = std::any_of(areas.begin(), areas.end(), [&](const Shape& s) {
            return std::any_of(s.polygons.begin(), s.polygons.end(),
                               [&](const Polygon& polygon) { return contains(polygon.outer, p); }) &&
                   !contains(s, p);
        });
        INFO(p.x << " " << p.y << " inside " << inside << " lake " << lake << " tolerance " << tolerance);
        CHECK((inside == 1 || (inside == 0 && lake)));
    }
}

TEST_CASE("small bends go, large bends stay") {
    const Ring ring{{0, 0}, {100, 0}, {100, 49}, {101, 50}, {100, 51}, {100, 100}, {50, 60}, {0, 100}};
    const auto at = [&](double tolerance) { return shapes(simplified(topology({{{{ring, {}}}}}), tolerance))[0]; };
    CHECK(at(5).polygons[0].outer == Ring{{0, 0}, {100, 0}, {100, 100}, {50, 60}, {0, 100}});
    CHECK(at(0.5) == Shape{{{ring, {}}}});
}

TEST_CASE("a bend that another unit reaches into is given back") {
    const Ring bay{{0, -500}, {100, -500}, {100, 0}, {60, 0}, {50, -30}, {40, 0}, {0, 0}};  // its bend is 300 m²
    const Ring tip{{0, 500}, {50, -10}, {100, 500}};
    const auto with_tip = shapes(simplified(topology({{{{bay, {}}}}, {{{tip, {}}}}}), 20));
    const auto alone = shapes(simplified(topology({{{{bay, {}}}}}), 20));
    const auto has = [](const Shape& shape, Point p) {
        const Ring& ring = shape.polygons[0].outer;
        return std::find(ring.begin(), ring.end(), p) != ring.end();
    };
    CHECK_FALSE(has(alone[0], {50, -30}));
    CHECK(has(with_tip[0], {50, -30}));
}

TEST_CASE("an islet that two units share keeps its area") {
    const Ring west{{0, 0}, {0, 10}, {-3, 7}, {-4, 5}, {-3, 3}}, east{{0, 10}, {0, 0}, {3, 3}, {4, 5}, {3, 7}};
    const auto areas = shapes(simplified(topology({{{{west, {}}}}, {{{east, {}}}}}), 240));
    CHECK(area(areas[0]) > 0.25 * area({west, {}}));
    CHECK(area(areas[1]) > 0.25 * area({east, {}}));
}
