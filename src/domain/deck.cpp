#include "domain/deck.h"

#include <algorithm>
#include <charconv>

#include "domain/document.h"
#include "domain/edited_scenarios.h"

namespace ocop::domain {

int Deck::find(std::string_view number_or_id) const {
    std::size_t number = 0;
    const char* const last = number_or_id.data() + number_or_id.size();
    if (const auto [end, error] = std::from_chars(number_or_id.data(), last, number);
        error == std::errc{} && end == last)
        return number >= 1 && number <= scenes.size() ? static_cast<int>(number) - 1 : -1;
    const auto found =
        std::find_if(scenes.begin(), scenes.end(), [&](const SceneSpec& scene) { return scene.id == number_or_id; });
    return found == scenes.end() ? -1 : static_cast<int>(found - scenes.begin());
}

bool suits(SceneSpec& scene, const Document& document, const PlaceOf& place, core::Findings& findings) {
    const auto complain = [&](std::string_view column, const char* key, std::vector<std::string> args) {
        findings.push_back({core::Severity::error, place(column), {key, std::move(args)}});
    };
    const Indicator& counted = indicator(scene.indicator);
    const std::string level{id(scene.level)};
    if (!has_level(counted, scene.level))
        return complain("level", "finding.scene_level_not_counted", {scene.id, std::string{counted.name}, level}),
               false;
    const Territory& territory = document.territory(scene.era.value_or(document.era));
    const std::string era{id(scene.era.value_or(document.era))};
    if (territory.at(scene.level).empty())
        return complain(scene.era ? "era" : "level", "finding.scene_without_units", {scene.id, level, era}), false;
    if (scene.scenario) {  // it decides about the numbers: without a part of it there would be another picture
        const auto lost = unknown_place(*scene.scenario, document.territory(scene.scenario->era));
        if (lost)
            return complain("assumed", "finding.scene_assumed_unknown",
                            {scene.id, lost->second, std::string{id(scene.scenario->era)}}),
                   false;
    }
    const auto known = [&](const std::string& code, std::initializer_list<Level> levels) {
        return std::any_of(levels.begin(), levels.end(), [&](Level at) { return territory.find(code, at) >= 0; });
    };
    if (!scene.focus.empty() && !known(scene.focus, {Level::district})) {
        complain("focus", "finding.scene_unit_unknown", {scene.id, "focus", scene.focus, era});
        scene.focus.clear();
    }
    if (!scene.selected.empty() && !known(scene.selected, {scene.level, Level::district})) {
        complain("selected", "finding.scene_unit_unknown", {scene.id, "selected", scene.selected, era});
        scene.selected.clear();
    }
    return true;
}

}  // namespace ocop::domain
