// What makes the counts of products and the views that are read off them.
#include <catch2/catch.hpp>

#include "domain/small_province.h"

using namespace ocop::domain;
using namespace ocop::domain::small;

namespace {
const Recognition good = on({2021, 6, 1});
constexpr auto products = IndicatorId::products;
}  // namespace

TEST_CASE("a product needs 3 stars") {
    Document d = document();
    add(d, commune_a1, {on({2021, 6, 1}, 2)});
    CHECK(count(score(d, products, district_a)) == 0);
    add(d, commune_a1, {on({2021, 6, 1}, 3)});
    CHECK(count(score(d, products, district_a)) == 1);
}

TEST_CASE("a product counts at its commune, its district and the province, once") {
    Document d = document();
    add(d, commune_a1, {on({2020, 6, 1}), on({2021, 6, 1}, 4)});
    const Scoreboard board = evaluate(d, query(d));
    for (const int unit : {province, district_a, commune_a1}) CHECK(count(board.score(products, unit)) == 1);
    for (const int unit : {district_b, district_c, commune_a2, commune_b1})
        CHECK(count(board.score(products, unit)) == 0);
    CHECK(board.score(products, district_a).rows == std::vector{RowRef{Table::products, 0}});
}

TEST_CASE("a commune without its district's code still counts in the district") {
    Document d = document();
    add(d, commune_b2, {good}).location.district_code.clear();
    CHECK(count(score(d, products, district_b)) == 1);
}

TEST_CASE("a product without commune counts in the district and is named as unlocated") {
    Document d = document();
    add(d, district_a, {good});
    add(d, commune_a1, {good});
    add(d, -1, {good});
    const Scoreboard board = evaluate(d, query(d));
    CHECK(count(board.score(products, district_a)) == 2);
    CHECK(board.score(products, district_a).unlocated == 1);
    CHECK(count(board.score(products, province)) == 3);
    CHECK(board.score(products, province).unlocated == 2);
    CHECK(board.score(products, commune_a1).unlocated == 0);
    CHECK(board.unplaced_rows(products) == 1);
}

TEST_CASE("the unlocated of an indicator are its own rows, not those of all products") {
    Document d = document();
    add(d, district_a, {good});
    add(d, commune_a1, {on({2021, 6, 1}, 5, Award::potential_five)});
    CHECK(score(d, IndicatorId::five_star_province, district_a).unlocated == 0);
    CHECK(score(d, products, district_a).unlocated == 1);
}

TEST_CASE("neither date nor round: in no basis, but named") {
    Document d = document();
    add(d, commune_a1, {undated()});
    add(d, commune_a1, {undated(2)});
    add(d, commune_a1, {on({2022, 1, 1})});
    for (const Basis basis : {Basis::fresh, Basis::recognised, Basis::valid}) {
        Query q = query(d);
        q.basis = basis;
        const Score s = score(d, q, products, district_a);
        CHECK(count(s) == 0);
        CHECK(s.undated == 1);
        CHECK(s.undated_rows == std::vector{RowRef{Table::products, 0}});
    }
}

TEST_CASE("a product that counts by another recognition is not undated as well") {
    Document d = document();
    add(d, commune_a1, {undated(4), good});
    CHECK(count(score(d, products, district_a)) == 1);
    CHECK(score(d, products, district_a).undated == 0);
    add(d, commune_a1, {undated(4), on({2021, 6, 1}, 2)});  // two stars by the dated one: it does not count yet
    CHECK(count(score(d, products, district_a)) == 1);
    CHECK(score(d, products, district_a).undated == 1);
}

TEST_CASE("an undated certificate that is known to have ended cannot be valid") {
    Document d = document();
    Recognition r = undated();
    r.expires_on = Date{2021, 12, 30};
    add(d, commune_a1, {r});
    Query q = query(d);
    CHECK(score(d, q, products, district_a).undated == 1);
    q.basis = Basis::valid;
    CHECK(score(d, q, products, district_a).undated == 0);
    d.records.products[0].recognitions[0].expires_on = Date{2021, 12, 31};
    CHECK(score(d, q, products, district_a).undated == 1);
}

TEST_CASE("the three bases of one register differ") {
    Document d = document();
    d.as_of = {2024, 6, 30};
    add(d, commune_a1, {on({2020, 12, 18})});  // ended in December 2023
    add(d, commune_a1, {on({2021, 12, 20})});  // new in the plan's year, still valid
    add(d, commune_a1, {on({2023, 5, 1})});    // after the plan's year, still valid
    add(d, commune_a1, {on({2020, 12, 18}), on({2023, 12, 1})});
    Query q = query(d);
    const auto by = [&](Basis basis) {
        q.basis = basis;
        return count(score(d, q, products, district_a));
    };
    CHECK(by(Basis::recognised) == 4);
    CHECK(by(Basis::fresh) == 1);
    CHECK(by(Basis::valid) == 3);
}

TEST_CASE("five stars of the province are those scored 5, those later national included, and ever") {
    Document d = document();
    add(d, commune_a1, {on({2021, 6, 1}, 5, Award::potential_five), on({2023, 7, 31}, 5, Award::national)});
    add(d, commune_a1, {on({2021, 6, 1}, 5, Award::potential_five), on({2021, 9, 1}, 4)});  // scored 5 once
    add(d, commune_b1, {on({2021, 6, 1}, 5, Award::national)});
    add(d, commune_b1, {on({2021, 6, 1}, 5)});  // five stars, no award written
    add(d, commune_b1, {on({2021, 6, 1}, 4)});
    CHECK(count(score(d, IndicatorId::five_star_province, district_a)) == 2);
    CHECK(count(score(d, IndicatorId::five_star_nation, district_a)) == 0);
    CHECK(count(score(d, IndicatorId::five_star_province, district_b)) == 2);
    CHECK(count(score(d, IndicatorId::five_star_nation, district_b)) == 1);
    d.as_of = {2023, 7, 30};
    CHECK(count(score(d, IndicatorId::five_star_nation, district_a)) == 0);
    d.as_of = {2023, 7, 31};
    CHECK(count(score(d, IndicatorId::five_star_nation, district_a)) == 1);
    CHECK(count(score(d, IndicatorId::five_star_province, district_a)) == 2);
    Query q = query(d);
    q.basis = Basis::fresh;  // the national award is not of the plan's year
    CHECK(count(score(d, q, IndicatorId::five_star_nation, district_a)) == 0);
}

TEST_CASE("undated five stars are undated in their own indicators, also where the product counts") {
    Document d = document();
    add(d, commune_a1, {on({2021, 6, 1}, 4), undated(5, Award::potential_five), undated(5, Award::national)});
    const Scoreboard board = evaluate(d, query(d));
    CHECK(count(board.score(products, district_a)) == 1);
    CHECK(board.score(products, district_a).undated == 0);
    CHECK(count(board.score(IndicatorId::five_star_province, district_a)) == 0);
    CHECK(board.score(IndicatorId::five_star_province, district_a).undated == 1);
    CHECK(board.score(IndicatorId::five_star_nation, district_a).undated == 1);
}

TEST_CASE("stars: highest, mean, share of 4 and 5, mix") {
    Document d = document();
    add(d, 2, commune_a1, on({2021, 6, 1}, 3));
    add(d, 1, commune_a1, on({2021, 6, 1}, 4));
    add(d, 1, commune_a1, on({2021, 6, 1}, 5, Award::potential_five));
    add(d, 1, commune_a1, on({2021, 6, 1}, 1));
    add(d, 1, commune_b1, on({2021, 6, 1}, 4));
    const Scoreboard board = evaluate(d, query(d));
    CHECK(board.score(IndicatorId::stars_highest, district_a).value == Value{5, 1});
    CHECK(board.score(IndicatorId::stars_mean, district_a).value == Value{15, 4});
    CHECK(board.score(IndicatorId::stars_share45, district_a).value == Value{2, 4});
    CHECK(board.score(IndicatorId::stars_share45, district_a).share);
    CHECK(board.score(IndicatorId::stars_mix, district_a).value == Value{4, 1});
    CHECK(board.score(IndicatorId::stars_mix, district_a).mix == std::vector{2, 1, 1});
    CHECK(board.score(IndicatorId::stars_highest, district_b).value == Value{4, 1});
    CHECK(board.score(IndicatorId::stars_mix, district_b).mix == std::vector{0, 1, 0});
}

TEST_CASE("of an incomplete list the highest is a lower bound, a mean or a share is not") {
    Document d = document();
    add(d, commune_a1, {good});
    d.records.coverage = {incomplete("products")};
    const Scoreboard board = evaluate(d, query(d));
    for (const IndicatorId id : {products, IndicatorId::stars_highest, IndicatorId::stars_mix, IndicatorId::per_10k}) {
        CHECK(board.score(id, district_a).lower_bound);
        CHECK(board.score(id, district_a).incomplete);
    }
    for (const IndicatorId id : {IndicatorId::stars_mean, IndicatorId::stars_share45}) {
        CHECK_FALSE(board.score(id, district_a).lower_bound);
        CHECK(board.score(id, district_a).incomplete);
    }
}

TEST_CASE("products per 10,000 people; no population is no data") {
    Document d = document();
    add(d, 3, commune_a1, good);
    add(d, 3, commune_b1, good);
    CHECK(score(d, IndicatorId::per_10k, district_a).value == Value{30000, 40000});
    CHECK(score(d, IndicatorId::per_10k, district_b).status == Status::no_data);
}

TEST_CASE("expiring: valid on the date, last valid day within the days asked for") {
    Document d = document();
    d.as_of = {2024, 3, 1};
    add(d, commune_a1, {on({2021, 3, 1})});                    // last valid day 29/02/2024: over
    add(d, commune_a1, {on({2021, 3, 2})});                    // 01/03/2024: today
    add(d, commune_a1, {on({2021, 5, 31})});                   // 30/05/2024: the 90th day
    add(d, commune_a1, {on({2021, 6, 1})});                    // 31/05/2024: the 91st
    add(d, commune_a1, {on({2021, 3, 2}), on({2024, 2, 1})});  // rated again
    Query q = query(d);
    CHECK(count(score(d, q, IndicatorId::expiring, district_a)) == 2);
    CHECK(score(d, q, IndicatorId::expiring, district_a).rows ==
          std::vector{RowRef{Table::products, 1}, RowRef{Table::products, 2}});
    q.expiring_days = 180;
    CHECK(count(score(d, q, IndicatorId::expiring, district_a)) == 3);
    q.basis = Basis::fresh;  // whatever the basis
    CHECK(count(score(d, q, IndicatorId::expiring, district_a)) == 3);
}

TEST_CASE("a certificate that ends soon but has no first day is an undated expiry") {
    Document d = document();
    Recognition r = undated();
    r.expires_on = Date{2022, 1, 15};
    add(d, commune_a1, {r});
    CHECK(count(score(d, IndicatorId::expiring, district_a)) == 0);
    CHECK(score(d, IndicatorId::expiring, district_a).undated == 1);
    d.records.products[0].recognitions[0].expires_on = Date{2023, 1, 15};
    CHECK(score(d, IndicatorId::expiring, district_a).undated == 0);
}

TEST_CASE("a commune is blank only where its district's list is complete and fully located") {
    constexpr auto blank = IndicatorId::blank_communes;
    Document d = document();
    add(d, commune_a1, {good});
    CHECK(count(score(d, blank, commune_a1)) == 0);
    CHECK(count(score(d, blank, commune_a2)) == 1);
    CHECK(count(score(d, blank, district_a)) == 1);
    CHECK(count(score(d, blank, district_b)) == 2);
    CHECK(count(score(d, blank, province)) == 4);
    CHECK_FALSE(score(d, blank, province).lower_bound);

    SECTION("a product of the district without commune") {
        add(d, district_a, {good});
        CHECK(count(score(d, blank, commune_a1)) == 0);
        CHECK(count(score(d, blank, commune_a2)) == -1);
        CHECK(count(score(d, products, commune_a2)) == -1);
        CHECK(count(score(d, blank, district_a)) == -1);
        CHECK(count(score(d, blank, district_b)) == 2);
        CHECK(count(score(d, blank, province)) == 3);
        CHECK(score(d, blank, province).lower_bound);
    }
    SECTION("an undated product of the district without commune") {
        add(d, district_a, {undated()});
        CHECK(count(score(d, blank, commune_a2)) == -1);
    }
    SECTION("an undated product in the commune") {
        add(d, commune_a2, {undated()});
        CHECK(count(score(d, blank, commune_a2)) == -1);
        CHECK(score(d, blank, commune_a2).undated == 1);
        CHECK(count(score(d, blank, district_a)) == -1);
    }
    SECTION("an incomplete list") {
        d.records.coverage = {incomplete("products", "901")};
        CHECK(count(score(d, blank, commune_a1)) == 0);
        CHECK(count(score(d, blank, commune_a2)) == -1);
        CHECK(score(d, blank, commune_a2).status == Status::no_data);
        CHECK(count(score(d, blank, district_b)) == 2);
        add(d, commune_a2, {good});  // every commune has one: none is blank
        CHECK(count(score(d, blank, district_a)) == 0);
    }
}

TEST_CASE("producers are counted by kind, one name in one district once") {
    Document d = document();
    for (const auto& [unit, name, kind] :
         std::vector<std::tuple<int, std::string, ProducerKind>>{{commune_a1, "HTX Một", ProducerKind::cooperative},
                                                                 {commune_a2, "HTX Một", ProducerKind::cooperative},
                                                                 {commune_a2, "HTX Hai", ProducerKind::cooperative},
                                                                 {commune_b1, "HTX Một", ProducerKind::cooperative},
                                                                 {commune_a1, "Hộ Ba", ProducerKind::household}}) {
        Product& p = add(d, unit, {good});
        p.producer = name;
        p.producer_kind = kind;
    }
    add(d, commune_a1, {on({2022, 1, 1})}).producer = "HTX Sau";
    const Scoreboard board = evaluate(d, query(d));
    CHECK(board.producers[district_a] ==
          std::vector{ProducerCount{ProducerKind::cooperative, 2, 3}, ProducerCount{ProducerKind::household, 1, 1}});
    CHECK(board.producers[province] ==
          std::vector{ProducerCount{ProducerKind::cooperative, 3, 4}, ProducerCount{ProducerKind::household, 1, 1}});
    CHECK(board.producers[district_c].empty());
}

TEST_CASE("in the units of 2025 a row of 2021 is found by its commune alone") {
    Document d = document();
    d.plan.targets = {{products, Level::district, Bound::at_least, 4, {}},
                      {products, Level::province, Bound::at_least, 3, {}},
                      {products, Level::commune, Bound::at_least, 2, {}}};
    add(d, commune_a1, {good});
    add(d, commune_a2, {good});
    add(d, commune_b1, {good});
    add(d, district_c, {good});
    Query q = query(d);
    q.era = Era::y2025;
    const Scoreboard board = evaluate(d, q);
    CHECK(count(board.score(products, 0)) == 4);
    CHECK(board.score(products, 0).status == Status::met);
    CHECK(board.score(products, 0).unlocated == 1);
    CHECK(board.unplaced_rows(products) == 1);
    CHECK(count(board.score(products, 1)) == 2);  // has the code that B1 had in 2021
    CHECK(board.score(products, 1).status == Status::met);
    CHECK(count(board.score(products, 2)) == 1);
    CHECK(board.score(products, 2).status == Status::undetermined);  // the unlocated one may lie here
    CHECK(count(board.score(products, 3)) == -1);
}

TEST_CASE("rows of 2025 cannot be shown in the units of 2021") {
    Document d = document();
    d.register_era = Era::y2025;
    add(d, province, {good}).location.commune_code = "00003";
    Query q = query(d);
    CHECK(count(score(d, q, products, commune_b1)) == -1);
    CHECK(count(score(d, q, products, district_b)) == -1);
    CHECK(count(score(d, q, products, province)) == 1);
    CHECK(evaluate(d, q).unplaced_rows(products) == 1);
    q.era = Era::y2025;
    CHECK(count(score(d, q, products, 1)) == 1);
}

TEST_CASE("how complete the register is") {
    Document d = document();
    add(d, commune_a1, {in_round("2021-1")});
    add(d, district_a, {in_round("2022-1")});
    add(d, -1, {undated()});
    add(d, commune_b1, {on({2021, 6, 1}, 2)});
    for (const auto& [round, total] :
         std::vector<std::pair<std::string, int>>{{"2020", 18}, {"2021-1", 54}, {"2022-1", 40}}) {
        Coverage c = incomplete("products", "", round);
        c.published = total;
        d.records.coverage.push_back(c);
    }
    const Completeness c = evaluate(d, query(d)).completeness;
    CHECK(c.rows == 4);
    CHECK(c.placed == 2);
    CHECK(c.in_district == 3);
    CHECK(c.dated == 3);
    CHECK(c.published == 72);
    CHECK(c.listed == 1);
    // Each basis beside the rounds that count by it: 54 are new in 2021, and of 2020 nothing is valid in 2024.
    Query q = query(d);
    q.basis = Basis::fresh;
    CHECK(evaluate(d, q).completeness.published == 54);
    CHECK(evaluate(d, q).completeness.listed == 1);
    q.basis = Basis::valid;
    q.as_of = {2024, 6, 30};
    CHECK(evaluate(d, q).completeness.published == 94);
    CHECK(evaluate(d, q).completeness.listed == 2);
    d.records.coverage[1].source = "báo";
    d.records.coverage[1].listed = 18;
    q = query(d);
    q.basis = Basis::fresh;
    CHECK(evaluate(d, q).completeness.rounds == std::vector{Published{"2021-1", "", 54, 18, "báo"}});
    d.records.coverage[1].district_code = "901";  // a district's figure stands in its own card
    CHECK_FALSE(evaluate(d, q).completeness.published.has_value());
    CHECK(evaluate(d, q).completeness.rounds.front().district_code == "901");
    d.records.coverage.clear();
    CHECK_FALSE(evaluate(d, query(d)).completeness.published.has_value());
}

TEST_CASE("every count equals the number of its rows, and undated the number of undated rows") {
    Document d = document();
    for (int i = 0; i < 60; ++i) {
        const int unit = i % 10 == 9 ? -1 : i % 9;
        const Award award = i % 7 == 0 ? Award::national : i % 5 == 0 ? Award::potential_five : Award::recognised;
        add(d, unit, {i % 6 == 0 ? undated(1 + i % 5) : on({2018 + i % 5, 1 + i % 12, 1 + i % 28}, 1 + i % 5, award)});
        d.records.ideas.push_back({"ý tưởng",
                                   at(unit),
                                   i % 4 ? std::optional{DatePoint{{2020 + i % 3, 5, 1}, false}} : std::nullopt,
                                   i % 7,
                                   {}});
        d.records.projects.push_back({"dự án",
                                      ProjectKind::unknown,
                                      at(unit),
                                      "",
                                      i % 4 ? std::optional{DatePoint{{2020 + i % 3, 5, 1}, false}} : std::nullopt,
                                      {},
                                      {}});
    }
    const Scoreboard board = evaluate(d, query(d));
    int counts = 0;
    for (const Indicator& row : indicators())
        for (int unit = province; unit <= commune_c1; ++unit) {
            const Score& s = board.score(row.id, unit);
            INFO(row.name << " at " << unit);
            CHECK(s.undated == static_cast<int>(s.undated_rows.size()));
            if (row.measure != Measure::count || row.id == IndicatorId::blank_communes || !s.value) continue;
            CHECK(s.value == Value{static_cast<std::int64_t>(s.rows.size()), 1});
            counts += static_cast<int>(s.rows.size());
        }
    CHECK(counts > 200);
}

TEST_CASE("a workspace without units gives an empty scoreboard, not a crash") {
    Document d = document();
    add(d, commune_a1, {good});
    d.territories.clear();
    const Scoreboard board = evaluate(d, query(d));
    CHECK(board.scores.size() == indicators().size());
    CHECK(board.scores.front().empty());
    CHECK(board.completeness.rows == 1);
}

TEST_CASE("a list that lacks rows of several rounds lacks those that were held already") {
    Document d = document();
    add(d, 1, commune_a1, on({2021, 6, 1}));
    d.records.coverage = {incomplete("products", "", "2022-1;2021-1")};
    CHECK(score(d, IndicatorId::products, district_a).status == Status::undetermined);
    d.records.coverage = {incomplete("products", "", "2022-1; 2023-1")};
    CHECK(score(d, IndicatorId::products, district_a).status == Status::severe);
}
