#include "ui/unit_card.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/text.h"
#include "ui/rows.h"

namespace ocop::ui {

namespace {
using domain::IndicatorId;

std::string digits(int value) { return std::to_string(value); }

struct Pen {
    const View& view;
    const Theme& theme;
    ImVec2 at;
    float left, right;
    Commands& wishes;

    float room() const { return right - left; }
    void words(const Face& face, std::string_view line, ImU32 colour = ink) {
        at.y += paragraph(face, {left, at.y}, room(), line, colour);
    }
    void heading(std::string_view line, std::string_view count = {}) {
        at.y += theme.px(16);
        text(theme.small_bold, {left, at.y}, line, quiet);
        if (!count.empty()) text(theme.small, {right, at.y}, count, quiet, Justify::right);
        at.y += theme.px(24);
    }
    /// A number of the list that opens its rows.
    void number_link(std::string_view id, std::string_view value, const OpenRows& rows) {
        if (number(theme, id, {right - theme.px(48), at.y - theme.px(3), theme.px(48), theme.px(24)}, value))
            wishes.push_back(rows);
    }
};

/// The number of the map, large, with the plan's quota and what is missing in words.
void score_part(Pen& pen, int unit) {
    const core::Words& words = pen.view.words;
    const IndicatorId shown = pen.view.state.spec.indicator;
    const domain::Score& score = pen.view.score(unit);
    pen.at.y += pen.theme.px(6);
    const std::string value =
        carto::unit_value_text(score, pen.view.unit(unit).level, shown, carto::Show::count, words);
    text(pen.theme.big, pen.at, value, ink);
    const float after = pen.left + text_width(pen.theme.big, value) + pen.theme.px(16);
    const float middle = pen.at.y + pen.theme.big.size / 2;
    status_mark(pen.theme, {after + pen.theme.px(5), middle}, score.status);
    text(pen.theme.body, {after + pen.theme.px(18), middle - pen.theme.body.size / 2}, carto::status_text(score, words),
         ink, Justify::left, pen.right - after - pen.theme.px(18));
    pen.at.y += pen.theme.big.size + pen.theme.px(6);
    pen.words(pen.theme.small, words["ui.short." + std::string{domain::indicator(shown).name}], quiet);
    const bool exact = !score.outreach && !(score.share && score.lower_bound);  // a state lacks no amount
    if (exact && score.gap() && *score.gap() > 0 && score.quota) {
        const int decimals = score.share ? 1 : 0;
        pen.words(pen.theme.small,
                  words.say(score.share                    ? "ui.gap_share"
                            : carto::gap_is_at_most(score) ? "ui.gap_most"
                                                           : "ui.gap",
                            {carto::number_text(*score.gap(), decimals, words.language())}),
                  quiet);
    }
    if (score.undated > 0) pen.words(pen.theme.small, words.say("ui.undated", {digits(score.undated)}), quiet);
    if (score.unlocated > 0 && pen.view.unit(unit).level != domain::Level::commune)
        pen.words(pen.theme.small, words.say("ui.unlocated", {digits(score.unlocated)}), quiet);
    if (score.unread > 0) pen.words(pen.theme.small, words.say("ui.unread", {digits(score.unread)}), quiet);
    if (domain::indicator(shown).by_basis)
        for (const std::string& figure : published_of(pen.view, unit)) pen.words(pen.theme.small, figure, quiet);
    if (!score.rows.empty() || !score.undated_rows.empty()) {
        pen.at.y += pen.theme.px(4);
        if (link(pen.theme, "rows", {pen.left - pen.theme.px(8), pen.at.y},
                 words.say("ui.open_rows", {digits(static_cast<int>(score.rows.size() + score.undated_rows.size()))})))
            pen.wishes.push_back(OpenRows{shown, unit});
        pen.at.y += pen.theme.px(32);
    }
}

/// What can be recorded about the unit in the meeting itself.
void edit_part(Pen& pen, int unit) {
    const core::Words& words = pen.view.words;
    const IndicatorId shown = pen.view.state.spec.indicator;
    const domain::Score& score = pen.view.score(unit);
    if (shown == IndicatorId::outreach && pen.view.unit(unit).level == domain::Level::commune) {
        pen.heading(words["ui.tick"]);
        float x = pen.left - pen.theme.px(8);
        for (int i = 0; i < 4; ++i) {
            const auto status = static_cast<domain::OutreachStatus>(i);
            const std::string word = core::capitalised(words["outreach." + std::string{domain::id(status)}]);
            const float wide = chip_width(pen.theme, word);
            if (chip(pen.theme, "tick" + digits(i), {x, pen.at.y, wide, pen.theme.px(28)}, word,
                     score.outreach == status))
                pen.wishes.push_back(TickOutreach{unit, status});
            x += wide;
        }
        pen.at.y += pen.theme.px(32);
    }
    float x = pen.left - pen.theme.px(8);
    const auto action = [&](const char* key, const Command& wish) {
        if (link(pen.theme, key, {x, pen.at.y}, words[key])) pen.wishes.push_back(wish);
        x += link_width(pen.theme, words[key]);
    };
    action("ui.add_product", AddRow{"products", unit});
    if (score.quota) action("ui.edit_quota", EditQuota{unit});
    pen.at.y += pen.theme.px(32);
}

void stars_part(Pen& pen, int unit) {
    const domain::Score& mix = pen.view.derived.board.score(IndicatorId::stars_mix, unit);
    int total = 0;
    for (const int count : mix.mix) total += count;
    if (total == 0) return;
    pen.heading(pen.view.words["ui.stars"]);
    for (std::size_t i = mix.mix.size(); i-- > 0;) {
        const float name = pen.theme.px(56), value = pen.theme.px(32), bar = pen.room() - name - value;
        text(pen.theme.body, {pen.left, pen.at.y}, pen.view.words.say("ui.stars_n", {digits(static_cast<int>(i) + 3)}));
        const float filled = std::round(bar * static_cast<float>(mix.mix[i]) / static_cast<float>(total));
        fill({pen.left + name, pen.at.y + pen.theme.px(2), filled, pen.theme.px(14)}, accent_bar);
        pen.number_link("star" + digits(static_cast<int>(i)), digits(mix.mix[i]),
                        {IndicatorId::stars_mix, unit, static_cast<int>(i) + 3, {}});
        pen.at.y += pen.theme.px(24);
    }
}

void producers_part(Pen& pen, int unit) {
    const auto& producers = pen.view.derived.board.producers;
    if (unit >= static_cast<int>(producers.size())) return;
    const auto& kinds = producers[static_cast<std::size_t>(unit)];
    int total = 0;
    for (const domain::ProducerCount& each : kinds) total += each.producers;
    if (total == 0) return;
    pen.heading(pen.view.words["ui.producers"], digits(total));
    for (const domain::ProducerCount& each : kinds)
        if (each.producers > 0) {
            text(pen.theme.body, {pen.left, pen.at.y}, producer_kind_name(each.kind, pen.view.words), ink,
                 Justify::left, pen.room() - pen.theme.px(64));
            pen.number_link("kind" + digits(static_cast<int>(each.kind)), digits(each.producers),
                            {IndicatorId::products, unit, 0, each.kind});
            pen.at.y += pen.theme.px(24);
        }
}

void products_part(Pen& pen, int unit) {
    const core::Words& words = pen.view.words;
    const std::vector<TableRow> rows = rows_of(pen.view, {IndicatorId::products, unit, 0, {}});
    if (rows.empty()) return;
    pen.heading(words["ui.products"], digits(static_cast<int>(rows.size())));
    for (const TableRow& row : rows) {
        const float top = pen.at.y;
        const float name = paragraph(pen.theme.body, pen.at, pen.room(), row.name, ink, false);
        std::string detail = row.producer;
        const float producer = paragraph(pen.theme.small, pen.at, pen.room(), detail, quiet, false);
        const Rect area{pen.left - pen.theme.px(8), top - pen.theme.px(4), pen.room() + pen.theme.px(16),
                        name + producer + pen.theme.px(28)};
        const Touch what = touch("product" + digits(row.product), area);
        if (row.product == pen.view.state.product)
            fill(area, accent_soft, pen.theme.px(4));
        else if (what.hovered)
            fill(area, hover_soft, pen.theme.px(4));
        if (what.clicked) pen.wishes.push_back(EditPlace{row.where});
        pen.words(pen.theme.body, row.name, row.counted ? ink : quiet);
        pen.words(pen.theme.small, detail, quiet);
        std::string facts = words.say("ui.stars_n", {row.stars}) + " · " + row.date;
        if (!row.round.empty()) facts += " · " + words.say("ui.round", {row.round});
        text(pen.theme.small, {pen.left, pen.at.y}, facts, quiet, Justify::left, pen.room());
        pen.at.y += pen.theme.px(32);
    }
}

void communes_part(Pen& pen, int unit) {
    const std::vector<int> communes = pen.view.territory.children(unit);
    if (communes.empty() || pen.view.unit(unit).level != domain::Level::district) return;
    const IndicatorId shown = pen.view.state.spec.indicator;
    pen.heading(pen.view.words["ui.communes"], digits(static_cast<int>(communes.size())));
    for (const int commune : communes) {
        const Rect area{pen.left - pen.theme.px(8), pen.at.y - pen.theme.px(4), pen.room() + pen.theme.px(16),
                        pen.theme.px(28)};
        std::string value;
        if (domain::indicator(shown).has_commune)
            value = carto::unit_value_text(pen.view.score(commune), domain::Level::commune, shown, carto::Show::count,
                                           pen.view.words);
        if (!value.empty()) pen.number_link("rows" + digits(commune), value, {shown, commune, 0, {}});
        const Touch what = touch("commune" + std::to_string(commune), area);
        if (what.hovered) fill(area, hover_soft, pen.theme.px(4));
        if (what.clicked) pen.wishes.push_back(DrillDown{unit}), pen.wishes.push_back(Select{commune});
        text(pen.theme.body, pen.at, carto::full_name(pen.view.unit(commune), pen.view.words), ink, Justify::left,
             pen.room() - pen.theme.px(72));
        pen.at.y += pen.theme.px(28);
    }
}
}  // namespace

Commands unit_card(const View& view, const Theme& theme, const Rect& area) {
    Commands wishes;
    const int unit = view.state.spec.selected;
    const Scroll scroll{("card" + view.unit(unit).code).c_str(), area};
    Pen pen{view, theme, scroll.origin(), area.x + theme.px(24), area.right() - theme.px(20), wishes};
    pen.at = {pen.left, pen.at.y + theme.px(16)};
    text(theme.title, pen.at, carto::full_name(view.unit(unit), view.words), ink, Justify::left,
         pen.room() - theme.px(24));
    const Rect cross{pen.right - theme.px(20), pen.at.y - theme.px(4), theme.px(28), theme.px(28)};
    if (touch("close card", cross).clicked) wishes.push_back(Select{-1});
    text_in(theme.title, cross, icon::close, quiet, Justify::centre);
    pen.at.y += theme.title.size + theme.px(2);
    const int parent = view.unit(unit).parent;
    if (view.has(parent) && view.unit(unit).level == domain::Level::commune)
        pen.words(theme.small, carto::full_name(view.unit(parent), view.words), quiet);
    score_part(pen, unit);
    edit_part(pen, unit);
    stars_part(pen, unit);
    producers_part(pen, unit);
    products_part(pen, unit);
    communes_part(pen, unit);
    ImGui::SetCursorScreenPos({pen.left, pen.at.y + theme.px(16)});
    ImGui::Dummy({1, 1});
    return wishes;
}

}  // namespace ocop::ui
