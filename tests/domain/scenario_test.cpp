// What is assumed and what is recorded: never one for the other.
#include <catch2/catch.hpp>

#include "domain/small_province.h"

using namespace ocop::domain;
using namespace ocop::domain::small;

namespace {
using enum IndicatorId;
const Recognition good = on({2021, 6, 1});

/// Quotas of 4 in each district and 10 in the province, with so many products in A.
Document with(int in_a) {
    Document d = document();
    d.plan.targets.push_back({products, Level::province, Bound::at_least, 10, {}});
    add(d, in_a, commune_a1, good);
    return d;
}

Query assuming(const Document& d, std::map<Scenario::Place, int> added) {
    Query q = query(d);
    q.scenario.emplace();
    q.scenario->added = std::move(added);
    return q;
}
}  // namespace

TEST_CASE("an addition moves the unit and those above, and says so") {
    const Document d = with(2);
    const Scoreboard board = evaluate(d, assuming(d, {{{products, "901"}, 2}, {{products, "902"}, 1}}));
    const Score &a = board.score(products, district_a), &b = board.score(products, district_b),
                &whole = board.score(products, province);
    CHECK(count(a) == 4);
    CHECK(a.status == Status::met);
    CHECK(a.assumed == Assumed{Value{2, 1}, 2});
    CHECK(count(b) == 1);
    CHECK(b.status == Status::severe);
    CHECK(b.assumed == Assumed{Value{0, 1}, 1});
    CHECK(count(whole) == 5);
    CHECK(whole.assumed == Assumed{Value{2, 1}, 3});
    CHECK_FALSE(board.score(products, district_c).assumed.has_value());
    CHECK_FALSE(board.score(products, commune_a1).assumed.has_value());
    CHECK(a.rows.size() == 2);
}

TEST_CASE("without a scenario nothing is assumed, and an empty one changes nothing") {
    const Document d = with(2);
    const Scoreboard plain = evaluate(d, query(d)), empty = evaluate(d, assuming(d, {}));
    CHECK(plain.scores == empty.scores);
    CHECK_FALSE(plain.score(products, district_a).assumed.has_value());
}

TEST_CASE("a district at its quota by assumption leaves the province to be checked on its own") {
    const Document d = with(0);
    const Scoreboard board =
        evaluate(d, assuming(d, {{{products, "901"}, 4}, {{products, "902"}, 4}, {{products, "903"}, 1}}));
    CHECK(board.score(products, district_a).status == Status::met);
    CHECK(board.score(products, province).status == Status::below);
    CHECK(count(board.score(products, province)) == 9);
}

TEST_CASE("less than nothing cannot be assumed, and the province loses no more than the district has") {
    const Document d = with(2);
    const Scoreboard board = evaluate(d, assuming(d, {{{products, "901"}, -5}, {{products, "902"}, -1}}));
    CHECK(count(board.score(products, district_a)) == 0);
    CHECK(board.score(products, district_a).assumed == Assumed{Value{2, 1}, -2});
    CHECK(count(board.score(products, province)) == 0);
    CHECK_FALSE(board.score(products, district_b).assumed.has_value());
}

TEST_CASE("what is assumed of a commune is also its district's") {
    const Document d = with(2);
    const Scoreboard board = evaluate(d, assuming(d, {{{products, "00002"}, 1}, {{products, "901"}, -3}}));
    CHECK(count(board.score(products, commune_a2)) == 1);
    CHECK(count(board.score(products, district_a)) == 0);
    CHECK(board.score(products, district_a).assumed == Assumed{Value{2, 1}, -2});
    CHECK(count(board.score(products, province)) == 0);
}

TEST_CASE("a lower bound stays one: it meets the quota or leaves it open") {
    Document d = with(2);
    d.records.coverage = {incomplete("products")};
    const auto assumed = [&](int more) {
        return evaluate(d, assuming(d, {{{products, "901"}, more}})).score(products, district_a);
    };
    CHECK(assumed(1).status == Status::undetermined);
    CHECK(assumed(1).lower_bound);
    CHECK(assumed(2).status == Status::met);
    CHECK(assumed(2).lower_bound);
    CHECK(assumed(-1).status == Status::undetermined);
    CHECK(count(assumed(-1)) == 1);
}

TEST_CASE("undated rows leave open what they left open before") {
    Document d = with(2);
    add(d, commune_a1, {undated()});
    const Query q = assuming(d, {{{products, "901"}, 1}});
    CHECK(score(d, q, products, district_a).status == Status::undetermined);
    CHECK(score(d, q, products, district_a).undated == 1);
    CHECK(score(d, assuming(d, {{{products, "901"}, -1}}), products, district_a).status == Status::below);
}

TEST_CASE("no data and n assumed is at least n, of which nothing is recorded") {
    Document d = with(0);
    d.records.coverage = {incomplete("products")};
    REQUIRE(score(d, products, district_a).status == Status::no_data);
    const auto assumed = [&](int more) {
        return evaluate(d, assuming(d, {{{products, "901"}, more}})).score(products, district_a);
    };
    CHECK(count(assumed(3)) == 3);
    CHECK(assumed(3).lower_bound);
    CHECK(assumed(3).status == Status::undetermined);
    CHECK(assumed(3).assumed == Assumed{std::nullopt, 3});
    CHECK(assumed(4).status == Status::met);
    CHECK(assumed(-1).status == Status::no_data);
    CHECK_FALSE(assumed(-1).assumed.has_value());
}

TEST_CASE("a table that nobody has kept stays unknown beyond what is assumed") {
    Document d = with(0);
    d.records.tables = {"products"};
    d.plan.targets.push_back({ideas, Level::district, Bound::at_least, 2, {}});
    REQUIRE(score(d, ideas, district_a).status == Status::no_data);
    const Score s = score(d, assuming(d, {{{ideas, "901"}, 1}}), ideas, district_a);
    CHECK(count(s) == 1);
    CHECK(s.lower_bound);
    CHECK(s.status == Status::undetermined);
}

TEST_CASE("a share rises no further than all there are") {
    Document d = asking_for_all();
    d.records.trainings = {{at(district_a), Role::manager, 10, 7, DatePoint{{2021, 6, 1}, false}, {}}};
    const Query q = assuming(d, {{{managers_trained, "901"}, 5}, {{managers_trained, "902"}, 5}});
    const Scoreboard board = evaluate(d, q);
    CHECK(board.score(managers_trained, district_a).value == Value{10, 10});
    CHECK(board.score(managers_trained, district_a).assumed == Assumed{Value{7, 10}, 3});
    CHECK(board.score(managers_trained, district_a).status == Status::met);
    // Of nobody knows how many there is no share, and the province has none of them.
    CHECK(board.score(managers_trained, district_b).status == Status::no_data);
    CHECK(board.score(managers_trained, province).value == Value{10, 10});
}

TEST_CASE("communes may be assumed reached where nobody has told of one") {
    const Document d = asking_for_all();
    REQUIRE(score(d, outreach, district_a).status == Status::no_data);
    const auto assumed = [&](int more) {
        return evaluate(d, assuming(d, {{{outreach, "901"}, more}})).score(outreach, district_a);
    };
    CHECK(assumed(1).value == Value{1, 2});
    CHECK(assumed(1).status == Status::undetermined);
    CHECK(assumed(9).value == Value{2, 2});
    CHECK(assumed(9).status == Status::met);
    // A commune's own state is no number.
    CHECK(score(d, assuming(d, {{{outreach, "00001"}, 1}}), outreach, commune_a1).status == Status::no_data);
}

TEST_CASE("views of recorded rows stay as recorded") {
    const Document d = with(2);
    Query q = assuming(d, {{{products, "902"}, 3}, {{products, "00003"}, 1}});
    const Scoreboard board = evaluate(d, q), plain = evaluate(d, query(d));
    for (const IndicatorId id : {blank_communes, stars_highest, stars_mix, per_10k, expiring})
        for (std::size_t unit = 0; unit < board.scores.front().size(); ++unit)
            CHECK(board.score(id, static_cast<int>(unit)) == plain.score(id, static_cast<int>(unit)));
    CHECK(count(board.score(products, district_b)) == 4);
    CHECK(board.completeness == plain.completeness);
    CHECK(board.producers == plain.producers);
}

TEST_CASE("an assumed product makes no commune known: neither blank nor with a product") {
    Document d = with(0);
    d.records.coverage = {incomplete("products")};
    const Scoreboard board = evaluate(d, assuming(d, {{{products, "00003"}, 1}}));
    CHECK(count(board.score(products, commune_b1)) == 1);
    CHECK(board.score(blank_communes, commune_b1).status == Status::no_data);
    CHECK(board.score(blank_communes, province).status == Status::no_data);
}

TEST_CASE("no filter lets through what is assumed of products") {
    const Document d = with(2);
    Query q = assuming(d, {{{products, "901"}, 2}, {{ideas, "901"}, 1}});
    q.filter.stars = {3};
    const Scoreboard board = evaluate(d, q);
    CHECK(count(board.score(products, district_a)) == 2);
    CHECK_FALSE(board.score(products, district_a).assumed.has_value());
    CHECK(count(board.score(ideas, district_a)) == 1);
}

TEST_CASE("what is assumed of units of another era moves the province alone") {
    const Document d = with(2);
    Query q = assuming(d, {{{products, "901"}, 2}, {{products, "00003"}, 1}});
    q.era = Era::y2025;
    const Scoreboard board = evaluate(d, q);
    CHECK(count(board.score(products, 0)) == 5);
    CHECK_FALSE(board.score(products, 1).assumed.has_value());  // the code was given again
}

TEST_CASE("certificates lapse on the assumed day unless they were rated again by the as-of date") {
    Document d = with(0);
    add(d, commune_a1, {on({2019, 3, 1})});                     // until 28/02/2022
    add(d, commune_a1, {on({2019, 3, 1}), on({2021, 12, 1})});  // rated again
    add(d, commune_b1, {on({2019, 3, 1}), on({2022, 1, 15})});  // rated again, but not yet on the as-of date
    add(d, commune_c1, {on({2018, 3, 1})});                     // lapsed before the as-of date
    Query q = query(d);
    q.basis = Basis::valid;
    REQUIRE(count(evaluate(d, q).score(products, province)) == 3);
    q.scenario.emplace();
    const auto on_day = [&](Date day) {
        q.scenario->lapse_on = day;
        return evaluate(d, q);
    };
    CHECK(count(on_day({2022, 2, 28}).score(products, province)) == 3);
    const Scoreboard later = on_day({2022, 3, 1});
    CHECK(count(later.score(products, province)) == 1);
    CHECK(count(later.score(products, district_a)) == 1);
    CHECK(later.score(products, district_a).assumed == Assumed{Value{2, 1}, 0});
    CHECK(later.score(products, district_a).status == Status::severe);
    CHECK(count(later.score(products, district_b)) == 0);
    CHECK(later.score(blank_communes, commune_b1).value == Value{1, 1});
    CHECK(later.query.as_of == d.as_of);
    // Earlier than the as-of date there is nothing to assume.
    CHECK(on_day({2020, 1, 1}).scores == on_day(d.as_of).scores);
    q.basis = Basis::recognised;
    CHECK(count(on_day({2022, 3, 1}).score(products, province)) == 4);
}

TEST_CASE("what expires soon is told from the assumed day on") {
    Document d = with(0);
    add(d, commune_a1, {on({2019, 9, 1})});  // until 31/08/2022
    Query q = query(d);
    CHECK(count(evaluate(d, q).score(expiring, province)) == 0);
    q.scenario.emplace();
    q.scenario->lapse_on = Date{2022, 7, 1};
    CHECK(count(evaluate(d, q).score(expiring, province)) == 1);
    q.scenario->lapse_on = Date{2022, 9, 1};
    CHECK(count(evaluate(d, q).score(expiring, province)) == 0);
}

TEST_CASE("additions come to what is left when certificates have lapsed") {
    Document d = with(0);
    add(d, 3, commune_a1, on({2019, 3, 1}));
    Query q = assuming(d, {{{products, "901"}, 2}});
    q.basis = Basis::valid;
    q.scenario->lapse_on = Date{2022, 3, 1};
    const Score s = evaluate(d, q).score(products, district_a);
    CHECK(count(s) == 2);
    CHECK(s.assumed == Assumed{Value{3, 1}, 2});
    q.scenario->added = {{{products, "901"}, -2}};
    CHECK(evaluate(d, q).score(products, district_a).assumed == Assumed{Value{3, 1}, 0});
}

TEST_CASE("a step by hand forgets the method, and none at all is no addition") {
    Scenario s;
    s.filled[products] = FillMethod::even;
    s.set(products, "901", 2);
    CHECK(s.at(products, "901") == 2);
    CHECK(s.filled.empty());
    s.set(products, "901", 0);
    CHECK(s.assumes_nothing());
    s.set(products, "901", 1);
    s.set(ideas, "901", 1);
    s.clear(products);
    CHECK(s.at(products, "901") == 0);
    CHECK(s.at(ideas, "901") == 1);
}
