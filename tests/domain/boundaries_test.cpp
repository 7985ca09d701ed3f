// The days, the quotas and the lists at which an answer turns, where the other files stop short.
#include <catch2/catch.hpp>

#include "domain/small_province.h"

using namespace ocop::domain;
using namespace ocop::domain::small;

namespace {

constexpr auto products = IndicatorId::products;
const Recognition good = on({2021, 6, 1});

std::int64_t counted(const Recognition& recognition, Basis basis, Date as_of) {
    Document d = document();
    d.as_of = as_of;
    add(d, commune_a1, {recognition});
    Query q = query(d);
    q.basis = basis;
    return count(score(d, q, products, district_a));
}

Recognition dated(const char* text) {
    Recognition r = undated();
    r.recognised_on = parse_date(text);
    return r;
}

/// `n` of `all` managers trained against a quota in per cent.
Score trained(int n, int all, int quota) {
    Document d = document();
    d.plan.targets = {{IndicatorId::managers_trained, Level::district, Bound::at_least, quota, {}}};
    d.records.trainings = {{at(district_a), Role::manager, all, n, {}, {}}};
    return score(d, IndicatorId::managers_trained, district_a);
}

}  // namespace

TEST_CASE("36 months to the day, whatever is written and whatever the month") {
    struct Life {
        Recognition of;
        Date first, last;
    };
    const Life lives[] = {{dated("31/08/2021"), {2021, 8, 31}, {2024, 8, 30}},
                          {dated("29/02/2020"), {2020, 2, 29}, {2023, 2, 27}},
                          {dated("28/02/2021"), {2021, 2, 28}, {2024, 2, 27}},
                          {dated("01/03/2021"), {2021, 3, 1}, {2024, 2, 29}},
                          {dated("01/01/2021"), {2021, 1, 1}, {2023, 12, 31}},
                          {dated("02/2020"), {2020, 2, 29}, {2023, 2, 27}},
                          {dated("2020-11"), {2020, 11, 30}, {2023, 11, 29}},
                          {dated("2020"), {2020, 12, 31}, {2023, 12, 30}},
                          {in_round("2020"), {2020, 12, 31}, {2023, 12, 30}},
                          {in_round("2021-1"), {2021, 12, 31}, {2024, 12, 30}},
                          {in_round("national-2022-1"), {2023, 7, 31}, {2026, 7, 30}}};
    for (const Life& life : lives) {
        INFO("from " << iso(life.first));
        CHECK(counted(life.of, Basis::valid, plus_days(life.first, -1)) == 0);
        CHECK(counted(life.of, Basis::valid, life.first) == 1);
        CHECK(counted(life.of, Basis::valid, life.last) == 1);
        CHECK(counted(life.of, Basis::valid, plus_days(life.last, 1)) == 0);
        CHECK(counted(life.of, Basis::recognised, plus_days(life.first, -1)) == 0);
        CHECK(counted(life.of, Basis::recognised, plus_days(life.last, 1)) == 1);
    }
}

TEST_CASE("a round that names no year is no date") {
    Document d = document();
    add(d, commune_a1, {in_round("đợt 1")});
    CHECK(count(score(d, products, district_a)) == 0);
    CHECK(score(d, products, district_a).undated == 1);
}

TEST_CASE("before the plan begins nothing is new, and what was there is recognised") {
    Document d = document();
    d.as_of = {2020, 12, 31};
    add(d, 4, commune_a1, on({2020, 12, 31}));
    add(d, 4, commune_a1, good);
    d.records.ideas = {{"a", at(commune_a1), DatePoint{{2020, 12, 1}, false}, 2, {}}};
    Query q = query(d);
    CHECK(score(d, q, products, district_a).status == Status::met);
    CHECK(count(score(d, q, IndicatorId::ideas, district_a)) == 0);
    q.basis = Basis::fresh;
    CHECK(count(score(d, q, products, district_a)) == 0);
    CHECK(score(d, q, products, district_a).status == Status::severe);
    q.as_of = {2020, 12, 30};
    q.basis = Basis::recognised;
    CHECK(count(score(d, q, products, district_a)) == 0);
}

TEST_CASE("a plan of one day") {
    Document d = document();
    d.plan.from = d.plan.to = {2021, 6, 1};
    add(d, 1, commune_a1, on({2021, 5, 31}));
    add(d, 1, commune_a1, on({2021, 6, 1}));
    add(d, 1, commune_a1, on({2021, 6, 2}));
    Query q = query(d);
    q.basis = Basis::fresh;
    CHECK(count(score(d, q, products, district_a)) == 1);
}

TEST_CASE("a re-rating under 3 stars takes the product out from its day on") {
    Document d = document();
    add(d, commune_a1, {on({2020, 12, 18}), on({2021, 6, 1}, 2)});
    for (const Basis basis : {Basis::fresh, Basis::recognised, Basis::valid}) {
        Query q = query(d);
        q.basis = basis;
        CHECK(count(score(d, q, products, district_a)) == 0);
        CHECK(score(d, q, products, district_a).undated == 0);
        q.as_of = {2021, 5, 31};
        CHECK(count(score(d, q, products, district_a)) == (basis == Basis::fresh ? 0 : 1));
    }
}

TEST_CASE("a re-rating replaces the certificate before it, also when it is the first to end") {
    Recognition again = on({2021, 6, 1}, 4);
    again.expires_on = Date{2021, 9, 30};  // withdrawn
    Document d = document();
    add(d, commune_a1, {on({2020, 12, 18}), again});
    Query q = query(d);
    q.basis = Basis::valid;
    q.as_of = {2021, 9, 30};
    CHECK(count(score(d, q, products, district_a)) == 1);
    q.as_of = {2021, 10, 1};
    CHECK(count(score(d, q, products, district_a)) == 0);
    q.basis = Basis::recognised;
    CHECK(count(score(d, q, products, district_a)) == 1);
}

TEST_CASE("an incomplete list of nothing is no data even against a quota of 0 or about") {
    for (const Bound bound : {Bound::at_least, Bound::about}) {
        Document d = document();
        d.plan.targets = {{products, Level::district, bound, 0, {}}};
        CHECK(score(d, products, district_a).status == Status::met);
        add(d, commune_a1, {undated()});
        CHECK(score(d, products, district_a).status == Status::met);
        d.records.coverage = {incomplete("products")};
        CHECK(score(d, products, district_a).status == Status::no_data);
    }
}

TEST_CASE("about: more than its value is met; what is open decides nothing") {
    Document d = document();
    d.plan.targets = {{products, Level::district, Bound::about, 3, {}}};
    add(d, 4, commune_a1, good);
    CHECK(score(d, products, district_a).status == Status::met);
    add(d, 2, commune_b1, good);
    CHECK(score(d, products, district_b).status == Status::below);
    add(d, commune_b1, {undated()});
    CHECK(score(d, products, district_b).status == Status::undetermined);
    add(d, commune_c1, {good});
    d.records.coverage = {incomplete("products", "903")};
    CHECK(score(d, products, district_c).status == Status::undetermined);
}

TEST_CASE("a share against a quota that is not all of them") {
    CHECK(trained(80, 100, 80).status == Status::met);
    CHECK(trained(799, 1000, 80).status == Status::below);
    CHECK(trained(40, 100, 80).status == Status::below);
    CHECK(trained(399, 1000, 80).status == Status::severe);
    CHECK(trained(2, 3, 66).status == Status::met);
    CHECK(trained(2, 3, 67).status == Status::below);
    CHECK(trained(0, 3, 0).status == Status::met);
    CHECK(trained(249, 250, 100).status == Status::below);  // 99.6 %
    CHECK(trained(249, 250, 100).percent_of_quota() == 99);
    CHECK(trained(80, 100, 80).percent_of_quota() == 100);
    CHECK(*trained(3, 4, 80).gap() == 5.0);
}

TEST_CASE("what a filter lets through is counted, with its doubts but without a verdict") {
    Document d = document();
    add(d, 4, commune_a1, good);
    add(d, commune_a1, {undated(4)});
    add(d, commune_a1, {undated(3)});
    d.records.coverage = {incomplete("products")};
    Query q = query(d);
    q.filter.stars = {3};
    CHECK(count(score(d, q, products, district_a)) == 4);
    CHECK(score(d, q, products, district_a).undated == 1);
    CHECK(score(d, q, products, district_a).lower_bound);
    CHECK(score(d, q, products, district_a).status == Status::no_quota);
    q.filter.stars = {5};
    CHECK(count(score(d, q, products, district_a)) == -1);
    CHECK(score(d, q, products, district_a).status == Status::no_data);
    d.records.coverage.clear();
    CHECK(count(score(d, q, products, district_a)) == 0);
    CHECK(score(d, q, products, district_a).status == Status::no_quota);
}

TEST_CASE("a round that was not held yet cannot make a list incomplete") {
    Document d = document();
    add(d, commune_a1, {on({2020, 12, 18})});
    d.records.coverage = {incomplete("products", "", "2021-1")};
    d.as_of = {2020, 12, 31};
    CHECK(score(d, products, district_a).status == Status::severe);
    CHECK(count(score(d, products, district_b)) == 0);
    d.as_of = {2021, 1, 1};  // some day of the round's year
    CHECK(score(d, products, district_a).status == Status::undetermined);
    CHECK(count(score(d, products, district_b)) == -1);
}
