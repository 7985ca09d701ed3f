// Which column of a file means what: the headers as they are typed, each with cells under it and what it is read as.
#include <algorithm>
#include <array>
#include <cmath>

#include "core/finding.h"
#include "ui/panels.h"
#include "ui/rows.h"

namespace ocop::ui {

namespace {
using domain::Meaning;
using domain::Proposal;
using domain::ProposedColumn;

class Columns {
public:
    Columns(const View& view, const Theme& theme, const ColumnsCard& card) : view_{view}, theme_{theme}, card_{card} {}

    Commands draw(const Rect& area) {
        float top = header(area);
        if (card_.tables.empty()) {
            paragraph(theme_.body, {area.x + px(24), top + px(16)}, area.width - px(48), say("ui.columns_none"));
            return std::move(wishes_);
        }
        top = which_table(area, top);
        const float split = std::round(area.width * 0.62f);
        headers({area.x, top, split, area.bottom() - top});
        upright_rule({area.x + split, top}, area.bottom() - top);
        meanings({area.x + split, top, area.width - split, area.bottom() - top});
        return std::move(wishes_);
    }

private:
    float px(float length) const { return theme_.px(length); }
    const std::string& say(const char* key) const { return view_.words[key]; }
    const Proposal& table() const { return card_.tables[static_cast<std::size_t>(card_.table)]; }
    bool marks(std::size_t column) const { return static_cast<int>(column) == card_.cursor.row; }

    float header(const Rect& area) {
        const float left = area.x + px(24), right = area.right() - px(16);
        const float close = link_width(theme_, "", icon::close);
        const float out = link_width(theme_, say("ui.columns_write"), icon::download);
        const bool own = std::any_of(card_.tables.begin(), card_.tables.end(), [](const Proposal& each) {
            return std::any_of(each.columns.begin(), each.columns.end(),
                               [](const ProposedColumn& column) { return !column.who.empty(); });
        });
        if (link(theme_, "close", {right - close, area.y + px(14)}, "", icon::close, ink)) wishes_.push_back(GoBack{});
        if (own && link(theme_, "write columns", {right - close - out - px(4), area.y + px(14)},
                        say("ui.columns_write"), icon::download))
            wishes_.push_back(WriteColumns{});
        text(theme_.title, {left, area.y + px(16)}, say("ui.columns_title"), ink, Justify::left,
             right - left - close - (own ? out : 0) - px(16));
        text(theme_.small, {left, area.y + px(44)}, say("ui.columns_hint"), quiet, Justify::left, area.width - px(48));
        rule({left, area.y + px(72)}, area.width - px(40));
        return area.y + px(73);
    }

    /// "‹ 2/5 ›" at the right end; returns where it begins.
    float stepper(const char* id, float right, float y, const std::string& words, const Command& back,
                  const Command& on) {
        const float arrow = link_width(theme_, "", icon::right), wide = text_width(theme_.small, words);
        if (link(theme_, std::string{id} + " on", {right - arrow, y}, "", icon::right)) wishes_.push_back(on);
        text(theme_.small, {right - arrow - px(2), y + px(7)}, words, quiet, Justify::right);
        const float left = right - 2 * arrow - wide - px(4);
        if (link(theme_, std::string{id} + " back", {left, y}, "", icon::left)) wishes_.push_back(back);
        return left;
    }

    /// The file and the sheet, and whether it is read.
    float which_table(const Rect& area, float y) {
        const float left = area.x + px(24);
        float right = area.right() - px(16);
        const int count = static_cast<int>(card_.tables.size());
        if (count > 1)
            right = stepper("table", right, y + px(4), std::to_string(card_.table + 1) + "/" + std::to_string(count),
                            ShowTable{(card_.table + count - 1) % count}, ShowTable{(card_.table + 1) % count});
        text(theme_.body_bold, {left, y + px(10)}, place_text({table().file, table().sheet, 0, 0}, view_.words), ink,
             Justify::left, right - left - px(8));
        right = area.right() - px(16);
        if (!table().recognised)
            right = stepper("header", right, y + px(30),
                            view_.words.say("ui.columns_header", {std::to_string(table().header_row)}),
                            ShowTable{card_.table, table().noun, table().header_row - 1},
                            ShowTable{card_.table, table().noun, table().header_row + 1});
        text(theme_.small, {left, y + px(36)}, status(), table().recognised ? quiet : ink, Justify::left,
             right - left - px(8));
        rule({left, y + px(64)}, area.width - px(40));
        return y + px(65);
    }

    std::string status() const {
        if (table().recognised) {
            const domain::Register& read = view_.document.records;
            const std::size_t rows = read.products.size() + read.ideas.size() + read.organisations.size() +
                                     read.trainings.size() + read.outreach.size() + read.projects.size();
            return view_.words.say("ui.columns_read",
                                   {table_name(table().noun), std::to_string(table().header_row), std::to_string(rows),
                                    std::to_string(view_.document.findings.size())});
        }
        if (card_.asks_noun) return say("ui.columns_ask");
        std::string needed;
        for (const Meaning& meaning : table().meanings)
            if (meaning.needed) needed += (needed.empty() ? "" : " / ") + column_name(meaning.column);
        return view_.words.say("ui.columns_begun", {table_name(table().noun), needed});
    }

    std::string table_name(const std::string& noun) const { return view_.words["ui.table." + noun]; }
    std::string column_name(const std::string& column) const {
        if (column.empty()) return say(table().noun == "products" ? "ui.column_note" : "ui.column_unused");
        const std::string key = "field." + column;
        return view_.words.has(key) ? view_.words[key] : column;
    }

    void headers(const Rect& area) {
        const Scroll scroll{"headers", area};
        const float left = area.x + px(24), width = area.width - px(40), high = px(56);
        const float read = std::round(width * 0.58f);
        float y = scroll.origin().y + px(4);
        for (std::size_t i = 0; i < table().columns.size(); ++i, y += high) {
            const ProposedColumn& column = table().columns[i];
            const Rect block{area.x + 1, y, area.width - 2, high};
            if (marks(i)) keep_in_sight("steps", card_.cursor.steps, block, px(8));
            if (marks(i)) mark_row(theme_, block);
            drop_link(i, {left + width, y + px(21)});
            const Touch on = touch("header" + std::to_string(i), block);
            if (on.hovered && !marks(i)) fill(block, hover_soft);
            if (on.clicked && !card_.asks_noun) wishes_.push_back(StepList{static_cast<int>(i) - card_.cursor.row, 0});
            text(theme_.small, {left, y + px(10)}, core::column_letters(static_cast<std::size_t>(column.column) - 1),
                 quiet);
            const float x = left + px(36), room = read - px(52);
            text(theme_.body_bold, {x, y + px(7)}, column.header, ink, Justify::left, room);
            std::string samples;
            for (const std::string& sample : column.samples) samples += (samples.empty() ? "" : "  ·  ") + sample;
            text(theme_.small, {x, y + px(30)}, samples, quiet, Justify::left, column.decided ? room : width - px(36));
            const bool means = !column.known.empty();
            const std::string meaning = means || column.decided ? column_name(column.known) : say("ui.column_open");
            text(means ? theme_.body_bold : theme_.body, {left + read, y + px(7)}, meaning, means ? accent : quiet,
                 Justify::left, width - read);
            if (column.decided)
                text(theme_.small, {left + read, y + px(30)},
                     column.who.empty() ? say("ui.column_by_file") : column.who + ", " + day_text(column.when), quiet,
                     Justify::left, width - read - link_width(theme_, say("ui.column_drop")));
            rule({left, y + high - 1}, width);
        }
        ImGui::SetCursorScreenPos({left, y + px(24)});
        ImGui::Dummy({1, 1});
    }

    /// Drawn before its row, so that the mouse meets it first.
    void drop_link(std::size_t index, ImVec2 right_end) {
        const ProposedColumn& column = table().columns[index];
        if (column.who.empty()) return;
        const float wide = link_width(theme_, say("ui.column_drop"));
        if (link(theme_, "drop column" + std::to_string(index), {right_end.x - wide, right_end.y},
                 say("ui.column_drop")))
            wishes_.push_back(DropColumn{static_cast<int>(index)});
    }

    void meanings(const Rect& area) {
        const Scroll scroll{"meanings", area};
        const float left = area.x + px(20), width = area.width - px(40);
        float y = scroll.origin().y + px(12);
        const bool asks = card_.asks_noun;
        const std::string title =
            asks ? say("ui.columns_which")
                 : view_.words.say("ui.columns_is",
                                   {table().columns[static_cast<std::size_t>(card_.cursor.row)].header});
        y += paragraph(theme_.small_bold, {left, y}, width, title, quiet) + px(8);
        const int count = static_cast<int>(asks ? table_nouns().size() : table().meanings.size() + 1);
        for (int i = 0; i < count; ++i, y += px(32)) {
            const Rect line{area.x + 1, y, area.width - 2, px(32)};
            const bool marked = i == card_.cursor.choice;
            if (marked) keep_in_sight("choice", card_.cursor.steps, line, px(8));
            const Touch on = touch("meaning" + std::to_string(i), line);
            if (marked)
                mark_row(theme_, line);
            else if (on.hovered)
                fill(line, hover_soft);
            if (on.clicked) wishes_.push_back(ReadColumnAs{i});
            const std::string aside = asks ? std::string{} : aside_of(i);
            text_in(theme_.small, {left, y, width, line.height}, aside, quiet, Justify::right);
            const std::string name =
                asks ? table_name(std::string{table_nouns()[static_cast<std::size_t>(i)]}) : column_name(meant(i));
            text(theme_.body, {left, y + (line.height - theme_.body.size) / 2}, name, marked ? ink : accent,
                 Justify::left, width - text_width(theme_.small, aside) - px(8));
        }
        if (!asks && !table().recognised) {
            y += px(8);
            if (link(theme_, "other table", {left - px(8), y}, say("ui.columns_other")))
                wishes_.push_back(ShowTable{card_.table, {}, table().header_row});
            y += px(32);
        }
        ImGui::SetCursorScreenPos({left, y + px(24)});
        ImGui::Dummy({1, 1});
    }

    std::string meant(int choice) const {
        return choice == 0 ? std::string{} : table().meanings[static_cast<std::size_t>(choice) - 1].column;
    }

    /// Which column is read as this already, else whether the table needs it.
    std::string aside_of(int choice) const {
        if (choice == 0) return {};
        const std::string wanted = meant(choice);
        for (const ProposedColumn& column : table().columns)
            if (column.known == wanted)
                return view_.words.say("ui.column_taken",
                                       {core::column_letters(static_cast<std::size_t>(column.column) - 1)});
        return table().meanings[static_cast<std::size_t>(choice) - 1].needed ? say("ui.column_needed") : std::string{};
    }

    const View& view_;
    const Theme& theme_;
    const ColumnsCard& card_;
    Commands wishes_;
};
}  // namespace

std::span<const std::string_view> table_nouns() {
    static constexpr std::array<std::string_view, 8> nouns{"products", "ideas",    "organisations", "training",
                                                           "outreach", "projects", "recognitions",  "coverage"};
    return nouns;
}

int choice_of(const Proposal& table, int column) {
    const std::string& known = table.columns[static_cast<std::size_t>(column)].known;
    for (std::size_t i = 0; i < table.meanings.size(); ++i)
        if (table.meanings[i].column == known) return static_cast<int>(i) + 1;
    return known.empty() ? 0 : -1;
}

bool about_columns(const core::Finding& finding) {
    static constexpr std::array keys{"finding.no_register",         "finding.sheet_unknown",
                                     "finding.column_kept",         "finding.column_unused",
                                     "finding.column_twice",        "finding.column_missing",
                                     "finding.column_mapping_lost", "finding.column_kept_aside",
                                     "finding.column_set_aside",    "finding.stars_column_missing"};
    return std::find(keys.begin(), keys.end(), finding.what.key) != keys.end();
}

Commands columns_card(const View& view, const Theme& theme, const Rect& area, const ColumnsCard& card) {
    return Columns{view, theme, card}.draw(area);
}

}  // namespace ocop::ui
