// Both sides of what did not match: names of the files, each with its likeliest units, and units that no row names.
#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/panels.h"
#include "ui/rows.h"

namespace ocop::ui {

namespace {
using domain::Level;

const domain::Territory& units_of(const View& view) { return view.document.territory(view.document.register_era); }

std::string named(const View& view, int index) {
    const auto& units = units_of(view).units;
    const domain::Unit& unit = units[static_cast<std::size_t>(index)];
    std::string name = carto::full_name(unit, view.words);
    if (unit.parent > 0) name += " · " + units[static_cast<std::size_t>(unit.parent)].name;
    return name;
}

std::string why(const View& view, const domain::Unmatched& row, const std::string& code) {
    const auto candidate = std::find_if(row.candidates.begin(), row.candidates.end(),
                                        [&](const domain::Candidate& each) { return each.code == code; });
    if (candidate == row.candidates.end()) return view.words["likeness.selected"];
    static constexpr const char* likenesses[] = {"likeness.same_name", "likeness.old_font", "likeness.without_marks",
                                                 "likeness.letters"};
    return view.words.say(likenesses[static_cast<int>(candidate->likeness)], {std::to_string(candidate->distance)});
}

class Join {
public:
    Join(const View& view, const Theme& theme, const JoinCard& card)
        : view_{view}, theme_{theme}, card_{card}, names_{domain::by_name(view.document.unmatched)} {}

    Commands draw(const Rect& area) {
        const float top = header(area), split = std::round(area.width * 0.64f);
        names({area.x, top, split, area.bottom() - top});
        upright_rule({area.x + split, top}, area.bottom() - top);
        units({area.x + split, top, area.width - split, area.bottom() - top});
        return std::move(wishes_);
    }

private:
    float px(float length) const { return theme_.px(length); }

    float header(const Rect& area) {
        const core::Words& words = view_.words;
        const float left = area.x + px(24), right = area.right() - px(16);
        const float close = link_width(theme_, "", icon::close);
        const float out = link_width(theme_, words["ui.join_export"], icon::download);
        const bool own = std::any_of(view_.document.aliases.begin(), view_.document.aliases.end(),
                                     [](const domain::Alias& alias) { return !alias.who.empty(); });
        if (link(theme_, "close", {right - close, area.y + px(14)}, "", icon::close, ink)) wishes_.push_back(GoBack{});
        if (own && link(theme_, "export", {right - close - out - px(4), area.y + px(14)}, words["ui.join_export"],
                        icon::download))
            wishes_.push_back(ExportAliases{});
        text(theme_.title, {left, area.y + px(16)}, words["ui.join_title"], ink, Justify::left,
             right - left - close - (own ? out : 0) - px(16));
        text(theme_.small, {left, area.y + px(44)}, words["ui.join_hint"], quiet, Justify::left, area.width - px(48));
        rule({left, area.y + px(72)}, area.width - px(40));
        return area.y + px(73);
    }

    void names(const Rect& area) {
        const Scroll scroll{"names", area};
        left_ = area.x + px(24);
        width_ = area.width - px(40);
        y_ = scroll.origin().y + px(12);
        int rows = 0;
        for (const domain::UnmatchedName& name : names_) rows += name.rows;
        text(theme_.small_bold, {left_, y_},
             view_.words.say("ui.join_names", {std::to_string(names_.size()), std::to_string(rows)}), quiet);
        y_ += px(28);
        if (names_.empty()) {
            text(theme_.body, {left_, y_}, view_.words["ui.join_none"], ink, Justify::left, width_);
            y_ += px(36);
        }
        for (int i = 0; i < static_cast<int>(names_.size()); ++i) name(area, i);
        chosen(area);
        ImGui::SetCursorScreenPos({left_, y_ + px(24)});
        ImGui::Dummy({1, 1});
    }

    void name(const Rect& area, int index) {
        const domain::UnmatchedName& name = names_[static_cast<std::size_t>(index)];
        const domain::Unmatched& row = view_.document.unmatched[static_cast<std::size_t>(name.first)];
        const std::vector<std::string> choices = choices_of(view_, row);
        const bool marked = index == card_.cursor.row;
        const float line = px(30), high = px(56) + line * static_cast<float>(std::max<std::size_t>(1, choices.size()));
        if (marked) at_keyboard(area, high);
        const std::string count = view_.words.say("ui.join_rows", {std::to_string(name.rows)});
        const float room = width_ - text_width(theme_.small, count) - px(16);
        text(theme_.body_bold, {left_, y_}, row.level == Level::commune ? row.commune_text : row.district_text, ink,
             Justify::left, room);
        text(theme_.small, {left_ + width_, y_ + px(2)}, count, quiet, Justify::right);
        std::string where = place_text(row.where, view_.words);
        if (row.level == Level::commune && !row.district_text.empty()) where = row.district_text + " · " + where;
        text(theme_.small, {left_, y_ + px(22)}, where, quiet, Justify::left, width_);
        y_ += px(44);
        for (int i = 0; i < static_cast<int>(choices.size()); ++i) {
            choice(area, row, index, choices[static_cast<std::size_t>(i)], marked && i == card_.cursor.choice);
            y_ += line;
        }
        if (choices.empty()) {
            y_ += px(4) +
                  paragraph(theme_.small, {left_, y_ + px(4)}, width_, view_.words["ui.join_no_candidate"], quiet);
        }
        y_ += px(12);
        rule({left_, y_ - px(8)}, width_);
    }

    void choice(const Rect& area, const domain::Unmatched& row, int name, const std::string& code, bool marked) {
        const int unit = units_of(view_).find(code, row.level);
        if (unit < 0) return;
        const Rect line{left_ - px(8), y_, area.right() - left_, px(30)};
        const Touch on = touch("unit" + std::to_string(name) + "/" + code, line);
        if (marked)
            mark_choice(theme_, {line.x, line.y, width_ + px(11), line.height});
        else if (on.hovered)
            fill(line, hover_soft);
        if (on.clicked) wishes_.push_back(MatchName{name, code});
        const std::string reason = why(view_, row, code);
        const float room = width_ - text_width(theme_.small, reason) - px(16);
        in_line(left_, line.height, room, named(view_, unit), marked ? ink : accent);
        text_in(theme_.small, {left_, y_, width_, line.height}, reason, quiet, Justify::right);
    }

    /// The block of the list that the keyboard is at.
    void at_keyboard(const Rect& area, float high) {
        const Rect block{area.x + 1, y_ - px(8), area.width + px(2), high};
        mark_row(theme_, block);
        keep_in_sight("steps", card_.cursor.steps, block, px(8));
    }

    /// What was matched here, by whom and when; each can be taken back.
    void chosen(const Rect& area) {
        const auto& aliases = view_.document.aliases;
        bool first = true;
        int row = static_cast<int>(names_.size());
        for (int i = 0; i < static_cast<int>(aliases.size()); ++i) {
            const domain::Alias& alias = aliases[static_cast<std::size_t>(i)];
            if (alias.who.empty() || alias.era != view_.document.register_era) continue;
            if (std::exchange(first, false)) {
                text(theme_.small_bold, {left_, y_ + px(8)}, view_.words["ui.join_chosen"], quiet);
                y_ += px(36);
            }
            if (row++ == card_.cursor.row) at_keyboard(area, px(52));
            int unit = units_of(view_).find(alias.code, Level::commune);
            if (unit < 0) unit = units_of(view_).find(alias.code, Level::district);
            const std::string drop = view_.words["ui.join_drop"];
            const float room = width_ - link_width(theme_, drop) - px(8);
            text(theme_.body, {left_, y_}, alias.text + " → " + (unit < 0 ? alias.code : named(view_, unit)), ink,
                 Justify::left, room);
            text(theme_.small, {left_, y_ + px(22)}, alias.who + ", " + day_text(alias.when), quiet, Justify::left,
                 room);
            if (link(theme_, "drop" + std::to_string(i), {left_ + room + px(8), y_}, drop))
                wishes_.push_back(DropAlias{i});
            y_ += px(52);
            rule({left_, y_ - px(6)}, width_);
        }
    }

    void units(const Rect& area) {
        const Scroll scroll{"units", area};
        const float left = area.x + px(20), width = area.width - px(40);
        y_ = scroll.origin().y + px(12);
        const bool here = view_.document.register_era == view_.state.query.era;
        bool all = true;
        for (const Level level : {Level::district, Level::commune}) {
            const std::vector<int> unnamed = domain::unnamed_units(units_of(view_), view_.document.records, level);
            if (unnamed.empty()) continue;
            all = false;
            y_ += paragraph(theme_.small_bold, {left, y_}, width,
                            view_.words.say(level == Level::district ? "ui.join_districts" : "ui.join_communes",
                                            {std::to_string(unnamed.size())}),
                            quiet);
            y_ += px(8);
            for (const int unit : unnamed) {
                const Rect line{area.x + 1, y_, area.width - 1, px(28)};
                if (ImGui::IsRectVisible({line.x, line.y}, {line.right(), line.bottom()})) {
                    const Touch on = touch("unnamed" + std::to_string(unit), line);
                    if (on.hovered && here) fill(line, hover_soft);
                    if (on.hovered && here) wishes_.push_back(Hover{unit});
                    if (on.clicked && here) {
                        if (view_.state.spec.level != level) wishes_.push_back(SetLevel{level});
                        wishes_.push_back(Select{unit});
                    }
                    in_line(left, line.height, width, named(view_, unit), ink);
                } else {
                    ImGui::SetCursorScreenPos({line.x, line.y});
                    ImGui::Dummy({1, line.height});
                }
                y_ += line.height;
            }
            y_ += px(16);
        }
        if (all) paragraph(theme_.small_bold, {left, y_}, width, view_.words["ui.join_all_named"], quiet);
        ImGui::SetCursorScreenPos({left, y_ + px(24)});
        ImGui::Dummy({1, 1});
    }

    /// One line in the middle of a row, cut where it is too long.
    void in_line(float x, float high, float room, const std::string& words, ImU32 colour) const {
        text(theme_.body, {x, y_ + (high - theme_.body.size) / 2}, words, colour, Justify::left, room);
    }

    const View& view_;
    const Theme& theme_;
    const JoinCard& card_;
    std::vector<domain::UnmatchedName> names_;
    Commands wishes_;
    float left_ = 0, width_ = 0, y_ = 0;
};
}  // namespace

std::vector<std::string> choices_of(const View& view, const domain::Unmatched& row) {
    std::vector<std::string> codes;
    for (const domain::Candidate& candidate : row.candidates) codes.push_back(candidate.code);
    if (view.document.register_era != view.state.query.era || !view.has(view.state.spec.selected)) return codes;
    const domain::Unit& selected = view.unit(view.state.spec.selected);
    if (selected.level == row.level && std::find(codes.begin(), codes.end(), selected.code) == codes.end())
        codes.push_back(selected.code);
    return codes;
}

Commands join_card(const View& view, const Theme& theme, const Rect& area, const JoinCard& card) {
    return Join{view, theme, card}.draw(area);
}

}  // namespace ocop::ui
