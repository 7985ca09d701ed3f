// Scenes of the shipped decks staged on their documents, and what is on the screen caught as a scene.
#include "app/scenes.h"

#include <catch2/catch.hpp>

#include "data/open.h"
#include "render/text.h"

using namespace ocop;

namespace {

const std::shared_ptr<const domain::Document>& invented() {
    static const auto document = std::make_shared<const domain::Document>(data::open(OCOP_GEODATA "/minh-hoa.toml"));
    return document;
}
const core::Words& vi() {
    static const core::Words words{core::Language::vietnamese};
    return words;
}

domain::SceneSpec scene_of(const char* id, domain::IndicatorId indicator) {
    domain::SceneSpec scene;
    scene.id = id;
    scene.indicator = indicator;
    return scene;
}
std::vector<app::Staged> staged(std::vector<domain::SceneSpec> scenes) {
    domain::Deck deck;
    deck.scenes = std::move(scenes);
    return app::staged(invented(), deck);
}
using Breaks = std::vector<std::int64_t>;

}  // namespace

TEST_CASE("codes become units, and what a scene does not say is the workspace's") {
    domain::SceneSpec scene = scene_of("a", domain::IndicatorId::products);
    scene.level = domain::Level::commune;
    scene.focus = "911";
    scene.selected = "911";
    scene.camera = domain::SceneCamera{{1, 2}, 3};
    const app::Staged ready = staged({scene})[0];
    const domain::Territory& territory = invented()->territory(domain::Era::y2021);
    CHECK(ready.spec.focus == territory.find("911", domain::Level::district));
    CHECK(ready.spec.selected == ready.spec.focus);
    CHECK(ready.spec.camera == scene::Camera{{1, 2}, 3});
    CHECK(ready.query.as_of == domain::Date{2021, 12, 31});
    CHECK(ready.query.basis == domain::Basis::recognised);
    scene.as_of = domain::Date{2023, 6, 30};
    scene.basis = domain::Basis::valid;
    CHECK(staged({scene})[0].query.as_of == domain::Date{2023, 6, 30});
    CHECK(staged({scene})[0].query.basis == domain::Basis::valid);
}

TEST_CASE("scenes of one indicator, level and show share their classes; one may keep its own") {
    domain::SceneSpec all = scene_of("all", domain::IndicatorId::projects);
    domain::SceneSpec products = scene_of("products", domain::IndicatorId::stars_mix);
    domain::SceneSpec before = products;
    before.id = "before";
    before.as_of = domain::Date{2021, 3, 1};
    const auto together = staged({products, before, all});
    CHECK(together[0].spec.breaks == Breaks{1, 4, 8, 13, 21});
    CHECK(together[1].spec.breaks == together[0].spec.breaks);
    before.own_breaks = true;
    const auto apart = staged({products, before});
    CHECK(apart[1].spec.breaks != apart[0].spec.breaks);
    CHECK(apart[1].spec.breaks == staged({before})[0].spec.breaks);
    before.own_breaks = false;
    before.breaks = {2, 5};
    const auto given = staged({products, before});
    CHECK(given[0].spec.breaks == Breaks{2, 5});
    CHECK(given[1].spec.breaks == Breaks{2, 5});
}

TEST_CASE("another plan judges the same register") {
    domain::Deck deck;
    deck.scenes = {scene_of("138", domain::IndicatorId::products), scene_of("118", domain::IndicatorId::products)};
    deck.scenes[1].plan = "another";
    deck.plans["another"] = invented()->plan;
    deck.plans["another"].id = "118";
    for (domain::Target& target : deck.plans["another"].targets)
        if (target.indicator == domain::IndicatorId::products) target.quota = 1000;
    const auto scenes = app::staged(invented(), deck);
    CHECK(scenes[0].board->score(domain::IndicatorId::products, 0).status == domain::Status::met);
    CHECK(scenes[1].board->score(domain::IndicatorId::products, 0).status == domain::Status::severe);
    CHECK(scenes[0].document == invented());
}

TEST_CASE("the picture on the screen is caught and comes back") {
    const auto scenes = app::staged(invented(), invented()->deck);
    REQUIRE(scenes.size() == 7);
    app::Geometries geometries;
    const render::PangoMeasure measure;
    for (const app::Staged& scene : scenes) {
        INFO(scene.scene.id);
        carto::MapSpec spec = scene.spec;
        const auto geometry = geometries.of(invented()->territory(scene.query.era), spec.level);
        spec.isolated_class = app::isolated_row(scene, *geometry, vi());
        CHECK((spec.isolated_class >= 0) == !scene.scene.isolated.empty());
        const auto picture = carto::compose(*invented(), *scene.board, *geometry, spec, measure, vi());
        domain::SceneSpec again = app::captured(*invented(), scene.query, spec, picture);
        CHECK(again.isolated == scene.scene.isolated);
        again.id = scene.scene.id;
        const app::Staged back = staged({again})[0];
        CHECK(back.query == scene.query);
        carto::MapSpec same = back.spec;
        same.isolated_class = app::isolated_row(back, *geometry, vi());
        same.breaks = spec.breaks;
        CHECK(same == spec);
    }
}
