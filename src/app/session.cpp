#include "app/session.h"

#include <algorithm>
#include <cmath>

namespace ocop::app {

using domain::Era;
using domain::Level;

Session::Session(core::Language language) : words_{language} { state_.language = language; }

const domain::Territory& Session::territory() const { return cache_.document()->territory(state_.query.era); }

const domain::Unit* Session::unit(int index) const {
    const auto& units = territory().units;
    return index >= 0 && index < static_cast<int>(units.size()) ? &units[static_cast<std::size_t>(index)] : nullptr;
}

void Session::build_search() {
    search_ = SearchIndex{*cache_.document(), territory(), words_};
    state_.hits = search_.find(state_.search);
    state_.choice = 0;
}

void Session::adopt(Ledger ledger) {
    ledger_ = std::move(ledger);
    cache_.adopt(ledger_.document());
    start_with(*cache_.document());
    build_search();
}

void Session::adopt(Session prepared) {
    ledger_ = std::move(prepared.ledger_);
    cache_ = std::move(prepared.cache_);
    start_with(*cache_.document());
    search_ = std::move(prepared.search_);
    if (prepared.state_.language != state_.language) build_search();
}

void Session::start_with(const domain::Document& document) {
    state_.can_undo = ledger_.can_undo();
    state_.can_redo = ledger_.can_redo();
    state_.unsaved.clear();
    state_.query = {};
    state_.query.era = document.era;
    state_.query.as_of = document.as_of;
    state_.query.basis = document.basis;
    state_.spec.indicator = domain::IndicatorId::products;
    state_.spec.show = carto::Show::count;
    state_.card = state_.behind = std::monostate{};
    state_.product = -1;
    state_.search.clear();
    state_.search_open = false;
    state_.hits.clear();
    state_.choice = 0;
    state_.scene.clear();
    state_.off_deck = false;
    state_.spec.breaks.clear();
    deck_ready_ = false;
    scenario_.clear();
    basis_before_.reset();
    show_level(territory().at(Level::district).empty() ? Level::commune : Level::district, -1, -1);
    if (ledger_.unread()) carry_out(ui::OpenColumns{});
}

void Session::put(const PictureCache::Document& document, PictureCache::Geometry geometry) {
    cache_.put(document, std::move(geometry));
}

ui::Layout Session::arrange(float width, float height, const ui::Theme& theme, double pixels) {
    const ui::Layout out = ui::layout(width, height, theme.scale, {state_.left_wished, state_.right_wished},
                                      state_.presenting, state_.query.scenario.has_value());
    left_folded_ = out.left_folded;
    right_folded_ = out.right_folded;
    const int width_px = std::max(1, static_cast<int>(std::lround(out.map.width * pixels)));
    const int height_px = std::max(1, static_cast<int>(std::lround(out.map.height * pixels)));
    state_.spec.aspect = static_cast<double>(width_px) / height_px;
    state_.spec.pixel_height = height_px;
    // Beside panels the smallest type (2.2 % of the picture) is at least as large as theirs.
    state_.spec.type_scale =
        std::clamp(static_cast<double>(theme.small.size) / 1.21 / (0.022 * out.map.height), 1.0, 1.5);
    const bool all = state_.presenting;
    if (all) state_.spec.type_scale = 1;
    state_.spec.parts = {.headline = true, .legend = true, .ranking = all, .tiles = all, .footer = true};
    if (all && !state_.scene.empty() && !state_.off_deck) state_.spec.parts = parts_;
    return out;
}

void Session::restore(std::optional<bool> left, std::optional<bool> right, bool still) {
    state_.still = still;
    state_.left_wished = left;
    state_.right_wished = right;
}

bool Session::refresh(const scene::TextMeasure& measure) {
    const bool drawn = cache_.refresh(state_, words_, measure);
    mark_edited();
    return drawn;
}

ui::View Session::view() const {
    core::require(ready(), "a view needs a picture");
    return {*cache_.document(), territory(), state_, cache_.derived(), *cache_.geometry(), words_};
}

std::vector<Effect> Session::take_effects() { return std::exchange(effects_, {}); }

void Session::tell(std::string notice) {
    state_.notice = std::move(notice);
    ++state_.notice_number;
}

void Session::apply(const ui::Command& command) {
    if (!has_document() && !std::holds_alternative<ui::Open>(command) &&
        !std::holds_alternative<ui::SetLanguage>(command) && !std::holds_alternative<ui::ToggleHelp>(command))
        return;
    try {
        const bool had_card = !std::holds_alternative<std::monostate>(state_.card);
        const std::string scene = state_.scene;
        std::visit([this](const auto& what) { carry_out(what); }, command);
        // A panel that slides over the map would lie over the card that was asked for.
        if (!had_card && !std::holds_alternative<std::monostate>(state_.card))
            state_.left_over = state_.right_over = false;
        if (!std::holds_alternative<ui::EditCard>(state_.card) && !std::holds_alternative<ui::ColumnsCard>(state_.card))
            state_.behind = std::monostate{};  // something else was opened in place of both
        if (!state_.scene.empty()) follow_deck();
        auto* scenes = std::get_if<ui::ScenesCard>(&state_.card);
        if (scenes != nullptr && state_.scene != scene && !state_.scene.empty())
            scenes->cursor = {ledger_.document()->deck.find(state_.scene), 0, scenes->cursor.steps + 1};
    } catch (const core::Error& error) {
        tell(words_.say(error.message()));
    }
}

void Session::carry_out(const ui::SetIndicator& wish) {
    state_.spec.indicator = wish.indicator;
    state_.spec.isolated_class = -1;
    const domain::Indicator& indicator = domain::indicator(wish.indicator);
    if (state_.spec.level == Level::commune && !indicator.has_commune) {
        const domain::Unit* chosen = unit(state_.spec.selected);
        if (!territory().at(Level::district).empty())
            show_level(Level::district, -1,
                       chosen != nullptr && chosen->level == Level::commune ? chosen->parent : state_.spec.focus);
        tell(words_["ui.district_only"]);
    }
    if (auto* rows = std::get_if<ui::RowsCard>(&state_.card)) *rows = {wish.indicator, rows->unit, 0, {}};
    tell_without_quota();
}

void Session::carry_out(const ui::SetLevel& wish) {
    if (wish.level == state_.spec.level && state_.spec.focus < 0) return;
    if (territory().at(wish.level).empty()) return tell(words_["ui.no_districts"]);
    if (wish.level == Level::commune && !domain::indicator(state_.spec.indicator).has_commune)
        return tell(words_["ui.district_only"]);
    const domain::Unit* chosen = unit(state_.spec.selected);
    int selected = -1;
    if (chosen != nullptr && chosen->level == wish.level) selected = state_.spec.selected;
    if (chosen != nullptr && chosen->level == Level::commune && wish.level == Level::district)
        selected = chosen->parent;
    if (wish.level == Level::district && selected < 0) selected = state_.spec.focus;
    show_level(wish.level, -1, selected);
}

void Session::show_level(Level level, int focus, int selected) {
    state_.spec.level = level;
    state_.spec.focus = focus;
    state_.spec.selected = selected;
    state_.spec.hovered = -1;
    state_.spec.isolated_class = -1;
    state_.spec.camera.reset();
    state_.camera.reset();
}

void Session::carry_out(const ui::SetShow& wish) {
    state_.spec.show = wish.show;
    state_.spec.isolated_class = -1;
    tell_without_quota();
}

void Session::tell_without_quota() {
    if (state_.spec.show == carto::Show::count) return;
    const domain::Plan& plan = cache_.document()->plan;
    if (plan.target(state_.spec.indicator, state_.spec.level, state_.query.era) == nullptr)
        tell(words_["ui.no_quota_here"]);
}

void Session::carry_out(const ui::SetBasis& wish) { state_.query.basis = wish.basis; }

void Session::carry_out(const ui::SetAsOf& wish) {
    if (domain::is_valid(wish.date)) state_.query.as_of = wish.date;
}

void Session::carry_out(const ui::SetFilter& wish) { state_.query.filter = wish.filter; }

void Session::carry_out(const ui::SetExpiringDays& wish) { state_.query.expiring_days = wish.days; }

void Session::carry_out(const ui::SetEra& wish) {
    if (wish.era == state_.query.era || cache_.document()->territory(wish.era).empty()) return;
    if (!cache_.document()->shows(wish.era)) return tell(words_["error.register_after_era"]);
    state_.query.era = wish.era;
    state_.card = std::monostate{};
    const bool districts = !territory().at(Level::district).empty();
    show_level(districts ? Level::district : Level::commune, -1, -1);
    build_search();
}

void Session::carry_out(const ui::SetLanguage& wish) {
    state_.language = wish.language;
    words_ = core::Words{wish.language};
    if (has_document()) build_search();
}

void Session::carry_out(const ui::Select& wish) {
    state_.spec.selected = unit(wish.unit) != nullptr ? wish.unit : -1;
    state_.product = -1;
    if (auto* rows = std::get_if<ui::RowsCard>(&state_.card)) {
        if (state_.spec.selected >= 0)
            *rows = {rows->indicator, state_.spec.selected, rows->stars, rows->producer, {}};
        else
            state_.card = std::monostate{};
    }
}

void Session::carry_out(const ui::Hover& wish) { state_.spec.hovered = unit(wish.unit) != nullptr ? wish.unit : -1; }

void Session::carry_out(const ui::IsolateClass& wish) {
    int& isolated = state_.spec.isolated_class;
    isolated = isolated == wish.legend_class ? -1 : wish.legend_class;
}

void Session::carry_out(const ui::DrillDown& wish) {
    const int target = wish.unit >= 0 ? wish.unit : state_.spec.selected;
    const domain::Unit* into = unit(target);
    if (into == nullptr) return;
    if (into->level == Level::district && domain::indicator(state_.spec.indicator).has_commune) {
        show_level(Level::commune, target, -1);
    } else {
        state_.spec.selected = target;
        carry_out(ui::OpenRows{state_.spec.indicator, target});
    }
}

void Session::carry_out(const ui::DrillUp&) {
    if (!std::holds_alternative<std::monostate>(state_.card)) {
        close_card();
    } else if (state_.spec.focus >= 0) {
        show_level(Level::district, -1, state_.spec.focus);
    } else if (state_.spec.level == Level::commune && !territory().at(Level::district).empty()) {
        carry_out(ui::SetLevel{Level::district});
    } else {
        carry_out(ui::GoHome{});
    }
}

void Session::carry_out(const ui::GoHome&) {
    state_.spec.focus = -1;
    state_.spec.camera.reset();
    state_.camera.reset();
}

void Session::carry_out(const ui::MoveCamera& wish) { state_.camera = wish.camera; }

void Session::carry_out(const ui::SettleCamera&) {
    if (state_.camera) state_.spec.camera = state_.camera;
    state_.camera.reset();
}

}  // namespace ocop::app
