// Several ratings of one product: the last one counts, and where nobody can say which that is no verdict stands on it.
#include <catch2/catch.hpp>

#include "domain/small_province.h"

using namespace ocop::domain;
using namespace ocop::domain::small;

namespace {

const Recognition good = on({2020, 6, 1});

/// Three certain products in district A, against four; and one more with these ratings.
Document with(std::vector<Recognition> ratings) {
    Document d = document();
    add(d, 3, commune_a1, good);
    add(d, commune_a1, std::move(ratings));
    return d;
}
Score of(const Document& d, Basis basis = Basis::recognised) {
    Query q = query(d);
    q.basis = basis;
    return score(d, q, IndicatorId::products, district_a);
}
Recognition disputed(Recognition rating) {
    rating.disputed = true;
    return rating;
}

}  // namespace

TEST_CASE("a rating without a date that would end a product may be the last: 3 and 1 undated of 4, undecided") {
    const Score s = of(with({good, undated(2)}));
    CHECK(count(s) == 3);
    CHECK(s.undated == 1);
    CHECK(s.status == Status::undetermined);
    CHECK(of(with({good})).status == Status::met);
    CHECK(of(with({good, on({2021, 6, 1}, 2)})).status == Status::below);  // that one is later
    CHECK(of(with({good, on({2019, 6, 1}, 2)})).status == Status::met);    // and that one is not
}

TEST_CASE("a rating without a date that leaves the product its standing takes nothing from the count") {
    const Document d = with({good, undated(4)});
    CHECK(count(of(d)) == 4);
    CHECK(of(d).undated == 0);
    CHECK(of(d).status == Status::met);
    // How many stars it has is another question.
    CHECK(score(d, IndicatorId::stars_highest, district_a).undated == 1);
    CHECK(score(d, IndicatorId::stars_mix, district_a).mix == std::vector<int>{4, 0, 0});
}

TEST_CASE("two ratings of one day: the order of their rows decides nothing") {
    const Recognition low = on({2020, 6, 1}, 2);
    for (const Document& d : {with({good, low}), with({low, good})}) {
        CHECK(count(of(d)) == 3);
        CHECK(of(d).undated == 1);
        CHECK(of(d).status == Status::undetermined);
    }
    CHECK(of(with({low, good, on({2021, 1, 1})})).status == Status::met);
}

TEST_CASE("rows that disagree whether a product reached five stars leave that open") {
    Document d = document();
    d.plan.targets = {{IndicatorId::five_star_province, Level::province, Bound::at_least, 1, {}}};
    add(d, commune_a1,
        {disputed(on({2021, 6, 1}, 5, Award::potential_five)), disputed(on({2021, 6, 1}, 4, Award::recognised))});
    const Score s = score(d, IndicatorId::five_star_province, province);
    CHECK(count(s) == 0);
    CHECK(s.undated == 1);
    CHECK(s.status == Status::undetermined);
    CHECK(of(d).undated == 0);  // 4 or 5: a product in any case
}

TEST_CASE("an expiry that nobody can read leaves open whether the product is still valid") {
    Recognition rating = on({2020, 6, 1});
    rating.expiry_unread = "cuối năm";
    CHECK(of(with({rating}), Basis::valid).status == Status::undetermined);
    CHECK(count(of(with({rating}), Basis::valid)) == 3);
    CHECK(of(with({rating})).status == Status::met);
    Recognition lapsed = on({2018, 6, 1});
    lapsed.expiry_unread = "cuối năm";
    CHECK(of(with({lapsed}), Basis::valid).undated == 1);  // 36 months are over, but the certificate may run on
}

TEST_CASE("a further rating that nobody can read may take a product away: it is not counted beside its own row") {
    Document d = with({good});
    d.records.unread = {unread("products", commune_a1)};
    d.records.unread.front().product = 3;
    Score s = of(d);
    CHECK(count(s) == 3);
    CHECK(s.undated == 0);
    CHECK(s.unread == 1);
    CHECK(s.status == Status::undetermined);
    d.records.unread.front().on = DatePoint{{2019, 1, 1}, false};  // older than the one that counts
    CHECK(of(d).status == Status::met);
    d.records.unread.front().on = DatePoint{{2021, 1, 1}, false};
    CHECK(of(d).status == Status::undetermined);
    d.records.unread.front().on = DatePoint{{2022, 1, 1}, false};  // after the date
    CHECK(of(d).status == Status::met);
    d.records.unread.front().on.reset();
    d.records.unread.front().product = 0;
    CHECK(count(of(d)) == 3);
    d.records.unread.front().product = -1;  // a product of its own
    CHECK(of(d).status == Status::met);
}

TEST_CASE("a filter of stars keeps a product of which nobody knows whether it passes out of the count") {
    const Document d = with({good, undated(4)});
    Query q = query(d);
    q.filter.stars = {3};
    const Score s = score(d, q, IndicatorId::products, district_a);
    CHECK(count(s) == 3);
    CHECK(s.undated == 1);
}

TEST_CASE("rows that disagree about one round under two dates leave it open, whichever is the later date") {
    const Recognition march = disputed(on({2021, 3, 1}, 2)), round = disputed(in_round("2021-1", 3));
    CHECK(of(with({march, round})).status == Status::undetermined);
    CHECK(of(with({disputed(on({2021, 3, 1}, 3)), disputed(in_round("2021-1", 2))})).status == Status::undetermined);
    Query q = query(document());
    q.as_of = {2022, 6, 1};
    const Document renewed = with({march, round, on({2022, 5, 1})});  // settled by a later one
    CHECK(score(renewed, q, IndicatorId::products, district_a).status == Status::met);
}

TEST_CASE("basis valid: a rating without a date that may be the last, and lapsed, leaves the product open") {
    Recognition lapsed = undated(4);
    lapsed.expires_on = Date{2021, 6, 30};
    CHECK(of(with({on({2020, 3, 1}), lapsed}), Basis::valid).status == Status::undetermined);
    CHECK(of(with({on({2020, 3, 1}), lapsed})).status == Status::met);
    Recognition unread = undated(4);
    unread.expiry_unread = "chưa rõ";
    CHECK(of(with({on({2020, 3, 1}), unread}), Basis::valid).undated == 1);
}

TEST_CASE("an award that nobody can read may be the national one, of five stars only") {
    Document d = document();
    d.plan.targets = {{IndicatorId::five_star_nation, Level::province, Bound::at_least, 1, {}}};
    Recognition five = on({2021, 6, 1}, 5, Award::potential_five);
    five.award_unread = "TW công nhận";
    add(d, commune_a1, {five});
    CHECK(score(d, IndicatorId::five_star_nation, province).undated == 1);
    CHECK(score(d, IndicatorId::five_star_nation, province).status == Status::undetermined);
    CHECK(count(score(d, IndicatorId::five_star_province, province)) == 1);
    d.records.products.front().recognitions.front().stars = 4;
    CHECK(score(d, IndicatorId::five_star_nation, province).undated == 0);
}
