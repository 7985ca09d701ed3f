// The strip under the map while a scenario is shown: which one, how much is assumed of the selected unit, what fills
// the gap in one click, and the day on which certificates must hold.
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "ui/panels.h"

namespace ocop::ui {

std::pair<int, int> assumable(const domain::Scoreboard& board, const domain::Territory& territory,
                              domain::IndicatorId indicator, int unit) {
    const domain::Unit& own = territory.units[static_cast<std::size_t>(unit)];
    if (!domain::can_be_assumed(indicator, own.level)) return {0, 0};
    const domain::Score& score = board.score(indicator, unit);
    const bool count = domain::indicator(indicator).measure == domain::Measure::count;
    // Of what is counted already, for the board may be a step behind the state.
    const auto& then = board.query.scenario;
    const int already = score.assumed && then ? then->at(indicator, own.code) : 0;
    constexpr int most = 1000;
    if (!score.value) {
        if (count) return {0, most};
        const bool known = indicator == domain::IndicatorId::outreach;  // how many communes there are
        return {0, known ? static_cast<int>(territory.children(unit).size()) : 0};
    }
    const int without = static_cast<int>(score.value->numerator) - already;
    return {-without, count ? most : static_cast<int>(score.value->denominator) - without};
}

namespace {

/// A track with a knob: the value under the mouse while it is held, and once more when it is let go.
struct Slid {
    std::optional<int> value;
    bool held = false;
};

Slid slider(const Theme& theme, const char* id, const Rect& area, int least, int most, int value, int zero) {
    const Touch what = touch(id, area);
    const bool let_go = ImGui::IsItemDeactivated();  // also beside it
    const float pad = theme.px(8), room = area.width - 2 * pad, middle = std::round(area.y + area.height / 2);
    const int span = std::max(1, most - least);
    const auto at = [&](int n) {
        return std::round(area.x + pad +
                          room * static_cast<float>(std::clamp(n, least, most) - least) / static_cast<float>(span));
    };
    fill({area.x + pad, middle - theme.px(2), room, theme.px(4)}, rule_colour, theme.px(2));
    const float from = std::min(at(zero), at(value)), to = std::max(at(zero), at(value));
    fill({from, middle - theme.px(2), to - from, theme.px(4)}, accent, theme.px(2));
    fill({at(zero) - 1, middle - theme.px(6), 2, theme.px(12)}, quiet);
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddCircleFilled({at(value), middle}, theme.px(what.held || what.hovered ? 8 : 7), accent);
    Slid out{{}, what.held};
    if (!what.held && !let_go) return out;
    const float part = room > 0 ? (ImGui::GetIO().MousePos.x - area.x - pad) / room : 0;
    out.value = std::clamp(least + static_cast<int>(std::lround(part * static_cast<float>(span))), least, most);
    return out;
}

int months_between(domain::Date from, domain::Date to) { return 12 * (to.year - from.year) + to.month - from.month; }

class Strip {
public:
    Strip(const View& view, const Theme& theme, const Rect& area)
        : view_{view}, theme_{theme}, area_{area}, now_{*view.state.query.scenario}, words_{view.words} {
        left_ = area.x + theme.px(16);
        right_ = area.right() - theme.px(16);
        row_ = std::floor((area.height - theme.px(8)) / 3);
    }

    Commands draw() {
        rule({area_.x, area_.y}, area_.width);
        head(line(0));
        unit(line(1));
        day(line(2));
        return std::move(wishes_);
    }

private:
    Rect line(int n) const {
        return {left_, area_.y + theme_.px(4) + row_ * static_cast<float>(n), right_ - left_, row_};
    }
    template <class What>
    void wish(What what) {
        wishes_.push_back(WhatIf{what});
    }
    float text_y(const Rect& line, const Face& face) const {
        return std::round(line.y + (line.height - face.size) / 2);
    }
    bool word(const char* id, float x, const Rect& line, std::string_view label, ImU32 colour = accent) const {
        return link(theme_, id, {x, text_y(line, theme_.body) - theme_.px(6)}, label, nullptr, colour);
    }

    /// The mark, all scenarios by name, and what changes them.
    void head(const Rect& line) {
        const std::string& mark = words_["mark.assumed"];
        const Rect tag{line.x, std::round(line.y + (line.height - theme_.px(24)) / 2),
                       text_width(theme_.small_bold, mark) + theme_.px(16), theme_.px(24)};
        fill(tag, ink, theme_.px(3));
        text_in(theme_.small_bold, {tag.x + theme_.px(8), tag.y, tag.width, tag.height}, mark, white);
        float end = line.right() - link_width(theme_, "", icon::close);
        if (link(theme_, "what-if close", {end, text_y(line, theme_.body) - theme_.px(6)}, "", icon::close, ink))
            wish(ToggleWhatIf{});
        const auto from_right = [&](const char* id, const char* key) {
            end -= link_width(theme_, words_[key]) + theme_.px(8);
            return word(id, end, line, words_[key]);
        };
        if (from_right("what-if remove", "ui.what_if_remove")) wish(RemoveScenario{});
        if (from_right("what-if rename", "ui.what_if_rename")) wish(EditScenario{});
        if (from_right("what-if reset", "ui.what_if_reset")) wish(ResetScenario{});
        if (from_right("what-if new", "ui.what_if_new")) wish(NewScenario{});
        float x = tag.right() + theme_.px(8);
        const auto& all = view_.document.scenarios;
        const bool listed = std::any_of(all.begin(), all.end(), [&](const auto& each) { return each.id == now_.id; });
        const auto entry = [&](const std::string& name, bool on, int which) {
            const float wide = std::min(chip_width(theme_, name), std::max(0.0f, end - theme_.px(16) - x));
            if (wide < theme_.px(40)) return;
            const std::string id = "scenario " + std::to_string(which);
            if (chip(theme_, id, {x, line.y + theme_.px(2), wide, line.height - theme_.px(4)}, name, on) && !on)
                wish(ShowScenario{which});
            x += wide + theme_.px(4);
        };
        if (!listed) entry(now_.name, true, -1);
        for (int i = 0; i < static_cast<int>(all.size()); ++i)  // the shown one first: it is never out of room
            if (all[static_cast<std::size_t>(i)].id == now_.id) entry(now_.name, true, i);
        for (int i = 0; i < static_cast<int>(all.size()); ++i)
            if (const auto& each = all[static_cast<std::size_t>(i)]; each.id != now_.id) entry(each.name, false, i);
    }

    /// The selected unit: fewer, the slider, more; then the three ways to fill the gap.
    void unit(const Rect& line) {
        float end = line.right();
        constexpr std::array methods{domain::FillMethod::below_first, domain::FillMethod::by_communes,
                                     domain::FillMethod::even};
        const domain::IndicatorId indicator = view_.state.spec.indicator;
        const auto filled = now_.filled.find(indicator);
        for (const domain::FillMethod method : methods) {
            const std::string name{domain::id(method)};
            const std::string& label = words_["ui.fill." + name];
            const bool on = filled != now_.filled.end() && filled->second == method;
            const float wide = chip_width(theme_, label);
            end -= wide;
            const std::string id = "fill " + name;
            if (chip(theme_, id, {end, line.y + theme_.px(2), wide, line.height - theme_.px(4)}, label, on))
                wish(FillGap{method});
            end -= theme_.px(4);
        }
        const std::string& head = words_["ui.what_if_fill"];
        end -= text_width(theme_.small, head) + theme_.px(8);
        text(theme_.small, {end, text_y(line, theme_.small)}, head, quiet);
        end -= theme_.px(24);

        const int at = view_.state.spec.selected;
        if (!view_.has(at) || !domain::can_be_assumed(indicator, view_.unit(at).level)) {
            const char* key = domain::can_be_assumed(indicator) ? "ui.what_if_none_chosen" : "ui.what_if_no_quota";
            text(theme_.body, {line.x, text_y(line, theme_.body)}, words_[key], quiet, Justify::left, end - line.x);
            return;
        }
        const domain::Unit& own = view_.unit(at);
        const int added = now_.at(indicator, own.code);
        const std::string value = carto::value_text(view_.score(at), indicator, carto::Show::count, words_);
        const float name_room = std::min(theme_.px(220), (end - line.x) * 0.5f);
        const std::string name = carto::short_name(view_.territory, at, words_);
        text(theme_.body, {line.x, text_y(line, theme_.body)}, name, ink, Justify::left,
             name_room - text_width(theme_.body_bold, value) - theme_.px(8));
        text(theme_.body_bold, {line.x + name_room, text_y(line, theme_.body)}, value, ink, Justify::right);
        float x = line.x + name_room + theme_.px(8);
        if (word("what-if less", x, line, "−", ink)) wish(AddAssumed{-1});
        x += link_width(theme_, "−");
        const auto [least, most] = assumable(view_.derived.board, view_.territory, indicator, at);
        const float more = link_width(theme_, "+");
        const Rect track{x, line.y, std::max(theme_.px(40), std::min(theme_.px(260), end - more - x)), line.height};
        // From nothing to a little over what is asked for, wherever the knob stands.
        const int quota = view_.score(at).quota.value_or(0);
        const int high = std::min(most, std::max({10, added + 5, 2 * (view_.score(at).share ? most : quota)}));
        const Slid slid = slider(theme_, "what-if slider", track, least, std::max(least + 1, high), added, 0);
        const ImGuiIO& io = ImGui::GetIO();
        const Rect whole{line.x, line.y, track.right() + more - line.x, line.height};
        if (io.MouseWheel != 0 && whole.contains(io.MousePos.x, io.MousePos.y))
            wish(AddAssumed{io.MouseWheel > 0 ? 1 : -1});
        if (slid.value) wish(SetAssumed{at, *slid.value, slid.held});
        if (word("what-if more", track.right(), line, "+", ink)) wish(AddAssumed{1});
    }

    /// Until when certificates lapse without a re-rating.
    void day(const Rect& line) {
        const domain::Date as_of = view_.state.query.as_of;
        const std::string& head = words_["ui.what_if_day"];
        text(theme_.small, {line.x, text_y(line, theme_.small)}, head, quiet);
        float x = line.x + text_width(theme_.small, head) + theme_.px(12);
        const std::string shown = now_.lapse_on
                                      ? domain::vietnamese(*now_.lapse_on)
                                      : domain::vietnamese(as_of) + " (" + words_["ui.what_if_recorded_day"] + ")";
        const float shown_room = theme_.px(236);
        if (word("lapse less", x, line, "−", ink)) wish(StepLapse{-1});
        x += link_width(theme_, "−");
        const Rect track{x, line.y, std::max(theme_.px(80), line.right() - shown_room - link_width(theme_, "+") - x),
                         line.height};
        const int months = now_.lapse_on ? months_between(as_of, *now_.lapse_on) : 0;
        const Slid slid = slider(theme_, "lapse slider", track, 0, most_lapse_months, months, 0);
        const ImGuiIO& io = ImGui::GetIO();
        if (io.MouseWheel != 0 && line.contains(io.MousePos.x, io.MousePos.y))
            wish(StepLapse{io.MouseWheel > 0 ? 1 : -1});
        if (slid.value) wish(SetLapse{month_step(as_of, *slid.value), slid.held});
        if (word("lapse more", track.right(), line, "+", ink)) wish(StepLapse{1});
        text(theme_.body_bold, {line.right(), text_y(line, theme_.body)}, shown, now_.lapse_on ? ink : quiet,
             Justify::right);
    }

    const View& view_;
    const Theme& theme_;
    const Rect area_;
    const domain::Scenario& now_;
    const core::Words& words_;
    float left_ = 0, right_ = 0, row_ = 0;
    Commands wishes_;
};

}  // namespace

Commands what_if_strip(const View& view, const Theme& theme, const Rect& area) {
    const Pane pane{"what if", area};
    return Strip{view, theme, area}.draw();
}

}  // namespace ocop::ui
