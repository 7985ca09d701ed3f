// The commands that change the register and the plan: each is one step of the ledger.
#include <algorithm>
#include <cmath>
#include <utility>

#include "app/row_cards.h"
#include "app/session.h"
#include "core/text.h"
#include "domain/edited_deck.h"
#include "domain/edited_scenarios.h"
#include "ui/panels.h"

namespace ocop::app {

using domain::Edit;

void Session::change(std::vector<Edit> edits) {
    if (edits.empty()) return;
    const bool rows = !touch_no_row(edits);
    ledger_.record(std::move(edits));
    follow_ledger(rows);
    effects_.emplace_back(SaveJournal{});
}

void Session::follow_ledger(bool rows) {
    deck_ready_ = false;
    follow_scenarios();
    show_document();
    state_.can_undo = ledger_.can_undo();
    state_.can_redo = ledger_.can_redo();
    if (!rows) return;
    state_.product = -1;
    if (!cache_.document()->shows(state_.query.era)) {  // columns have told another era
        state_.query.era = cache_.document()->era;
        show_level(territory().at(domain::Level::district).empty() ? domain::Level::commune : domain::Level::district,
                   -1, -1);
    }
    if (auto* columns = std::get_if<ui::ColumnsCard>(&state_.card)) fill(*columns);
    build_search();
}

void Session::reread(Ledger::Files files, const std::string& name) {
    domain::Query recorded = state_.query;
    recorded.scenario.reset();
    const domain::Scoreboard before = domain::evaluate(*cache_.document(), recorded);
    ledger_.reread(std::move(files));
    follow_ledger();
    const domain::Scoreboard after = domain::evaluate(*cache_.document(), recorded);
    tell(words_.say("ui.reread", {name, what_changed(before, after)}));
}

/// "An Biên +2, Gò Quao −1": the shown indicator by district, else by what there is; and the units pulse once.
std::string Session::what_changed(const domain::Scoreboard& before, const domain::Scoreboard& after) {
    state_.spec.pulsed.clear();
    std::vector<std::string> parts;
    const auto& units = territory().units;
    const domain::Level level =
        territory().at(domain::Level::district).empty() ? domain::Level::commune : domain::Level::district;
    for (int i = 0; i < static_cast<int>(units.size()); ++i) {
        if (units[static_cast<std::size_t>(i)].level != level) continue;
        const auto value = [&](const domain::Scoreboard& board) {
            return board.score(state_.spec.indicator, i).value.value_or(domain::Value{}).number();
        };
        const double difference = value(after) - value(before);
        if (difference == 0) continue;
        state_.spec.pulsed.push_back(i);
        parts.push_back(
            units[static_cast<std::size_t>(i)].name + (difference > 0 ? " +" : " −") +
            carto::number_text(std::abs(difference), difference == std::round(difference) ? 0 : 1, words_.language()));
    }
    if (parts.empty()) return words_["ui.reread_same"];
    constexpr std::size_t most = 4;
    std::string out;
    for (std::size_t i = 0; i < std::min(most, parts.size()); ++i) out += (out.empty() ? "" : ", ") + parts[i];
    if (parts.size() > most) out += words_.say("ui.and_more", {std::to_string(parts.size() - most)});
    return out;
}

void Session::saved(const domain::Journal& sent, domain::Journal held) {
    if (sent != ledger_.journal()) return;  // edited since, or another workspace: what is here is not what was saved
    state_.unsaved.clear();
    if (held == sent) return;
    ledger_.accept(std::move(held));
    follow_ledger();
}

void Session::not_saved(const core::Message& why) {
    state_.unsaved = words_.say(why);
    tell(state_.unsaved);
}

void Session::carry_out(const ui::EditPlace& wish) {
    if (const auto cells = ledger_.cells().at(wish.where))
        open_over(card_of(*cells));
    else
        tell(words_["ui.no_row_to_edit"]);
}

void Session::carry_out(const ui::AddRow& wish) {
    const domain::Unit* placed = unit(wish.unit);
    const domain::Unit* parent = placed == nullptr ? nullptr : unit(placed->parent);
    open_over(new_row_card(wish.table, placed, parent, words_, reporting_date()));
}

void Session::carry_out(const ui::EditQuota& wish) {
    const domain::Unit* placed = unit(wish.unit);
    if (placed == nullptr) return;
    const auto quota = cache_.document()->plan.quota(state_.spec.indicator, *placed, state_.query.era);
    if (!quota) return tell(words_["ui.no_quota_here"]);
    open_over(
        quota_card(cache_.document()->plan, state_.spec.indicator, *placed, state_.query.era, quota->value, words_));
}

void Session::carry_out(const ui::SetField& wish) {
    if (auto* card = std::get_if<ui::EditCard>(&state_.card))
        for (ui::EditCard::Field& field : card->fields)
            if (field.column == wish.column) field.text = wish.text;
}

namespace {
bool is_needed(const std::string& table, const std::string& column) {
    if (table == "training") return column == "role" || column == "people" || column == "trained";
    if (table == "outreach") return column == "commune" || column == "status";
    return column == "product" || column == "idea" || column == "organisation" || column == "project";
}
}  // namespace

void Session::carry_out(const ui::SaveRow&) {
    const auto* card = std::get_if<ui::EditCard>(&state_.card);
    if (card == nullptr) return;
    if (card->row.empty() && !card->changed()) return tell(words_["ui.row_empty"]);
    // A new row that lacks what it is about could only be one that nobody can read.
    if (card->row.empty())
        for (const ui::EditCard::Field& field : card->fields)
            if (is_needed(card->table, field.column) && core::collapsed(field.text).empty())
                return tell(words_.say("ui.row_needs", {words_["field." + field.column]}));
    std::vector<Edit> edits = edits_of(*card);
    const std::size_t findings = cache_.document()->findings.size();
    const std::string name = edits.empty() ? std::string{} : edits.front().name;
    const std::string table = card->table, added = card->row.empty() && !edits.empty() ? edits.front().row : "";
    if (table == domain::scenes_table && !std::holds_alternative<ui::ScenesCard>(state_.behind))
        state_.behind = ui::ScenesCard{{cache_.document()->deck.find(card->row), 0, 1}};
    close_card();
    if (edits.empty()) return;
    change(std::move(edits));
    if (const auto row = ledger_.cells().find(table, added); row && !added.empty()) edited_ = row->where;
    const std::size_t now = cache_.document()->findings.size();
    tell(now > findings ? words_.say("ui.row_saved_findings", {name, std::to_string(now - findings)})
                        : words_.say("ui.row_saved", {name}));
}

void Session::carry_out(const ui::RemoveRow&) {
    const auto* card = std::get_if<ui::EditCard>(&state_.card);
    if (card == nullptr || card->row.empty() || card->table == "quotas") return;
    if (card->table == domain::scenarios_table) return carry_out(ui::WhatIf{ui::RemoveScenario{}});
    if (card->table == domain::scenes_table) return carry_out(ui::RemoveScene{cache_.document()->deck.find(card->row)});
    const auto row = ledger_.cells().find(card->table, card->row);
    if (!row) return;
    state_.card = std::exchange(state_.behind, ui::Card{});
    std::vector<Edit> edits{domain::removal_of(*row)};
    // A product goes with every row that speaks of it, else its recognitions would be left without a product.
    for (const domain::Product& product : cache_.document()->records.products) {
        if (row->table != "products" || product.where.row != row->where.row) continue;  // the card is closed by now
        if (const auto own = ledger_.cells().at(product.where); !own || own->row != row->row) continue;
        for (const domain::Recognition& recognition : product.recognitions)
            if (const auto other = ledger_.cells().at(recognition.where))
                if (Edit removal = domain::removal_of(*other);
                    std::find(edits.begin(), edits.end(), removal) == edits.end())
                    edits.push_back(std::move(removal));
    }
    change(std::move(edits));
    tell(words_.say("ui.row_removed", {row->name}));
}

/// Today, or the last day that the map tells of: a later row would not be counted.
domain::Date Session::reporting_date() const { return std::min(data::today(), state_.query.as_of); }

void Session::carry_out(const ui::TickOutreach& wish) {
    const domain::Unit* commune = unit(wish.unit);
    if (commune == nullptr || commune->level != domain::Level::commune) return tell(words_["ui.tick_needs_commune"]);
    if (state_.query.era != cache_.document()->register_era) return tell(words_["ui.tick_other_era"]);
    const auto kept = cache_.document();  // the units of which this speaks, when another document takes its place
    const domain::Unit* district = unit(commune->parent);
    const auto now = latest_outreach(*cache_.document(), commune->code, state_.query.as_of);
    const domain::OutreachStatus status = wish.status.value_or(
        now == domain::OutreachStatus::done ? domain::OutreachStatus::none : domain::OutreachStatus::done);
    if (now == status) return;
    change(outreach_edits(*cache_.document(), ledger_.cells(), *commune, district, status, reporting_date(), words_));
    tell(words_.say("ui.ticked",
                    {carto::full_name(*commune, words_), words_["outreach." + std::string{domain::id(status)}],
                     domain::vietnamese(reporting_date())}));
}

void Session::carry_out(const ui::ChooseConflict& wish) {
    const auto& conflicts = cache_.document()->conflicts;
    if (wish.conflict < 0 || wish.conflict >= static_cast<int>(conflicts.size())) return;
    change({domain::choice_of(conflicts[static_cast<std::size_t>(wish.conflict)], !wish.take_source)});
}

void Session::carry_out(const ui::FollowFinding& wish) {
    const auto& findings = cache_.document()->findings;
    if (wish.finding < 0 || wish.finding >= static_cast<int>(findings.size())) return;
    const core::Finding& finding = findings[static_cast<std::size_t>(wish.finding)];
    if (auto* list = std::get_if<ui::FindingsCard>(&state_.card)) {
        const auto order = core::listed(findings);
        const auto at = std::find(order.begin(), order.end(), static_cast<std::size_t>(wish.finding));
        list->cursor.row = static_cast<int>(cache_.document()->conflicts.size()) + static_cast<int>(at - order.begin());
    }
    if (ui::about_columns(finding)) {
        const ui::Card list = state_.card;
        carry_out(ui::OpenColumns{finding.where});
        if (!std::holds_alternative<ui::ColumnsCard>(list)) state_.behind = list;
        return;
    }
    const int found = unit_of(*cache_.document(), territory(), finding.where);
    if (const domain::Unit* there = unit(found)) {
        if (there->level != state_.spec.level) show_level(there->level, -1, found);
        state_.spec.selected = found;
    } else {
        tell(words_["ui.finding_nowhere"]);
    }
}

void Session::stepped(const std::optional<core::Message>& label, const char* done, const char* nothing) {
    if (!label) return tell(words_[nothing]);
    follow_ledger();
    effects_.emplace_back(SaveJournal{});
    tell(words_.say(done, {words_.say(*label)}));
}

void Session::carry_out(const ui::Undo&) { stepped(ledger_.undo(), "ui.undone", "ui.nothing_to_undo"); }

void Session::carry_out(const ui::Redo&) { stepped(ledger_.redo(), "ui.redone", "ui.nothing_to_redo"); }

void Session::carry_out(const ui::SaveEdits&) { effects_.emplace_back(SaveJournal{}); }

void Session::carry_out(const ui::RescueEdits&) { effects_.emplace_back(WriteRescue{}); }

}  // namespace ocop::app
