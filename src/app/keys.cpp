#include "app/keys.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <algorithm>
#include <array>
#include <optional>

#include "app/list_keys.h"
#include "ui/panels.h"

namespace ocop::app {

namespace {
using domain::IndicatorId;
using ui::Commands;

/// The next unit in the order of the ranking, which is the order the room reads.
Commands step_unit(const ui::View& view, int by) {
    const auto& rows = view.derived.ranking;
    if (rows.empty()) return {};
    const auto found =
        std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.unit == view.state.spec.selected; });
    const int count = static_cast<int>(rows.size());
    int at = by > 0 ? 0 : count - 1;
    if (found != rows.end()) at = (static_cast<int>(found - rows.begin()) + by + count) % count;
    return {ui::Select{rows[static_cast<std::size_t>(at)].unit}};
}

Commands choose_indicator(const ui::View& view, int number) {
    const auto& tiles = view.derived.tiles;
    if (number < 1 || number > static_cast<int>(tiles.size())) return {};
    return {ui::SetIndicator{tiles[static_cast<std::size_t>(number - 1)].indicator}};
}

template <class Enum>
Enum next(Enum value, int count) {
    return static_cast<Enum>((static_cast<int>(value) + 1) % count);
}

/// The table that an indicator counts rows of.
std::string table_of(IndicatorId indicator) {
    switch (indicator) {
        case IndicatorId::organisations:
            return "organisations";
        case IndicatorId::managers_trained:
        case IndicatorId::leaders_trained:
            return "training";
        case IndicatorId::outreach:
            return "outreach";
        case IndicatorId::ideas:
            return "ideas";
        case IndicatorId::projects:
            return "projects";
        default:
            return "products";
    }
}

/// Where Ctrl+T and its like act in the list of scenes: on the marked one, else on the shown one.
int marked_scene(const ui::State& state, const domain::Deck& deck) {
    const auto* list = std::get_if<ui::ScenesCard>(&state.card);
    return list == nullptr || state.presenting ? -1 : list->cursor.in(static_cast<int>(deck.scenes.size()));
}

/// The value after `now` in a list of choices; none before the first and after the last.
template <class T>
std::vector<T> next_choice(const std::vector<T>& choices, const std::vector<T>& now) {
    if (choices.empty()) return {};
    if (now.empty()) return {choices.front()};
    const auto found = std::find(choices.begin(), choices.end(), now.front());
    if (found == choices.end() || found + 1 == choices.end()) return {};
    return {*(found + 1)};
}

Commands filter_by(int key, const ui::View& view) {
    domain::Filter filter = view.state.query.filter;
    if (key == GLFW_KEY_0) return {ui::SetFilter{}};
    if (key >= GLFW_KEY_3 && key <= GLFW_KEY_5) {
        const int stars = key - GLFW_KEY_0;
        if (std::erase(filter.stars, stars) == 0) filter.stars.push_back(stars);
    }
    if (key == GLFW_KEY_G) filter.groups = next_choice(ui::groups_of(view.document), filter.groups);
    if (key == GLFW_KEY_P)
        filter.producer_kinds = next_choice(ui::producer_kinds_of(view.document), filter.producer_kinds);
    return {ui::SetFilter{filter}};
}

Commands with_control(int key, bool shift, const ui::View& view) {
    switch (key) {
        case GLFW_KEY_K:
        case GLFW_KEY_F:
            return {ui::FocusSearch{}};
        case GLFW_KEY_C:
            return {ui::CopyTable{}};
        case GLFW_KEY_O:
            return {ui::Browse{}};
        case GLFW_KEY_E:
            return {ui::WriteWorkbook{shift}};
        case GLFW_KEY_Z:
            return shift ? Commands{ui::Redo{}} : Commands{ui::Undo{}};
        case GLFW_KEY_Y:
            return {ui::Redo{}};
        case GLFW_KEY_LEFT_BRACKET:
            return {ui::WhatIf{ui::StepLapse{-1}}};
        case GLFW_KEY_RIGHT_BRACKET:
            return {ui::WhatIf{ui::StepLapse{1}}};
        case GLFW_KEY_PAGE_DOWN:
            return {ui::MoveScene{1, marked_scene(view.state, view.document.deck)}};
        case GLFW_KEY_PAGE_UP:
            return {ui::MoveScene{-1, marked_scene(view.state, view.document.deck)}};
        case GLFW_KEY_T:
            return {ui::EditScene{marked_scene(view.state, view.document.deck)}};
        case GLFW_KEY_S:
            if (std::holds_alternative<ui::JoinCard>(view.state.card)) return {ui::ExportAliases{}};
            if (std::holds_alternative<ui::ColumnsCard>(view.state.card)) return {ui::WriteColumns{}};
            return shift ? Commands{ui::RescueEdits{}} : Commands{ui::SaveEdits{}};
        case GLFW_KEY_0:
        case GLFW_KEY_3:
        case GLFW_KEY_4:
        case GLFW_KEY_5:
        case GLFW_KEY_G:
        case GLFW_KEY_P:
            return filter_by(key, view);
        default:
            return {};
    }
}

/// The further views in the order of the panel, one a press.
Commands next_view(IndicatorId shown) {
    constexpr std::array views{IndicatorId::stars_highest, IndicatorId::blank_communes, IndicatorId::projects,
                               IndicatorId::per_10k, IndicatorId::expiring};
    if (shown > IndicatorId::stars_highest && shown <= IndicatorId::stars_mix) shown = IndicatorId::stars_highest;
    const auto found = std::find(views.begin(), views.end(), shown);
    return {ui::SetIndicator{found == views.end() || found + 1 == views.end() ? views.front() : *(found + 1)}};
}

Commands next_stars(IndicatorId shown) {
    const bool stars = shown >= IndicatorId::stars_highest && shown < IndicatorId::stars_mix;
    return {
        ui::SetIndicator{stars ? static_cast<IndicatorId>(static_cast<int>(shown) + 1) : IndicatorId::stars_highest}};
}

/// One row of the legend alone, then the next; after the last: all.
Commands isolate(const ui::View& view, int by) {
    const int rows = static_cast<int>(view.derived.picture.legend_counts.size());
    const int next = view.state.spec.isolated_class + by;
    return {ui::IsolateClass{next < -1 ? rows - 1 : next >= rows ? -1 : next}};
}

/// The filters stand at the foot of the left panel, which may be folded.
Commands open_filters(const ui::State& state) {
    if (state.filters_open || state.left_over) return {ui::ToggleFilters{}};
    return {ui::ToggleFilters{}, ui::ShowSide{ui::Side::left}};
}

Commands expiring(const ui::State& state) {
    if (state.spec.indicator != IndicatorId::expiring) return {ui::SetIndicator{IndicatorId::expiring}};
    return {ui::SetExpiringDays{state.query.expiring_days == 180 ? 90 : 180}};
}
}  // namespace

namespace {
/// In front of an audience a remote's keys come first; none: as in the working window.
std::optional<Commands> before_audience(int key) {
    switch (key) {
        case GLFW_KEY_RIGHT:
        case GLFW_KEY_DOWN:
        case GLFW_KEY_SPACE:
            return Commands{ui::StepScene{1}};
        case GLFW_KEY_LEFT:
        case GLFW_KEY_UP:
            return Commands{ui::StepScene{-1}};
        case GLFW_KEY_PERIOD:
        case GLFW_KEY_B:
            return Commands{ui::SetBlank{ui::Blank::black_out}};
        case GLFW_KEY_W:
            return Commands{ui::SetBlank{ui::Blank::white_out}};
        case GLFW_KEY_F:
            return Commands{ui::ToggleFreeze{}};
        default:
            return {};
    }
}
}  // namespace

namespace {
/// Keys of a scenario, also in front of an audience; none: the key means something else now.
std::optional<Commands> about_scenarios(int key, bool shift, bool audience) {
    const auto wish = [](auto what) { return Commands{ui::WhatIf{what}}; };
    switch (key) {
        case GLFW_KEY_Z:
            return shift ? wish(ui::ResetScenario{}) : wish(ui::ToggleWhatIf{});
        case GLFW_KEY_EQUAL:
        case GLFW_KEY_KP_ADD:
            return wish(ui::AddAssumed{1});
        case GLFW_KEY_MINUS:
        case GLFW_KEY_KP_SUBTRACT:
            return wish(ui::AddAssumed{-1});
        case GLFW_KEY_1:
        case GLFW_KEY_2:
        case GLFW_KEY_3:
            if (!shift) return {};
            return wish(ui::FillGap{static_cast<domain::FillMethod>(key - GLFW_KEY_1)});
        case GLFW_KEY_COMMA:
            return wish(ui::NextScenario{shift ? -1 : 1});
        case GLFW_KEY_SEMICOLON:
            return wish(ui::NewScenario{});
        case GLFW_KEY_APOSTROPHE:
            if (audience) return {};  // a form would lie unseen behind the picture
            return shift ? wish(ui::RemoveScenario{}) : wish(ui::EditScenario{});
        default:
            return {};
    }
}
}  // namespace

namespace {
/// What would lie unseen behind the picture of an audience, or change a row unseen.
template <class... Command>
bool is_any_of(const ui::Command& command) {
    return (std::holds_alternative<Command>(command) || ...);
}
bool is_hidden(const ui::Command& command) {
    return is_any_of<ui::AddRow, ui::EditQuota, ui::EditPlace, ui::EditScene, ui::RemoveScene, ui::OpenRows,
                     ui::OpenFindings, ui::OpenJoin, ui::OpenColumns, ui::OpenScenes, ui::Browse>(command);
}

Commands pressed(KeyPress press, const ui::View& view, bool typing) {
    const ui::State& state = view.state;
    const bool shift = (press.mods & GLFW_MOD_SHIFT) != 0;
    const domain::Date date = state.query.as_of;
    if (press.key == GLFW_KEY_F5) return {ui::TogglePresenting{}};
    if (press.key == GLFW_KEY_F3) return {ui::ToggleStatistics{}};
    if (press.key == GLFW_KEY_F1) return {ui::ToggleHelp{}};
    if (press.key == GLFW_KEY_F7) return {ui::NextViewing{}};
    if (typing && state.search_open) return in_search(press);
    // A form takes every key, also while no field of it is being typed in: a letter must not change what lies behind
    // it.
    if (const auto* form = std::get_if<ui::EditCard>(&state.card); form != nullptr && !state.presenting)
        return in_form(*form, press);
    if (typing) return {};
    if ((press.mods & GLFW_MOD_CONTROL) != 0) return with_control(press.key, shift, view);
    if ((press.mods & GLFW_MOD_ALT) != 0) return {};
    if (auto commands = about_scenarios(press.key, shift, state.presenting)) return *commands;
    if (state.presenting)
        if (auto commands = before_audience(press.key)) return *commands;
    if (press.key >= GLFW_KEY_1 && press.key <= GLFW_KEY_8) return choose_indicator(view, press.key - GLFW_KEY_0);
    if (press.key >= GLFW_KEY_KP_1 && press.key <= GLFW_KEY_KP_8)
        return choose_indicator(view, press.key - GLFW_KEY_KP_0);
    if (!state.presenting && !std::holds_alternative<std::monostate>(state.card)) {
        if (const Commands listed = in_list(press); !listed.empty()) return listed;
        if (const auto* columns = std::get_if<ui::ColumnsCard>(&state.card))
            if (const Commands tables = of_columns(*columns, press); !tables.empty()) return tables;
    }
    switch (press.key) {
        case GLFW_KEY_ESCAPE:
            return {ui::GoBack{}};
        case GLFW_KEY_PAGE_DOWN:
            return {ui::StepScene{1}};
        case GLFW_KEY_PAGE_UP:
            return {ui::StepScene{-1}};
        case GLFW_KEY_C:
            return {ui::CaptureScene{shift}};
        case GLFW_KEY_K:
            return {ui::OpenScenes{}};
        case GLFW_KEY_DELETE:
            return {ui::RemoveScene{}};
        case GLFW_KEY_Y:
            return {ui::ToggleMotion{}};
        case GLFW_KEY_D:
            return {ui::SetLevel{domain::Level::district}};
        case GLFW_KEY_X:
            return {ui::SetLevel{domain::Level::commune}};
        case GLFW_KEY_B:
            return {ui::SetBasis{next(state.query.basis, 3)}};
        case GLFW_KEY_G:
            return {ui::SetShow{next(state.spec.show, 3)}};
        case GLFW_KEY_E:
            return {ui::SetEra{next(state.query.era, 2)}};
        case GLFW_KEY_L:
            return {ui::SetLanguage{next(state.language, 2)}};
        case GLFW_KEY_LEFT_BRACKET:
            return {ui::SetAsOf{shift ? domain::plus_days(date, -1) : ui::month_step(date, -1)}};
        case GLFW_KEY_RIGHT_BRACKET:
            return {ui::SetAsOf{shift ? domain::plus_days(date, 1) : ui::month_step(date, 1)}};
        case GLFW_KEY_DOWN:
        case GLFW_KEY_RIGHT:
            return step_unit(view, 1);
        case GLFW_KEY_UP:
        case GLFW_KEY_LEFT:
            return step_unit(view, -1);
        case GLFW_KEY_TAB:
            return step_unit(view, shift ? -1 : 1);
        case GLFW_KEY_ENTER:
        case GLFW_KEY_KP_ENTER:
            return {ui::DrillDown{}};
        case GLFW_KEY_BACKSPACE:
            return {ui::DrillUp{}};
        case GLFW_KEY_HOME:
            return {ui::GoHome{}};
        case GLFW_KEY_R:
            return {ui::OpenRows{state.spec.indicator, view.has(state.spec.selected) ? state.spec.selected
                                                       : view.has(state.spec.focus)  ? state.spec.focus
                                                                                     : 0}};
        case GLFW_KEY_F:
            return {ui::OpenFindings{}};
        case GLFW_KEY_J:
            return {ui::OpenJoin{}};
        case GLFW_KEY_U:
            return {ui::OpenColumns{}};
        case GLFW_KEY_T:
            return {ui::TickOutreach{state.spec.selected}};
        case GLFW_KEY_A:
            return {ui::AddRow{table_of(state.spec.indicator),
                               view.has(state.spec.selected) ? state.spec.selected : state.spec.focus}};
        case GLFW_KEY_Q:
            return {ui::EditQuota{std::max(0, state.spec.selected)}};
        case GLFW_KEY_V:
            return next_view(state.spec.indicator);
        case GLFW_KEY_S:
            return shift ? Commands{ui::Export{ui::PictureKind::svg}} : next_stars(state.spec.indicator);
        case GLFW_KEY_H:
            return expiring(state);
        case GLFW_KEY_O:
            return open_filters(state);
        case GLFW_KEY_I:
            return isolate(view, shift ? -1 : 1);
        case GLFW_KEY_P:
            return {ui::Export{shift ? ui::PictureKind::pdf : ui::PictureKind::png}};
        case GLFW_KEY_M:
            return {ui::ToggleSide{ui::Side::left}};
        case GLFW_KEY_N:
            return {ui::ToggleSide{ui::Side::right}};
        case GLFW_KEY_SLASH:
            if (shift) return {ui::ToggleHelp{}};
            return {ui::FocusSearch{}};
        default:
            return {};
    }
}
}  // namespace

ui::Commands commands_for(KeyPress press, const ui::View& view, bool typing) {
    Commands commands = pressed(press, view, typing);
    if (view.state.presenting) std::erase_if(commands, is_hidden);
    return commands;
}

KeyPress key_named(std::string_view name) {
    KeyPress out;
    for (;;) {
        if (name.starts_with("Ctrl+")) {
            out.mods |= GLFW_MOD_CONTROL;
            name.remove_prefix(5);
        } else if (name.starts_with("Shift+")) {
            out.mods |= GLFW_MOD_SHIFT;
            name.remove_prefix(6);
        } else if (name.starts_with("Alt+")) {
            out.mods |= GLFW_MOD_ALT;
            name.remove_prefix(4);
        } else {
            break;
        }
    }
    static constexpr std::array<std::pair<std::string_view, int>, 23> named{{
        {"Escape", GLFW_KEY_ESCAPE},  {"Enter", GLFW_KEY_ENTER},
        {"Tab", GLFW_KEY_TAB},        {"Backspace", GLFW_KEY_BACKSPACE},
        {"Left", GLFW_KEY_LEFT},      {"Right", GLFW_KEY_RIGHT},
        {"Up", GLFW_KEY_UP},          {"Down", GLFW_KEY_DOWN},
        {"Home", GLFW_KEY_HOME},      {"End", GLFW_KEY_END},
        {"PageUp", GLFW_KEY_PAGE_UP}, {"PageDown", GLFW_KEY_PAGE_DOWN},
        {"Delete", GLFW_KEY_DELETE},  {"Space", GLFW_KEY_SPACE},
        {".", GLFW_KEY_PERIOD},       {"F1", GLFW_KEY_F1},
        {"F3", GLFW_KEY_F3},          {"F5", GLFW_KEY_F5},
        {"F7", GLFW_KEY_F7},          {"?", GLFW_KEY_SLASH},
        {"[", GLFW_KEY_LEFT_BRACKET}, {"]", GLFW_KEY_RIGHT_BRACKET},
        {"+", GLFW_KEY_EQUAL},
    }};
    for (const auto& [word, key] : named)
        if (word == name) out.key = key;
    if (name == "?") out.mods |= GLFW_MOD_SHIFT;
    if (name.size() == 1 && out.key == 0) out.key = name[0] >= 'a' && name[0] <= 'z' ? name[0] - 'a' + 'A' : name[0];
    return out;
}

}  // namespace ocop::app
