// The list that answers "which rows make this number?", and the list of what was not matched.
#include <algorithm>
#include <cmath>

#include "domain/table_columns.h"
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

std::string fact_text(const TableRow& row, const core::Words& words) {
    const std::string stars = row.stars.empty() ? row.kind : words.say("ui.stars_n", {row.stars});
    return stars + (stars.empty() ? "" : " · ") + row.date;
}

std::string paper_text(const TableRow& row, const core::Words& words) {
    if (!row.decision.empty()) return row.decision;
    return row.round.empty() ? std::string{} : words.say("ui.round", {row.round});
}

void rows_card(const View& view, const Theme& theme, const Rect& area, const RowsCard& card, Commands& wishes) {
    const core::Words& words = view.words;
    const domain::Score& score = view.derived.board.score(card.indicator, card.unit);
    const std::string name{domain::indicator(card.indicator).name};
    std::string only;
    if (card.stars > 0) only += " · " + words.say("ui.stars_n", {std::to_string(card.stars)});
    if (card.producer) only += " · " + producer_kind_name(*card.producer, words);
    const std::string subtitle = carto::full_name(view.unit(card.unit), words) + " · " + words["ui.short." + name] +
                                 ": " + carto::value_text(score, card.indicator, carto::Show::count, words) + only +
                                 " · " + words["ui.basis." + std::string{domain::id(view.derived.board.query.basis)}] +
                                 " " + domain::vietnamese(view.derived.board.query.as_of);
    const float top = header(view, theme, area, words["ui.rows_title"], subtitle, wishes);
    const Scroll scroll{"rows", {area.x, top, area.width, area.bottom() - top}};
    const std::vector<TableRow> rows = rows_of(view, card);
    const float left = scroll.origin().x + theme.px(24), right = area.right() - theme.px(24), width = right - left;
    // Facts and places read whole; the names have the rest, and at least a third.
    float fact_width = text_width(theme.small_bold, words["ui.column.date"]),
          place_width = text_width(theme.small_bold, words["ui.column.place"]);
    for (const TableRow& row : rows) {
        fact_width = std::max({fact_width, text_width(theme.body, fact_text(row, words)),
                               text_width(theme.small, paper_text(row, words))});
        place_width = std::max({place_width, text_width(theme.small, row.place),
                                std::min(text_width(theme.small, row.source), width * 0.4f)});
    }
    const float gap = theme.px(16), row_height = theme.px(52);
    fact_width = std::min(fact_width, width * 0.36f);
    place_width = std::min(place_width, width * 0.66f - fact_width - 2 * gap);
    const float place = std::round(width - place_width), fact = std::round(place - gap - fact_width);
    float y = scroll.origin().y + theme.px(8);
    text(theme.small_bold, {left, y}, words["ui.column.name"], quiet);
    text(theme.small_bold, {left + fact, y}, words["ui.column.date"], quiet);
    text(theme.small_bold, {left + place, y}, words["ui.column.place"], quiet);
    y += theme.px(24);
    bool undated = false;
    int number = 0;
    const int marked = card.cursor.in(static_cast<int>(rows.size()));
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
        const Rect line{area.x + 1, y + 1, area.width - 1, row_height - 1};
        if (number == marked) {
            mark_row(theme, line);
            keep_in_sight("steps", card.cursor.steps,
                          {line.x, y - (number == 0 ? theme.px(40) : 0), line.width, row_height}, theme.px(8));
        }
        const Touch what = touch("row" + std::to_string(++number), line);
        if (what.hovered && number - 1 != marked) fill(line, hover_soft);
        if (what.clicked) wishes.push_back(EditPlace{row.where});
        const float upper = y + theme.px(6), lower = y + theme.px(28);
        text(theme.body, {left, upper}, row.name, ink, Justify::left, fact - theme.px(16));
        text(theme.small, {left, lower}, row.producer, quiet, Justify::left, fact - theme.px(16));
        text(theme.body, {left + fact, upper}, fact_text(row, words), ink, Justify::left, fact_width);
        text(theme.small, {left + fact, lower}, paper_text(row, words), quiet, Justify::left, fact_width);
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

bool is_date(const domain::Conflict& conflict) {
    const auto columns = domain::columns_of(conflict.table);
    return std::any_of(columns.begin(), columns.end(), [&](const domain::TableColumn& column) {
        return column.name == conflict.column && column.kind == domain::ColumnKind::date;
    });
}

/// Cells that were edited here and changed in their file as well: which one stands?
Commands conflicts(const View& view, const Theme& theme, const Rect& area, const Cursor& cursor, float& y) {
    Commands wishes;
    const core::Words& words = view.words;
    for (int i = 0; i < static_cast<int>(view.document.conflicts.size()); ++i) {
        const domain::Conflict& conflict = view.document.conflicts[static_cast<std::size_t>(i)];
        const std::string field = "field." + conflict.column, id = std::to_string(i);
        if (i == cursor.row) {
            const Rect block{area.x - theme.px(16), y - theme.px(4), area.width + theme.px(24), theme.px(80)};
            mark_row(theme, block);
            keep_in_sight("steps", cursor.steps, block, theme.px(8));
        }
        text(theme.body_bold, {area.x, y}, conflict.name + " · " + (words.has(field) ? words[field] : conflict.column));
        text(theme.small, {area.x, y + theme.px(22)}, place_text(conflict.where, words), quiet);
        float x = area.x - theme.px(8);
        for (const bool source : {false, true}) {
            const std::string& value = source ? conflict.source_value : conflict.edited_value;
            const std::string label = words.say(source ? "ui.conflict_source" : "ui.conflict_edit",
                                                {is_date(conflict) ? domain::readable_date(value) : value});
            if (i == cursor.row && source == (cursor.choice == 1))
                mark_choice(theme, {x, y + theme.px(40), link_width(theme, label), theme.px(32)});
            if (link(theme, (source ? "source" : "edit") + id, {x, y + theme.px(40)}, label))
                wishes.push_back(ChooseConflict{i, source});
            x += link_width(theme, label) + theme.px(16);
        }
        y += theme.px(80);
        rule({area.x, y - theme.px(4)}, area.width);
    }
    return wishes;
}

void findings_card(const View& view, const Theme& theme, const Rect& area, const FindingsCard& card, Commands& wishes) {
    const core::Words& words = view.words;
    const core::Findings& findings = view.document.findings;
    const float top = header(view, theme, area, words.say("ui.findings_badge", {std::to_string(findings.size())}),
                             words["ui.findings_hint"], wishes);
    const Scroll scroll{"findings", {area.x, top, area.width, area.bottom() - top}};
    const float left = scroll.origin().x + theme.px(24), width = area.width - theme.px(56);
    float longest = 0;
    for (const core::Finding& finding : findings)
        longest = std::max(longest, text_width(theme.small, place_text(finding.where, words)));
    const float place = std::round(std::clamp(longest + theme.px(18), width * 0.25f, width * 0.42f));
    float y = scroll.origin().y + theme.px(10);
    static constexpr const char* severities[] = {"severity.error", "severity.warning", "severity.note"};
    if (const auto names = domain::by_name(view.document.unmatched); !names.empty()) {
        if (link(theme, "join", {left - theme.px(8), y}, words.say("ui.join_link", {std::to_string(names.size())})))
            wishes.push_back(OpenJoin{});
        y += theme.px(44);
        rule({left, y - theme.px(6)}, width);
    }
    if (std::any_of(findings.begin(), findings.end(), [](const core::Finding& finding) {
            return finding.severity != core::Severity::note && about_columns(finding);
        })) {
        if (link(theme, "columns", {left - theme.px(8), y}, words["ui.columns_link"])) wishes.push_back(OpenColumns{});
        y += theme.px(44);
        rule({left, y - theme.px(6)}, width);
    }
    const Commands choices = conflicts(view, theme, {left, y, width, 0}, card.cursor, y);
    wishes.insert(wishes.end(), choices.begin(), choices.end());
    int at = static_cast<int>(view.document.conflicts.size());
    const int marked = card.cursor.in(at + static_cast<int>(findings.size()));
    for (const std::size_t index : core::listed(findings)) {
        const core::Finding& finding = findings[index];
        const int number = static_cast<int>(index);
        const std::string what = words.say(finding.what);
        const std::string where = place_text(finding.where, words);
        const float place_room = place - theme.px(16);
        const float where_high = paragraph(theme.small, {}, place_room, where, ink, false);
        const float high =
            std::max(where_high + theme.px(26), paragraph(theme.body, {}, width - place, what, ink, false));
        const float row = high + theme.px(12);
        const bool is_marked = at++ == marked;
        if (is_marked) {
            const Rect block{area.x + 1, y - theme.px(6), area.width - 1, row};
            mark_row(theme, block);
            keep_in_sight("steps", card.cursor.steps, block, theme.px(8));
        }
        if (ImGui::IsRectVisible({left, y}, {left + width, y + row})) {
            const Rect line{area.x + 1, y - theme.px(6), area.width - 1, row};
            const Touch on = touch("finding" + std::to_string(number), line);
            if (on.hovered && !is_marked) fill(line, hover_soft);
            if (on.clicked) wishes.push_back(FollowFinding{number});
            if (on.twice) wishes.push_back(EditPlace{finding.where});
            paragraph(theme.small, {left, y + theme.px(2)}, place_room, where);
            const bool note = finding.severity == core::Severity::note;
            text(note ? theme.small : theme.small_bold, {left, y + where_high + theme.px(4)},
                 words[severities[static_cast<int>(finding.severity)]], note ? quiet : ink);
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
    if (const auto* browse = std::get_if<BrowseCard>(&view.state.card)) {
        const Commands more = browse_card(view, theme, area, *browse);
        wishes.insert(wishes.end(), more.begin(), more.end());
    }
    if (const auto* edit = std::get_if<EditCard>(&view.state.card)) {
        const Commands more = edit_card(view, theme, area, *edit);
        wishes.insert(wishes.end(), more.begin(), more.end());
    }
    if (const auto* join = std::get_if<JoinCard>(&view.state.card)) {
        const Commands more = join_card(view, theme, area, *join);
        wishes.insert(wishes.end(), more.begin(), more.end());
    }
    if (const auto* columns = std::get_if<ColumnsCard>(&view.state.card)) {
        const Commands more = columns_card(view, theme, area, *columns);
        wishes.insert(wishes.end(), more.begin(), more.end());
    }
    if (const auto* scenes = std::get_if<ScenesCard>(&view.state.card)) {
        const Commands more = scenes_card(view, theme, area, *scenes);
        wishes.insert(wishes.end(), more.begin(), more.end());
    }
    if (const auto* findings = std::get_if<FindingsCard>(&view.state.card))
        findings_card(view, theme, area, *findings, wishes);
    upright_rule({area.x, area.y}, area.height);
    return wishes;
}

}  // namespace ocop::ui
