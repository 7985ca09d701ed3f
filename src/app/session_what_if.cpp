// The commands of scenarios: assumed numbers are shown with the next picture, and each step of them is one of the
// ledger. Nothing here touches a row of the register.
#include <algorithm>
#include <limits>

#include "app/session.h"
#include "data/store.h"
#include "domain/edited_scenarios.h"
#include "domain/fill_gap.h"
#include "ui/panels.h"

namespace ocop::app {

using domain::Scenario;

namespace {
const Scenario* stored(const domain::Document& document, const std::string& id) {
    const auto& all = document.scenarios;
    const auto found = std::find_if(all.begin(), all.end(), [&id](const Scenario& each) { return each.id == id; });
    return id.empty() || found == all.end() ? nullptr : &*found;
}
}  // namespace

void Session::carry_out(const ui::WhatIf& wish) {
    std::visit([this](const auto& what) { what_if(what); }, wish.what);
}

Scenario Session::new_scenario() const {
    Scenario out;
    out.era = state_.query.era;
    const auto& all = ledger_.document()->scenarios;
    for (std::size_t n = 1; n <= all.size() + 1; ++n) {
        out.name = words_.say("ui.scenario_name", {std::to_string(n)});
        if (std::none_of(all.begin(), all.end(), [&](const Scenario& each) { return each.name == out.name; })) break;
    }
    return out;
}

void Session::show_scenario(std::optional<Scenario> scenario) {
    const bool lapses = scenario && scenario->lapse_on;
    if (lapses && state_.query.basis != domain::Basis::valid) {  // certificates lapse in that basis alone
        basis_before_ = state_.query.basis;
        state_.query.basis = domain::Basis::valid;
    } else if (!lapses && basis_before_) {
        if (state_.query.basis == domain::Basis::valid) state_.query.basis = *basis_before_;
        basis_before_.reset();
    }
    if (scenario && !scenario->id.empty()) scenario_ = scenario->id;
    state_.query.scenario = std::move(scenario);
    state_.spec.isolated_class = -1;
}

void Session::suppose(Scenario wished, bool kept) {
    if (wished.id.empty()) {  // a new one, or a scene's own: the scene keeps what it has
        wished.id = "w" + data::new_stamp().id;
        if (wished.added.empty()) wished.era = state_.query.era;
    }
    show_scenario(wished);
    if (!kept) return;
    const Scenario* now = stored(*ledger_.document(), wished.id);
    domain::Edit edit = now != nullptr ? domain::scenario_changed(*now, wished) : domain::scenario_added(wished);
    if (!edit.fields.empty()) change({std::move(edit)});
}

void Session::follow_scenarios() {
    auto& shown = state_.query.scenario;
    if (!shown || shown->id.empty()) return;
    if (const Scenario* now = stored(*ledger_.document(), shown->id)) return show_scenario(*now);
    Scenario blank;  // its making was undone
    blank.id = shown->id;
    blank.name = shown->name;
    blank.era = shown->era;
    show_scenario(std::move(blank));
}

/// Whether the shown scenario can be added to in the shown era; says why not.
bool Session::may_assume() {
    if (!domain::can_be_assumed(state_.spec.indicator)) return tell(words_["ui.what_if_no_quota"]), false;
    const Scenario& now = *state_.query.scenario;
    if (now.added.empty() || now.era == state_.query.era) return true;
    return tell(words_.say("ui.what_if_other_era", {now.name, std::string{domain::id(now.era)}})), false;
}

void Session::assume(int index, int added, bool kept) {
    if (!state_.query.scenario) carry_out(ui::WhatIf{ui::ToggleWhatIf{}});
    const domain::Unit* at = unit(index);
    if (at == nullptr || at->level == domain::Level::province) return tell(words_["ui.what_if_choose_unit"]);
    if (!may_assume()) return;
    const domain::IndicatorId indicator = state_.spec.indicator;
    if (!domain::can_be_assumed(indicator, at->level)) return tell(words_["ui.what_if_by_district"]);
    Scenario wished = *state_.query.scenario;
    if (wished.added.empty()) wished.era = state_.query.era;
    // Several steps may come before the next picture is made.
    const domain::Scoreboard& last = cache_.derived().board;
    const bool same = last.query.era == state_.query.era && !last.scores.empty();
    const auto [least, most] =
        ui::assumable(same ? last : domain::evaluate(*cache_.document(), state_.query), territory(), indicator, index);
    const int bounded = std::clamp(added, least, most);
    if (least == 0 && most == 0) return tell(words_["fill.unknown"]);
    wished.set(indicator, at->code, bounded);
    if (wished == *state_.query.scenario && !kept) return;
    suppose(std::move(wished), kept);
}

void Session::what_if(const ui::ToggleWhatIf&) {
    if (state_.query.scenario) return show_scenario({});
    const auto& all = ledger_.document()->scenarios;
    const Scenario* last = stored(*ledger_.document(), scenario_);
    if (last == nullptr && !all.empty()) last = &all.front();
    show_scenario(last != nullptr ? *last : new_scenario());
    tell(words_.say("ui.what_if_on", {state_.query.scenario->name}));
}

void Session::what_if(const ui::AddAssumed& wish) {
    const int index = wish.unit >= 0 ? wish.unit : state_.spec.selected;
    const domain::Unit* at = unit(index);
    const auto& now = state_.query.scenario;
    assume(index, (at != nullptr && now ? now->at(state_.spec.indicator, at->code) : 0) + wish.by, true);
}

void Session::what_if(const ui::SetAssumed& wish) { assume(wish.unit, wish.added, !wish.held); }

void Session::what_if(const ui::FillGap& wish) {
    if (!state_.query.scenario) carry_out(ui::WhatIf{ui::ToggleWhatIf{}});
    if (!may_assume()) return;
    domain::Query query = state_.query;
    query.filter = {};
    query.scenario->clear(state_.spec.indicator);
    const domain::Scoreboard board = domain::evaluate(*cache_.document(), query);
    domain::Filled filled =
        domain::fill_gap(board, territory(), state_.spec.indicator, wish.method, *state_.query.scenario);
    suppose(std::move(filled.scenario), true);
    std::string said = words_.say(filled.how);
    if (filled.at_most && filled.how.key != "fill.nothing" && filled.how.key != "fill.unknown")
        said += " " + words_["fill.at_most"];
    tell(std::move(said));
}

void Session::what_if(const ui::SetLapse& wish) {
    if (!domain::is_valid(wish.date)) return;
    if (!state_.query.scenario) carry_out(ui::WhatIf{ui::ToggleWhatIf{}});
    Scenario wished = *state_.query.scenario;
    wished.lapse_on.reset();
    if (wish.date > state_.query.as_of)
        wished.lapse_on = std::min(wish.date, ui::month_step(state_.query.as_of, ui::most_lapse_months));
    suppose(std::move(wished), !wish.held);
    if (!wish.held && !domain::of_products(domain::indicator(state_.spec.indicator)))
        tell(words_["ui.what_if_lapse_products"]);
}

void Session::what_if(const ui::StepLapse& wish) {
    const auto& now = state_.query.scenario;
    const domain::Date from = now && now->lapse_on ? *now->lapse_on : state_.query.as_of;
    what_if(ui::SetLapse{ui::month_step(from, wish.months)});
}

void Session::what_if(const ui::ResetScenario&) {
    if (!state_.query.scenario) return;
    Scenario wished = *state_.query.scenario;
    if (wished.assumes_nothing()) return;
    wished.added.clear();
    wished.filled.clear();
    wished.lapse_on.reset();
    const std::string name = wished.name;
    suppose(std::move(wished), true);
    tell(words_.say("ui.scenario_reset", {name}));
}

void Session::what_if(const ui::NewScenario&) {
    show_scenario(new_scenario());
    tell(words_.say("ui.what_if_on", {state_.query.scenario->name}));
}

void Session::what_if(const ui::ShowScenario& wish) {
    const auto& all = ledger_.document()->scenarios;
    if (wish.scenario < 0 || wish.scenario >= static_cast<int>(all.size())) return;
    show_scenario(all[static_cast<std::size_t>(wish.scenario)]);
}

void Session::what_if(const ui::NextScenario& wish) {
    const auto& all = ledger_.document()->scenarios;
    const int count = static_cast<int>(all.size());
    if (count == 0) return tell(words_["ui.no_scenarios"]);
    const Scenario* now = state_.query.scenario ? stored(*ledger_.document(), state_.query.scenario->id) : nullptr;
    const int at = now != nullptr ? static_cast<int>(now - all.data()) + wish.by : wish.by > 0 ? 0 : count - 1;
    what_if(ui::ShowScenario{(at + count) % count});
}

void Session::what_if(const ui::EditScenario&) {
    if (!state_.query.scenario) return;
    suppose(*state_.query.scenario, true);  // one that was never changed has no row yet
    const Scenario& now = *state_.query.scenario;
    state_.card = ui::EditCard{
        std::string{domain::scenarios_table}, now.id, now.name, {}, {{"name", now.name, now.name, now.name}}};
}

void Session::what_if(const ui::RemoveScenario&) {
    if (!state_.query.scenario) return;
    const Scenario gone = *state_.query.scenario;
    show_scenario({});
    state_.card = std::monostate{};
    if (stored(*ledger_.document(), gone.id) != nullptr) change({domain::removal_of(domain::row_of(gone))});
    tell(words_.say("ui.scenario_removed", {gone.name}));
}

}  // namespace ocop::app
