// The commands that open, close, search and hand out; session.cpp has those that change the map.
#include <algorithm>

#include "app/browse.h"
#include "app/session.h"
#include "data/store.h"
#include "data/workspace_writer.h"
#include "ui/rows.h"

namespace ocop::app {

using domain::Level;

void Session::carry_out(const ui::OpenRows& wish) {
    if (unit(wish.unit) != nullptr) state_.card = ui::RowsCard{wish.indicator, wish.unit, wish.stars, wish.producer};
}

void Session::carry_out(const ui::OpenFindings&) {
    state_.card = std::holds_alternative<ui::FindingsCard>(state_.card) ? ui::Card{} : ui::Card{ui::FindingsCard{}};
}

void Session::carry_out(const ui::FocusSearch&) {
    ++state_.search_focus;
    state_.search_open = true;
}

void Session::carry_out(const ui::Search& wish) {
    state_.search = wish.text;
    state_.search_open = true;
    state_.hits = search_.find(wish.text);
    state_.choice = 0;
}

void Session::carry_out(const ui::Choose& wish) {
    const int index = wish.index >= 0 ? wish.index : state_.choice;
    if (index >= static_cast<int>(state_.hits.size())) return;
    const ui::SearchHit hit = state_.hits[static_cast<std::size_t>(index)];
    state_.search.clear();
    state_.hits.clear();
    state_.search_open = false;
    const domain::Unit* found = unit(hit.unit);
    if (found == nullptr) {
        if (hit.product >= 0) tell(words_.say("ui.not_in_units", {hit.title}));
        return;
    }
    if (found->level == Level::commune && state_.spec.level != Level::commune) {
        // Its district comes into sight with it; an indicator without communes gives way to the products.
        if (!domain::indicator(state_.spec.indicator).has_commune)
            state_.spec.indicator = domain::IndicatorId::products;
        const domain::Unit* parent = unit(found->parent);
        show_level(Level::commune, parent != nullptr && parent->level == Level::district ? found->parent : -1,
                   hit.unit);
    } else if (found->level == Level::district && state_.spec.level == Level::commune) {
        show_level(Level::district, -1, hit.unit);
    } else if (found->level == Level::commune && state_.spec.focus >= 0 && found->parent != state_.spec.focus) {
        show_level(Level::commune, found->parent, hit.unit);
    }
    carry_out(ui::Select{hit.unit});
    if (right_folded_ && std::holds_alternative<std::monostate>(state_.card)) state_.right_over = true;
    state_.product = hit.product;
}

void Session::carry_out(const ui::ToggleSide& wish) {
    const bool left = wish.side == ui::Side::left;
    std::optional<bool>& wished = left ? state_.left_wished : state_.right_wished;
    bool& over = left ? state_.left_over : state_.right_over;
    const bool folded = left ? left_folded_ : right_folded_;
    if (!folded)
        wished = false;
    else if (wished == false)
        wished.reset();
    else
        over = !over;
    if (over) (left ? state_.right_over : state_.left_over) = false;
}

void Session::carry_out(const ui::ShowSide& wish) {
    const bool left = wish.side == ui::Side::left;
    if (left ? left_folded_ : right_folded_) (left ? state_.left_over : state_.right_over) = true;
}

void Session::carry_out(const ui::ToggleFilters&) { state_.filters_open = !state_.filters_open; }

void Session::carry_out(const ui::ToggleExportMenu&) { state_.export_open = !state_.export_open; }

void Session::carry_out(const ui::ToggleHelp&) { state_.help = !state_.help; }

void Session::carry_out(const ui::TogglePresenting&) {
    if (const auto* form = std::get_if<ui::EditCard>(&state_.card)) {
        if (form->changed()) return tell(words_["ui.form_open"]);
        state_.card = std::monostate{};
    }
    state_.presenting = !state_.presenting;
    state_.export_open = state_.help = false;
    state_.blank = ui::Blank::off;
    state_.frozen = false;
}

void Session::carry_out(const ui::ToggleStatistics&) { state_.statistics = !state_.statistics; }

void Session::carry_out(const ui::GoBack&) {
    if (state_.help) {
        state_.help = false;
    } else if (state_.viewing > 0) {
        state_.viewing = 0;
    } else if (state_.presenting && state_.blank != ui::Blank::off) {
        state_.blank = ui::Blank::off;
    } else if (state_.presenting && state_.frozen) {
        state_.frozen = false;
    } else if (state_.presenting && state_.query.scenario && state_.scene.empty()) {
        show_scenario({});
    } else if (state_.presenting) {
        carry_out(ui::TogglePresenting{});
    } else if (state_.export_open) {
        state_.export_open = false;
    } else if (state_.search_open) {
        state_.search_open = false;
        state_.search.clear();
        state_.hits.clear();
    } else if (!std::holds_alternative<std::monostate>(state_.card)) {
        close_card();
    } else if (state_.left_over || state_.right_over) {
        state_.left_over = state_.right_over = false;
    } else if (state_.query.scenario) {
        show_scenario({});
    } else if (state_.spec.isolated_class >= 0) {
        state_.spec.isolated_class = -1;
    } else if (state_.spec.selected < 0 && !state_.scene.empty()) {
        leave_deck();
    } else {
        carry_out(ui::Select{-1});
    }
}

void Session::carry_out(const ui::Open& wish) { effects_.emplace_back(OpenFile{wish.file}); }

void Session::carry_out(const ui::Browse& wish) {
    if (wish.folder.empty() && std::holds_alternative<ui::BrowseCard>(state_.card)) {
        state_.card = std::monostate{};
        return;
    }
    state_.card =
        browse(wish.folder.empty() ? std::filesystem::path{cache_.document()->path}.parent_path() : wish.folder);
}

void Session::carry_out(const ui::SaveWorkspace&) {
    const auto file = data::write_workspace(cache_.document()->path, ledger_.files()->chosen);
    // Beside an older workspace of that name it has a store of its own, into which the edits go along.
    const auto store = data::store_path(file);
    if (store != ledger_.files()->store && !ledger_.journal().empty()) data::Store{store}.save(ledger_.journal());
    tell(words_.say("ui.workspace_saved", {file.string()}));
    effects_.emplace_back(OpenFile{file});
}

void Session::carry_out(const ui::Export& wish) {
    state_.export_open = false;
    effects_.emplace_back(WritePicture{wish.kind});
}

void Session::carry_out(const ui::WriteWorkbook& wish) {
    state_.export_open = false;
    effects_.emplace_back(WriteBook{wish.empty});
}

void Session::carry_out(const ui::CopyTable&) {
    if (!ready()) return;
    std::string table = ui::copied_table(view());
    const auto rows = std::count(table.begin(), table.end(), '\n') - 1;
    effects_.emplace_back(ToClipboard{std::move(table)});
    tell(words_.say("ui.copied", {std::to_string(rows)}));
}

}  // namespace ocop::app
