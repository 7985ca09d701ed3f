#include "domain/edited_deck.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace ocop::domain {

namespace {
constexpr const char* order_column = "order";

std::string order_text(double order) {
    std::array<char, 64> text{};
    return {text.data(), std::to_chars(text.data(), text.data() + text.size(), order).ptr};
}

void edit_fields(const EditedRow& edits, std::map<std::string, std::string>& cells) {
    for (const auto& [column, field] : edits.fields) cells[column] = field.value;
}

/// `order`: where the row names none that can be used.
std::optional<SceneSpec> scene_of(const std::string& id, std::map<std::string, std::string> cells, double order,
                                  const PlaceOf& place, core::Findings& findings) {
    if (const auto found = cells.find(order_column); found != cells.end()) {
        const std::string& text = found->second;
        double value = 0;
        if (std::from_chars(text.data(), text.data() + text.size(), value).ec == std::errc{} && std::isfinite(value))
            order = value;
        cells.erase(found);
    }
    cells["id"] = id;
    SceneFields fields;
    for (auto& [column, text] : cells)
        if (!text.empty()) fields.emplace_back(column, std::move(text));
    auto scene = from_fields(fields, place, findings);
    if (scene) scene->order = order;
    return scene;
}
}  // namespace

RowCells row_of(const SceneSpec& scene) {
    RowCells row{std::string{scenes_table}, scene.id, scene.title.empty() ? scene.id : scene.title, {}, {}, false};
    for (auto& [column, text] : to_fields(scene))
        if (column != "id") row.cells.emplace(column, std::move(text));
    row.cells.emplace(order_column, order_text(scene.order));
    return row;
}

Edit scene_added(const SceneSpec& scene) { return addition_of(row_of(scene)); }

Edit scene_changed(const SceneSpec& now, const SceneSpec& wished) {
    return change_between(row_of(now), row_of(wished));
}

double order_before(const Deck& deck, int at) {
    const auto& scenes = deck.scenes;
    const auto size = static_cast<int>(scenes.size());
    const double before = at > 0 && size > 0 ? scenes[static_cast<std::size_t>(std::min(at, size) - 1)].order : 0;
    return at < size ? (before + scenes[static_cast<std::size_t>(std::max(at, 0))].order) / 2 : before + 1;
}

Deck edited_deck(const Deck& deck, const EditedTable& edits, const Document& document, const std::string& store,
                 core::Findings& findings) {
    Deck out;
    out.plans = deck.plans;
    const PlaceOf place = [&store](std::string_view) { return core::Place{store, std::string{scenes_table}, 0, 0}; };
    const auto add = [&](const std::string& id, std::map<std::string, std::string> cells, double order) {
        auto scene = scene_of(id, std::move(cells), order, place, findings);
        if (!scene || !suits(*scene, document, place, findings)) return;
        if (!scene->plan.empty() && !out.plans.contains(scene->plan)) {
            findings.push_back(
                {core::Severity::error, place("plan"), {"finding.scene_plan_unusable", {id, scene->plan}}});
            return;
        }
        out.scenes.push_back(std::move(*scene));
    };
    for (const SceneSpec& scene : deck.scenes) {
        const auto edit = edits.rows.find(scene.id);
        if (edit == edits.rows.end()) {
            out.scenes.push_back(scene);
        } else if (!edit->second.removed) {
            std::map<std::string, std::string> cells = row_of(scene).cells;
            edit_fields(edit->second, cells);
            add(scene.id, std::move(cells), scene.order);
        }
    }
    for (const auto& [id, row] : edits.rows) {
        if (row.removed || deck.find(id) >= 0) continue;
        if (!row.added) {
            findings.push_back({core::Severity::warning,
                                place("id"),
                                {"finding.scene_edit_lost", {row.name.empty() ? id : row.name, row.who}}});
            continue;
        }
        std::map<std::string, std::string> cells;
        edit_fields(row, cells);
        add(id, std::move(cells), static_cast<double>(deck.scenes.size()) + 1);
    }
    std::stable_sort(out.scenes.begin(), out.scenes.end(),
                     [](const SceneSpec& a, const SceneSpec& b) { return a.order < b.order; });
    return out;
}

}  // namespace ocop::domain
