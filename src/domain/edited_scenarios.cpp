#include "domain/edited_scenarios.h"

#include <algorithm>
#include <charconv>

#include "core/text.h"
#include "domain/document.h"

namespace ocop::domain {

namespace {

constexpr std::string_view filled_column = "filled/";

std::string text_of(const Scenario::Place& place) {
    return std::string{indicator(place.first).name} + "/" + place.second;
}

std::optional<Scenario::Place> place_from(std::string_view text) {
    const auto stroke = text.find('/');
    if (stroke == std::string_view::npos || stroke + 1 == text.size()) return {};
    const auto id = indicator_from(text.substr(0, stroke));
    if (!id || !can_be_assumed(*id)) return {};
    return Scenario::Place{*id, std::string{text.substr(stroke + 1)}};
}

std::optional<int> amount_from(std::string_view text) {
    if (text.starts_with('+')) text.remove_prefix(1);
    constexpr int most = 1'000'000;
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value > most || value < -most) return {};
    return value;
}

/// One cell of a row; false: it cannot be used.
bool read_cell(const std::string& column, const std::string& text, Scenario& scenario) {
    if (column == "name") return scenario.name = text, true;
    if (text.empty()) return true;  // as usual again
    if (column == "era") {
        const auto era = era_from(text);
        if (era) scenario.era = *era;
        return era.has_value();
    }
    if (column == "lapse_on") {
        const auto day = parse_date(text);
        if (day) scenario.lapse_on = day->day;
        return day.has_value();
    }
    if (column.starts_with(filled_column)) {
        const auto id = indicator_from(std::string_view{column}.substr(filled_column.size()));
        const auto method = fill_method_from(text);
        if (id && method) scenario.filled[*id] = *method;
        return id && method;
    }
    const auto place = place_from(column);
    const auto amount = amount_from(text);
    if (!place || !amount) return false;
    if (*amount != 0) scenario.added[*place] = *amount;
    return true;
}

}  // namespace

RowCells row_of(const Scenario& scenario) {
    RowCells row{std::string{scenarios_table}, scenario.id, scenario.name, {}, {}, false};
    row.cells["name"] = scenario.name;
    row.cells["era"] = std::string{id(scenario.era)};
    if (scenario.lapse_on) row.cells["lapse_on"] = iso(*scenario.lapse_on);
    for (const auto& [place, more] : scenario.added) row.cells[text_of(place)] = std::to_string(more);
    for (const auto& [id, method] : scenario.filled)
        row.cells[std::string{filled_column} + std::string{indicator(id).name}] = std::string{domain::id(method)};
    return row;
}

Edit scenario_added(const Scenario& scenario) { return addition_of(row_of(scenario)); }

Edit scenario_changed(const Scenario& now, const Scenario& wished) {
    return change_between(row_of(now), row_of(wished));
}

std::vector<Scenario> edited_scenarios(const EditedTable& edits, const Document& document, const std::string& store,
                                       core::Findings& findings) {
    std::vector<Scenario> out;
    const auto complain = [&](const char* key, std::vector<std::string> args) {
        findings.push_back(
            {core::Severity::warning, {store, std::string{scenarios_table}, 0, 0}, {key, std::move(args)}});
    };
    for (const auto& [id, row] : edits.rows) {
        if (row.removed) continue;
        Scenario scenario;
        scenario.id = id;
        scenario.name = row.name;
        for (const auto& [column, field] : row.fields)
            if (!read_cell(column, field.value, scenario))
                complain("finding.scenario_cell", {scenario.name, column, field.value});
        // Without boundaries of its era nothing is known to be wrong.
        const Territory& territory = document.territory(scenario.era);
        while (const auto lost = territory.empty() ? std::nullopt : unknown_place(scenario, territory)) {
            complain("finding.scenario_unit_unknown",
                     {scenario.name, lost->second, std::string{domain::id(scenario.era)}});
            scenario.added.erase(*lost);
        }
        if (scenario.name.empty()) scenario.name = id;
        out.push_back(std::move(scenario));
    }
    std::stable_sort(out.begin(), out.end(), [](const Scenario& a, const Scenario& b) {
        const int order = core::compare_vi(a.name, b.name);
        return order != 0 ? order < 0 : a.id < b.id;
    });
    return out;
}

std::string added_text(const Scenario& scenario) {
    std::string out;
    for (const auto& [place, more] : scenario.added)
        out += (out.empty() ? "" : ", ") + text_of(place) + " " + std::to_string(more);
    return out;
}

std::optional<std::map<Scenario::Place, int>> added_from(std::string_view text) {
    std::map<Scenario::Place, int> out;
    if (core::collapsed(text).empty()) return out;
    for (const std::string& part : core::split(text, ',')) {
        const std::string words = core::collapsed(part);
        const auto space = words.find(' ');
        if (space == std::string::npos) return {};
        const auto place = place_from(std::string_view{words}.substr(0, space));
        const auto amount = amount_from(std::string_view{words}.substr(space + 1));
        if (!place || !amount || *amount == 0 || !out.emplace(*place, *amount).second) return {};
    }
    return out;
}

std::optional<Scenario::Place> unknown_place(const Scenario& scenario, const Territory& territory) {
    for (const auto& added : scenario.added) {
        const Scenario::Place& place = added.first;
        const bool there = std::any_of(territory.units.begin(), territory.units.end(), [&place](const Unit& unit) {
            return unit.code == place.second && can_be_assumed(place.first, unit.level);
        });
        if (!there) return place;
    }
    return {};
}

}  // namespace ocop::domain
