// What is counted and how: indicators, views, units of which year, basis, date, filters.
#include <array>
#include <cstdio>
#include <utility>

#include "ui/panels.h"

namespace ocop::ui {

namespace {
using domain::IndicatorId;

struct Pen {
    const View& view;
    const Theme& theme;
    ImVec2 at;
    float width;
    Commands& wishes;

    void heading(const char* key) {
        at.y += theme.px(12);
        text(theme.small_bold, {at.x + theme.px(24), at.y}, view.words[key], quiet);
        at.y += theme.px(24);
    }
    void line_between() {
        at.y += theme.px(10);
        rule({at.x + theme.px(24), at.y}, width - theme.px(40));
        at.y += theme.px(2);
    }
    /// A row of a list of which one is chosen, with a value at its right end.
    bool row(std::string_view id, std::string_view words, bool chosen, std::string_view value = {},
             std::optional<domain::Status> status = {}, bool* value_clicked = nullptr) {
        const Rect area{at.x, at.y, width, theme.px(32)};
        Touch on_value;
        if (value_clicked != nullptr) {
            const float wide = text_width(theme.body_bold, value) + theme.px(12);
            on_value =
                touch(std::string{id} + " value", {area.right() - theme.px(32) - wide, area.y, wide, area.height});
            *value_clicked = on_value.clicked;
        }
        const Touch what = touch(id, area);
        if (chosen) {
            fill(area, accent_soft);
            fill({area.x, area.y, theme.px(4), area.height}, accent);
        } else if (what.hovered) {
            fill(area, hover_soft);
        }
        const float right = area.right() - theme.px(16), mark = status ? theme.px(20) : 0;
        if (status) status_mark(theme, {right - theme.px(5), area.y + area.height / 2}, *status);
        const float value_width = value.empty() ? 0 : text_width(theme.body_bold, value) + theme.px(8);
        const float y = area.y + (area.height - theme.body.size) / 2;
        text(chosen ? theme.body_bold : theme.body, {area.x + theme.px(24), y}, words, chosen ? accent : ink,
             Justify::left, right - mark - value_width - area.x - theme.px(24));
        text(theme.body_bold, {right - mark, y}, value, on_value.hovered ? accent : ink, Justify::right);
        at.y += area.height;
        return what.clicked;
    }
    Rect inset_row(float height) {
        const Rect out{at.x + theme.px(16), at.y, width - theme.px(32), theme.px(height)};
        at.y += theme.px(height);
        return out;
    }
};

void indicators(Pen& pen) {
    pen.heading("ui.indicators");
    int number = 0;
    for (const carto::Tile& tile : pen.view.derived.tiles) {
        std::string name = pen.view.words["ui.short." + std::string{domain::indicator(tile.indicator).name}];
        const float taken = text_width(pen.theme.body_bold, name) + text_width(pen.theme.body_bold, tile.value);
        const std::string tight = "ui.tight." + std::string{domain::indicator(tile.indicator).name};
        if (taken > pen.width - pen.theme.px(24 + 16 + 20 + 8))
            name = pen.view.words.has(tight) ? pen.view.words[tight] : tile.label;
        bool value = false;
        if (pen.row("indicator" + std::to_string(++number), name, pen.view.state.spec.indicator == tile.indicator,
                    tile.value, tile.state, &value) ||
            value)
            pen.wishes.push_back(SetIndicator{tile.indicator});
        if (value) pen.wishes.push_back(OpenRows{tile.indicator, 0});
    }
}

void views(Pen& pen) {
    const IndicatorId shown = pen.view.state.spec.indicator;
    const core::Words& words = pen.view.words;
    pen.heading("ui.views");
    const bool stars = shown >= IndicatorId::stars_highest && shown <= IndicatorId::stars_mix;
    if (pen.row("stars", words["ui.short.stars"], stars))
        pen.wishes.push_back(SetIndicator{IndicatorId::stars_highest});
    if (stars) {
        const std::array<std::string, 4> kinds{words["ui.stars.highest"], words["ui.stars.mean"],
                                               words["ui.stars.share45"], words["ui.stars.mix"]};
        const int first = static_cast<int>(IndicatorId::stars_highest);
        if (const auto choice =
                segmented(pen.theme, "star kind", pen.inset_row(32), kinds, static_cast<int>(shown) - first))
            pen.wishes.push_back(SetIndicator{static_cast<IndicatorId>(first + *choice)});
    }
    for (const IndicatorId view :
         {IndicatorId::blank_communes, IndicatorId::projects, IndicatorId::per_10k, IndicatorId::expiring}) {
        const std::string name{domain::indicator(view).name};
        if (pen.row(name, words["ui.short." + name], shown == view)) pen.wishes.push_back(SetIndicator{view});
    }
    if (shown == IndicatorId::expiring) {
        const std::array<std::string, 2> days{words.say("ui.days", {"90"}), words.say("ui.days", {"180"})};
        if (const auto choice = segmented(pen.theme, "days", pen.inset_row(32), days,
                                          pen.view.state.query.expiring_days == 180 ? 1 : 0))
            pen.wishes.push_back(SetExpiringDays{*choice == 1 ? 180 : 90});
    }
}

void units(Pen& pen) {
    const core::Words& words = pen.view.words;
    if (pen.view.document.territories.size() < 2) return;
    pen.heading("ui.era");
    const std::array<std::string, 2> eras{words["ui.era.2021"], words["ui.era.2025"]};
    if (const auto choice = segmented(pen.theme, "era", pen.inset_row(32), eras,
                                      pen.view.state.query.era == domain::Era::y2025 ? 1 : 0))
        pen.wishes.push_back(SetEra{*choice == 1 ? domain::Era::y2025 : domain::Era::y2021});
    pen.line_between();
}

void basis(Pen& pen) {
    pen.heading("ui.basis");
    for (const domain::Basis each : {domain::Basis::fresh, domain::Basis::recognised, domain::Basis::valid}) {
        const std::string name{domain::id(each)};
        if (pen.row("basis" + name, pen.view.words["ui.basis." + name], pen.view.state.query.basis == each))
            pen.wishes.push_back(SetBasis{each});
    }
}

void date_field(Pen& pen, const Rect& area) {
    std::array<char, 16> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%s", domain::vietnamese(pen.view.state.query.as_of).c_str());
    const float wide = text_width(pen.theme.body_bold, buffer.data()) + pen.theme.px(20);
    ImGui::SetCursorScreenPos(
        {area.x + (area.width - wide) / 2, area.y + (area.height - pen.theme.body.size) / 2 - pen.theme.px(6)});
    ImGui::SetNextItemWidth(wide);
    if (pen.theme.body_bold.font != nullptr) ImGui::PushFont(pen.theme.body_bold.font);
    const bool entered = ImGui::InputText("##date", buffer.data(), buffer.size(),
                                          ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_AutoSelectAll);
    if (pen.theme.body_bold.font != nullptr) ImGui::PopFont();
    if (!entered) return;
    if (const auto date = domain::parse_date(buffer.data())) pen.wishes.push_back(SetAsOf{date->day});
}

void as_of(Pen& pen) {
    using domain::Date;
    const Date now = pen.view.state.query.as_of;
    pen.heading("ui.as_of");
    const Rect area = pen.inset_row(32);
    const float step = pen.theme.px(32);
    const std::array<std::pair<const char*, Date>, 4> steps{{{icon::double_left, month_step(now, -1)},
                                                             {icon::left, domain::plus_days(now, -1)},
                                                             {icon::right, domain::plus_days(now, 1)},
                                                             {icon::double_right, month_step(now, 1)}}};
    for (int i = 0; i < 4; ++i) {
        const auto& [mark, date] = steps[static_cast<std::size_t>(i)];
        const float x = i < 2 ? area.x + step * static_cast<float>(i) : area.right() - step * static_cast<float>(4 - i);
        const Rect cell{x, area.y, step, area.height};
        const Touch what = touch("date" + std::to_string(i), cell);
        if (what.hovered) fill(cell, hover_soft, pen.theme.px(4));
        text_in(pen.theme.title, cell, mark, accent, Justify::centre);
        if (what.clicked) pen.wishes.push_back(SetAsOf{date});
    }
    date_field(pen, area);
}
/// Another file, and what the columns of this one mean; and, of one that was opened by itself, a workspace to keep.
void file_links(Pen& pen) {
    const core::Words& words = pen.view.words;
    const float left = pen.at.x + pen.theme.px(16);
    pen.line_between();
    pen.at.y += pen.theme.px(4);
    if (link(pen.theme, "browse", {left, pen.at.y}, words["ui.open_title"], nullptr, ink))
        pen.wishes.push_back(Browse{});
    const float right = pen.at.x + pen.width - pen.theme.px(8) - link_width(pen.theme, words["ui.columns_menu"]);
    if (link(pen.theme, "columns", {right, pen.at.y}, words["ui.columns_menu"], nullptr, ink))
        pen.wishes.push_back(OpenColumns{});
    pen.at.y += pen.theme.px(32);
    if (pen.view.document.path.ends_with(".toml")) return;
    if (link(pen.theme, "save workspace", {left, pen.at.y}, words["ui.save_workspace"]))
        pen.wishes.push_back(SaveWorkspace{});
    pen.at.y += pen.theme.px(32);
}
}  // namespace

domain::Date month_step(domain::Date date, int months) {
    const bool last = date.day == domain::days_in_month(date.year, date.month);
    domain::Date out = domain::plus_months(date, months);
    if (last) out.day = domain::days_in_month(out.year, out.month);
    return out;
}

Commands left_panel(const View& view, const Theme& theme, const Rect& area, Plane plane) {
    Commands wishes;
    const Pane pane{"left", area, plane};
    const Scroll scroll{"left list", {area.x, area.y, area.width - 1, area.height}};
    Pen pen{view, theme, scroll.origin(), area.width - 1, wishes};
    indicators(pen);
    pen.line_between();
    views(pen);
    pen.line_between();
    units(pen);
    basis(pen);
    pen.line_between();
    as_of(pen);
    pen.line_between();
    const Commands more = filters(view, theme, pen.at, pen.width);
    wishes.insert(wishes.end(), more.begin(), more.end());
    int& seen = *ImGui::GetStateStorage()->GetIntRef(ImGui::GetID("filters seen"), 0);
    if (const int open = view.state.filters_open ? 1 : 0; open != std::exchange(seen, open) && open == 1) {
        ImGui::SetCursorScreenPos(pen.at);  // opened just now: into sight
        ImGui::SetScrollHereY(1);
    }
    file_links(pen);
    ImGui::SetCursorScreenPos({pen.at.x, pen.at.y + theme.px(16)});
    ImGui::Dummy({1, 1});
    ImGui::GetWindowDrawList()->PushClipRectFullScreen();
    upright_rule({area.right() - 1, area.y}, area.height);
    ImGui::GetWindowDrawList()->PopClipRect();
    return wishes;
}

}  // namespace ocop::ui
