// Training and outreach: the last row speaks, and where nobody can say which is the last the verdict stays open.
#include <catch2/catch.hpp>

#include "domain/last_row.h"
#include "domain/small_province.h"

using namespace ocop::domain;
using namespace ocop::domain::small;

namespace {

using When = std::optional<DatePoint>;
const When none{}, may = DatePoint{{2021, 5, 1}, false}, june = DatePoint{{2021, 6, 1}, false};
constexpr auto done = OutreachStatus::done, planned = OutreachStatus::planned;

/// District C has one commune.
Document trained(std::vector<std::pair<int, When>> rows) {
    Document d = asking_for_all();
    for (const auto& [trained, when] : rows)
        d.records.trainings.push_back({at(commune_c1), Role::manager, 10, trained, when, {}});
    return d;
}
Document reached(std::vector<std::pair<OutreachStatus, When>> rows) {
    Document d = asking_for_all();
    for (const auto& [status, when] : rows) d.records.outreach.push_back({at(commune_c1), status, when, "", {}, {}});
    return d;
}
Status managers(const Document& d) { return score(d, IndicatorId::managers_trained, district_c).status; }
Status outreach(const Document& d, int unit = district_c) { return score(d, IndicatorId::outreach, unit).status; }

}  // namespace

TEST_CASE("training: two rows of one day that disagree decide nothing, in either order") {
    for (const Document& d : {trained({{10, june}, {4, june}}), trained({{4, june}, {10, june}})}) {
        CHECK(managers(d) == Status::undetermined);
        CHECK(training_contradictions(d.records).size() == 1);
    }
    CHECK(managers(trained({{10, june}, {10, june}})) == Status::met);
    CHECK(training_contradictions(trained({{10, june}, {10, june}}).records).empty());
    CHECK(managers(trained({{4, may}, {10, june}})) == Status::met);
    CHECK(managers(trained({{10, june}, {4, may}})) == Status::met);
    CHECK(managers(trained({{10, may}, {6, june}})) == Status::below);
}

TEST_CASE("training: a row without a date is older than a dated one below it, and may be newer than one above") {
    CHECK(managers(trained({{4, none}, {10, june}})) == Status::met);
    CHECK(managers(trained({{10, june}, {4, none}})) == Status::undetermined);
    CHECK(managers(trained({{4, june}, {10, none}})) == Status::undetermined);
    CHECK(managers(trained({{10, none}, {4, none}})) == Status::undetermined);
    CHECK(training_contradictions(trained({{4, none}, {10, june}}).records).empty());
}

TEST_CASE("outreach: of two rows of one day the less counts, and neither verdict stands") {
    for (const Document& d : {reached({{done, june}, {planned, june}}), reached({{planned, june}, {done, june}})}) {
        CHECK(outreach(d) == Status::undetermined);
        CHECK(outreach(d, commune_c1) == Status::undetermined);
        CHECK(score(d, IndicatorId::outreach, commune_c1).outreach == planned);
        CHECK(count(score(d, IndicatorId::outreach, district_c)) == 0);
        const auto found = outreach_contradictions(d.records);
        REQUIRE(found.size() == 1);
        CHECK(found.front().above == 0);
        CHECK(found.front().below == 1);
    }
    CHECK(outreach(reached({{planned, may}, {done, june}})) == Status::met);
    CHECK(outreach(reached({{planned, none}, {done, june}})) == Status::met);
    CHECK(outreach(reached({{done, june}, {planned, none}})) == Status::undetermined);
    // On a date between them only the first stands.
    Document d = reached({{done, may}, {planned, june}});
    Query q = query(d);
    q.as_of = {2021, 5, 31};
    CHECK(score(d, q, IndicatorId::outreach, district_c).status == Status::met);
    CHECK(outreach(d) == Status::severe);
}

TEST_CASE("outreach: a row of a reached commune that nobody can read takes the verdict back, unless it is older") {
    Document d = reached({{done, june}});
    d.records.outreach.push_back({at(commune_a1), done, june, "", {}, {}});
    d.records.outreach.push_back({at(commune_a2), done, june, "", {}, {}});
    d.records.unread = {unread("outreach", commune_a1)};
    CHECK(outreach(d, district_a) == Status::undetermined);
    CHECK(count(score(d, IndicatorId::outreach, district_a)) == 1);
    CHECK(outreach(d, commune_a1) == Status::no_data);
    CHECK_FALSE(score(d, IndicatorId::outreach, commune_a1).outreach);
    CHECK(outreach(d, commune_a2) == Status::met);
    CHECK(outreach(d) == Status::met);
    d.records.unread.front().on = may;
    CHECK(outreach(d, district_a) == Status::met);
    d.records.unread.front().on = june;
    CHECK(outreach(d, district_a) == Status::undetermined);
    d.records.unread.front().on = DatePoint{{2022, 1, 1}, false};
    CHECK(outreach(d, district_a) == Status::met);
}
