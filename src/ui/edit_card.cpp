// The card of one row: its fields to type in, closed lists as words to choose. Nothing changes before it is saved.
#include <imgui_internal.h>
#include <algorithm>
#include <cmath>

#include "core/text.h"
#include "domain/table_columns.h"
#include "ui/panels.h"
#include "ui/rows.h"

namespace ocop::ui {

namespace {
using domain::ColumnKind;
using domain::TableColumn;

TableColumn column_of(const EditCard& card, const std::string& name) {
    for (const TableColumn& column : domain::columns_of(card.table))
        if (column.name == name) return column;
    return {name, ColumnKind::text, {}};
}

std::string label_of(const std::string& column, const core::Words& words) {
    const std::string key = "field." + column;
    return words.has(key) ? words[key] : column;
}

std::string choice_word(std::string_view list, std::string_view value, const core::Words& words) {
    if (list == "stars") return words.say("ui.stars_n", {std::string{value}});
    if (list == "step") return std::string{value};
    const std::string key = std::string{list} + "." + std::string{value};
    return core::capitalised(words[key]);
}

int resize(ImGuiInputTextCallbackData* data) {
    if (data->EventFlag == ImGuiInputTextFlags_CallbackResize) {
        auto& text = *static_cast<std::string*>(data->UserData);
        text.resize(static_cast<std::size_t>(data->BufTextLen));
        data->Buf = text.data();
    }
    return 0;
}

/// What one did to a field; `text` is then the new one.
struct Typed {
    bool changed = false, entered = false;  // entered: by a click
};

/// A line to type in over a thin rule.
Typed input(const Theme& theme, const std::string& id, const Rect& area, std::string& text) {
    ImGui::SetCursorScreenPos({area.x, area.y + (area.height - theme.body.size) / 2 - theme.px(6)});
    ImGui::SetNextItemWidth(area.width);
    if (theme.body.font != nullptr) ImGui::PushFont(theme.body.font);
    text.reserve(text.size() + 1);
    Typed out;
    out.changed = ImGui::InputText(("##" + id).c_str(), text.data(), text.capacity() + 1,
                                   ImGuiInputTextFlags_CallbackResize, resize, &text);
    if (theme.body.font != nullptr) ImGui::PopFont();
    fill({area.x, area.bottom() - theme.px(4), area.width, theme.px(ImGui::IsItemActive() ? 2 : 1)},
         ImGui::IsItemActive() ? accent : rule_colour);
    out.entered = ImGui::IsItemActivated();
    return out;
}

struct Form {
    const View& view;
    const Theme& theme;
    const EditCard& card;
    float left, right, y;
    Commands& wishes;
    bool takes_keys = false;  // the marked field is given the keys in this frame
    int number = 0;           // of the field

    bool marked() const { return number == card.cursor.in(static_cast<int>(card.fields.size())); }
    void mark() {
        if (!marked()) wishes.push_back(StepList{number - card.cursor.row, 0});
    }

    float field_x() const { return left + theme.px(168); }

    void text_field(const EditCard::Field& field) {
        std::string text = field.text;
        if (takes_keys && marked()) ImGui::SetKeyboardFocusHere();
        const Typed typed = input(theme, field.column, {field_x(), y, right - field_x(), theme.px(36)}, text);
        if (typed.changed) wishes.push_back(SetField{field.column, text});
        if (typed.entered) mark();
        y += theme.px(40);
    }

    void choice_field(const EditCard::Field& field, const TableColumn& column) {
        float x = field_x();
        const float high = theme.px(28), top = y + theme.px(2);
        y += theme.px(4);
        for (const std::string_view value : domain::values_of(column.list)) {
            const std::string word = choice_word(column.list, value, view.words);
            const float wide = chip_width(theme, word);
            if (x + wide > right && x > field_x()) {
                x = field_x();
                y += high + theme.px(4);
            }
            const bool on = field.text == value;
            if (chip(theme, field.column + std::string{value}, {x, y, wide, high}, word, on)) {
                mark();
                wishes.push_back(SetField{field.column, on ? std::string{} : std::string{value}});
            }
            x += wide + theme.px(4);
        }
        if (marked()) fill({field_x() - theme.px(8), top, theme.px(4), y + high + theme.px(2) - top}, accent);
        y += theme.px(36);
        const auto values = domain::values_of(column.list);
        if (!field.text.empty() && std::find(values.begin(), values.end(), field.text) == values.end()) {
            text(theme.small, {field_x(), y - theme.px(2)}, view.words.say("ui.field_as_typed", {field.text}), quiet,
                 Justify::left, right - field_x());
            y += theme.px(20);
        }
    }

    /// Units whose name begins like what is typed, to be taken by a click.
    void unit_field(const EditCard::Field& field) {
        text_field(field);
        const std::vector<std::string> all = unit_names(view, card, field.column, {});
        const bool named = std::find(all.begin(), all.end(), field.text) != all.end();
        if (core::collapsed(field.text).empty() || named) return;
        std::vector<std::string> names = unit_names(view, card, field.column, field.text);
        if (names.size() > 4) names.resize(4);
        float x = field_x();
        for (const std::string& name : names) {
            const float wide = chip_width(theme, name);
            if (x + wide > right) break;
            if (chip(theme, field.column + name, {x, y, wide, theme.px(28)}, name, false)) {
                mark();
                wishes.push_back(SetField{field.column, name});
            }
            x += wide + theme.px(4);
        }
        if (!names.empty()) y += theme.px(32);
    }

    void field(const EditCard::Field& field) {
        const TableColumn column = column_of(card, field.column);
        const float top = y;
        const bool changed = field.text != field.before;
        text(changed ? theme.small_bold : theme.small, {left, y + theme.px(10)}, label_of(field.column, view.words),
             changed ? accent : quiet, Justify::left, theme.px(160));
        if (column.kind == ColumnKind::choice)
            choice_field(field, column);
        else if (column.kind == ColumnKind::unit)
            unit_field(field);
        else
            text_field(field);
        if (marked()) keep_in_sight("steps", card.cursor.steps, {left, top, right - left, y - top}, theme.px(8));
        ++number;
    }
};
}  // namespace

std::vector<std::string> unit_names(const View& view, const EditCard& card, const std::string& column,
                                    const std::string& typed) {
    const bool communes = column == "commune";
    const std::string begin = core::folded(core::collapsed(typed));
    int district = -1;
    const auto within = std::find_if(card.fields.begin(), card.fields.end(),
                                     [](const EditCard::Field& field) { return field.column == "district"; });
    const auto name_of = [&](int unit) { return carto::full_name(view.unit(unit), view.words); };
    if (communes && within != card.fields.end())
        for (const int unit : view.territory.at(domain::Level::district))
            if (const std::string written = core::folded(core::collapsed(within->text));
                written == core::folded(view.unit(unit).name) || written == core::folded(name_of(unit)))
                district = unit;
    std::vector<std::string> names;
    for (const int unit : view.territory.at(communes ? domain::Level::commune : domain::Level::district)) {
        if (district >= 0 && view.unit(unit).parent != district) continue;
        const std::string full = name_of(unit);
        const bool fits =
            core::folded(view.unit(unit).name).starts_with(begin) || core::folded(full).starts_with(begin);
        if (fits && std::find(names.begin(), names.end(), full) == names.end()) names.push_back(full);
    }
    return names;
}

Commands edit_card(const View& view, const Theme& theme, const Rect& area, const EditCard& card) {
    Commands wishes;
    const core::Words& words = view.words;
    const float left = area.x + theme.px(24), right = area.right() - theme.px(24);
    const float close = link_width(theme, "", icon::close);
    if (link(theme, "close", {area.right() - theme.px(16) - close, area.y + theme.px(14)}, "", icon::close, ink))
        wishes.push_back(GoBack{});
    text(theme.title, {left, area.y + theme.px(16)}, card.name, ink, Justify::left, right - left - close);
    const std::string place = card.table == "scenes"      ? words["ui.row_scene"]
                              : card.table == "scenarios" ? words["ui.row_scenario"]
                              : card.row.empty()          ? words["ui.row_new"]
                              : card.where.row == 0       ? words["ui.row_here"]
                                                          : place_text(card.where, words);
    text(theme.small, {left, area.y + theme.px(44)}, place + " · " + words["ui.row_hint"], quiet, Justify::left,
         right - left);
    rule({left, area.y + theme.px(72)}, area.width - theme.px(40));

    const float foot = area.bottom() - theme.px(56), top = area.y + theme.px(73);
    {
        const Scroll scroll{"fields", {area.x, top, area.width, foot - top}};
        // A step of the keyboard, or another row: the marked field takes the keys, with what stands in it now.
        ImGuiStorage& memory = *ImGui::GetStateStorage();
        int* shown = memory.GetIntRef(ImGui::GetID("shown"));
        int* stepped = memory.GetIntRef(ImGui::GetID("stepped"));
        int* filled = memory.GetIntRef(ImGui::GetID("field"));
        const int now = static_cast<int>(ImGui::GetID((card.table + "/" + card.row + "/" + card.name).c_str()));
        const bool opened = ImGui::IsWindowAppearing() || *shown != now;
        const int row = card.cursor.in(static_cast<int>(card.fields.size()));
        const bool steps = *stepped != card.cursor.steps;
        const bool clicked =
            steps && *filled != row && !card.fields.empty() &&
            ImGui::GetActiveID() == ImGui::GetID(("##" + card.fields[static_cast<std::size_t>(row)].column).c_str());
        *shown = now;
        *stepped = card.cursor.steps;
        *filled = row;
        const bool takes_keys = opened || (steps && !clicked);
        if (takes_keys) ImGui::ClearActiveID();
        Form form{view, theme, card, left, right, scroll.origin().y + theme.px(8), wishes, takes_keys};
        for (const EditCard::Field& field : card.fields) form.field(field);
        ImGui::SetCursorScreenPos({left, form.y + theme.px(16)});
        ImGui::Dummy({1, 1});
    }
    rule({left, foot}, area.width - theme.px(40));
    float x = left - theme.px(8);
    const auto button = [&](const char* key, ImU32 colour) {
        const bool clicked = link(theme, key, {x, foot + theme.px(12)}, words[key], nullptr, colour);
        x += link_width(theme, words[key]) + theme.px(16);
        return clicked;
    };
    if (button("ui.row_save", card.changed() ? accent : quiet)) wishes.push_back(SaveRow{});
    if (button("ui.row_cancel", ink)) wishes.push_back(GoBack{});
    const float remove = link_width(theme, words["ui.row_remove"]);
    if (!card.row.empty() && card.table != "quotas" &&
        link(theme, "remove", {right - remove + theme.px(8), foot + theme.px(12)}, words["ui.row_remove"], nullptr,
             ink))
        wishes.push_back(RemoveRow{});
    return wishes;
}

}  // namespace ocop::ui
