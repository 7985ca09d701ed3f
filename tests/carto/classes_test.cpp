// Every amount has one class, and the class's label says so (cartography.md §6).
#include "carto/classes.h"

#include <catch2/catch.hpp>
#include <functional>
#include <limits>

#include "carto/legend.h"
#include "carto/support.h"

using namespace carto_tests;
using carto::Classes;
using carto::preset_breaks;
using carto::Show;

namespace {

struct Range {
    double low = 0, high = 0;
    bool below_high = false;  // "< 50": up to, but without
    bool holds(double number) const { return low <= number && (below_high ? number < high : number <= high); }
};

/// What a Vietnamese label says: "3", "1–3", "≥ 1.000", "< 0,5", each perhaps with " %" or " sao" behind it.
Range said(std::string label) {
    constexpr double most = std::numeric_limits<double>::infinity();
    const auto number = [](std::string text) {
        std::string plain;
        for (const char c : text)
            if (c != '.') plain += c == ',' ? '.' : c;
        return std::stod(plain);
    };
    if (label.starts_with("≥ ")) return {number(label.substr(4)), most};
    if (label.starts_with("< ")) return {0, number(label.substr(2)), true};
    const std::string dash = "–";
    if (const auto at = label.find(dash); at != std::string::npos)
        return {number(label.substr(0, at)), number(label.substr(at + dash.size()))};
    return {number(label), number(label)};
}

/// The class of a score, after checking that its label and no other class's holds the number that a reader sees.
int checked(const Classes& classes, const Score& score, double shown) {
    const int which = classes.of(score);
    REQUIRE(which >= 0);
    REQUIRE(which < classes.zero());
    for (int i = 0; i < classes.zero(); ++i) {
        if (said(classes.label(i)).holds(shown) == (i == which)) continue;
        FAIL_CHECK(shown << " is in class \"" << classes.label(which) << "\"; see \"" << classes.label(i) << '"');
    }
    return which;
}

}  // namespace

TEST_CASE("every integer of 0 to 500 falls in one class, and its label holds it, in every family of classes") {
    for (const std::int64_t m : {1, 2, 3, 4, 5, 6, 8, 12, 13, 20, 30, 31, 49, 50, 99, 100, 200, 499, 500, 1000, 5000}) {
        const Map map = map_of(IndicatorId::products, {value(m)});
        const Classes classes = map.classes();
        INFO("for " << m);
        CHECK(classes.zero() >= 2);
        CHECK(classes.zero() <= 5);  // C-2
        CHECK(classes.of(value(0)) == classes.zero());
        for (int n = 1, last = 0; n <= 500; ++n) {
            const int which = checked(classes, value(n), n);
            CHECK((which == last || which == last + 1));  // in order, none left out
            last = which;
        }
        checked(classes, value(5000), 5000);
    }
}

TEST_CASE("the families are those of B-2, whole and rising") {
    CHECK(preset_breaks(0) == std::vector<std::int64_t>{1, 2});
    CHECK(preset_breaks(1) == std::vector<std::int64_t>{1, 2});
    CHECK(preset_breaks(5) == std::vector<std::int64_t>{1, 2, 3, 4, 5});
    CHECK(preset_breaks(6) == std::vector<std::int64_t>{1, 3, 6, 9});
    CHECK(preset_breaks(12) == std::vector<std::int64_t>{1, 3, 6, 9});
    CHECK(preset_breaks(13) == std::vector<std::int64_t>{1, 4, 8, 13, 21});
    CHECK(preset_breaks(30) == std::vector<std::int64_t>{1, 4, 8, 13, 21});
    CHECK(preset_breaks(31) == std::vector<std::int64_t>{1, 2, 5, 10, 20});
    CHECK(preset_breaks(144) == std::vector<std::int64_t>{1, 10, 20, 50, 100});
    for (std::int64_t m = 0; m <= 2000; ++m) {
        const auto breaks = preset_breaks(m);
        CHECK(breaks.front() == 1);
        CHECK(breaks.size() >= 2);
        CHECK(breaks.size() <= 5);
        CHECK(std::adjacent_find(breaks.begin(), breaks.end(), std::greater_equal<>{}) == breaks.end());
        CHECK(breaks.back() <= std::max<std::int64_t>(m, 9 > m ? 9 : 21));  // the top class is not out of reach
    }
}

TEST_CASE("the 95th percentile chooses the family: one giant among twenty does not") {
    std::vector<Score> scores(19, value(2));
    scores.push_back(value(400));
    CHECK(map_of(IndicatorId::products, scores).classes().label(1) == "≥ 2");
    scores.push_back(value(400));
    CHECK(map_of(IndicatorId::products, scores).classes().label(1) == "20–49");  // "1–19", ... "≥ 200"
}

TEST_CASE("shares of a quota: every percent has one class, 100 is reached or not, nothing is divided first") {
    const Classes classes = map_of(IndicatorId::products, {against(4, value(1))}, Show::percent).classes();
    CHECK(classes.reads == Classes::Reads::percent_of_quota);
    for (int quota = 1; quota <= 130; ++quota)
        for (int done = 1; done <= 2 * quota; ++done) checked(classes, against(quota, value(done)), 100 * done / quota);
    const int met = classes.of(against(100, value(100)));
    CHECK(classes.label(met) == "100–119 %");
    for (int quota = 1; quota <= 1000; ++quota) {
        const Score exact = against(quota, value(quota)), under = against(quota, value(quota - 1));
        CHECK(classes.of(exact) == met);
        CHECK(classes.of(under) != met);
        CHECK(exact.percent_of_quota() == 100);
        CHECK(*under.percent_of_quota() < 100);
        CHECK(carto::value_text(exact, IndicatorId::products, Show::gap, vi()) == "đạt");
        CHECK(carto::value_text(under, IndicatorId::products, Show::gap, vi()) == "còn 1");
    }
    CHECK(classes.of(against(4, value(0))) == classes.zero());
    CHECK(classes.of(against(0, value(3))) == met);
    CHECK(classes.of(value(3)) == classes.no_quota());
    CHECK(classes.of(no_data()) == classes.no_data());
}

TEST_CASE("shares of people: 99.6 is not 100, and above a quota of 80 % there is room") {
    const Classes classes = map_of(IndicatorId::outreach, {against(100, share(1, 2))}, Show::percent).classes();
    CHECK(classes.zero() == 4);
    for (int done = 1; done <= 250; ++done) checked(classes, against(100, share(done, 250)), 100 * done / 250);
    CHECK(classes.label(classes.of(against(100, share(249, 250)))) == "80–99 %");
    CHECK(classes.label(classes.of(against(100, share(250, 250)))) == "100 %");
    const Classes counted = map_of(IndicatorId::outreach, {against(100, share(1, 2))}).classes();
    for (int done = 1; done <= 250; ++done) checked(counted, against(100, share(done, 250)), 100 * done / 250);
    const Classes lower = map_of(IndicatorId::managers_trained, {against(80, share(1, 2))}, Show::percent).classes();
    checked(lower, against(80, share(100, 100)), 125);
}

TEST_CASE("stars, means, shares of four and five, rates: the label holds the number that is shown") {
    const Classes highest = map_of(IndicatorId::stars_highest, {value(3)}).classes();
    for (int stars = 3; stars <= 5; ++stars) checked(highest, value(stars), stars);
    const Classes mean = map_of(IndicatorId::stars_mean, {value(3)}).classes();
    for (int sum = 300; sum <= 500; ++sum) checked(mean, value(sum, 100), sum / 10 / 10.0);
    const Classes best = map_of(IndicatorId::stars_share45, {share(1, 3)}).classes();
    for (int n = 1; n <= 300; ++n) checked(best, share(n, 300), 100 * n / 300);
    for (const int top : {1, 4, 30, 700}) {
        const Classes rate = map_of(IndicatorId::per_10k, {value(top * 10000, 50000)}).classes();
        INFO("rates up to " << top);
        CHECK(rate.zero() <= 5);
        for (int n = 1; n <= 800; ++n) checked(rate, value(n * 10000, 50000), 10 * n * 10000 / 50000 / 10.0);
    }
}

TEST_CASE("nothing splits a tie: one amount written in two ways is in one class") {
    const Classes gap = map_of(IndicatorId::outreach, {against(100, share(1, 2))}, Show::percent).classes();
    const Classes mean = map_of(IndicatorId::stars_mean, {value(3)}).classes();
    for (int all = 1; all <= 30; ++all)
        for (int n = 1; n <= all; ++n) {
            CHECK(gap.of(against(100, share(n, all))) == gap.of(against(100, share(7 * n, 7 * all))));
            CHECK(mean.of(value(3 * all + n, all)) == mean.of(value(9 * all + 3 * n, 3 * all)));
        }
}

TEST_CASE("all zero, all without data, all equal, one unit: classes, a legend that adds up, a sentence") {
    const std::vector<std::vector<Score>> data{std::vector(15, against(4, value(0))),
                                               std::vector(15, no_data()),
                                               std::vector(15, against(4, value(7))),
                                               {against(4, value(3))},
                                               {value(0), no_data(), value(3), against(0, value(1))},
                                               {}};
    for (const auto& scores : data)
        for (const Show show : {Show::count, Show::percent, Show::gap}) {
            const Map map = map_of(IndicatorId::products, scores, show);
            const Classes classes = map.classes();
            CHECK(classes.zero() >= 2);  // B-1: two to five
            CHECK_FALSE(map.headline().empty());
            CHECK(carto::ranking(map.document, map.board, map.spec, vi()).size() == scores.size());
            carto::LevelGeometry geometry;
            geometry.units = map.territory().at(Level::district);
            std::size_t drawn = 0;
            bool zero = false, none = false;
            for (const auto& row :
                 carto::make_legend(map.document, map.board, geometry, classes, map.spec, vi()).rows) {
                if (row.kind != carto::LegendRow::Kind::colour) continue;
                drawn += static_cast<std::size_t>(row.count);
                zero = zero || row.which == classes.zero();
                none = none || row.which == classes.no_data();
            }
            CHECK(drawn == scores.size());
            CHECK((zero && none));  // Z-5: also when no unit is
        }
}

TEST_CASE("hatch is below quota and nothing else; a point has its own look for every doubt") {
    using scene::Pattern;
    CHECK(carto::pattern_of(no_data()) == Pattern::dots);
    CHECK(carto::pattern_of(value(0)) == Pattern::none);
    CHECK(carto::pattern_of(against(4, value(4))) == Pattern::none);
    CHECK(carto::pattern_of(against(4, value(3))) == Pattern::hatch);
    CHECK(carto::pattern_of(with(Status::severe, value(1))) == Pattern::hatch_severe);
    CHECK(carto::pattern_of(with(Status::undetermined, value(1))) == Pattern::stipple);
    Score reached = against(100, share(0, 1));
    reached.status = Status::severe;
    reached.outreach = domain::OutreachStatus::planned;  // a commune is done or not
    CHECK(carto::pattern_of(reached) == Pattern::hatch);
}
