// What is assumed never reads as if it were recorded.
#include <catch2/catch.hpp>

#include "carto/support.h"

using namespace carto_tests;
using carto::Show;
using carto::value_text;

namespace {
/// A score of which so much is recorded and so much assumed; the rest of `now` has lapsed or come otherwise.
Score assumed(Score now, std::optional<domain::Value> recorded, std::int64_t added) {
    now.assumed = domain::Assumed{recorded, added};
    return now;
}
std::string text(const Score& score, Show show = Show::count, IndicatorId id = IndicatorId::products) {
    return value_text(score, id, show, vi());
}
const domain::Value two{2, 1}, five{5, 1};
}  // namespace

TEST_CASE("a number has its parts: recorded, lapsed, assumed") {
    CHECK(text(assumed(against(4, value(4)), two, 2)) == "2+2*/4");
    CHECK(text(assumed(against(4, value(1)), two, -1)) == "2−1*/4");
    CHECK(text(assumed(value(4), two, 2)) == "2+2*");
    CHECK(text(assumed(against(4, value(3)), five, 0)) == "5−2*/4");
    CHECK(text(assumed(against(4, value(4)), five, 1)) == "5−2+1*/4");
    CHECK(text(assumed(against(4, value(5)), five, 2)) == "5−2+2*/4");  // the same number, of other parts
    CHECK(text(assumed(at_least(against(4, value(4))), two, 2)) == "≥ 2+2*/4");
    CHECK(text(assumed(at_least(against(4, value(4))), std::nullopt, 4)) == "–+4*/4");
    CHECK(text(assumed(no_data(), two, 0)) == "–*");
    CHECK(text(against(4, value(4))) == "4/4");
}

TEST_CASE("an undated row beside an assumed one is told apart") {
    Score score = assumed(against(4, value(4)), two, 2);
    score.undated = 5;
    CHECK(text(score) == "2+2*/4 +5");
}

TEST_CASE("shares, percentages and gaps have the mark") {
    const Score people = assumed(against(100, share(10, 10)), domain::Value{7, 10}, 3);
    CHECK(text(people, Show::count, IndicatorId::managers_trained) == "7+3*/10");
    CHECK(text(people, Show::percent, IndicatorId::managers_trained) == "100 %*");
    CHECK(text(people, Show::gap, IndicatorId::managers_trained) == "đạt*");
    const Score products = assumed(against(4, value(3)), two, 1);
    CHECK(text(products, Show::gap) == "còn 1*");
    CHECK(text(products, Show::percent) == "75 %*");
    CHECK(text(assumed(value(41, 10), domain::Value{39, 10}, 0), Show::count, IndicatorId::stars_mean) == "4,1★*");
    CHECK(carto::unit_value_text(assumed(value(1), domain::Value{0, 1}, 0), Level::commune, IndicatorId::blank_communes,
                                 Show::count, vi())
              .ends_with('*'));
}
