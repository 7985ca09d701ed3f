// The ranking, and below it the card of the selected unit.
#include <algorithm>
#include <cmath>

#include "ui/panels.h"
#include "ui/unit_card.h"

namespace ocop::ui {

namespace {
domain::IndicatorId shown_of(const View& view) { return view.state.spec.indicator; }

void ranking_row(const View& view, const Theme& theme, const Rect& area, const carto::RankingRow& row,
                 Commands& wishes) {
    const bool selected = view.state.spec.selected == row.unit;
    const float value_edge = area.right() - theme.px(36);
    const float value_width = text_width(theme.body_bold, row.value) + theme.px(8);
    const Rect value_area{value_edge - value_width - theme.px(4), area.y, value_width, area.height};
    const Touch on_value = touch("value" + std::to_string(row.unit), value_area);
    if (on_value.clicked) wishes.push_back(Select{row.unit}), wishes.push_back(OpenRows{shown_of(view), row.unit});
    const Touch what = touch("rank" + std::to_string(row.unit), area);
    if (selected) {
        fill(area, accent_soft);
        fill({area.x, area.y, theme.px(4), area.height}, accent);
    } else if (what.hovered || view.state.spec.hovered == row.unit) {
        fill(area, hover_soft);
    }
    if (what.hovered || on_value.hovered) wishes.push_back(Hover{row.unit});
    if (what.clicked) wishes.push_back(Select{row.unit});
    if (what.twice) wishes.push_back(DrillDown{row.unit});

    const float y = area.y + (area.height - theme.body.size) / 2, right = area.right() - theme.px(16);
    const float mark = right - theme.px(5), value_right = right - theme.px(20), cell = theme.px(96);
    text(theme.body, {area.x + theme.px(40), y}, row.place > 0 ? std::to_string(row.place) : std::string{"–"}, quiet,
         Justify::right);
    const Rect bar{value_right - cell, area.y + theme.px(7), cell, area.height - theme.px(14)};
    const float filled = std::round(cell * static_cast<float>(std::clamp(row.bar, 0.0, 1.0)));
    fill({bar.x, bar.bottom() - 1, bar.width, 1}, rule_colour);
    fill({bar.x, bar.y, filled, bar.height}, accent_bar);
    text(theme.body_bold, {value_right - theme.px(4), y}, row.value, on_value.hovered ? accent : ink, Justify::right);
    const float name_x = area.x + theme.px(52);
    text(selected ? theme.body_bold : theme.body, {name_x, y}, row.name, ink, Justify::left,
         value_right - std::max(cell, text_width(theme.body_bold, row.value) + theme.px(8)) - theme.px(8) - name_x);
    status_mark(theme, {mark, area.y + area.height / 2}, row.status);
}

void ranking(const View& view, const Theme& theme, const Rect& area, Commands& wishes) {
    const core::Words& words = view.words;
    text(theme.small_bold, {area.x + theme.px(24), area.y + theme.px(16)}, words["ui.ranking"], quiet);
    const std::string count =
        words.say(view.state.spec.level == domain::Level::commune ? "ui.n_communes" : "ui.n_districts",
                  {std::to_string(view.derived.ranking.size())});
    text(theme.small, {area.right() - theme.px(16), area.y + theme.px(16)}, count, quiet, Justify::right);
    const float head = theme.px(40), row = theme.px(area.height > theme.px(560) ? 32 : 28);
    const Scroll scroll{"ranking list", {area.x, area.y + head, area.width, area.height - head}};
    float y = scroll.origin().y;
    // A unit chosen elsewhere comes into sight once.
    for (const carto::RankingRow& each : view.derived.ranking) {
        const Rect line{scroll.origin().x, y, area.width, row};
        if (each.unit == view.state.spec.selected) keep_in_sight("selected", each.unit + 1, line, theme.px(8));
        ranking_row(view, theme, line, each, wishes);
        y += row;
    }
}
}  // namespace

Commands right_panel(const View& view, const Theme& theme, const Rect& area, Plane plane) {
    Commands wishes;
    const Pane pane{"right", area, plane};
    const float x = area.x + 1, width = area.width - 1;
    const bool card = view.has(view.state.spec.selected);
    const float row = theme.px(32), list = theme.px(48) + row * static_cast<float>(view.derived.ranking.size());
    const float upper = card ? std::min(list, std::round(area.height * 0.46f)) : area.height;
    ranking(view, theme, {x, area.y, width, upper}, wishes);
    if (card) {
        rule({x + theme.px(24), area.y + upper}, width - theme.px(40));
        const Commands more = unit_card(view, theme, {x, area.y + upper + 1, width, area.height - upper - 1});
        wishes.insert(wishes.end(), more.begin(), more.end());
    }
    upright_rule({area.x, area.y}, area.height);
    return wishes;
}

}  // namespace ocop::ui
