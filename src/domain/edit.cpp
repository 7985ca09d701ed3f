#include "domain/edit.h"

#include "core/text.h"

namespace ocop::domain {

using Cells = std::vector<std::pair<std::string, std::string>>;

Edit change_of(const RowCells& row, const Cells& changes) {
    Edit edit{EditKind::change, row.table, row.row, row.name, {}};
    for (const auto& [column, text] : changes) {
        const auto cell = row.cells.find(column);
        std::string before = cell == row.cells.end() ? std::string{} : cell->second;
        if (before != text) edit.fields.push_back({column, std::move(before), core::nfc(text)});
    }
    return edit;
}

Edit removal_of(const RowCells& row) {
    Edit edit{EditKind::remove, row.table, row.row, row.name, {}};
    for (const auto& [column, text] : row.cells)
        if (!text.empty()) edit.fields.push_back({column, text, ""});
    return edit;
}

Edit addition_of(std::string table, std::string key, std::string name, const Cells& cells) {
    Edit edit{EditKind::add, std::move(table), std::move(key), std::move(name), {}};
    for (const auto& [column, text] : cells) edit.fields.push_back({column, "", core::nfc(text)});
    return edit;
}

Edit addition_of(const RowCells& row) {
    return addition_of(row.table, row.row, row.name, {row.cells.begin(), row.cells.end()});
}

Edit change_between(const RowCells& now, const RowCells& wished) {
    std::map<std::string, std::string> changes = wished.cells;
    for (const auto& [column, text] : now.cells) changes.try_emplace(column);
    Edit edit = change_of(now, {changes.begin(), changes.end()});
    edit.name = wished.name;
    return edit;
}

Edit choice_of(const Conflict& conflict, bool ours) {
    const EditKind kind = conflict.removed && ours ? EditKind::remove : EditKind::change;
    return {kind,
            conflict.table,
            conflict.row,
            conflict.name,
            {{conflict.column, conflict.source_value, ours ? conflict.edited_value : conflict.source_value}}};
}

std::string_view id(EditKind kind) {
    switch (kind) {
        case EditKind::change:
            return "change";
        case EditKind::add:
            return "add";
        case EditKind::remove:
            break;
    }
    return "remove";
}

std::string_view id(EntryState state) {
    switch (state) {
        case EntryState::applied:
            return "applied";
        case EntryState::undone:
            return "undone";
        case EntryState::dropped:
            break;
    }
    return "dropped";
}

}  // namespace ocop::domain
