// A scene as a row of texts, there and back.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "core/text.h"
#include "domain/deck.h"
#include "domain/edited_scenarios.h"

namespace ocop::domain {

namespace {

using Texts = std::vector<std::string>;

std::string number_text(double value) {
    std::array<char, 64> text{};
    return {text.data(), std::to_chars(text.data(), text.data() + text.size(), value).ptr};
}

template <class Number>
std::optional<Number> number_from(std::string_view text) {
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return {};
    return value;
}

std::string joined(const Texts& parts, std::string_view separator) {
    std::string out;
    for (const std::string& part : parts) (out += out.empty() ? std::string_view{} : separator) += part;
    return out;
}

/// Parts between commas, without the space around them; none of an empty text.
Texts listed(std::string_view text) {
    Texts out;
    if (core::collapsed(text).empty()) return out;
    for (const std::string& part : core::split(text, ',')) out.push_back(core::collapsed(part));
    return out;
}

/// All numbers of a list, or nothing when one of them is none.
template <class Number>
std::optional<std::vector<Number>> numbers(std::string_view text) {
    std::vector<Number> out;
    for (const std::string& part : listed(text)) {
        const auto value = number_from<Number>(part);
        if (!value) return {};
        out.push_back(*value);
    }
    return out;
}

constexpr std::array<std::pair<std::string_view, bool SceneParts::*>, 5> parts{{{"headline", &SceneParts::headline},
                                                                                {"legend", &SceneParts::legend},
                                                                                {"ranking", &SceneParts::ranking},
                                                                                {"tiles", &SceneParts::tiles},
                                                                                {"footer", &SceneParts::footer}}};
constexpr std::array<std::string_view, 3> cards{"", "rows", "findings"};

std::optional<SceneParts> parts_from(std::string_view text) {
    SceneParts out{false, false, false, false, false};
    if (text == "map") return out;  // nothing else
    for (const std::string& word : listed(text)) {
        const auto found =
            std::find_if(parts.begin(), parts.end(), [&](const auto& part) { return part.first == word; });
        if (found == parts.end()) return {};
        out.*found->second = true;
    }
    return out;
}

std::optional<std::vector<int>> stars_from(std::string_view text) {
    auto stars = numbers<int>(text);
    if (stars && std::any_of(stars->begin(), stars->end(), [](int n) { return n < 1 || n > 5; })) return {};
    return stars;
}

std::optional<std::vector<ProducerKind>> producers_from(std::string_view text) {
    std::vector<ProducerKind> out;
    for (const std::string& word : listed(text)) {
        const auto kind = producer_kind_from(word);
        if (!kind) return {};
        out.push_back(*kind);
    }
    return out;
}

/// At most as many classes as there are colours, from low to high.
std::optional<std::vector<int>> breaks_from(std::string_view text) {
    auto breaks = numbers<int>(text);
    if (!breaks || breaks->empty() || breaks->size() > 5 || breaks->front() < 1 ||
        std::adjacent_find(breaks->begin(), breaks->end(), std::greater_equal{}) != breaks->end())
        return {};
    return breaks;
}

std::optional<SceneCamera> camera_from(std::string_view text) {
    const auto three = numbers<double>(text);
    if (!three || three->size() != 3 ||
        !std::all_of(three->begin(), three->end(), [](double n) { return std::isfinite(n); }) || (*three)[2] < 1)
        return {};
    return SceneCamera{{(*three)[0], (*three)[1]}, (*three)[2]};
}

std::optional<Date> day_from(std::string_view text) {
    const auto date = parse_date(text);
    if (!date || date->approximate) return {};
    return date->day;
}

bool is_legend_row(std::string_view text) {
    constexpr std::array<std::string_view, 6> names{"zero", "no_data", "no_quota", "below", "severe", "undetermined"};
    if (std::find(names.begin(), names.end(), text) != names.end()) return true;
    return text.starts_with("from:") && number_from<long long>(text.substr(5)).has_value();
}

/// One row being read: what is wrong goes to the findings, and some of it costs the scene.
class Reading {
public:
    Reading(const SceneFields& fields, const PlaceOf& place, core::Findings& findings)
        : fields_{fields}, place_{place}, findings_{findings} {
        scene_.id = core::collapsed(text("id"));
    }

    std::optional<SceneSpec> scene() {
        const auto all = scene_columns();
        for (const auto& [name, value] : fields_)
            if (std::find(all.begin(), all.end(), name) == all.end())
                findings_.push_back({core::Severity::warning, place_(name), {"finding.key_unknown", {name}}});
        if (scene_.id.empty() || number_from<int>(scene_.id)) lose("id", "standing, below-quota");
        scene_.title = text("title"), scene_.notes = text("notes"), scene_.plan = text("plan");
        scene_.selected = core::collapsed(text("selected")), scene_.focus = core::collapsed(text("focus"));
        about_numbers();
        about_looks();
        if (lost_) return {};
        return scene_;
    }

private:
    std::string text(std::string_view name) const {
        for (const auto& [column, value] : fields_)
            if (column == name) return value;
        return {};
    }
    bool has(std::string_view name) const { return !core::collapsed(text(name)).empty(); }

    void complain(const char* key, std::string_view column, const char* allowed) {
        findings_.push_back({core::Severity::error,
                             place_(column),
                             {key, {scene_.id, std::string{column}, core::collapsed(text(column)), allowed}}});
    }
    void lose(std::string_view column, const char* allowed) {
        complain("finding.scene_left_out", column, allowed);
        lost_ = true;
    }
    template <class Parse>
    auto read(std::string_view column, Parse parse) const {
        return parse(core::collapsed(text(column)));
    }

    void about_numbers() {
        if (const auto indicator = read("indicator", indicator_from))
            scene_.indicator = *indicator;
        else
            lose("indicator", "products, outreach, stars:mean, …");
        if (const auto level = read("level", level_from); level && *level != Level::province)
            scene_.level = *level;
        else if (has("level"))
            lose("level", "district, commune");
        else if (!indicator(scene_.indicator).has_district)
            scene_.level = Level::commune;
        if (has("era") && !(scene_.era = read("era", era_from))) lose("era", "2021, 2025");
        if (has("basis") && !(scene_.basis = read("basis", basis_from))) lose("basis", "new, recognised, valid");
        if (has("as_of") && !(scene_.as_of = read("as_of", day_from))) lose("as_of", "2021-12-31");
        if (const auto stars = read("stars", stars_from))
            scene_.filter.stars = *stars;
        else
            lose("stars", "4, 5");
        for (const std::string& group : core::split(text("groups"), '\n'))
            if (!core::collapsed(group).empty()) scene_.filter.groups.push_back(core::collapsed(group));
        if (const auto kinds = read("producers", producers_from))
            scene_.filter.producer_kinds = *kinds;
        else
            lose("producers", "enterprise, cooperative, cooperative_group, household, facility");
        about_scenario();
        if (!has("expiring_days")) return;
        const auto days = read("expiring_days", number_from<int>);
        if (days && (*days == 90 || *days == 180))
            scene_.expiring_days = *days;
        else
            lose("expiring_days", "90, 180");
    }

    void about_scenario() {
        if (!has("scenario") && !has("assumed") && !has("lapse_on")) return;
        Scenario scenario;
        scenario.name = core::collapsed(text("scenario"));
        if (scenario.name.empty()) lose("scenario", "…");
        if (auto added = added_from(text("assumed")))
            scenario.added = std::move(*added);
        else
            lose("assumed", "products/905 2, ideas/911 -1");
        if (has("lapse_on") && !(scenario.lapse_on = read("lapse_on", day_from))) lose("lapse_on", "2023-06-30");
        if (const auto era = read("assumed_era", era_from))
            scenario.era = *era;
        else if (has("assumed_era"))
            lose("assumed_era", "2021, 2025");
        scene_.scenario = std::move(scenario);
    }

    void about_looks() {
        constexpr const char* key = "finding.scene_value_unusable";
        if (const auto show = read("show", show_from))
            scene_.show = *show;
        else if (has("show"))
            complain(key, "show", "count, percent, gap");
        if (has("camera") && !(scene_.camera = read("camera", camera_from)))
            complain(key, "camera", "470000, 1090000, 150000");
        const auto card = std::find(cards.begin(), cards.end(), core::collapsed(text("card")));
        if (card != cards.end())
            scene_.card = static_cast<SceneCard>(card - cards.begin());
        else
            complain(key, "card", "rows, findings");
        if (const std::string row = core::collapsed(text("isolated")); row.empty() || is_legend_row(row))
            scene_.isolated = row;
        else
            complain(key, "isolated", "zero, no_data, no_quota, below, severe, undetermined, from:4");
        const std::string breaks = core::collapsed(text("breaks"));
        scene_.own_breaks = breaks == "own";
        if (const auto lowest = breaks_from(breaks))
            scene_.breaks = *lowest;
        else if (!breaks.empty() && !scene_.own_breaks)
            complain(key, "breaks", "own; 1, 3, 6, 9");
        if (!has("parts")) return;
        if (const auto some = read("parts", parts_from))
            scene_.parts = *some;
        else
            complain(key, "parts", "headline, legend, ranking, tiles, footer");
    }

    const SceneFields& fields_;
    const PlaceOf& place_;
    core::Findings& findings_;
    SceneSpec scene_;
    bool lost_ = false;
};

}  // namespace

std::vector<std::string_view> scene_columns() {
    return {"id",     "title", "notes",  "indicator", "level",         "show",        "era",     "basis",  "as_of",
            "plan",   "stars", "groups", "producers", "expiring_days", "selected",    "focus",   "camera", "isolated",
            "breaks", "card",  "parts",  "scenario",  "assumed",       "assumed_era", "lapse_on"};
}

SceneFields to_fields(const SceneSpec& scene) {
    SceneFields out;
    const auto add = [&](const char* column, std::string text) {
        if (!text.empty()) out.emplace_back(column, std::move(text));
    };
    const auto list = [](const std::vector<int>& values) {
        Texts texts;
        for (const int value : values) texts.push_back(std::to_string(value));
        return joined(texts, ", ");
    };
    add("id", scene.id);
    add("title", scene.title);
    add("notes", scene.notes);
    add("indicator", std::string{indicator(scene.indicator).name});
    add("level", std::string{id(scene.level)});
    if (scene.show != Show::count) add("show", std::string{id(scene.show)});
    if (scene.era) add("era", std::string{id(*scene.era)});
    if (scene.basis) add("basis", std::string{id(*scene.basis)});
    if (scene.as_of) add("as_of", iso(*scene.as_of));
    add("plan", scene.plan);
    add("stars", list(scene.filter.stars));
    add("groups", joined(scene.filter.groups, "\n"));
    Texts producers;
    for (const ProducerKind kind : scene.filter.producer_kinds) producers.emplace_back(id(kind));
    add("producers", joined(producers, ", "));
    if (scene.expiring_days != 90) add("expiring_days", std::to_string(scene.expiring_days));
    if (scene.scenario) {
        add("scenario", scene.scenario->name);
        add("assumed", added_text(*scene.scenario));
        if (scene.scenario->era != Era::y2021) add("assumed_era", std::string{id(scene.scenario->era)});
        if (scene.scenario->lapse_on) add("lapse_on", iso(*scene.scenario->lapse_on));
    }
    add("selected", scene.selected);
    add("focus", scene.focus);
    if (scene.camera)
        add("camera", number_text(scene.camera->centre.x) + ", " + number_text(scene.camera->centre.y) + ", " +
                          number_text(scene.camera->metres_per_h));
    add("isolated", scene.isolated);
    add("breaks", scene.own_breaks ? "own" : list(scene.breaks));
    add("card", std::string{cards[static_cast<std::size_t>(scene.card)]});
    if (scene.parts != SceneParts{}) {
        Texts names;
        for (const auto& [name, part] : parts)
            if (scene.parts.*part) names.emplace_back(name);
        add("parts", names.empty() ? "map" : joined(names, ", "));
    }
    return out;
}

std::optional<SceneSpec> from_fields(const SceneFields& fields, const PlaceOf& place, core::Findings& findings) {
    return Reading{fields, place, findings}.scene();
}

}  // namespace ocop::domain
