// Rows that could not be read or placed: they count nowhere new, and no verdict stands that they could overthrow.
#include <catch2/catch.hpp>

#include "domain/small_province.h"

using namespace ocop::domain;
using namespace ocop::domain::small;

namespace {

const Recognition good = on({2021, 6, 1});
DatePoint day(int year, int month, int d) { return {{year, month, d}, false}; }

/// n products in each of the districts A and B against 4; the province asks for 8.
Document products(int n) {
    Document d = document();
    d.plan.targets.push_back({IndicatorId::products, Level::province, Bound::at_least, 8, {}});
    add(d, n, commune_a1, good);
    add(d, n, commune_b1, good);
    return d;
}

void train(Document& d, int unit, int trained, int people = 3) {
    d.records.trainings.push_back({at(unit), Role::manager, people, trained, {}, {}});
}
/// Every commune's staff.
Document trained() {
    Document d = asking_for_all();
    for (const int commune : {commune_a1, commune_a2, commune_b1, commune_b2, commune_c1}) train(d, commune, 3);
    return d;
}
Status managers(const Document& d, int unit) { return score(d, IndicatorId::managers_trained, unit).status; }

Document reached(std::initializer_list<std::pair<int, OutreachStatus>> rows) {
    Document d = asking_for_all();
    for (const auto& [unit, status] : rows) d.records.outreach.push_back({at(unit), status, {}, "", {}, {}});
    return d;
}
constexpr auto done = OutreachStatus::done, planned = OutreachStatus::planned;

}  // namespace

TEST_CASE("an unread product may be the one that its district lacks: 3 of 4 is not below, and stays 3") {
    Document d = products(3);
    d.records.unread = {unread("products", commune_a2)};
    const Score s = score(d, IndicatorId::products, district_a);
    CHECK(count(s) == 3);
    CHECK(s.status == Status::undetermined);
    CHECK(s.lower_bound);
    CHECK(s.unread == 1);
    CHECK(score(d, IndicatorId::products, district_b).status == Status::below);  // not its row
    CHECK_FALSE(score(d, IndicatorId::products, district_b).lower_bound);
    CHECK(score(d, IndicatorId::products, province).status == Status::below);  // 6 and 1 of 8
    CHECK(score(d, IndicatorId::products, province).lower_bound);
    d = products(2);
    d.records.unread = {unread("products", commune_a2)};
    CHECK(score(d, IndicatorId::products, district_a).status == Status::below);  // at best 3 of 4
    d = products(4);
    d.records.unread = {unread("products", commune_a2)};
    CHECK(score(d, IndicatorId::products, district_a).status == Status::met);
    CHECK(score(d, IndicatorId::products, province).status == Status::met);
    d.records.unread = {unread("ideas", commune_a2)};
    CHECK_FALSE(score(d, IndicatorId::products, district_a).lower_bound);
}

TEST_CASE("an unread product that is dated outside what is counted changes nothing") {
    Document d = products(3);
    d.records.unread = {unread("products", commune_a2, day(2022, 1, 1))};
    CHECK(score(d, IndicatorId::products, district_a).status == Status::below);
    d.records.unread = {unread("products", commune_a2, day(2020, 1, 1))};
    CHECK(score(d, IndicatorId::products, district_a).status == Status::undetermined);
    Query q = query(d);
    q.basis = Basis::fresh;
    CHECK(score(d, q, IndicatorId::products, district_a).status == Status::below);
}

TEST_CASE("a product of an unknown district may be any district's") {
    Document d = products(3);
    add(d, -1, {good});
    CHECK(score(d, IndicatorId::products, district_a).status == Status::undetermined);
    CHECK(score(d, IndicatorId::products, district_b).status == Status::undetermined);
    CHECK(count(score(d, IndicatorId::products, district_b)) == 3);
    const Score none = score(d, IndicatorId::products, district_c);
    CHECK(count(none) == 0);  // at best 1: still certainly under half
    CHECK(none.lower_bound);
    CHECK(none.status == Status::severe);
    CHECK(count(score(d, IndicatorId::products, province)) == 7);
    CHECK(score(d, IndicatorId::products, province).status == Status::below);
    CHECK_FALSE(score(d, IndicatorId::products, province).lower_bound);  // it is counted there
    CHECK(count(score(d, IndicatorId::products, commune_c1)) == -1);     // no commune is known to be empty
    CHECK_FALSE(score(d, IndicatorId::blank_communes, commune_c1).value.has_value());
    CHECK(unplaced(d, IndicatorId::products) == 1);
    CHECK(unplaced(d, IndicatorId::outreach) == 0);
}

TEST_CASE("neither read nor placed: possibly anywhere") {
    Document d = products(3);
    d.records.unread = {unread("products", -1)};
    for (const int unit : {province, district_a, district_b, district_c, commune_a1})
        CHECK(score(d, IndicatorId::products, unit).unread == 1);
    CHECK(score(d, IndicatorId::products, district_b).status == Status::undetermined);
    CHECK(count(score(d, IndicatorId::products, commune_b2)) == -1);
    CHECK(score(d, IndicatorId::five_star_province, district_a).lower_bound);
}

TEST_CASE("a mean is not applicable where a complete list has nothing, and no data where something may be missing") {
    Document d = products(3);
    const auto mean = [&](int unit) { return score(d, IndicatorId::stars_mean, unit); };
    CHECK(mean(district_c).status == Status::not_applicable);
    CHECK(mean(commune_c1).status == Status::not_applicable);
    CHECK(score(d, IndicatorId::stars_share45, district_c).status == Status::not_applicable);
    CHECK_FALSE(mean(district_c).value.has_value());
    CHECK(mean(district_a).value == Value{9, 3});
    add(d, -1, {good});
    CHECK(mean(district_c).status == Status::no_data);
    d = products(3);
    d.records.coverage = {incomplete("products")};
    CHECK(mean(district_c).status == Status::no_data);
    d = products(3);
    d.records.tables.clear();
    CHECK(mean(district_c).status == Status::no_data);
    d = products(0);
    add(d, commune_c1, {undated()});
    CHECK(mean(district_c).status == Status::no_data);  // its stars are not known to be of the time
}

TEST_CASE("ideas, organisations, projects: unread and unplaced rows keep a verdict open") {
    Document d = document();
    d.plan.targets = {{IndicatorId::ideas, Level::district, Bound::at_least, 2, {}},
                      {IndicatorId::organisations, Level::province, Bound::at_least, 1, {}}};
    d.records.ideas = {{"a", at(commune_a1), day(2021, 5, 1), 2, {}}};
    CHECK(score(d, IndicatorId::ideas, district_a).status == Status::below);
    d.records.ideas.push_back({"b", at(-1), day(2021, 5, 1), 2, {}});
    CHECK(score(d, IndicatorId::ideas, district_a).status == Status::undetermined);
    CHECK(unplaced(d, IndicatorId::ideas) == 1);
    d.records.ideas.pop_back();
    d.records.unread = {unread("ideas", district_a, day(2021, 5, 1))};
    CHECK(score(d, IndicatorId::ideas, district_a).status == Status::undetermined);
    d.records.unread = {unread("ideas", district_a, day(2020, 5, 1))};
    CHECK(score(d, IndicatorId::ideas, district_a).status == Status::below);
    d.records.unread = {unread("organisations", district_a)};
    CHECK(score(d, IndicatorId::organisations, province).status == Status::undetermined);
    d.records.projects = {{"a", ProjectKind::processing, at(-1), "", day(2021, 4, 1), {}, {}}};
    CHECK(unplaced(d, IndicatorId::projects) == 1);
    CHECK(score(d, IndicatorId::projects, district_b).lower_bound);
}

TEST_CASE("training: communes that nobody reported are never 100 per cent, and no excuse either") {
    Document d = trained();
    for (const int unit : {province, district_a, district_b, district_c, commune_a1})
        CHECK(managers(d, unit) == Status::met);
    d.records.trainings.erase(d.records.trainings.begin() + 1);  // A2
    CHECK(managers(d, district_a) == Status::undetermined);
    CHECK(managers(d, province) == Status::undetermined);
    CHECK(managers(d, district_b) == Status::met);
    CHECK(managers(d, commune_a2) == Status::no_data);
    d.records.trainings[0].trained = 2;
    CHECK(managers(d, district_a) == Status::below);  // whoever is silent, these are not all trained
    d.records.trainings[0].trained = 0;
    CHECK(managers(d, district_a) == Status::below);  // severe is not certain: the silent may outweigh them
    CHECK(managers(d, province) == Status::below);
    d.plan.targets = {{IndicatorId::managers_trained, Level::district, Bound::at_least, 80, {}}};
    CHECK(managers(d, district_a) == Status::undetermined);  // the silent ones may lift the share over 80
}

TEST_CASE(
    "training by district alone is complete without communes; a district without a row leaves the province open") {
    Document d = asking_for_all();
    train(d, district_a, 3);
    train(d, district_b, 3);
    CHECK(managers(d, district_a) == Status::met);
    CHECK(managers(d, province) == Status::undetermined);
    train(d, district_c, 3);
    CHECK(managers(d, province) == Status::met);
}

TEST_CASE("training: an unread row may be the one that fails, and may make good what fails") {
    Document d = trained();
    d.records.trainings.pop_back();
    d.records.unread = {unread("training", commune_c1, {}, Role::manager)};
    CHECK(managers(d, district_c) == Status::no_data);
    CHECK(managers(d, province) == Status::undetermined);
    d = trained();
    d.records.unread = {unread("training", commune_a1)};  // which role is not known
    CHECK(managers(d, commune_a1) == Status::undetermined);
    CHECK(managers(d, district_a) == Status::undetermined);
    CHECK(managers(d, district_b) == Status::met);
    d.records.unread[0].role = Role::leader;
    CHECK(managers(d, district_a) == Status::met);
    d.records.unread[0] = unread("training", commune_a1, day(2022, 1, 1));
    CHECK(managers(d, district_a) == Status::met);
    // The row that fails is the one that may be outdated; another row that fails is certain.
    d.records.unread = {unread("training", commune_a1)};
    d.records.trainings[0].trained = 1;
    CHECK(managers(d, district_a) == Status::undetermined);
    d.records.trainings[1].trained = 1;
    CHECK(managers(d, district_a) == Status::below);
    CHECK(managers(d, province) == Status::below);
}

TEST_CASE("training: a row of an unknown place may take the place of one row, not of two") {
    Document d = trained();
    d.records.trainings[0].trained = 1;
    Training row{{"Q", "", "", ""}, Role::manager, 3, 3, {}, {}};
    d.records.trainings.push_back(row);
    CHECK(managers(d, district_a) == Status::undetermined);
    CHECK(managers(d, district_b) == Status::undetermined);
    CHECK(managers(d, province) == Status::undetermined);
    CHECK(managers(d, commune_b1) == Status::met);  // its own row speaks for it
    CHECK(unplaced(d, IndicatorId::managers_trained) == 1);
    d.records.trainings[1].trained = 1;
    CHECK(managers(d, district_a) == Status::below);
    CHECK(managers(d, province) == Status::below);
}

TEST_CASE("training: a commune's row without a known commune is unlocated, a district's own row is not") {
    Document d = trained();
    train(d, district_a, 3);
    CHECK(score(d, IndicatorId::managers_trained, district_a).unlocated == 0);
    Training row{at(district_a), Role::manager, 3, 3, {}, {}};
    row.location.commune_text = "Xyz";
    d.records.trainings.push_back(row);
    CHECK(score(d, IndicatorId::managers_trained, district_a).unlocated == 1);
    CHECK(score(d, IndicatorId::managers_trained, province).unlocated == 1);
    CHECK(score(d, IndicatorId::managers_trained, district_b).unlocated == 0);
}

TEST_CASE("training in the units of 2025: of a part that is silent nothing follows") {
    Document d = trained();
    Query q = query(d);
    q.era = Era::y2025;
    const auto status = [&](int unit) { return score(d, q, IndicatorId::managers_trained, unit).status; };
    CHECK(status(1) == Status::met);
    CHECK(status(0) == Status::met);
    d.records.trainings.erase(d.records.trainings.begin());  // A1, half of the new A
    CHECK(status(1) == Status::undetermined);
    CHECK(status(2) == Status::met);
    CHECK(status(0) == Status::undetermined);
    train(d, district_a, 3);  // no unit of 2025 shows it
    CHECK(score(d, q, IndicatorId::managers_trained, 0).unlocated == 1);
}

TEST_CASE("outreach: a row of an unknown place or status may be a commune that is not done") {
    Document d = reached(
        {{commune_a1, done}, {commune_a2, planned}, {commune_b1, done}, {commune_b2, done}, {commune_c1, planned}});
    const auto status = [&](int unit) { return score(d, IndicatorId::outreach, unit).status; };
    CHECK(status(district_a) == Status::below);
    CHECK(status(district_c) == Status::severe);
    CHECK(status(province) == Status::below);
    d.records.outreach.push_back({{"A", "Xyz", "901", ""}, done, {}, "", {}, {}});
    CHECK(status(district_a) == Status::undetermined);
    CHECK(status(district_c) == Status::severe);
    CHECK(status(province) == Status::below);  // at best 4 of 5
    CHECK(status(commune_a2) == Status::severe);
    CHECK(count(score(d, IndicatorId::outreach, district_a)) == 1);
    CHECK(score(d, IndicatorId::outreach, district_a).unlocated == 1);
    d.records.outreach.back().location = {"Q", "Xyz", "", ""};
    CHECK(status(district_a) == Status::undetermined);
    CHECK(status(district_c) == Status::undetermined);
    CHECK(status(district_b) == Status::met);
    CHECK(unplaced(d, IndicatorId::outreach) == 1);
    d.records.outreach.back().status = planned;  // makes no commune done
    CHECK(status(district_a) == Status::below);
    d.records.outreach.pop_back();
    d.records.unread = {unread("outreach", commune_a2)};
    CHECK(status(commune_a2) == Status::undetermined);
    CHECK(status(district_a) == Status::undetermined);
    CHECK(status(district_c) == Status::severe);
    d.records.unread = {unread("outreach", commune_a1)};
    CHECK(status(district_a) == Status::undetermined);  // careful: who knows which of them it speaks of
    CHECK(status(district_b) == Status::met);
}

TEST_CASE("in the units of 2025 rows without a commune are those above, counted once") {
    Document d = products(3);
    add(d, district_a, {good});
    Query q = query(d);
    q.era = Era::y2025;
    d.plan.targets = {{IndicatorId::products, Level::commune, Bound::at_least, 5, {}}};
    CHECK(score(d, q, IndicatorId::products, 2).status == Status::below);  // 3, at best 4, of 5
    add(d, district_a, {good});
    CHECK(score(d, q, IndicatorId::products, 2).status == Status::undetermined);
}
