// Which recognition counts on a date by each basis, at every boundary.
#include <catch2/catch.hpp>

#include "domain/small_province.h"

using namespace ocop::domain;
using namespace ocop::domain::small;

namespace {
int stars(const std::vector<Recognition>& recognitions, Basis basis, Date as_of) {
    Product p;
    p.recognitions = recognitions;
    const auto found = standing(p, document().plan, basis, as_of);
    return found ? found->stars : 0;
}
}  // namespace

TEST_CASE("recognised counts from the day itself") {
    const std::vector r{on({2021, 6, 15})};
    CHECK(stars(r, Basis::recognised, {2021, 6, 14}) == 0);
    CHECK(stars(r, Basis::recognised, {2021, 6, 15}) == 3);
    CHECK(stars(r, Basis::recognised, {2099, 1, 1}) == 3);
}

TEST_CASE("valid runs from the day to the day before 36 months later") {
    const std::vector r{on({2021, 6, 15})};
    CHECK(stars(r, Basis::valid, {2021, 6, 14}) == 0);
    CHECK(stars(r, Basis::valid, {2021, 6, 15}) == 3);
    CHECK(stars(r, Basis::valid, {2024, 6, 14}) == 3);
    CHECK(stars(r, Basis::valid, {2024, 6, 15}) == 0);
}

TEST_CASE("valid at the clamped end of a month") {
    CHECK(stars({on({2020, 2, 29})}, Basis::valid, {2023, 2, 27}) == 3);
    CHECK(stars({on({2020, 2, 29})}, Basis::valid, {2023, 2, 28}) == 0);
}

TEST_CASE("a written last day is valid itself") {
    Recognition r = on({2021, 6, 15});
    r.expires_on = Date{2022, 1, 31};
    CHECK(stars({r}, Basis::valid, {2022, 1, 31}) == 3);
    CHECK(stars({r}, Basis::valid, {2022, 2, 1}) == 0);
    CHECK(stars({r}, Basis::recognised, {2022, 2, 1}) == 3);
}

TEST_CASE("new is within the plan's period and not after the date") {
    const Date end{2021, 12, 31};
    CHECK(stars({on({2020, 12, 31})}, Basis::fresh, end) == 0);
    CHECK(stars({on({2021, 1, 1})}, Basis::fresh, end) == 3);
    CHECK(stars({on({2021, 12, 31})}, Basis::fresh, end) == 3);
    CHECK(stars({on({2021, 12, 31})}, Basis::fresh, {2021, 12, 30}) == 0);
    CHECK(stars({on({2022, 1, 1})}, Basis::fresh, {2022, 6, 30}) == 0);
    CHECK(stars({on({2021, 12, 31})}, Basis::fresh, {2022, 6, 30}) == 3);
}

TEST_CASE("a partial date or a round counts from the last day of its period and is marked") {
    Recognition year = on({});
    year.recognised_on = parse_date("2021");
    CHECK(stars({year}, Basis::recognised, {2021, 12, 30}) == 0);
    CHECK(stars({year}, Basis::recognised, {2021, 12, 31}) == 3);
    Product p;
    p.recognitions = {in_round("2021-1")};
    const auto found = standing(p, document().plan, Basis::fresh, {2021, 12, 31});
    REQUIRE(found);
    CHECK(found->approximate);
    p.recognitions = {on({2021, 12, 31})};
    CHECK_FALSE(standing(p, document().plan, Basis::fresh, {2021, 12, 31})->approximate);
}

TEST_CASE("an undated recognition enters no basis") {
    for (const Basis basis : {Basis::fresh, Basis::recognised, Basis::valid})
        CHECK(stars({undated(5)}, basis, {2030, 1, 1}) == 0);
}

TEST_CASE("the latest re-rating gives the stars, up or down, in any order of rows") {
    const Recognition first = on({2020, 12, 18}, 4), again = on({2021, 12, 20}, 3);
    for (const auto& rows : {std::vector{first, again}, std::vector{again, first}}) {
        CHECK(stars(rows, Basis::recognised, {2021, 12, 19}) == 4);
        CHECK(stars(rows, Basis::recognised, {2021, 12, 20}) == 3);
        CHECK(stars(rows, Basis::fresh, {2021, 12, 31}) == 3);
        CHECK(stars(rows, Basis::valid, {2024, 12, 19}) == 3);
    }
    CHECK(stars({on({2021, 5, 1}, 3), on({2021, 5, 1}, 4)}, Basis::recognised, {2021, 5, 1}) == 4);
    CHECK(stars({on({2021, 5, 1}, 4), on({2021, 5, 1}, 3)}, Basis::recognised, {2021, 5, 1}) == 4);
}

TEST_CASE("a re-rating in the period counts as new, one before it does not hide the later") {
    CHECK(stars({on({2020, 12, 18}, 3), on({2021, 12, 20}, 4)}, Basis::fresh, {2021, 12, 31}) == 4);
    CHECK(stars({on({2020, 12, 18}, 3)}, Basis::fresh, {2021, 12, 31}) == 0);
}

TEST_CASE("a recognition without stars gives no standing") {
    CHECK(stars({on({2021, 5, 1}, 0)}, Basis::recognised, {2021, 12, 31}) == 0);
    CHECK(stars({on({2021, 5, 1}, 3), on({2021, 6, 1}, 0)}, Basis::recognised, {2021, 12, 31}) == 3);
}
