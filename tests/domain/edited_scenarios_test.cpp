// Scenarios as edits: kept, changed by two laptops, undone; and as cells of a scene.
#include <catch2/catch.hpp>

#include "domain/edited_scenarios.h"
#include "domain/merge.h"
#include "domain/small_province.h"

using namespace ocop::domain;
using namespace ocop::domain::small;

namespace {
using enum IndicatorId;

Scenario sample() {
    Scenario s;
    s.id = "w1";
    s.name = "Phương án 1";
    s.added = {{{products, "901"}, 2}, {{five_star_nation, "902"}, -1}};
    s.lapse_on = Date{2023, 6, 30};
    s.filled = {{products, FillMethod::by_communes}};
    return s;
}

std::vector<Scenario> read(const Journal& journal, ocop::core::Findings& findings) {
    const auto tables = replay(journal);
    const auto found = tables.find("scenarios");
    if (found == tables.end()) return {};
    return edited_scenarios(found->second, document(), "kho.gpkg", findings);
}
}  // namespace

TEST_CASE("a scenario is kept as it was") {
    Journal journal;
    journal.record({scenario_added(sample())}, {"s1", "2021-12-31T08:00:00.000Z", "an"});
    ocop::core::Findings findings;
    CHECK(read(journal, findings) == std::vector{sample()});
    CHECK(findings.empty());
    journal.undo("2021-12-31T08:01:00.000Z");
    CHECK(read(journal, findings).empty());
}

TEST_CASE("a change writes only what differs, and takes cells away") {
    Scenario wished = sample();
    wished.set(products, "901", 0);
    wished.lapse_on.reset();
    const Edit edit = scenario_changed(sample(), wished);
    CHECK(edit.fields.size() == 3);  // the addition, the date, the method
    CHECK(scenario_changed(sample(), sample()).fields.empty());
    Journal journal;
    journal.record({scenario_added(sample())}, {"s1", "2021-12-31T08:00:00.000Z", "an"});
    journal.record({edit}, {"s2", "2021-12-31T08:01:00.000Z", "an"});
    ocop::core::Findings findings;
    CHECK(read(journal, findings) == std::vector{wished});
}

TEST_CASE("two laptops add to different units of one scenario without a conflict") {
    Journal base;
    base.record({scenario_added(sample())}, {"s1", "2021-12-31T08:00:00.000Z", "an"});
    Journal one = base, two = base;
    Scenario by_one = sample(), by_two = sample();
    by_one.added[{products, "902"}] = 1;
    by_two.added[{products, "903"}] = 4;
    one.record({scenario_changed(sample(), by_one)}, {"s2", "2021-12-31T09:00:00.000Z", "an"});
    two.record({scenario_changed(sample(), by_two)}, {"s3", "2021-12-31T09:00:01.000Z", "bình"});
    const Merged merged = merge(one, two);
    CHECK(merged.conflicts.empty());
    ocop::core::Findings findings;
    const auto all = read(merged.journal, findings);
    REQUIRE(all.size() == 1);
    CHECK(all[0].at(products, "902") == 1);
    CHECK(all[0].at(products, "903") == 4);
}

TEST_CASE("cells that cannot be used are told, and so are units that nobody has") {
    Scenario odd = sample();
    odd.added[{products, "999"}] = 3;
    odd.added[{outreach, "00001"}] = 1;  // a commune's own state is no number
    Edit edit = scenario_added(odd);
    edit.fields.push_back({"sao/901", "", "2"});
    edit.fields.push_back({"products/902", "", "nhiều"});
    Journal journal;
    journal.record({edit}, {"s1", "2021-12-31T08:00:00.000Z", "an"});
    ocop::core::Findings findings;
    CHECK(read(journal, findings) == std::vector{sample()});
    REQUIRE(findings.size() == 4);
    CHECK(findings[0].where.file == "kho.gpkg");
    int cells = 0, units = 0;
    for (const auto& finding : findings) {
        cells += finding.what.key == "finding.scenario_cell" ? 1 : 0;
        units += finding.what.key == "finding.scenario_unit_unknown" ? 1 : 0;
    }
    CHECK(cells == 2);
    CHECK(units == 2);
}

TEST_CASE("additions as one text, there and back") {
    CHECK(added_text(sample()) == "products/901 2, five_star_nation/902 -1");
    CHECK(added_from(added_text(sample())) == sample().added);
    CHECK(added_from("products/901 +2") == std::map<Scenario::Place, int>{{{products, "901"}, 2}});
    CHECK(added_from("") == std::map<Scenario::Place, int>{});
    for (const char* bad : {"products/901", "products 2", "stars:mean/901 1", "products/901 hai", "products/901 0",
                            "products/901 1, products/901 2", "products/ 2", "products/901 2000000"})
        CHECK_FALSE(added_from(bad).has_value());
}

TEST_CASE("a scene carries its scenario with it, or is not shown") {
    SceneSpec scene;
    scene.id = "a";
    scene.scenario = sample();
    scene.scenario->id.clear();
    scene.scenario->filled.clear();
    ocop::core::Findings findings;
    const PlaceOf nowhere = [](std::string_view) { return ocop::core::Place{}; };
    const auto back = from_fields(to_fields(scene), nowhere, findings);
    REQUIRE(back);
    CHECK(*back == scene);
    CHECK(findings.empty());

    SceneSpec lost = scene;
    lost.scenario->added[{products, "999"}] = 1;
    CHECK(suits(scene, document(), nowhere, findings));
    CHECK(findings.empty());
    CHECK_FALSE(suits(lost, document(), nowhere, findings));
    REQUIRE_FALSE(findings.empty());
    CHECK(findings.back().what.key == "finding.scene_assumed_unknown");

    for (const auto& wrong : {std::pair{"assumed", "products/901"}, std::pair{"lapse_on", "2023"},
                              std::pair{"scenario", ""}, std::pair{"assumed_era", "1999"}}) {
        SceneFields fields = to_fields(scene);
        std::erase_if(fields, [&](const auto& field) { return field.first == wrong.first; });
        fields.emplace_back(wrong.first, wrong.second);
        findings.clear();
        REQUIRE_FALSE(from_fields(fields, nowhere, findings).has_value());
        CHECK(findings.back().what.key == "finding.scene_left_out");
    }
}
