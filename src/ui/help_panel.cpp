// The list of keys. tests/app/keys_test.cpp holds that every key that does something stands here, and the reverse.
#include <algorithm>
#include <array>
#include <cmath>

#include "ui/panels.h"

namespace ocop::ui {

std::span<const KeyHelp> key_help() {
    static constexpr std::array<KeyHelp, 58> keys{{
        {"1 … 8", "ui.key.indicator"},
        {"V", "ui.key.view"},
        {"S", "ui.key.stars"},
        {"H", "ui.key.expiring"},
        {"D  X", "ui.key.level"},
        {"B", "ui.key.basis"},
        {"G", "ui.key.show"},
        {"E", "ui.key.era"},
        {"[  ]", "ui.key.month"},
        {"{  }", "ui.key.day"},
        {"O", "ui.key.filters"},
        {"Ctrl+3 4 5", "ui.key.filter_stars"},
        {"Ctrl+G", "ui.key.filter_group"},
        {"Ctrl+P", "ui.key.filter_producer"},
        {"Ctrl+0", "ui.key.filter_none"},
        {"I  Shift+I", "ui.key.isolate"},
        {"← ↑ → ↓  Tab", "ui.key.units"},
        {"Enter", "ui.key.down"},
        {"Backspace", "ui.key.up"},
        {"Home", "ui.key.home"},
        {"R", "ui.key.rows"},
        {"F", "ui.key.findings"},
        {"J", "ui.key.join"},
        {"U", "ui.key.columns"},
        {"/  Ctrl+K  Ctrl+F", "ui.key.search"},
        {"Ctrl+C", "ui.key.copy"},
        {"P  Shift+P  Shift+S", "ui.key.export"},
        {"Ctrl+O", "ui.key.open"},
        {"A", "ui.key.add"},
        {"T", "ui.key.tick"},
        {"Q", "ui.key.quota"},
        {"Ctrl+Z", "ui.key.undo"},
        {"Ctrl+Y", "ui.key.redo"},
        {"Ctrl+S", "ui.key.save"},
        {"PageDown  PageUp", "ui.key.scene_step"},
        {"C", "ui.key.scene_catch"},
        {"Shift+C", "ui.key.scene_replace"},
        {"K", "ui.key.scenes"},
        {"Ctrl+T", "ui.key.scene_edit"},
        {"Ctrl+PageUp", "ui.key.scene_up"},
        {"Ctrl+PageDown", "ui.key.scene_down"},
        {"Delete", "ui.key.scene_remove"},
        {"Z  Shift+Z", "ui.key.what_if"},
        {"+  -", "ui.key.what_if_step"},
        {"Shift+1  Shift+2  Shift+3", "ui.key.what_if_fill"},
        {"Ctrl+[  Ctrl+]", "ui.key.what_if_day"},
        {",  Shift+,  ;", "ui.key.what_if_others"},
        {"'  Shift+'", "ui.key.what_if_name"},
        {"Y", "ui.key.motion"},
        {"Ctrl+E", "ui.key.workbook"},
        {"Ctrl+Shift+E", "ui.key.template"},
        {"L", "ui.key.language"},
        {"M  N", "ui.key.sides"},
        {"F5", "ui.key.present"},
        {"F3", "ui.key.statistics"},
        {"F7", "ui.key.viewing"},
        {"?  F1", "ui.key.help"},
        {"Esc", "ui.key.back"},
    }};
    return keys;
}

std::span<const KeyHelp> audience_key_help() {
    static constexpr std::array<KeyHelp, 10> keys{{
        {"PageDown  →  ↓  Space", "ui.key.audience_next"},
        {"PageUp  ←  ↑", "ui.key.audience_back"},
        {".  B", "ui.key.black"},
        {"W", "ui.key.white"},
        {"F", "ui.key.freeze"},
        {"Tab", "ui.key.units"},
        {"Z", "ui.key.what_if"},
        {"+  -", "ui.key.what_if_step"},
        {"F5  Esc", "ui.key.audience_end"},
        {"?  F1", "ui.key.help"},
    }};
    return keys;
}

std::span<const KeyHelp> list_key_help() {
    static constexpr std::array<KeyHelp, 14> keys{{
        {"↑  ↓", "ui.key.list_step"},
        {"PageUp  PageDown", "ui.key.list_page"},
        {"Home  End", "ui.key.list_ends"},
        {"←  →", "ui.key.list_choice"},
        {"Enter", "ui.key.list_act"},
        {"Shift+Enter", "ui.key.list_aside"},
        {"Delete", "ui.key.list_drop"},
        {"Tab", "ui.key.list_other"},
        {"Ctrl+C", "ui.key.copy"},
        {"Ctrl+S", "ui.key.list_keep"},
        {"Ctrl+T", "ui.key.list_scene"},
        {"Ctrl+PageUp  Ctrl+PageDown", "ui.key.list_scene_move"},
        {"Ctrl+Z  Ctrl+Y", "ui.key.undo_redo"},
        {"Esc", "ui.key.list_close"},
    }};
    return keys;
}

std::span<const KeyHelp> form_key_help() {
    static constexpr std::array<KeyHelp, 8> keys{{
        {"Tab  ↓", "ui.key.form_step"},
        {"Shift+Tab  ↑", "ui.key.form_back"},
        {"←  →", "ui.key.form_choice"},
        {"Alt+↓  Alt+↑", "ui.key.form_unit"},
        {"Delete", "ui.key.form_clear"},
        {"Enter  Ctrl+S", "ui.key.form_save"},
        {"Ctrl+-", "ui.key.form_remove"},
        {"Esc", "ui.key.form_drop"},
    }};
    return keys;
}

namespace {
struct Help {
    std::span<const KeyHelp> keys;
    const char *title, *foot;
};

/// The keys that hold now.
Help help_of(const State& state) {
    if (state.presenting) return {audience_key_help(), "ui.help", "ui.help_mouse"};
    if (std::holds_alternative<EditCard>(state.card)) return {form_key_help(), "ui.help_form", "ui.help_row"};
    if (!std::holds_alternative<std::monostate>(state.card)) return {list_key_help(), "ui.help_list", "ui.help_card"};
    return {key_help(), "ui.help", "ui.help_mouse"};
}
}  // namespace

Commands help_panel(const View& view, const Theme& theme, const Rect& map) {
    const auto [keys, title, hint] = help_of(view.state);
    Commands wishes;
    const int columns = keys.size() > 16 || view.state.presenting ? 2 : 1;
    const int lines = (static_cast<int>(keys.size()) + columns - 1) / columns;
    const float foot = theme.px(136), margin = theme.px(24);
    const float row = std::min(theme.px(30), (map.height - 2 * margin - foot) / static_cast<float>(lines));
    const float width = std::min(map.width, theme.px(columns == 2 ? 840 : 640));
    const Rect area{std::round(map.x + (map.width - width) / 2), map.y + margin, width,
                    foot + row * static_cast<float>(lines)};
    const Pane pane{"help", area, Plane::front};
    ImGui::GetWindowDrawList()->AddRect({area.x, area.y}, {area.right(), area.bottom()}, rule_colour);
    text(theme.title, {area.x + theme.px(32), area.y + theme.px(24)}, view.words[title]);
    if (link(theme, "close help", {area.right() - theme.px(48), area.y + theme.px(18)}, "", icon::close, ink))
        wishes.push_back(GoBack{});
    const float column = (area.width - theme.px(64)) / static_cast<float>(columns);
    float wide = theme.px(152);
    const bool dense = row < theme.px(18);
    const Face &key_face = dense ? theme.small_bold : theme.body_bold, &word_face = dense ? theme.small : theme.body;
    for (const KeyHelp& help : keys) wide = std::max(wide, text_width(key_face, help.keys));
    wide += theme.px(8);
    for (int i = 0; i < static_cast<int>(keys.size()); ++i) {
        const auto& [key, word] = keys[static_cast<std::size_t>(i)];
        const float x = area.x + theme.px(32) + column * static_cast<float>(i / lines);
        const float y = area.y + theme.px(72) + row * static_cast<float>(i % lines);
        text(key_face, {x, y}, key, accent);
        text(word_face, {x + wide, y}, view.words[word], ink, Justify::left, column - wide - theme.px(8));
    }
    paragraph(theme.small, {area.x + theme.px(32), area.bottom() - theme.px(52)}, area.width - theme.px(64),
              view.words[hint], quiet);
    return wishes;
}

}  // namespace ocop::ui
