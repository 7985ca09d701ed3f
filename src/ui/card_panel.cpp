// The list that answers "which rows make this number?", and the list of what was not matched.
#include <algorithm>
#include <cmath>

#include "ui/panels.h"
#include "ui/rows.h"

namespace ocop::ui {

namespace {
/// Title, copy and close; returns where the content begins.
float header(const View& view, const Theme& theme, const Rect& area, std::string_view title, std::string_view subtitle,
             Commands& wishes) {
    const float left = area.x + theme.px(24), right = area.right() - theme.px(16);
    const float close = link_width(theme, "", icon::close), copy = link_width(theme, view.words["ui.copy"], icon::copy);
    if (link(theme, "close", {right - close, area.y + theme.px(14)}, "", icon::close, ink)) wishes.push_back(GoBack{});
    if (link(theme, "copy", {right - close - copy - theme.px(4), area.y + theme.px(14)}, view.words["ui.copy"],
             icon::copy))
        wishes.push_back(CopyTable{});
    const float room = right - close - copy - theme.px(24) - left;
    text(theme.title, {left, area.y + theme.px(16)}, title, ink, Justify::left, room);
    text(theme.small, {left, area.y + theme.px(44)}, subtitle, quiet, Justify::left, area.width - theme.px(48));
    rule({left, area.y + theme.px(72)}, area.width - theme.px(40));
    return area.y + theme.px(73);
}

void rows_card(const View& view, const Theme& theme, const Rect& area, const RowsCard& card, Commands& wishes) {
    const core::Words& words = view.words;
    const domain::Score& score = view.derived.board.score(card.indicator, card.unit);
    const std::string name{domain::indicator(card.indicator).name};
    const std::string subtitle = carto::full_name(view.unit(card.unit), words) + " · " + words["ui.short." + name] +
                                 ": " + carto::value_text(score, card.indicator, carto::Show::count, words) + " · " +
                                 words["ui.basis." + std::string{domain::id(view.derived.board.query.basis)}] + " " +
                                 domain::vietnamese(view.derived.board.query.as_of);
    const float top = header(view, theme, area, words["ui.rows_title"], subtitle, wishes);
    const Scroll scroll{"rows", {area.x, top, area.width, area.bottom() - top}};
    const std::vector<TableRow> rows = rows_of(view, card.indicator, card.unit);
    const float left = scroll.origin().x + theme.px(24), right = area.right() - theme.px(24), width = right - left;
    const float fact = std::round(width * 0.56f), place = std::round(width * 0.80f), row_height = theme.px(52);
    float y = scroll.origin().y + theme.px(8);
    text(theme.small_bold, {left, y}, words["ui.column.name"], quiet);
    text(theme.small_bold, {left + fact, y}, words["ui.column.date"], quiet);
    text(theme.small_bold, {left + place, y}, words["ui.column.place"], quiet);
    y += theme.px(24);
    bool undated = false;
    for (const TableRow& row : rows) {
        if (!row.counted && !undated) {
            undated = true;
            y += theme.px(12);
            text(theme.small_bold, {left, y}, words["ui.rows_undated"], accent);
            y += theme.px(24);
        }
        if (row.product >= 0 && row.product == view.state.product)
            fill({area.x, y - theme.px(2), area.width, row_height}, accent_soft);
        rule({left, y}, width);
        const float upper = y + theme.px(6), lower = y + theme.px(28);
        text(theme.body, {left, upper}, row.name, ink, Justify::left, fact - theme.px(16));
        text(theme.small, {left, lower}, row.producer, quiet, Justify::left, fact - theme.px(16));
        const std::string stars = row.stars.empty() ? row.kind : words.say("ui.stars_n", {row.stars});
        text(theme.body, {left + fact, upper}, stars + (stars.empty() ? "" : " · ") + row.date, ink, Justify::left,
             place - fact - theme.px(16));
        const std::string paper = !row.decision.empty() ? row.decision
                                  : row.round.empty()   ? std::string{}
                                                        : words.say("ui.round", {row.round});
        text(theme.small, {left + fact, lower}, paper, quiet, Justify::left, place - fact - theme.px(16));
        text(theme.small, {left + place, upper + theme.px(2)}, row.place, quiet, Justify::left, width - place);
        text(theme.small, {left + place, lower}, row.source, quiet, Justify::left, width - place);
        y += row_height;
    }
    if (rows.empty()) text(theme.body, {left, y}, words["ui.rows_none"], quiet), y += theme.px(24);
    if (domain::indicator(card.indicator).by_basis)
        for (const std::string& figure : published_of(view, card.unit)) {
            rule({left, y}, width);
            y += theme.px(8);
            y += paragraph(theme.small, {left, y}, width, figure, quiet) + theme.px(8);
        }
    ImGui::SetCursorScreenPos({left, y + theme.px(24)});
    ImGui::Dummy({1, 1});
}

void findings_card(const View& view, const Theme& theme, const Rect& area, Commands& wishes) {
    const core::Words& words = view.words;
    const core::Findings& findings = view.document.findings;
    const float top = header(view, theme, area, words.say("ui.findings_badge", {std::to_string(findings.size())}),
                             words["ui.findings_hint"], wishes);
    const Scroll scroll{"findings", {area.x, top, area.width, area.bottom() - top}};
    const float left = scroll.origin().x + theme.px(24), width = area.width - theme.px(56);
    const float place = std::round(width * 0.34f);
    float y = scroll.origin().y + theme.px(10);
    static constexpr const char* severities[] = {"severity.error", "severity.warning", "severity.note"};
    for (const core::Finding& finding : findings) {
        const std::string what = words.say(finding.what);
        const float high = std::max(theme.px(44), paragraph(theme.body, {}, width - place, what, ink, false));
        const float row = high + theme.px(12);
        if (ImGui::IsRectVisible({left, y}, {left + width, y + row})) {
            text(theme.small, {left, y + theme.px(2)}, place_text(finding.where, words), ink, Justify::left,
                 place - theme.px(16));
            text(theme.small, {left, y + theme.px(22)}, words[severities[static_cast<int>(finding.severity)]], quiet);
            paragraph(theme.body, {left + place, y}, width - place, what);
            rule({left, y + row - theme.px(6)}, width);
        }
        y += row;
    }
    ImGui::SetCursorScreenPos({left, y + theme.px(24)});
    ImGui::Dummy({1, 1});
}
}  // namespace

Commands card_panel(const View& view, const Theme& theme, const Rect& area) {
    Commands wishes;
    const Pane pane{"list card", area, Plane::over};
    if (const auto* rows = std::get_if<RowsCard>(&view.state.card)) rows_card(view, theme, area, *rows, wishes);
    if (std::holds_alternative<FindingsCard>(view.state.card)) findings_card(view, theme, area, wishes);
    upright_rule({area.x, area.y}, area.height);
    return wishes;
}

}  // namespace ocop::ui
