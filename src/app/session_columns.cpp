// The commands that say which column of a file means what: each is one step of the ledger.
#include <algorithm>
#include <utility>

#include "app/session.h"
#include "data/column_edits.h"
#include "data/proposal.h"
#include "data/workspace_writer.h"
#include "ui/panels.h"

namespace ocop::app {

using domain::Proposal;
using domain::ProposedColumn;

namespace {
bool is_open(const ProposedColumn& column) { return column.known.empty() && !column.decided; }

bool has_open(const Proposal& table) {
    return !table.recognised || std::any_of(table.columns.begin(), table.columns.end(), is_open);
}

/// The first column from one on, around the end, that is read as nothing and that nobody has decided; else that one.
int next_open(const Proposal& table, int from) {
    const int count = static_cast<int>(table.columns.size());
    for (int i = 0; i < count; ++i)
        if (is_open(table.columns[static_cast<std::size_t>((from + i) % count)])) return (from + i) % count;
    return std::clamp(from, 0, std::max(0, count - 1));
}

std::string meaning_of(const std::string& noun, const std::string& column, const core::Words& words) {
    if (column.empty()) return words[noun == "products" ? "ui.column_note" : "ui.column_unused"];
    const std::string key = "field." + column;
    return words.has(key) ? words[key] : column;
}
}  // namespace

/// What the files hold now; the table that is shown stays, and is taken as the card takes it when nothing recognises
/// it.
void Session::fill(ui::ColumnsCard& card) const {
    const auto before = std::exchange(card.tables, {});
    const auto* kept =
        card.table < static_cast<int>(before.size()) ? &before[static_cast<std::size_t>(card.table)] : nullptr;
    const data::Sources& files = *ledger_.files();
    for (const std::vector<data::Table>& tables : files.registers)
        for (const data::Table& table : tables) {
            if (table.hidden) continue;
            const bool shown = kept != nullptr && table.file == kept->file && table.sheet == kept->sheet;
            Proposal found =
                data::propose(table, files.columns, shown ? data::Hint{card.noun, card.header_row} : data::Hint{});
            if (shown) card.table = static_cast<int>(card.tables.size());
            // A guide beside tables that are read is none; alone it may be what an office calls its list.
            const bool beside = !found.recognised && !ledger_.unread() && data::value_of("beside", table.sheet);
            if (!found.columns.empty() && !beside) card.tables.push_back(std::move(found));
        }
    if (card.tables.empty()) return;
    card.table = std::clamp(card.table, 0, static_cast<int>(card.tables.size()) - 1);
    const Proposal& table = card.tables[static_cast<std::size_t>(card.table)];
    card.cursor.row = std::clamp(card.cursor.row, 0, static_cast<int>(table.columns.size()) - 1);
    card.asks_noun = !table.recognised && (card.asks_noun || table.noun.empty());
    const int last = static_cast<int>(card.asks_noun ? ui::table_nouns().size() - 1 : table.meanings.size());
    card.cursor.choice = std::clamp(card.cursor.choice, card.asks_noun ? 0 : -1, last);
}

void Session::carry_out(const ui::OpenColumns& wish) {
    if (wish.where == core::Place{} && std::holds_alternative<ui::ColumnsCard>(state_.card)) {
        state_.card = ui::Card{};
        return;
    }
    ui::ColumnsCard card;
    fill(card);
    const auto& tables = card.tables;
    auto meant = std::find_if(tables.begin(), tables.end(), [&](const Proposal& table) {
        return table.file == wish.where.file && (wish.where.sheet.empty() || table.sheet == wish.where.sheet);
    });
    if (meant == tables.end()) meant = std::find_if(tables.begin(), tables.end(), has_open);
    state_.card = card;
    if (tables.empty()) return;
    carry_out(ui::ShowTable{meant == tables.end() ? 0 : static_cast<int>(meant - tables.begin())});
    auto& open = std::get<ui::ColumnsCard>(state_.card);
    const Proposal& table = open.tables[static_cast<std::size_t>(open.table)];
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        if (wish.where.column > 0 && table.columns[i].column == wish.where.column)
            carry_out(ui::StepList{static_cast<int>(i) - open.cursor.row, 0});
}

void Session::carry_out(const ui::ShowTable& wish) {
    auto* card = std::get_if<ui::ColumnsCard>(&state_.card);
    if (card == nullptr || card->tables.empty()) return;
    const bool other = wish.table != card->table;
    if (!other && wish.header_row < 0) return;
    ui::ColumnsCard next = *card;
    next.table = wish.table;
    next.noun = wish.noun;
    next.header_row = wish.header_row;
    next.asks_noun = wish.noun.empty() && wish.header_row > 0;
    const int now = card->tables[static_cast<std::size_t>(card->table)].header_row;
    const int step = wish.header_row < now ? -1 : 1;
    // A blank row heads nothing: the step goes on beyond it, or not at all.
    for (int blank = 0;; ++blank) {
        ui::ColumnsCard tried = next;
        fill(tried);
        if (tried.tables.size() == card->tables.size()) {
            *card = std::move(tried);
            break;
        }
        next.header_row += step;
        if (next.header_row < 1 || blank > 30) return;
    }
    const Proposal& table = card->tables[static_cast<std::size_t>(card->table)];
    card->cursor.row = next_open(table, 0);
    card->cursor.choice = card->asks_noun ? 0 : ui::choice_of(table, card->cursor.row);
    ++card->cursor.steps;
}

void Session::carry_out(const ui::ReadColumnAs& wish) {
    const auto* card = std::get_if<ui::ColumnsCard>(&state_.card);
    if (card == nullptr || card->tables.empty()) return;
    const Proposal table = card->tables[static_cast<std::size_t>(card->table)];
    const auto choice = static_cast<std::size_t>(wish.choice >= 0 ? wish.choice : card->cursor.choice);
    if (card->asks_noun) {
        if (choice < ui::table_nouns().size())
            carry_out(ui::ShowTable{card->table, std::string{ui::table_nouns()[choice]}, table.header_row});
        return;
    }
    if (choice > table.meanings.size()) return;
    const ProposedColumn column = table.columns[static_cast<std::size_t>(card->cursor.row)];
    const std::string meaning = choice == 0 ? std::string{} : table.meanings[choice - 1].column;
    const std::string named = meaning_of(table.noun, meaning, words_);
    if (meaning != column.known || is_open(column)) {
        std::vector<domain::Edit> edits{data::mapping_edit({table.noun, column.header, meaning}, named)};
        for (const ProposedColumn& other : table.columns)  // what was said of another column gives way
            if (!meaning.empty() && other.decided && other.known == meaning)
                edits.push_back(data::mapping_edit({table.noun, other.header, {}}, meaning_of(table.noun, {}, words_)));
        change(std::move(edits));
    }
    auto& left = std::get<ui::ColumnsCard>(state_.card);
    if (left.tables.empty()) return;
    const Proposal& after = left.tables[static_cast<std::size_t>(left.table)];
    left.cursor.row = next_open(after, left.cursor.row);
    left.cursor.choice = ui::choice_of(after, left.cursor.row);
    ++left.cursor.steps;
}

void Session::carry_out(const ui::DropColumn& wish) {
    auto* card = std::get_if<ui::ColumnsCard>(&state_.card);
    if (card == nullptr || card->tables.empty()) return;
    const Proposal table = card->tables[static_cast<std::size_t>(card->table)];
    const int index = wish.column >= 0 ? wish.column : card->cursor.row;
    if (index >= static_cast<int>(table.columns.size())) return;
    const ProposedColumn column = table.columns[static_cast<std::size_t>(index)];
    const auto& chosen = ledger_.files()->chosen;
    const auto* mapping = data::mapping_of(chosen, table.noun, data::recognisable(column.header));
    if (mapping == nullptr) return;
    card->cursor.row = index;
    change({data::mapping_removal(*mapping)});
    auto& left = std::get<ui::ColumnsCard>(state_.card);
    if (!left.asks_noun && !left.tables.empty())
        left.cursor.choice = ui::choice_of(left.tables[static_cast<std::size_t>(left.table)], left.cursor.row);
    tell(words_.say("ui.column_dropped", {column.header}));
}

void Session::carry_out(const ui::WriteColumns&) {
    const std::filesystem::path path = cache_.document()->path;
    if (path.extension() != ".toml") return carry_out(ui::SaveWorkspace{});
    const auto& chosen = ledger_.files()->chosen;
    data::write_columns(path, chosen);
    tell(words_.say("ui.columns_written", {std::to_string(chosen.size()), path.string()}));
}

}  // namespace ocop::app
