#include "app/scenes.h"

#include <algorithm>

#include "carto/classes.h"
#include "carto/legend.h"

namespace ocop::app {

using domain::Level;
using domain::SceneSpec;

namespace {

carto::Parts parts_of(const domain::SceneParts& parts) {
    return {parts.headline, parts.legend, parts.ranking, parts.tiles, parts.footer};
}

int unit_of(const domain::Territory& territory, const std::string& code, std::initializer_list<Level> levels) {
    if (!code.empty())
        for (const Level level : levels)
            if (const int unit = territory.find(code, level); unit >= 0) return unit;
    return -1;
}

std::string code_of(const domain::Territory& territory, int unit) {
    return unit >= 0 && unit < static_cast<int>(territory.units.size())
               ? territory.units[static_cast<std::size_t>(unit)].code
               : std::string{};
}

/// The document under another plan of the deck.
std::shared_ptr<const domain::Document> under_plan(const std::shared_ptr<const domain::Document>& document,
                                                   const domain::Deck& deck, const std::string& plan) {
    const auto found = deck.plans.find(plan);
    if (plan.empty() || found == deck.plans.end()) return document;
    auto other = std::make_shared<domain::Document>(*document);
    other->plan = found->second;
    return other;
}

/// Scenes whose classes are comparable.
bool kin(const Staged& a, const Staged& b) {
    return !a.scene.own_breaks && !b.scene.own_breaks && a.spec.indicator == b.spec.indicator &&
           a.spec.level == b.spec.level && a.spec.show == b.spec.show;
}

carto::Compared compared(const Staged& scene) {
    return {*scene.recorded, scene.document->territory(scene.query.era), scene.spec};
}

}  // namespace

std::vector<Staged> staged(const std::shared_ptr<const domain::Document>& document, const domain::Deck& deck) {
    std::map<std::string, std::shared_ptr<const domain::Document>> documents;
    std::vector<Staged> out;
    for (const SceneSpec& scene : deck.scenes) {
        auto& own = documents[scene.plan];
        if (!own) own = under_plan(document, deck, scene.plan);
        Staged ready{scene, own, {}, {}, nullptr, nullptr};
        ready.query = {scene.era.value_or(own->era),
                       scene.as_of.value_or(own->as_of),
                       scene.basis.value_or(own->basis),
                       scene.filter,
                       scene.expiring_days,
                       scene.scenario};
        const domain::Territory& territory = own->territory(ready.query.era);
        carto::MapSpec& spec = ready.spec;
        spec.level = scene.level;
        spec.indicator = scene.indicator;
        spec.show = scene.show;
        spec.focus = unit_of(territory, scene.focus, {Level::district});
        spec.selected = unit_of(territory, scene.selected, {scene.level, Level::district});
        if (scene.camera) spec.camera = scene::Camera{scene.camera->centre, scene.camera->metres_per_h};
        spec.parts = parts_of(scene.parts);
        const auto same = std::find_if(out.begin(), out.end(), [&](const Staged& other) {
            return other.document == own && other.query == ready.query;
        });
        ready.board = same != out.end()
                          ? same->board
                          : std::make_shared<const domain::Scoreboard>(domain::evaluate(*own, ready.query));
        ready.recorded = ready.board;
        if (scene.scenario) {
            domain::Query recorded = ready.query;
            recorded.scenario.reset();
            ready.recorded = std::make_shared<const domain::Scoreboard>(domain::evaluate(*own, recorded));
        }
        out.push_back(std::move(ready));
    }
    for (Staged& scene : out) {
        std::vector<carto::Compared> pictures;
        for (const Staged& other : out)
            if (&other == &scene || kin(scene, other)) pictures.push_back(compared(other));
        // Of given breaks the first among kin holds for all that give none.
        std::vector<int> given = scene.scene.breaks;
        for (const Staged& other : out)
            if (given.empty() && kin(scene, other)) given = other.scene.breaks;
        scene.spec.breaks =
            given.empty() ? carto::shared_breaks(pictures) : std::vector<std::int64_t>{given.begin(), given.end()};
    }
    return out;
}

int isolated_row(const Staged& scene, const carto::LevelGeometry& geometry, const core::Words& words) {
    if (scene.scene.isolated.empty()) return -1;
    const domain::Document& document = *scene.document;
    const carto::Classes classes =
        carto::classify(*scene.board, document.territory(scene.query.era), scene.spec, words);
    return carto::row_named(carto::make_legend(document, *scene.board, geometry, classes, scene.spec, words), classes,
                            scene.scene.isolated);
}

SceneSpec captured(const domain::Document& document, const domain::Query& query, const carto::MapSpec& spec,
                   const carto::Picture& picture) {
    const domain::Territory& territory = document.territory(query.era);
    SceneSpec scene;
    scene.indicator = spec.indicator;
    scene.level = spec.level;
    scene.show = spec.show;
    scene.era = query.era;
    scene.basis = query.basis;
    scene.as_of = query.as_of;
    scene.filter = query.filter;
    scene.expiring_days = query.expiring_days;
    scene.scenario = query.scenario;
    if (scene.scenario) {
        scene.scenario->id.clear();
        scene.scenario->filled.clear();
    }
    scene.selected = code_of(territory, spec.selected);
    scene.focus = code_of(territory, spec.focus);
    const auto row = static_cast<std::size_t>(spec.isolated_class);
    if (spec.isolated_class >= 0 && row < picture.legend_names.size()) scene.isolated = picture.legend_names[row];
    if (spec.camera) scene.camera = domain::SceneCamera{spec.camera->centre, spec.camera->metres_per_h};
    return scene;
}

std::shared_ptr<const carto::LevelGeometry> Geometries::of(const domain::Territory& territory, Level level) {
    auto& geometry = ready_[{territory.era, level}];
    if (!geometry) geometry = std::make_shared<const carto::LevelGeometry>(carto::prepare(territory, level));
    return geometry;
}

carto::Picture picture_of(const Staged& scene, const carto::MapSpec& size, Geometries& geometries,
                          const scene::TextMeasure& measure, const core::Words& words) {
    const auto geometry = geometries.of(scene.document->territory(scene.query.era), scene.spec.level);
    carto::MapSpec spec = scene.spec;
    spec.aspect = size.aspect;
    spec.pixel_height = size.pixel_height;
    spec.type_scale = size.type_scale;
    const carto::Parts &wished = scene.spec.parts, &room = size.parts;
    spec.parts = {wished.headline && room.headline, wished.legend && room.legend, wished.ranking && room.ranking,
                  wished.tiles && room.tiles, wished.footer && room.footer};
    spec.isolated_class = isolated_row(scene, *geometry, words);
    return carto::compose(*scene.document, *scene.board, *geometry, spec, measure, words);
}

}  // namespace ocop::app
