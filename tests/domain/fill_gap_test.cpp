// Three ways to share out what is missing: whole numbers, nothing lost, both quotas met.
#include <catch2/catch.hpp>

#include <numeric>
#include <random>

#include "domain/fill_gap.h"
#include "domain/small_province.h"

using namespace ocop::domain;
using namespace ocop::domain::small;

namespace {
using enum IndicatorId;
using Amounts = std::vector<std::int64_t>;
const Recognition good = on({2021, 6, 1});
const Amounts no_caps(3, 1000);
const std::vector<std::string> abc{"901", "902", "903"};

/// Each district has a quota of 4, the province one of `whole` (0: none); so many products in A, B and C.
Document with(int whole, int a, int b, int c) {
    Document d = document();
    if (whole > 0) d.plan.targets.push_back({products, Level::province, Bound::at_least, whole, {}});
    add(d, a, commune_a1, good);
    add(d, b, commune_b1, good);
    add(d, c, commune_c1, good);
    return d;
}

Filled fill(const Document& d, FillMethod method, IndicatorId id = products) {
    return fill_gap(evaluate(d, query(d)), d.territory(Era::y2021), id, method, {});
}

Amounts added(const Filled& filled, IndicatorId id = products) {
    return {filled.scenario.at(id, "901"), filled.scenario.at(id, "902"), filled.scenario.at(id, "903")};
}

/// The scores under a scenario.
Scoreboard under(const Document& d, const Scenario& scenario) {
    Query q = query(d);
    q.scenario = scenario;
    return evaluate(d, q);
}
}  // namespace

TEST_CASE("largest remainders, and of equal ones the first code") {
    CHECK(apportioned(7, {1, 1, 1}, no_caps, abc) == Amounts{3, 2, 2});
    CHECK(apportioned(8, {1, 1, 1}, no_caps, {"903", "902", "901"}) == Amounts{2, 3, 3});
    CHECK(apportioned(10, {2, 2, 1}, no_caps, abc) == Amounts{4, 4, 2});
    CHECK(apportioned(4, {5, 3, 1}, no_caps, abc) == Amounts{2, 1, 1});  // 2.22, 1.33, 0.44
    CHECK(apportioned(0, {1, 1, 1}, no_caps, abc) == Amounts{0, 0, 0});
    CHECK(apportioned(5, {0, 0, 0}, no_caps, abc) == Amounts{0, 0, 0});
    CHECK(apportioned(5, {0, 1, 0}, no_caps, abc) == Amounts{0, 5, 0});
}

TEST_CASE("what a cap leaves goes to the others") {
    CHECK(apportioned(9, {1, 1, 1}, {1, 100, 100}, abc) == Amounts{1, 4, 4});
    CHECK(apportioned(9, {1, 1, 1}, {1, 2, 3}, abc) == Amounts{1, 2, 3});
    CHECK(apportioned(6, {4, 1, 1}, {2, 9, 9}, abc) == Amounts{2, 2, 2});
}

TEST_CASE("shares add up to the total for any weights and differ from the exact share by less than one") {
    std::mt19937 random{7};
    for (int round = 0; round < 300; ++round) {
        std::uniform_int_distribution<int> size{1, 15}, weight{0, 20}, amount{0, 200};
        Amounts weights(static_cast<std::size_t>(size(random)));
        std::vector<std::string> codes;
        for (std::int64_t& each : weights) each = weight(random), codes.push_back(std::to_string(codes.size() + 100));
        const std::int64_t all = std::accumulate(weights.begin(), weights.end(), std::int64_t{0}),
                           total = amount(random);
        if (all == 0) continue;
        const Amounts shares = apportioned(total, weights, Amounts(weights.size(), 1000), codes);
        CHECK(std::accumulate(shares.begin(), shares.end(), std::int64_t{0}) == total);
        for (std::size_t i = 0; i < weights.size(); ++i) {
            CHECK(shares[i] * all > total * weights[i] - all);
            CHECK(shares[i] * all < total * weights[i] + all);
        }
    }
}

TEST_CASE("three times 4 is not 20: the province's rest is shared as the method says") {
    const Document d = with(20, 4, 1, 0);  // the province lacks 15, B 3, C 4
    CHECK(added(fill(d, FillMethod::even)) == Amounts{5, 5, 5});
    CHECK(fill(d, FillMethod::even).how.key == "fill.even");
    CHECK(fill(d, FillMethod::even).how.args == std::vector<std::string>{"15", "3", "5", "15", "0", "0"});
    CHECK(added(fill(d, FillMethod::by_communes)) == Amounts{6, 6, 4});  // 3 by 2:2:1, and C lacks one more
    CHECK(fill(d, FillMethod::by_communes).how.key == "fill.by_communes_topped");
    CHECK(fill(d, FillMethod::by_communes).how.args == std::vector<std::string>{"16", "3", "3–6", "15", "1", "1"});
    CHECK(added(fill(d, FillMethod::below_first)) == Amounts{0, 7, 8});  // 3 and 4, then 8 alike
    CHECK(fill(d, FillMethod::below_first).how.key == "fill.below_first_rest");
    CHECK(fill(d, FillMethod::below_first).how.args == std::vector<std::string>{"15", "2", "4", "8", "7", "2"});
    CHECK(fill(d, FillMethod::below_first).scenario.filled.at(products) == FillMethod::below_first);
}

TEST_CASE("where the districts lack more than the province, their own quotas are met all the same") {
    const Document d = with(8, 6, 1, 0);  // the province lacks 1, B 3, C 4
    CHECK(added(fill(d, FillMethod::even)) == Amounts{1, 3, 4});
    CHECK(fill(d, FillMethod::even).how.key == "fill.even_topped");
    CHECK(added(fill(d, FillMethod::below_first)) == Amounts{0, 3, 4});
    CHECK(fill(d, FillMethod::below_first).how.key == "fill.below_first");
    CHECK(fill(d, FillMethod::below_first).how.args == std::vector<std::string>{"7", "2", "0", "0", "7", "2"});
}

TEST_CASE("a province that lacks nothing has nothing to share") {
    const Document d = with(8, 9, 1, 0);
    for (const FillMethod method : {FillMethod::even, FillMethod::by_communes}) {
        CHECK(added(fill(d, method)) == Amounts{0, 3, 4});
        CHECK(fill(d, method).how.key == "fill.own");
    }
}

TEST_CASE("every method meets every quota, whatever there is") {
    std::mt19937 random{11};
    std::uniform_int_distribution<int> some{0, 6}, whole{0, 25};
    for (int round = 0; round < 60; ++round) {
        const Document d = with(whole(random), some(random), some(random), some(random));
        for (const FillMethod method : {FillMethod::even, FillMethod::by_communes, FillMethod::below_first}) {
            const Filled filled = fill(d, method);
            const Scoreboard board = under(d, filled.scenario);
            for (const int unit : {province, district_a, district_b, district_c}) {
                const Status status = board.score(products, unit).status;
                CHECK((status == Status::met || status == Status::no_quota));
            }
            CHECK_FALSE(filled.at_most);
            for (const auto& [place, more] : filled.scenario.added) CHECK(more > 0);
        }
    }
}

TEST_CASE("a province without a quota of its own lacks what its districts lack") {
    const Document d = with(0, 4, 1, 0);
    CHECK(added(fill(d, FillMethod::even)) == Amounts{3, 3, 4});
    CHECK(added(fill(d, FillMethod::below_first)) == Amounts{0, 3, 4});
}

TEST_CASE("a province's quota alone is shared among all, for none is below its own") {
    Document d = with(0, 0, 0, 0);
    d.plan.targets = {{five_star_nation, Level::province, Bound::at_least, 1, {}}};
    const Filled filled = fill(d, FillMethod::below_first, five_star_nation);
    CHECK(added(filled, five_star_nation) == Amounts{1, 0, 0});
    CHECK(filled.how.key == "fill.below_first_none");
}

TEST_CASE("nothing is missing, or nobody knows of how many") {
    Document d = with(12, 4, 4, 4);
    CHECK(fill(d, FillMethod::even).how.key == "fill.nothing");
    CHECK(fill(d, FillMethod::even).scenario.assumes_nothing());
    CHECK(fill(d, FillMethod::even).scenario.filled.empty());
    d = asking_for_all();
    CHECK(fill(d, FillMethod::even, managers_trained).how.key == "fill.unknown");
    CHECK(added(fill(d, FillMethod::below_first, outreach), outreach) == Amounts{2, 2, 1});
}

TEST_CASE("people of a share: all of them, and no one more") {
    Document d = asking_for_all();
    const DatePoint day{{2021, 6, 1}, false};
    d.records.trainings = {{at(district_a), Role::manager, 10, 7, day, {}},
                           {at(district_b), Role::manager, 4, 0, day, {}},
                           {at(district_c), Role::manager, 5, 5, day, {}}};
    for (const FillMethod method : {FillMethod::even, FillMethod::by_communes, FillMethod::below_first}) {
        const Filled filled = fill(d, method, managers_trained);
        CHECK(added(filled, managers_trained) == Amounts{3, 4, 0});
        CHECK(under(d, filled.scenario).score(managers_trained, province).status == Status::met);
    }
}

TEST_CASE("of an incomplete list the gap is at most that, and filling it is certain") {
    Document d = with(10, 2, 0, 0);
    d.records.coverage = {incomplete("products")};
    const Filled filled = fill(d, FillMethod::below_first);
    CHECK(filled.at_most);
    CHECK(added(filled) == Amounts{2, 4, 4});
    CHECK(under(d, filled.scenario).score(products, district_b).status == Status::met);
    CHECK(under(d, filled.scenario).score(products, province).status == Status::met);
}

TEST_CASE("filling replaces what was assumed of the indicator and nothing else") {
    const Document d = with(10, 4, 1, 0);
    Scenario start;
    start.set(products, "901", 9);
    start.set(products, "00001", 5);
    start.set(ideas, "901", 1);
    start.lapse_on = Date{2022, 1, 1};
    const Filled filled =
        fill_gap(evaluate(d, query(d)), d.territory(Era::y2021), products, FillMethod::below_first, start);
    CHECK(added(filled) == Amounts{0, 3, 4});
    CHECK(filled.scenario.at(products, "00001") == 0);
    CHECK(filled.scenario.at(ideas, "901") == 1);
    CHECK(filled.scenario.lapse_on == start.lapse_on);
}
