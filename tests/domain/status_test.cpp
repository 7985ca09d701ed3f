// Every status at every boundary.
#include <catch2/catch.hpp>

#include "domain/small_province.h"

using namespace ocop::domain;
using namespace ocop::domain::small;

namespace {
const Recognition good = on({2021, 6, 1});

Score with(int products, int quota, int undated_products = 0, Bound bound = Bound::at_least,
           const std::vector<Coverage>& coverage = {}) {
    Document d = document();
    d.plan.targets = {{IndicatorId::products, Level::district, bound, quota, {}}};
    add(d, products, commune_a1, good);
    add(d, undated_products, commune_a1, undated());
    d.records.coverage = coverage;
    return score(d, IndicatorId::products, district_a);
}
}  // namespace

TEST_CASE("exactly at the quota is met, one less is below") {
    CHECK(with(4, 4).status == Status::met);
    CHECK(with(5, 4).status == Status::met);
    CHECK(with(3, 4).status == Status::below);
    CHECK(with(4, 4).gap() == 0.0);
    CHECK(with(3, 4).gap() == 1.0);
    CHECK(with(6, 4).gap() == -2.0);
    CHECK(with(4, 4).percent_of_quota() == 100);
    CHECK(with(3, 4).percent_of_quota() == 75);
    CHECK(with(2, 3).percent_of_quota() == 66);
}

TEST_CASE("severe is under half: 2 of 4 is not, 1 of 4 is, 2 of 5 is") {
    CHECK(with(2, 4).status == Status::below);
    CHECK(with(1, 4).status == Status::severe);
    CHECK(with(0, 4).status == Status::severe);
    CHECK(with(2, 5).status == Status::severe);
    CHECK(with(3, 5).status == Status::below);
    CHECK(with(0, 1).status == Status::severe);
}

TEST_CASE("a quota of 0 is met and has no percent") {
    const Score s = with(0, 0);
    CHECK(s.status == Status::met);
    CHECK_FALSE(s.percent_of_quota().has_value());
    CHECK(s.gap() == 0.0);
}

TEST_CASE("about is met at its value and never severe") {
    CHECK(with(10, 10, 0, Bound::about).status == Status::met);
    CHECK(with(9, 10, 0, Bound::about).status == Status::below);
    CHECK(with(1, 10, 0, Bound::about).status == Status::below);
    CHECK(with(0, 10, 0, Bound::about).status == Status::below);
}

TEST_CASE("undated rows decide nothing: undetermined where they would reach the quota") {
    const Score s = with(3, 4, 1);
    CHECK(count(s) == 3);
    CHECK(s.undated == 1);
    CHECK(s.status == Status::undetermined);
    CHECK_FALSE(s.lower_bound);
    CHECK(with(2, 4, 1).status == Status::below);
    CHECK(with(4, 4, 1).status == Status::met);
    CHECK(with(0, 4, 5).status == Status::undetermined);
    CHECK(with(1, 4, 1).status == Status::below);   // could be 2 of 4
    CHECK(with(0, 4, 1).status == Status::severe);  // at best 1 of 4
}

TEST_CASE("an incomplete list: met even so, otherwise undetermined, empty is no data") {
    const std::vector open{incomplete("products")};
    const Score met = with(4, 4, 0, Bound::at_least, open);
    CHECK(met.status == Status::met);
    CHECK(met.lower_bound);
    const Score less = with(1, 4, 0, Bound::at_least, open);
    CHECK(less.status == Status::undetermined);
    CHECK(less.lower_bound);
    CHECK(count(less) == 1);
    const Score none = with(0, 4, 0, Bound::at_least, open);
    CHECK(none.status == Status::no_data);
    CHECK_FALSE(none.value.has_value());
    CHECK_FALSE(none.lower_bound);
    CHECK(none.quota == 4);  // "–/4"
    CHECK_FALSE(none.gap().has_value());
    CHECK(with(0, 4, 3, Bound::at_least, open).status == Status::no_data);
}

TEST_CASE("what may be missing is bounded by what was published") {
    Coverage c = incomplete("products", "901");
    c.listed = 1;
    c.published = 3;
    CHECK(with(1, 4, 0, Bound::at_least, {c}).status == Status::below);  // at best 3
    c.published = 4;
    CHECK(with(1, 4, 0, Bound::at_least, {c}).status == Status::undetermined);  // at best exactly 4
    c.published = 3;
    CHECK(with(1, 4, 1, Bound::at_least, {c}).status == Status::undetermined);  // and one undated
    CHECK(with(1, 7, 0, Bound::at_least, {c}).status == Status::severe);        // at best 3 of 7
    CHECK(with(1, 6, 0, Bound::at_least, {c}).status == Status::below);         // at best 3 of 6
    CHECK(with(1, 4, 0, Bound::at_least, {c}).lower_bound);
}

TEST_CASE("coverage speaks of its own table, district and round") {
    CHECK_FALSE(with(3, 4, 0, Bound::at_least, {incomplete("ideas")}).lower_bound);
    CHECK_FALSE(with(3, 4, 0, Bound::at_least, {incomplete("products", "902")}).lower_bound);
    CHECK(with(3, 4, 0, Bound::at_least, {incomplete("products", "901")}).lower_bound);
    CHECK(with(3, 4, 0, Bound::at_least, {incomplete("products", "", "2021-1")}).lower_bound);
    CHECK_FALSE(with(3, 4, 0, Bound::at_least, {incomplete("products", "", "2022-1")}).lower_bound);
    Coverage fine = incomplete("products");
    fine.complete = true;
    CHECK_FALSE(with(3, 4, 0, Bound::at_least, {fine}).lower_bound);
}

TEST_CASE("one incomplete district makes the province a lower bound, and only its own district") {
    Document d = document();
    d.plan.targets.push_back({IndicatorId::products, Level::province, Bound::at_least, 9, {}});
    add(d, 4, commune_a1, good);
    add(d, 4, commune_b1, good);
    d.records.coverage = {incomplete("products", "902")};
    CHECK(score(d, IndicatorId::products, province).status == Status::undetermined);
    CHECK(score(d, IndicatorId::products, province).lower_bound);
    CHECK(score(d, IndicatorId::products, district_b).lower_bound);
    CHECK_FALSE(score(d, IndicatorId::products, district_a).lower_bound);
    CHECK(score(d, IndicatorId::products, district_c).status == Status::severe);
}

TEST_CASE("a district that is named complete stands against an incomplete list of all districts") {
    Document d = document();
    add(d, 3, commune_a1, good);
    add(d, 3, commune_b1, good);
    Coverage fine = incomplete("products", "901");
    fine.complete = true;
    d.records.coverage = {incomplete("products"), fine};
    CHECK(score(d, IndicatorId::products, district_a).status == Status::below);
    CHECK(score(d, IndicatorId::products, district_b).status == Status::undetermined);
    CHECK(score(d, IndicatorId::products, province).lower_bound);
    d.records.coverage[1].round = "2020";  // complete for one round only
    CHECK(score(d, IndicatorId::products, district_a).status == Status::undetermined);
}

TEST_CASE("a row of coverage that names no table that anybody knows leaves every list of its district open") {
    for (const std::string table : {"", "danh mục"}) {
        Document d = document();
        add(d, 1, commune_b1, good);
        d.records.coverage = {incomplete(table, "901")};
        const Scoreboard board = evaluate(d, query(d));
        for (const auto id : {IndicatorId::products, IndicatorId::ideas, IndicatorId::organisations})
            CHECK(board.score(id, district_a).status == Status::no_data);
        CHECK(board.score(IndicatorId::products, district_b).status == Status::severe);
        d.records.coverage = {incomplete(table)};
        CHECK(score(d, IndicatorId::products, district_a).status == Status::no_data);
        CHECK(score(d, IndicatorId::products, district_b).status == Status::undetermined);
        // What it means is no other list than the one that is named complete.
        Coverage fine = incomplete("products", "901");
        fine.complete = true;
        d.records.coverage.push_back(fine);
        CHECK(score(d, IndicatorId::products, district_a).status == Status::severe);
        CHECK(score(d, IndicatorId::ideas, district_a).status == Status::no_data);
        d.records.coverage[1].table = table;  // "something is complete" says nothing
        CHECK(score(d, IndicatorId::products, district_a).status == Status::no_data);
    }
}

TEST_CASE("a row of coverage that names a district that nobody knows leaves its list open in every district") {
    Document d = document();
    add(d, 1, commune_b1, good);
    Coverage lost = incomplete("products");
    lost.district_text = "Xứ Lạ";
    d.records.coverage = {lost};
    CHECK(score(d, IndicatorId::products, district_a).status == Status::no_data);
    CHECK(score(d, IndicatorId::products, district_b).status == Status::undetermined);
    CHECK(count(score(d, IndicatorId::ideas, district_a)) == 0);
    d.records.coverage[0].round = "2021-1";
    d.records.coverage[0].listed = 1;
    d.records.coverage[0].published = 3;  // at best two more, wherever they lie
    CHECK(score(d, IndicatorId::products, district_b).status == Status::below);
    CHECK(evaluate(d, query(d)).completeness.rounds.empty());
    CHECK_FALSE(evaluate(d, query(d)).completeness.published);
    d.records.coverage[0].complete = true;  // that a district is complete says nothing of the others
    CHECK(score(d, IndicatorId::products, district_b).status == Status::severe);
}

TEST_CASE("a table that no file held is no data, with its quota") {
    Document d = document();
    d.records.tables.clear();
    d.plan.targets = {{IndicatorId::organisations, Level::province, Bound::about, 10, {}},
                      {IndicatorId::products, Level::district, Bound::at_least, 4, {}},
                      {IndicatorId::outreach, Level::commune, Bound::at_least, 100, {}}};
    const Scoreboard board = evaluate(d, query(d));
    for (const Indicator& row : indicators())
        for (int unit = province; unit <= commune_c1; ++unit) {
            INFO(row.name << " at " << unit);
            const Score& s = board.score(row.id, unit);
            CHECK_FALSE(s.value.has_value());
            CHECK((s.status == Status::no_data || s.status == Status::not_applicable));
        }
    CHECK(board.score(IndicatorId::organisations, province).quota == 10);
    CHECK(board.score(IndicatorId::products, district_a).quota == 4);
    CHECK(board.score(IndicatorId::outreach, commune_a1).quota == 100);
}

TEST_CASE("a complete table without a row is zero, not no data") {
    const Document d = document();
    for (const IndicatorId id :
         {IndicatorId::products, IndicatorId::five_star_province, IndicatorId::five_star_nation,
          IndicatorId::organisations, IndicatorId::ideas, IndicatorId::projects, IndicatorId::expiring})
        CHECK(count(score(d, id, district_c)) == 0);
    CHECK(count(score(d, IndicatorId::managers_trained, district_c)) == -1);  // a share of nobody
    CHECK(count(score(d, IndicatorId::outreach, district_c)) == -1);
    CHECK(count(score(d, IndicatorId::stars_mean, district_c)) == -1);
}

TEST_CASE("no target is no quota; a level an indicator does not have is not applicable") {
    const Document d = document();
    CHECK(score(d, IndicatorId::products, province).status == Status::no_quota);
    CHECK(score(d, IndicatorId::products, commune_a1).status == Status::no_quota);
    for (const IndicatorId id : {IndicatorId::five_star_province, IndicatorId::five_star_nation,
                                 IndicatorId::organisations, IndicatorId::leaders_trained, IndicatorId::ideas})
        CHECK(score(d, id, commune_a1).status == Status::not_applicable);
    for (const IndicatorId id : {IndicatorId::products, IndicatorId::managers_trained, IndicatorId::outreach,
                                 IndicatorId::blank_communes, IndicatorId::projects, IndicatorId::expiring})
        CHECK(score(d, id, commune_a1).status != Status::not_applicable);
}

TEST_CASE("a filtered count has no quota status") {
    Document d = document();
    add(d, 4, commune_a1, good);
    add(d, commune_a1, {on({2021, 6, 1}, 5)}).group = "drink";
    d.records.products.back().producer_kind = ProducerKind::household;
    Query q = query(d);
    const auto filtered = [&] { return score(d, q, IndicatorId::products, district_a); };
    CHECK(filtered().status == Status::met);
    CHECK(count(filtered()) == 5);
    q.filter.stars = {4, 5};
    CHECK(count(filtered()) == 1);
    CHECK(filtered().status == Status::no_quota);
    CHECK_FALSE(filtered().quota.has_value());
    CHECK_FALSE(filtered().gap().has_value());
    q.filter = {{}, {"food"}, {}};
    CHECK(count(filtered()) == 4);
    CHECK(filtered().status == Status::no_quota);
    q.filter = {{}, {}, {ProducerKind::household}};
    CHECK(count(filtered()) == 1);
    q.filter = {{3}, {"drink"}, {}};
    CHECK(count(filtered()) == 0);
}

TEST_CASE("a filter of products leaves the quotas of what is no product alone") {
    Document d = document();
    d.plan.targets.push_back({IndicatorId::organisations, Level::province, Bound::at_least, 0, {}});
    Query q = query(d);
    q.filter.stars = {5};
    CHECK(score(d, q, IndicatorId::organisations, province).status == Status::met);
    CHECK(score(d, q, IndicatorId::products, district_a).status == Status::no_quota);
}

TEST_CASE("named units have their own quota, and each level is checked on its own: 15 x 4 is not 70") {
    Document d = document();
    d.plan.targets = {{IndicatorId::products, Level::district, Bound::at_least, 4, {{"902", 10}, {"903", 0}}},
                      {IndicatorId::products, Level::province, Bound::at_least, 70, {}}};
    add(d, 60, commune_a1, good);
    add(d, 9, commune_b1, good);
    CHECK(score(d, IndicatorId::products, district_a).status == Status::met);
    CHECK(score(d, IndicatorId::products, district_b).status == Status::below);
    CHECK(score(d, IndicatorId::products, district_b).quota == 10);
    CHECK(score(d, IndicatorId::products, district_c).status == Status::met);
    CHECK(score(d, IndicatorId::products, province).status == Status::below);  // 69
    add(d, 1, district_b, good);
    CHECK(score(d, IndicatorId::products, district_b).status == Status::met);
    CHECK(score(d, IndicatorId::products, province).status == Status::met);  // 70
}

TEST_CASE("status counts of a level add up to its units") {
    Document d = document();
    add(d, 4, commune_a1, good);
    add(d, 3, commune_b1, good);
    const Scoreboard board = evaluate(d, query(d));
    const StatusCounts of = count_statuses(board, d.territory(Era::y2021), IndicatorId::products, Level::district);
    CHECK(of.met == 1);
    CHECK(of.below == 1);
    CHECK(of.severe == 1);
    CHECK(of.undetermined + of.no_data + of.no_quota + of.not_applicable == 0);
    CHECK(count_statuses(board, d.territory(Era::y2021), IndicatorId::ideas, Level::commune).not_applicable == 5);
}
