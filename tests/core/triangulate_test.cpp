#include "core/triangulate.h"

#include <catch2/catch.hpp>
#include <limits>

#include "core/shapes_for_tests.h"

using namespace ocop::core;
using namespace ocop::core::test;

namespace {

Ring corner(const Mesh& mesh, std::size_t triangle) {
    return {mesh.vertices[mesh.indices[3 * triangle]], mesh.vertices[mesh.indices[3 * triangle + 1]],
            mesh.vertices[mesh.indices[3 * triangle + 2]]};
}

double area_of(const Mesh& mesh) {
    double sum = 0;
    for (std::size_t i = 0; i < mesh.indices.size() / 3; ++i) sum += std::abs(signed_area(corner(mesh, i)));
    return sum;
}

/// The triangles cover the inside once and the outside never.
void check_cover(Random& random, const Polygon& polygon, const Mesh& mesh) {
    const Box box = bounds(polygon.outer);
    int wrong = 0;
    for (int i = 0; i < 200; ++i) {
        const Point p{between(random, box.min_x, box.max_x), between(random, box.min_y, box.max_y)};
        int covers = 0;
        for (std::size_t j = 0; j < mesh.indices.size() / 3; ++j) covers += contains(corner(mesh, j), p) ? 1 : 0;
        if (covers != (contains(polygon, p) ? 1 : 0)) ++wrong;
    }
    CHECK(wrong == 0);
}

bool is_empty(const Mesh& mesh) { return mesh.indices.empty(); }

}  // namespace

TEST_CASE("a square is two triangles, turned either way") {
    const Ring square{{0, 0}, {2, 0}, {2, 2}, {0, 2}};
    for (const Ring& ring : {square, reversed(square)}) {
        const Mesh mesh = triangulated(Polygon{ring, {}});
        CHECK(mesh.vertices.size() == 4);
        CHECK(mesh.indices.size() == 6);
        CHECK(area_of(mesh) == 4);
    }
}

TEST_CASE("random rough polygons are covered exactly") {
    Random random{Catch::rngSeed()};
    for (const int points : {3, 5, 12, 100, 700}) {
        const Polygon polygon{star(random, {5e5, 1.1e6}, 200, 1000, points), {}};
        const Mesh mesh = triangulated(polygon);
        CHECK(area_of(mesh) == Approx(area(polygon)).epsilon(1e-9));
        CHECK(mesh.indices.size() <= 3 * (polygon.outer.size() - 2));
        check_cover(random, polygon, mesh);
    }
}

TEST_CASE("holes are cut out, however many and whichever way they run") {
    Random random{Catch::rngSeed()};
    for (int round = 0; round < 10; ++round) {
        Polygon polygon{star(random, {0, 0}, 900, 1000, 80), {}};
        for (int x = -2; x <= 2; ++x)
            for (int y = -2; y <= 2; ++y)
                if (random() % 2 == 0) {
                    const Ring hole = star(random, {x * 200.0, y * 200.0}, 20, 99, 15);
                    polygon.holes.push_back(random() % 2 == 0 ? hole : reversed(hole));
                }
        const Mesh mesh = triangulated(polygon);
        CHECK(area_of(mesh) == Approx(area(polygon)).epsilon(1e-9));
        check_cover(random, polygon, mesh);
    }
}

TEST_CASE("holes on one line, a hole that touches the outline, and holes that touch each other") {
    Random random{Catch::rngSeed()};
    const Ring square{{0, 0}, {10, 0}, {10, 10}, {0, 10}};
    const auto box = [](double x, double y) { return Ring{{x, y}, {x + 1, y}, {x + 1, y + 1}, {x, y + 1}}; };
    for (const std::vector<Ring>& holes :
         {std::vector<Ring>{box(1, 4), box(3, 4), box(5, 4), box(7, 4)},
          std::vector<Ring>{box(4, 1), box(4, 3), box(4, 5), box(4, 7)}, std::vector<Ring>{{{0, 5}, {3, 4}, {3, 6}}},
          std::vector<Ring>{{{10, 10}, {6, 7}, {7, 6}}}, std::vector<Ring>{box(2, 2), box(3, 3), box(4, 4)}}) {
        const Polygon polygon{square, holes};
        const Mesh mesh = triangulated(polygon);
        CHECK(area_of(mesh) == Approx(area(polygon)).epsilon(1e-9));
        check_cover(random, polygon, mesh);
    }
}

TEST_CASE("what crosses itself is filled by the even-odd rule") {
    Random random{Catch::rngSeed()};
    SECTION("a bow-tie with equal halves") {
        const Polygon polygon{{{0, 0}, {2, 2}, {2, 0}, {0, 2}}, {}};
        CHECK(area_of(triangulated(polygon)) == Approx(2));
        check_cover(random, polygon, triangulated(polygon));
    }
    SECTION("a bow-tie with unequal halves") {
        const Polygon polygon{{{0, 0}, {6, 6}, {6, 0}, {-2, 4}}, {}};
        check_cover(random, polygon, triangulated(polygon));
    }
    SECTION("a bow-tie with a vertex where it crosses") {
        const Polygon polygon{{{0, 0}, {1, 1}, {4, 4}, {4, -2}, {1, 1}, {0, 2}}, {}};
        CHECK(area_of(triangulated(polygon)) == Approx(10));
        check_cover(random, polygon, triangulated(polygon));
    }
    SECTION("a spike through the opposite side") {
        const Polygon polygon{{{0, 0}, {10, 0}, {10, 4}, {6, 4}, {5, -3}, {4, 4}, {0, 4}}, {}};
        check_cover(random, polygon, triangulated(polygon));
    }
    SECTION("a pentagram") {
        Ring ring;
        for (int i = 0; i < 5; ++i) {
            const double angle = 4 * std::numbers::pi * i / 5;
            ring.push_back({std::cos(angle), std::sin(angle)});
        }
        check_cover(random, {ring, {}}, triangulated(Polygon{ring, {}}));
    }
    SECTION("two halves that touch in a point") {
        const Polygon polygon{{{0, 0}, {2, 0}, {1, 1}, {2, 2}, {0, 2}, {1, 1}}, {}};
        CHECK(area_of(triangulated(polygon)) == Approx(2));
        check_cover(random, polygon, triangulated(polygon));
    }
    SECTION("random scribbles") {
        for (int i = 0; i < 30; ++i) {
            Ring ring;
            for (int j = 0; j < 8; ++j) ring.push_back({between(random, 0, 9), between(random, 0, 9)});
            check_cover(random, {ring, {}}, triangulated(Polygon{ring, {}}));
        }
    }
}

TEST_CASE("rings without area give no triangles") {
    const double nan = std::numeric_limits<double>::quiet_NaN(), infinity = std::numeric_limits<double>::infinity();
    CHECK(is_empty(triangulated(Polygon{})));
    CHECK(is_empty(triangulated(Polygon{{{1, 1}}, {}})));
    CHECK(is_empty(triangulated(Polygon{{{1, 1}, {2, 2}}, {}})));
    CHECK(is_empty(triangulated(Polygon{{{1, 1}, {1, 1}, {1, 1}, {1, 1}}, {}})));
    CHECK(is_empty(triangulated(Polygon{{{0, 0}, {1, 1}, {2, 2}, {1, 1}}, {}})));
    CHECK(is_empty(triangulated(Polygon{{{0, 0}, {nan, 1}, {2, 2}}, {}})));
    CHECK(is_empty(triangulated(Polygon{{{0, 0}, {infinity, 1}, {2, 2}}, {}})));
    CHECK(is_empty(triangulated(Shape{})));
}

TEST_CASE("repeated points do no harm, and a hole without area is none") {
    const Polygon polygon{{{0, 0}, {0, 0}, {4, 0}, {4, 4}, {4, 4}, {0, 4}, {0, 0}}, {{{1, 1}}, {}}};
    CHECK(area_of(triangulated(polygon)) == 16);
}

TEST_CASE("a shape's mesh is that of its parts") {
    Random random{Catch::rngSeed()};
    const Shape shape{
        {{star(random, {0, 0}, 5, 9, 20), {star(random, {0, 0}, 1, 3, 9)}}, {star(random, {100, 0}, 5, 9, 20), {}}}};
    const Mesh mesh = triangulated(shape);
    CHECK(area_of(mesh) == Approx(area(shape)).epsilon(1e-9));
    for (const auto index : mesh.indices) REQUIRE(index < mesh.vertices.size());
}
