#include "app/list_keys.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include "domain/table_columns.h"
#include "ui/command.h"

namespace ocop::app {

using ui::Commands;

namespace {
constexpr int page = 10, all = 1'000'000;  // rows

/// The marked field is one of a few words: no key is typed into it.
bool is_choice(const ui::EditCard& card) {
    if (card.fields.empty()) return false;
    const auto& field = card.fields[static_cast<std::size_t>(card.cursor.in(static_cast<int>(card.fields.size())))];
    for (const domain::TableColumn& column : domain::columns_of(card.table))
        if (column.name == field.column) return column.kind == domain::ColumnKind::choice;
    return false;
}
}  // namespace

Commands in_list(KeyPress press) {
    const bool shift = (press.mods & GLFW_MOD_SHIFT) != 0;
    switch (press.key) {
        case GLFW_KEY_DOWN:
            return {ui::StepList{1, 0}};
        case GLFW_KEY_UP:
            return {ui::StepList{-1, 0}};
        case GLFW_KEY_PAGE_DOWN:
            return {ui::StepList{page, 0}};
        case GLFW_KEY_PAGE_UP:
            return {ui::StepList{-page, 0}};
        case GLFW_KEY_END:
            return {ui::StepList{all, 0}};
        case GLFW_KEY_HOME:
            return {ui::StepList{-all, 0}};
        case GLFW_KEY_RIGHT:
            return {ui::StepList{0, 1}};
        case GLFW_KEY_LEFT:
            return {ui::StepList{0, -1}};
        case GLFW_KEY_ENTER:
        case GLFW_KEY_KP_ENTER:
            return {ui::ActOnMarked{shift}};
        case GLFW_KEY_DELETE:
            return {ui::DropMarked{}};
        default:
            return {};
    }
}

Commands of_columns(const ui::ColumnsCard& card, KeyPress press) {
    const int tables = static_cast<int>(card.tables.size()), back = (press.mods & GLFW_MOD_SHIFT) != 0 ? -1 : 1;
    if (press.key != GLFW_KEY_TAB || tables < 2) return {};
    return {ui::ShowTable{(card.table + tables + back) % tables}};
}

Commands in_form(const ui::EditCard& card, KeyPress press) {
    const bool control = (press.mods & GLFW_MOD_CONTROL) != 0, alt = (press.mods & GLFW_MOD_ALT) != 0;
    if (control && press.key == GLFW_KEY_S) return {ui::SaveRow{}};
    if (control && (press.key == GLFW_KEY_MINUS || press.key == GLFW_KEY_KP_SUBTRACT)) return {ui::RemoveRow{}};
    if (control) return {};
    switch (press.key) {
        case GLFW_KEY_ESCAPE:
            return {ui::GoBack{}};
        case GLFW_KEY_TAB:
            return {ui::StepList{(press.mods & GLFW_MOD_SHIFT) != 0 ? -1 : 1, 0}};
        case GLFW_KEY_DOWN:
        case GLFW_KEY_UP:
            if (alt) return {ui::StepList{0, press.key == GLFW_KEY_DOWN ? 1 : -1}};
            return in_list(press);
        case GLFW_KEY_ENTER:
        case GLFW_KEY_KP_ENTER:
            return in_list(press);
        case GLFW_KEY_LEFT:
        case GLFW_KEY_RIGHT:
        case GLFW_KEY_DELETE:
            return is_choice(card) ? in_list(press) : Commands{};
        default:
            return {};
    }
}

Commands in_search(KeyPress press) {
    switch (press.key) {
        case GLFW_KEY_ESCAPE:
            return {ui::GoBack{}};
        case GLFW_KEY_HOME:
        case GLFW_KEY_END:
        case GLFW_KEY_LEFT:
        case GLFW_KEY_RIGHT:
        case GLFW_KEY_DELETE:
            return {};
        default:
            return in_list(press);
    }
}

}  // namespace ocop::app
