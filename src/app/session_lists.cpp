// The keyboard in the lists of cards: which row is marked, what Enter and Delete do to it, and which list comes back.
#include <algorithm>
#include <utility>

#include "app/session.h"
#include "core/text.h"
#include "domain/table_columns.h"
#include "ui/panels.h"
#include "ui/rows.h"

namespace ocop::app {

namespace {
int count(std::size_t size) { return static_cast<int>(size); }

/// What was matched in the window, of the era of the register: the list of names ends with it.
std::vector<int> own_aliases(const domain::Document& document) {
    std::vector<int> out;
    for (int i = 0; i < count(document.aliases.size()); ++i) {
        const domain::Alias& alias = document.aliases[static_cast<std::size_t>(i)];
        if (!alias.who.empty() && alias.era == document.register_era) out.push_back(i);
    }
    return out;
}

bool has_folder_above(const ui::BrowseCard& card) { return card.folder.has_relative_path(); }
}  // namespace

int Session::rows_in(const ui::Card& card) const {
    const domain::Document& document = *cache_.document();
    if (const auto* rows = std::get_if<ui::RowsCard>(&card)) return count(ui::rows_of(view(), *rows).size());
    if (std::holds_alternative<ui::FindingsCard>(card))
        return count(document.conflicts.size() + document.findings.size());
    if (std::holds_alternative<ui::ScenesCard>(card)) return count(document.deck.scenes.size());
    if (const auto* browse = std::get_if<ui::BrowseCard>(&card))
        return count(browse->entries.size()) + (has_folder_above(*browse) ? 1 : 0);
    if (const auto* edit = std::get_if<ui::EditCard>(&card)) return count(edit->fields.size());
    if (std::holds_alternative<ui::JoinCard>(card))
        return count(domain::by_name(document.unmatched).size() + own_aliases(document).size());
    if (const auto* columns = std::get_if<ui::ColumnsCard>(&card); columns != nullptr && !columns->tables.empty())
        return count(columns->tables[static_cast<std::size_t>(columns->table)].columns.size());
    return 0;
}

int Session::choices_in(const ui::Card& card) const {
    const domain::Document& document = *cache_.document();
    if (const auto* findings = std::get_if<ui::FindingsCard>(&card))
        return findings->cursor.row < count(document.conflicts.size()) ? 2 : 0;
    if (const auto* join = std::get_if<ui::JoinCard>(&card)) {
        const auto names = domain::by_name(document.unmatched);
        if (join->cursor.row >= count(names.size())) return 0;
        const int first = names[static_cast<std::size_t>(join->cursor.row)].first;
        return count(ui::choices_of(view(), document.unmatched[static_cast<std::size_t>(first)]).size());
    }
    if (const auto* columns = std::get_if<ui::ColumnsCard>(&card); columns != nullptr && !columns->tables.empty())
        return count(columns->asks_noun
                         ? ui::table_nouns().size()
                         : columns->tables[static_cast<std::size_t>(columns->table)].meanings.size() + 1);
    return 0;
}

void Session::step_value(ui::EditCard& card, int by) const {
    ui::EditCard::Field& field = card.fields[static_cast<std::size_t>(card.cursor.in(count(card.fields.size())))];
    for (const domain::TableColumn& column : domain::columns_of(card.table)) {
        if (column.name != field.column) continue;
        std::vector<std::string> values;
        if (column.kind == domain::ColumnKind::choice)
            for (const std::string_view value : domain::values_of(column.list)) values.emplace_back(value);
        if (column.kind == domain::ColumnKind::unit) {
            const auto all = ui::unit_names(view(), card, field.column, {});
            if (std::find(all.begin(), all.end(), field.text) == all.end()) card.typed = field.text;
            values = ui::unit_names(view(), card, field.column, card.typed);
        }
        if (values.empty()) return;
        const auto now = std::find(values.begin(), values.end(), field.text);
        const bool none = now == values.end();
        // Before the first one stands what was typed, or nothing.
        const int next =
            none && by < 0 ? count(values.size()) - 1 : (none ? -1 : static_cast<int>(now - values.begin())) + by;
        if (next >= count(values.size())) return;
        field.text = next < 0 ? card.typed : values[static_cast<std::size_t>(next)];
    }
}

void Session::carry_out(const ui::StepList& wish) {
    if (!ready()) return;
    if (state_.search_open) {
        const int last = std::min(8, count(state_.hits.size())) - 1;
        state_.choice = std::clamp(state_.choice + wish.rows, 0, std::max(0, last));
        return;
    }
    ui::Cursor* cursor = ui::cursor_of(state_.card);
    if (cursor == nullptr) return;
    ++cursor->steps;
    auto* columns = std::get_if<ui::ColumnsCard>(&state_.card);
    const bool asks = columns != nullptr && columns->asks_noun;  // then the one list is that of the nouns
    const int before = cursor->row, rows = rows_in(state_.card);
    auto* form = std::get_if<ui::EditCard>(&state_.card);
    const int to = cursor->in(rows) + std::clamp(wish.rows, -rows, rows);
    if (!asks && rows > 0)  // behind the last field of a form comes its first
        cursor->row = form != nullptr ? (to + rows) % rows : std::clamp(to, 0, rows - 1);
    if (cursor->row != before) {
        cursor->choice = columns != nullptr && !columns->tables.empty()
                             ? ui::choice_of(columns->tables[static_cast<std::size_t>(columns->table)], cursor->row)
                             : 0;
        if (form != nullptr) form->typed.clear();
    }
    const int by = asks ? wish.choices + std::clamp(wish.rows, -100, 100) : wish.choices;
    if (by == 0) return;
    if (form != nullptr && !form->fields.empty()) return step_value(*form, by);
    cursor->choice = std::clamp(cursor->choice + by, 0, std::max(0, choices_in(state_.card) - 1));
}

void Session::carry_out(const ui::ActOnMarked& wish) {
    if (!ready()) return;
    if (state_.search_open) return carry_out(ui::Choose{});
    const ui::Cursor* cursor = ui::cursor_of(state_.card);
    if (cursor == nullptr) return;
    const domain::Document& document = *cache_.document();
    const int rows = rows_in(state_.card), row = cursor->in(rows);
    if (std::holds_alternative<ui::EditCard>(state_.card)) return carry_out(ui::SaveRow{});
    if (std::holds_alternative<ui::ColumnsCard>(state_.card)) return carry_out(ui::ReadColumnAs{});
    if (std::holds_alternative<ui::JoinCard>(state_.card)) {
        if (row < count(domain::by_name(document.unmatched).size())) carry_out(ui::MatchName{});
        return;
    }
    if (rows == 0) return;
    if (const auto* list = std::get_if<ui::RowsCard>(&state_.card))
        return carry_out(ui::EditPlace{ui::rows_of(view(), *list)[static_cast<std::size_t>(row)].where});
    if (std::holds_alternative<ui::ScenesCard>(state_.card)) return carry_out(ui::ShowScene{row});
    if (const auto* browse = std::get_if<ui::BrowseCard>(&state_.card)) {
        const int entry = row - (has_folder_above(*browse) ? 1 : 0);
        if (entry < 0) return carry_out(ui::Browse{browse->folder.parent_path()});
        const ui::BrowseCard::Entry chosen = browse->entries[static_cast<std::size_t>(entry)];
        return chosen.folder ? carry_out(ui::Browse{chosen.path}) : carry_out(ui::Open{chosen.path});
    }
    const int conflicts = count(document.conflicts.size());
    if (row < conflicts) {
        const bool source = cursor->choice == 1;
        carry_out(ui::ChooseConflict{row, source});
        if (ui::Cursor* next = ui::cursor_of(state_.card)) next->choice = 0;  // another cell, another question
        return;
    }
    const std::size_t finding = core::listed(document.findings)[static_cast<std::size_t>(row - conflicts)];
    if (wish.aside) return carry_out(ui::EditPlace{document.findings[finding].where});
    carry_out(ui::FollowFinding{static_cast<int>(finding)});
}

void Session::carry_out(const ui::DropMarked&) {
    if (!ready()) return;
    const ui::Cursor* cursor = ui::cursor_of(state_.card);
    if (cursor == nullptr) return;
    const int rows = rows_in(state_.card), row = cursor->in(rows);
    if (rows == 0) return;
    if (std::holds_alternative<ui::ScenesCard>(state_.card)) return carry_out(ui::RemoveScene{row});
    if (std::holds_alternative<ui::ColumnsCard>(state_.card)) return carry_out(ui::DropColumn{});
    if (auto* form = std::get_if<ui::EditCard>(&state_.card)) {
        form->fields[static_cast<std::size_t>(row)].text.clear();
    } else if (std::holds_alternative<ui::JoinCard>(state_.card)) {
        const int names = count(domain::by_name(cache_.document()->unmatched).size());
        if (row >= names)
            carry_out(ui::DropAlias{own_aliases(*cache_.document())[static_cast<std::size_t>(row - names)]});
    } else if (const auto* list = std::get_if<ui::RowsCard>(&state_.card)) {
        carry_out(ui::EditPlace{ui::rows_of(view(), *list)[static_cast<std::size_t>(row)].where});
        carry_out(ui::RemoveRow{});
    }
}

void Session::open_over(ui::Card card) {
    if (!std::holds_alternative<ui::EditCard>(state_.card)) state_.behind = std::move(state_.card);
    state_.card = std::move(card);
}

void Session::close_card() {
    if (const auto* row = std::get_if<ui::EditCard>(&state_.card); row != nullptr && row->where.row > 0)
        edited_ = row->where;
    state_.card = std::exchange(state_.behind, ui::Card{});
}

void Session::mark_edited() {
    if (!edited_ || !ready()) return;
    const core::Place row = *std::exchange(edited_, std::nullopt);
    const auto same = [&row](const core::Place& place) {
        return place.file == row.file && place.sheet == row.sheet && place.row == row.row;
    };
    const auto mark = [](ui::Cursor& cursor, int at) { cursor = {at, 0, cursor.steps + 1}; };
    if (auto* list = std::get_if<ui::RowsCard>(&state_.card)) {
        const auto rows = ui::rows_of(view(), *list);
        const auto found = std::find_if(rows.begin(), rows.end(), [&](const auto& each) { return same(each.where); });
        if (found != rows.end()) mark(list->cursor, static_cast<int>(found - rows.begin()));
    }
    if (auto* list = std::get_if<ui::FindingsCard>(&state_.card)) {
        // Of several about the row the one nearest to where the cursor was.
        const auto& findings = cache_.document()->findings;
        const auto order = core::listed(findings);
        const int conflicts = count(cache_.document()->conflicts.size());
        std::optional<int> nearest;
        for (int i = 0; i < count(order.size()); ++i)
            if (same(findings[order[static_cast<std::size_t>(i)]].where))
                if (const int at = conflicts + i;
                    !nearest || std::abs(at - list->cursor.row) < std::abs(*nearest - list->cursor.row))
                    nearest = at;
        if (nearest) mark(list->cursor, *nearest);
    }
}

}  // namespace ocop::app
