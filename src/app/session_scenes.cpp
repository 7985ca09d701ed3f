// The commands of the deck: scenes are shown, stepped, caught and changed; each change is one step of the ledger.
#include <algorithm>

#include "app/session.h"
#include "carto/vision.h"
#include "data/store.h"
#include "domain/edited_deck.h"

namespace ocop::app {

using domain::SceneSpec;

const std::vector<Staged>& Session::deck() {
    if (!std::exchange(deck_ready_, true)) deck_ = staged(ledger_.document(), ledger_.document()->deck);
    return deck_;
}

const SceneSpec& Session::scene(int at) const { return ledger_.document()->deck.scenes[static_cast<std::size_t>(at)]; }

int Session::scene_at(int wished) {
    const domain::Deck& scenes = ledger_.document()->deck;
    const int at = wished >= 0 || state_.scene.empty() ? wished : scenes.find(state_.scene);
    if (at >= 0 && at < static_cast<int>(scenes.scenes.size())) return at;
    tell(words_[scenes.scenes.empty() ? "ui.no_scenes" : "ui.no_scene_shown"]);
    return -1;
}

void Session::show_document() {
    const int at = state_.scene.empty() ? -1 : ledger_.document()->deck.find(state_.scene);
    const auto& document = at < 0 ? ledger_.document() : deck()[static_cast<std::size_t>(at)].document;
    if (cache_.document() != document) cache_.adopt(document);
}

void Session::follow_deck() {
    const int at = ledger_.document()->deck.find(state_.scene);
    if (at < 0) return leave_deck();  // removed, or undone
    const Staged& shown = deck()[static_cast<std::size_t>(at)];
    const carto::MapSpec &now = state_.spec, &then = shown.spec;
    const bool same = now.indicator == then.indicator && now.level == then.level && now.show == then.show;
    state_.spec.breaks = same ? then.breaks : std::vector<std::int64_t>{};
    state_.off_deck =
        !same || state_.camera || now.camera != then.camera || now.focus != then.focus || state_.query != shown.query;
}

void Session::leave_deck() {
    state_.scene.clear();
    state_.off_deck = false;
    state_.spec.breaks.clear();
    show_document();
}

void Session::carry_out(const ui::OpenScenes&) {
    if (std::holds_alternative<ui::ScenesCard>(state_.card)) {
        state_.card = ui::Card{};
        return;
    }
    const int shown = state_.scene.empty() ? 0 : ledger_.document()->deck.find(state_.scene);
    state_.card = ui::ScenesCard{{std::max(0, shown), 0, 1}};
}

void Session::carry_out(const ui::ShowScene& wish) {
    const int at = scene_at(std::max(0, wish.scene));
    if (at < 0) return;
    const Staged& next = deck()[static_cast<std::size_t>(at)];
    const bool other_era = next.query.era != state_.query.era;
    state_.scene = next.scene.id;
    state_.off_deck = false;
    state_.query = next.query;
    basis_before_.reset();
    state_.camera.reset();
    parts_ = next.spec.parts;
    carto::MapSpec& spec = state_.spec;
    spec.indicator = next.spec.indicator;
    spec.level = next.spec.level;
    spec.show = next.spec.show;
    spec.focus = next.spec.focus;
    spec.selected = next.spec.selected;
    spec.hovered = -1;
    spec.pulsed.clear();
    spec.camera = next.spec.camera;
    spec.breaks = next.spec.breaks;
    show_document();
    spec.isolated_class = isolated_row(next, *cache_.geometry_of(next.query.era, next.spec.level), words_);
    state_.product = -1;
    if (!std::holds_alternative<ui::ScenesCard>(state_.card)) state_.card = std::monostate{};
    if (other_era) build_search();
    state_.blank = ui::Blank::off;
    ++state_.travels;
    state_.travelling = true;  // until the window has looked at it
}

void Session::carry_out(const ui::StepScene& wish) {
    if (state_.blank != ui::Blank::off) {  // first the picture that was there
        state_.blank = ui::Blank::off;
        return;
    }
    const auto& scenes = ledger_.document()->deck.scenes;
    const int count = static_cast<int>(scenes.size());
    if (count == 0) return tell(words_["ui.no_scenes"]);
    const int now = state_.scene.empty() ? -1 : ledger_.document()->deck.find(state_.scene);
    int next = now + wish.by;
    if (now < 0) next = wish.by > 0 ? 0 : count - 1;
    if (now >= 0 && state_.off_deck) next = now;
    if (next >= 0 && next < count) return carry_out(ui::ShowScene{next});
    if (!state_.presenting) tell(words_[next < 0 ? "ui.deck_begins" : "ui.deck_ends"]);
}

void Session::carry_out(const ui::CaptureScene& wish) {
    if (state_.camera) carry_out(ui::SettleCamera{});
    SceneSpec caught = captured(*cache_.document(), state_.query, state_.spec, cache_.derived().picture);
    const domain::Deck& scenes = ledger_.document()->deck;
    const int shown = state_.scene.empty() ? -1 : scenes.find(state_.scene);
    if (shown >= 0) caught.plan = scene(shown).plan;
    if (wish.replace) {
        const int at = scene_at(-1);
        if (at < 0) return;
        const SceneSpec& now = scene(at);
        caught.id = now.id, caught.title = now.title, caught.notes = now.notes, caught.order = now.order;
        caught.breaks = now.breaks, caught.own_breaks = now.own_breaks, caught.card = now.card;
        caught.parts = now.parts;
        domain::Edit edit = domain::scene_changed(now, caught);
        const std::string title = edit.name;
        if (!edit.fields.empty()) change({std::move(edit)});
        return tell(words_.say("ui.scene_replaced", {title}));
    }
    caught.id = "s" + data::new_stamp().id;
    caught.title =
        words_.say("ui.scene_title", {words_["ui.short." + std::string{domain::indicator(caught.indicator).name}],
                                      words_["ui.level." + std::string{domain::id(caught.level)}],
                                      domain::vietnamese(state_.query.as_of)});
    if (caught.show != domain::Show::count)
        caught.title += " · " + words_["ui.show." + std::string{domain::id(caught.show)}];
    if (caught.scenario) caught.title += " · " + words_.say("ui.scene_assumes", {caught.scenario->name});
    if (const domain::Unit* there = unit(state_.spec.focus >= 0 ? state_.spec.focus : state_.spec.selected))
        caught.title = there->name + ": " + caught.title;
    caught.order = domain::order_before(scenes, shown >= 0 ? shown + 1 : static_cast<int>(scenes.scenes.size()));
    const std::string id = caught.id;
    change({domain::scene_added(caught)});
    state_.scene = id;
    const domain::Deck& now = ledger_.document()->deck;
    tell(words_.say("ui.scene_caught", {std::to_string(now.find(id) + 1), caught.title}));
}

void Session::carry_out(const ui::MoveScene& wish) {
    const int at = scene_at(wish.scene);
    if (at < 0) return;
    const domain::Deck& scenes = ledger_.document()->deck;
    const int to = at + wish.by;
    if (to < 0 || to >= static_cast<int>(scenes.scenes.size()))
        return tell(words_[to < 0 ? "ui.deck_begins" : "ui.deck_ends"]);
    SceneSpec moved = scene(at);
    moved.order = domain::order_before(scenes, wish.by > 0 ? to + 1 : to);
    const std::string title = moved.title;
    change({domain::scene_changed(scene(at), moved)});
    if (auto* list = std::get_if<ui::ScenesCard>(&state_.card)) list->cursor = {to, 0, list->cursor.steps + 1};
    tell(words_.say("ui.scene_moved", {title, std::to_string(to + 1)}));
}

void Session::carry_out(const ui::EditScene& wish) {
    const int at = scene_at(wish.scene);
    if (at < 0) return;
    const SceneSpec& edited = scene(at);
    ui::EditCard card{std::string{domain::scenes_table}, edited.id, domain::row_of(edited).name, {}, {}, {}, {}};
    for (const auto& [column, value] : {std::pair{"title", &edited.title}, std::pair{"notes", &edited.notes}})
        card.fields.push_back({column, *value, *value, *value});
    if (auto* list = std::get_if<ui::ScenesCard>(&state_.card)) list->cursor = {at, 0, list->cursor.steps + 1};
    open_over(std::move(card));
}

void Session::carry_out(const ui::RemoveScene& wish) {
    const int at = scene_at(wish.scene);
    if (at < 0) return;
    const domain::RowCells row = domain::row_of(scene(at));
    state_.card = ui::ScenesCard{{at, 0, 1}};
    change({domain::removal_of(row)});
    tell(words_.say("ui.scene_removed", {row.name}));
}

void Session::carry_out(const ui::SetBlank& wish) {
    if (state_.presenting) state_.blank = state_.blank == wish.blank ? ui::Blank::off : wish.blank;
}

void Session::carry_out(const ui::ToggleFreeze&) {
    if (state_.presenting) state_.frozen = !state_.frozen;
}

void Session::carry_out(const ui::ToggleMotion&) {
    state_.still = !state_.still;
    tell(words_[state_.still ? "ui.motion_off" : "ui.motion_on"]);
}

void Session::carry_out(const ui::NextViewing&) {
    if (!state_.frozen) state_.viewing = (state_.viewing + 1) % carto::viewings.size();
}

}  // namespace ocop::app
