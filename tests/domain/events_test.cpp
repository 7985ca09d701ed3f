// Ideas, organisations, projects, training and outreach.
#include <catch2/catch.hpp>

#include "domain/small_province.h"

using namespace ocop::domain;
using namespace ocop::domain::small;

namespace {

DatePoint day(int year, int month, int d) { return {{year, month, d}, false}; }

Training trained(int unit, int done, int people, std::optional<DatePoint> when = {}, Role role = Role::manager) {
    return {at(unit), role, people, done, when, {}};
}
Outreach reached(int unit, OutreachStatus status, std::optional<DatePoint> when = {}) {
    return {at(unit), status, when, "", {}, {}};
}
constexpr auto done = OutreachStatus::done;

}  // namespace

TEST_CASE("ideas: step 2 or later, within the period, up to the date") {
    Document d = document();
    d.plan.targets = {{IndicatorId::ideas, Level::district, Bound::at_least, 2, {}}};
    const auto ideas = [&](std::optional<DatePoint> when, int step) {
        d.records.ideas = {{"a", at(commune_a1), when, step, {}}};
        return score(d, IndicatorId::ideas, district_a);
    };
    CHECK(count(ideas(day(2021, 5, 1), 1)) == 0);
    CHECK(count(ideas(day(2021, 5, 1), 2)) == 1);
    CHECK(count(ideas(day(2021, 5, 1), 6)) == 1);
    CHECK(count(ideas(day(2020, 12, 31), 2)) == 0);
    CHECK(count(ideas(day(2021, 1, 1), 2)) == 1);
    CHECK(count(ideas(day(2021, 12, 31), 2)) == 1);
    CHECK(count(ideas(day(2022, 1, 1), 2)) == 0);
    CHECK(count(ideas({}, 2)) == 0);
    CHECK(ideas({}, 2).undated == 1);
    CHECK(ideas({}, 1).undated == 0);
    CHECK(ideas(day(2021, 5, 1), 2).status == Status::below);  // 1 of 2 is half
    d.as_of = {2021, 4, 30};
    CHECK(count(ideas(day(2021, 5, 1), 2)) == 0);
    CHECK(ideas({}, 2).status == Status::below);
    d.as_of = {2023, 4, 30};
    CHECK(count(ideas(day(2022, 5, 1), 2)) == 0);  // after the period
}

TEST_CASE("organisations: strengthened within the period; without that day they are only chosen") {
    Document d = document();
    d.plan.targets = {{IndicatorId::organisations, Level::province, Bound::about, 2, {}}};
    d.records.organisations = {{"a", "", at(district_a), day(2021, 9, 1), {}}, {"b", "", at(district_a), {}, {}}};
    const Score s = score(d, IndicatorId::organisations, province);
    CHECK(count(s) == 1);
    CHECK(s.undated == 0);
    CHECK(s.status == Status::below);
    CHECK(s.bound == Bound::about);
    d.records.organisations[1].strengthened_on = day(2021, 12, 31);
    CHECK(score(d, IndicatorId::organisations, province).status == Status::met);
}

TEST_CASE("an organisation is placed by its district; without one it is unlocated") {
    Document d = document();
    d.records.organisations = {{"a", "", at(district_a), day(2021, 9, 1), {}}, {"b", "", at(-1), day(2021, 9, 1), {}}};
    CHECK(score(d, IndicatorId::organisations, district_a).unlocated == 0);
    CHECK(score(d, IndicatorId::organisations, province).unlocated == 1);
    d.records.ideas = {{"a", at(district_a), day(2021, 5, 1), 2, {}}};
    CHECK(score(d, IndicatorId::ideas, district_a).unlocated == 1);  // ideas have a commune
}

TEST_CASE("projects: under way within the period") {
    Document d = document();
    const auto projects = [&](std::optional<DatePoint> from, std::optional<DatePoint> to) {
        d.records.projects = {{"a", ProjectKind::processing, at(commune_a1), "", from, to, {}}};
        return score(d, IndicatorId::projects, commune_a1);
    };
    CHECK(count(projects(day(2021, 4, 1), {})) == 1);
    CHECK(count(projects(day(2019, 4, 1), {})) == 1);
    CHECK(count(projects(day(2019, 4, 1), day(2021, 1, 1))) == 1);
    CHECK(count(projects(day(2019, 4, 1), day(2020, 12, 31))) == 0);
    CHECK(count(projects(day(2022, 1, 1), {})) == 0);
    CHECK(projects({}, {}).undated == 1);
    CHECK(projects({}, day(2020, 12, 31)).undated == 0);
}

TEST_CASE("a commune without a row is no data where a row of its district has no commune") {
    Document d = document();
    d.records.projects = {{"a", ProjectKind::processing, at(district_a), "", day(2021, 4, 1), {}, {}}};
    CHECK(count(score(d, IndicatorId::projects, commune_a1)) == -1);
    CHECK(count(score(d, IndicatorId::projects, commune_b1)) == 0);
    CHECK(count(score(d, IndicatorId::projects, district_a)) == 1);
    CHECK(score(d, IndicatorId::projects, district_a).unlocated == 1);
}

TEST_CASE("training is the sum of people, 100 per cent exactly is met") {
    Document d = asking_for_all();
    d.records.trainings = {trained(district_a, 6, 6), trained(commune_a1, 2, 3), trained(commune_a2, 3, 3),
                           trained(commune_b1, 3, 3), trained(district_b, 5, 5, {}, Role::leader)};
    const Scoreboard board = evaluate(d, query(d));
    const auto managers = [&](int unit) { return board.score(IndicatorId::managers_trained, unit); };
    CHECK(managers(district_a).value == Value{11, 12});
    CHECK(managers(district_a).status == Status::below);
    CHECK(managers(district_a).percent_of_quota() == 91);
    CHECK(managers(province).value == Value{14, 15});
    CHECK(managers(commune_a1).value == Value{2, 3});
    CHECK(managers(commune_a2).status == Status::met);
    CHECK(managers(district_b).status == Status::undetermined);  // B2 is silent
    CHECK(managers(district_b).gap() == 0.0);
    CHECK(managers(district_c).status == Status::no_data);
    CHECK(managers(commune_b2).status == Status::no_data);
    CHECK(board.score(IndicatorId::leaders_trained, district_b).value == Value{5, 5});
    CHECK(board.score(IndicatorId::leaders_trained, district_b).status == Status::met);
    CHECK(board.score(IndicatorId::leaders_trained, province).status == Status::undetermined);  // A and C are silent
    CHECK(board.score(IndicatorId::leaders_trained, commune_b1).status == Status::not_applicable);
}

TEST_CASE("a share is compared in whole numbers: 999 of 1000 is not 100 per cent; severe is under half of it") {
    Document d = asking_for_all();
    const auto managers = [&](int n, int all) {
        d.records.trainings = {trained(district_a, n, all)};
        return score(d, IndicatorId::managers_trained, district_a);
    };
    CHECK(managers(1000, 1000).status == Status::met);
    CHECK(managers(999, 1000).status == Status::below);
    CHECK(managers(999, 1000).percent_of_quota() == 99);
    CHECK(managers(50, 100).status == Status::below);
    CHECK(managers(49, 100).status == Status::severe);
    CHECK(managers(0, 0).status == Status::no_data);
    CHECK(managers(0, 3).status == Status::severe);
}

TEST_CASE("of an incomplete training list nothing follows, not even met") {
    Document d = asking_for_all();
    d.records.trainings = {trained(district_a, 3, 3), trained(district_b, 1, 3)};
    d.records.coverage = {incomplete("training")};
    CHECK(score(d, IndicatorId::managers_trained, district_a).status == Status::undetermined);
    CHECK(score(d, IndicatorId::managers_trained, district_b).status == Status::undetermined);
    CHECK_FALSE(score(d, IndicatorId::managers_trained, district_a).lower_bound);
    CHECK(score(d, IndicatorId::managers_trained, district_a).incomplete);
}

TEST_CASE("training takes the last row up to the date, one place and role at a time") {
    Document d = asking_for_all();
    d.records.trainings = {trained(district_a, 2, 6, day(2021, 11, 30)), trained(district_a, 1, 6, day(2021, 6, 30)),
                           trained(district_a, 6, 6, day(2022, 1, 1)),
                           trained(district_a, 4, 4, day(2021, 3, 1), Role::leader), trained(district_a, 0, 6)};
    CHECK(score(d, IndicatorId::managers_trained, district_a).value == Value{2, 6});
    CHECK(score(d, IndicatorId::managers_trained, district_a).rows == std::vector{RowRef{Table::trainings, 0}});
    CHECK(score(d, IndicatorId::leaders_trained, district_a).value == Value{4, 4});
    d.as_of = {2021, 11, 29};
    CHECK(score(d, IndicatorId::managers_trained, district_a).value == Value{1, 6});
    d.as_of = {2021, 6, 29};  // before any date the row without one stands
    CHECK(score(d, IndicatorId::managers_trained, district_a).value == Value{0, 6});
    d.as_of = {2022, 1, 1};
    CHECK(score(d, IndicatorId::managers_trained, district_a).value == Value{6, 6});
}

TEST_CASE("one place typed in two ways is one place; of one day the later row counts") {
    Document d = asking_for_all();
    d.records.trainings = {trained(commune_a1, 1, 3, day(2021, 5, 1)), trained(commune_a1, 3, 3, day(2021, 5, 1))};
    d.records.trainings[1].location.commune_text = "phường A1";
    CHECK(score(d, IndicatorId::managers_trained, commune_a1).value == Value{3, 3});
    d.records.outreach = {reached(commune_a1, OutreachStatus::planned, day(2021, 3, 1)),
                          reached(commune_a1, done, day(2021, 6, 1))};
    d.records.outreach[1].location.commune_text = "phường A1";
    CHECK(score(d, IndicatorId::outreach, commune_a1).outreach == done);
}

TEST_CASE("outreach: communes that are done, of all communes of the unit") {
    Document d = asking_for_all();
    d.records.outreach = {reached(commune_a1, done), reached(commune_a2, done), reached(commune_b1, done),
                          reached(commune_b2, OutreachStatus::under_way), reached(commune_c1, OutreachStatus::none)};
    const Scoreboard board = evaluate(d, query(d));
    const auto outreach = [&](int unit) { return board.score(IndicatorId::outreach, unit); };
    CHECK(outreach(district_a).value == Value{2, 2});
    CHECK(outreach(district_a).status == Status::met);
    CHECK(outreach(district_b).value == Value{1, 2});
    CHECK(outreach(district_b).status == Status::below);
    CHECK(outreach(district_c).value == Value{0, 1});
    CHECK(outreach(district_c).status == Status::severe);
    CHECK(outreach(province).value == Value{3, 5});
    CHECK_FALSE(outreach(province).lower_bound);
    CHECK(outreach(commune_a1).value == Value{1, 1});
    CHECK(outreach(commune_b2).value == Value{0, 1});
    CHECK(outreach(commune_b2).outreach == OutreachStatus::under_way);
    CHECK(outreach(district_b).rows.size() == 2);
}

TEST_CASE("outreach: communes without a row make a lower bound, a unit without any row has no data") {
    Document d = asking_for_all();
    d.records.outreach = {reached(commune_a1, done), reached(commune_b1, OutreachStatus::planned)};
    const Scoreboard board = evaluate(d, query(d));
    const auto outreach = [&](int unit) { return board.score(IndicatorId::outreach, unit); };
    CHECK(outreach(district_a).value == Value{1, 2});
    CHECK(outreach(district_a).lower_bound);
    CHECK(outreach(district_a).status == Status::undetermined);  // the silent one may be done
    CHECK(outreach(district_b).value == Value{0, 2});
    CHECK(outreach(district_b).lower_bound);
    CHECK(outreach(district_b).status == Status::below);  // at best 1 of 2, exactly half
    CHECK(outreach(district_c).status == Status::no_data);
    CHECK(outreach(commune_c1).status == Status::no_data);
    CHECK_FALSE(outreach(commune_c1).outreach.has_value());
    CHECK(outreach(province).value == Value{1, 5});
    CHECK(outreach(province).status == Status::below);  // at best 4 of 5
}

TEST_CASE("outreach: the last row up to the date; a row without a date stands from the start") {
    Document d = asking_for_all();
    d.records.outreach = {reached(commune_c1, OutreachStatus::planned),
                          reached(commune_c1, OutreachStatus::under_way, day(2021, 5, 1)),
                          reached(commune_c1, done, day(2021, 8, 1))};
    const auto status = [&](Date as_of) {
        d.as_of = as_of;
        return score(d, IndicatorId::outreach, commune_c1).outreach;
    };
    CHECK(status({2021, 4, 30}) == OutreachStatus::planned);
    CHECK(status({2021, 5, 1}) == OutreachStatus::under_way);
    CHECK(status({2021, 7, 31}) == OutreachStatus::under_way);
    CHECK(status({2021, 8, 1}) == done);
}

TEST_CASE("outreach: a commune put together in 2025 is done only when all its parts are") {
    Document d = asking_for_all();
    Query q = query(d);
    q.era = Era::y2025;
    d.records.outreach = {reached(commune_a1, done), reached(commune_a2, OutreachStatus::planned),
                          reached(commune_b1, done), reached(commune_b2, done)};
    CHECK(score(d, q, IndicatorId::outreach, 1).outreach == OutreachStatus::planned);
    CHECK(score(d, q, IndicatorId::outreach, 2).outreach == done);
    CHECK_FALSE(score(d, q, IndicatorId::outreach, 3).outreach.has_value());  // C1 is silent
    d.records.outreach.push_back(reached(commune_c1, done));
    CHECK(score(d, q, IndicatorId::outreach, 3).outreach == done);
    CHECK(score(d, q, IndicatorId::outreach, 0).value == Value{2, 3});
}

TEST_CASE("the basis changes products only") {
    Document d = asking_for_all();
    d.records.ideas = {{"a", at(commune_a1), day(2021, 5, 1), 3, {}}};
    d.records.outreach = {reached(commune_a1, done)};
    Query q = query(d);
    for (const Basis basis : {Basis::fresh, Basis::recognised, Basis::valid}) {
        q.basis = basis;
        CHECK(count(score(d, q, IndicatorId::ideas, district_a)) == 1);
        CHECK(count(score(d, q, IndicatorId::outreach, district_a)) == 1);
    }
}
