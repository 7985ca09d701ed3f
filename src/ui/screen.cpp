// The tiles at the foot, the strip of folded panels, notices, help, and all panels put together.
#include <algorithm>
#include <array>
#include <cmath>

#include "ui/panels.h"

namespace ocop::ui {

Commands bottom_tiles(const View& view, const Theme& theme, const Rect& area) {
    Commands wishes;
    const Pane pane{"bottom", area};
    rule({area.x, area.y}, area.width);
    const auto& tiles = view.derived.tiles;
    const float cell_width = area.width / static_cast<float>(std::max<std::size_t>(1, tiles.size()));
    const float wide = theme.px(16), slim = theme.px(8), mark = theme.px(18);
    // The status stands beside the value; where one of them has no room there, all stand below.
    const bool below = std::any_of(tiles.begin(), tiles.end(), [&](const carto::Tile& tile) {
        return wide + text_width(theme.title, tile.value) + theme.px(12) + mark + text_width(theme.small, tile.status) +
                   slim >
               cell_width;
    });
    const float name_y = theme.px(below ? 8 : 14), value_y = theme.px(below ? 26 : 36);
    int number = 0;
    for (const carto::Tile& tile : tiles) {
        const float from = std::round(area.x + cell_width * static_cast<float>(number));
        const float to = std::round(area.x + cell_width * static_cast<float>(number + 1));
        const Rect cell{from, area.y + 1, to - from, area.height - 1};
        const std::string id = std::to_string(++number);
        Face value_face = theme.title;  // what a scenario adds makes it long
        for (const Face& smaller : {theme.body_bold, theme.small_bold})
            if (text_width(value_face, tile.value) > cell.width - theme.px(16)) value_face = smaller;
        const float value_width = text_width(value_face, tile.value);
        const Rect value_area{cell.x + theme.px(8), cell.y + value_y - theme.px(2), value_width + theme.px(16),
                              theme.px(32)};
        const Touch on_value = touch("value" + id, value_area);
        if (on_value.clicked)
            wishes.push_back(SetIndicator{tile.indicator}), wishes.push_back(OpenRows{tile.indicator, 0});
        const Touch what = touch("tile" + id, cell);
        const bool chosen = view.state.spec.indicator == tile.indicator;
        if (chosen) {
            fill(cell, accent_soft);
            fill({cell.x, cell.y - 1, cell.width, theme.px(4)}, accent);
        } else if (what.hovered || on_value.hovered) {
            fill(cell, hover_soft);
        }
        if (number > 1) upright_rule({cell.x, cell.y + theme.px(16)}, cell.height - theme.px(32));
        if (what.clicked) wishes.push_back(SetIndicator{tile.indicator});
        const std::string full = view.words["ui.short." + std::string{domain::indicator(tile.indicator).name}];
        const bool tight = cell_width < theme.px(160);
        const float left = cell.x + (tight ? slim : wide), room = cell.right() - slim - left;
        const std::string& name = text_width(theme.small, full) > room ? tile.label : full;
        text(fitted(theme.small, name, room), {left, cell.y + name_y}, name, quiet, Justify::left, room);
        text(value_face, {left, cell.y + value_y + (theme.title.size - value_face.size) / 2}, tile.value,
             on_value.hovered ? accent : ink);
        const float after = left + value_width + theme.px(12);
        const float middle = cell.y + value_y + theme.title.size / 2;
        // The mark stands behind the value, or before the words where the value fills the tile.
        const bool behind = after + theme.px(10) + slim <= cell.right();
        const float words_y = below ? cell.y + theme.px(49) : middle - theme.small.size / 2;
        const ImVec2 at{!below ? after + mark : behind ? left : left + mark, words_y};
        status_mark(
            theme,
            behind ? ImVec2{after + theme.px(5), middle} : ImVec2{left + theme.px(5), words_y + theme.small.size / 2},
            tile.state);
        const float words_room = cell.right() - slim - at.x;
        const bool fits = text_width(theme.small, tile.status) <= words_room;
        const bool lacks = tile.state == domain::Status::below || tile.state == domain::Status::severe;
        const std::string& status = fits || !lacks ? tile.status : view.words["tile.below_short"];
        text(fitted(theme.small, status, words_room), at, status, quiet, Justify::left, words_room);
    }
    return wishes;
}

Commands strip(const View& view, const Theme& theme, const Layout& layout) {
    Commands wishes;
    const Rect area = layout.strip;
    const core::Words& words = view.words;
    const State& state = view.state;
    const Pane pane{"strip", area};
    upright_rule({area.right() - 1, area.y}, area.height);
    float y = area.y + theme.px(8);
    const auto entry = [&](const char* id, const char* mark, std::string_view word, bool on) {
        const Rect cell{area.x, y, area.width - 1, theme.px(60)};
        const Touch what = touch(id, cell);
        if (on)
            fill(cell, accent_soft);
        else if (what.hovered)
            fill(cell, hover_soft);
        const ImU32 colour = on ? accent : ink;
        text(theme.title, {cell.x + cell.width / 2, cell.y + theme.px(10)}, mark, colour, Justify::centre);
        text(theme.small, {cell.x + cell.width / 2, cell.y + theme.px(36)}, word, colour, Justify::centre,
             cell.width - theme.px(4));
        y += cell.height;
        return what.clicked;
    };
    if (entry("open left", icon::menu, words["ui.strip.indicators"], state.left_over))
        wishes.push_back(ToggleSide{Side::left});
    if (layout.right_folded && entry("open right", icon::ranking, words["ui.strip.ranking"], state.right_over))
        wishes.push_back(ToggleSide{Side::right});
    if (!view.document.findings.empty() &&
        entry("findings", icon::alert, words.say("ui.strip.findings", {std::to_string(view.document.findings.size())}),
              std::holds_alternative<FindingsCard>(state.card)))
        wishes.push_back(OpenFindings{});
    if (entry("scenes", icon::present, words["ui.scenes"], std::holds_alternative<ScenesCard>(state.card)))
        wishes.push_back(OpenScenes{});
    if (entry("export", icon::download, words["ui.export"], state.export_open)) wishes.push_back(ToggleExportMenu{});
    const Rect foot{area.x + theme.px(4), area.bottom() - theme.px(44), area.width - theme.px(9), theme.px(36)};
    if (chip(theme, "language", foot, words["ui.other_language"], false))
        wishes.push_back(SetLanguage{state.language == core::Language::vietnamese ? core::Language::english
                                                                                  : core::Language::vietnamese});
    return wishes;
}

namespace {
Commands export_menu(const View& view, const Theme& theme, const Layout& layout) {
    Commands wishes;
    const Rect area{layout.left_folded ? layout.map.x : layout.top.right() - theme.px(288), layout.map.y, theme.px(280),
                    theme.px(16 + 40 * 5)};
    const Pane pane{"export", area, Plane::over};
    ImGui::GetWindowDrawList()->AddRect({area.x, area.y}, {area.right(), area.bottom()}, rule_colour);
    float y = area.y + theme.px(8);
    const auto entry = [&](const char* key, const Command& wish) {
        const Rect row{area.x + 1, y, area.width - 2, theme.px(40)};
        const Touch what = touch(key, row);
        if (what.hovered) fill(row, hover_soft);
        text_in(theme.body, {row.x + theme.px(16), row.y, row.width - theme.px(32), row.height}, view.words[key]);
        if (what.clicked) wishes.push_back(wish);
        y += row.height;
    };
    entry("ui.export.png", Export{PictureKind::png});
    entry("ui.export.pdf", Export{PictureKind::pdf});
    entry("ui.export.svg", Export{PictureKind::svg});
    entry("ui.export.register", WriteWorkbook{false});
    entry("ui.export.template", WriteWorkbook{true});
    return wishes;
}

/// One line, or as many as the words need.
void tag(const char* name, const Theme& theme, const Face& face, ImVec2 middle_bottom, std::string_view words,
         float most) {
    const float width = std::min(most, text_width(face, words) + theme.px(32)), room = width - theme.px(32);
    const bool whole = text_width(face, words) <= room + 1;
    const float line = std::round(face.size * 2.4f);
    const float height = whole ? line : paragraph(face, {}, room, words, white, false) + line - face.size;
    const Rect area{std::round(middle_bottom.x - width / 2), middle_bottom.y - height, width, height};
    const Pane pane{name, area, Plane::tag, IM_COL32(0, 0, 0, 0)};
    fill(area, ink, theme.px(4));
    if (whole)
        text_in(face, {area.x + theme.px(16), area.y, room, area.height}, words, white);
    else
        paragraph(face, {area.x + theme.px(16), area.y + (line - face.size) / 2}, room, words, white);
}
}  // namespace

void notices(const View& view, const Theme& theme, const Rect& map, std::string_view statistics) {
    const std::string& line = view.state.notice.empty() ? view.state.busy : view.state.notice;
    // Over the links at the foot of a row's card.
    const float foot = std::holds_alternative<EditCard>(view.state.card) ? theme.px(68) : theme.px(16);
    Face face = theme.body;
    // In front of an audience nothing is smaller than 2.2 % of the picture (cartography.md T-1).
    if (view.state.presenting) face = {theme.big.font, std::max(face.size, 0.0225f * map.height)};
    if (!line.empty())
        tag("notice", theme, face, {map.x + map.width / 2, map.bottom() - foot}, line, map.width - theme.px(32));
    if (view.state.viewing > 0)
        tag("viewing", theme, face, {map.x + map.width / 2, map.bottom() - foot - theme.px(44)},
            view.words["ui.viewing." + std::to_string(view.state.viewing)], map.width);
    if (view.state.statistics && !statistics.empty())
        tag("statistics", theme, theme.body, {map.x + map.width / 2, map.y + theme.px(44)}, statistics, map.width);
}

/// What of the map nothing lies over: where what is said of a unit may stand.
static Rect clear_part(const State& state, const Layout& layout) {
    Rect out = layout.map;
    if (state.presenting) return out;
    const auto cut = [&out](float from, float to) {
        out.width = std::min(out.right(), to) - std::max(out.x, from);
        out.x = std::max(out.x, from);
    };
    if (!std::holds_alternative<std::monostate>(state.card)) cut(out.x, layout.card.x);
    if (layout.right_folded && state.right_over) cut(out.x, layout.right_over.x);
    if (layout.left_folded && state.left_over) cut(layout.left_over.right(), out.right());
    return out;
}

void start_screen(const State& state, const core::Words& words, const Theme& theme, const Rect& window) {
    const Pane pane{"start", window};
    const float left = theme.px(48), width = std::min(theme.px(720), window.width - theme.px(96));
    float y = std::round(window.height * 0.4f);
    text(theme.big, {left, y}, words["app.name"]);
    y += theme.px(48);
    y += paragraph(theme.body, {left, y}, width, state.notice.empty() ? state.busy : state.notice) + theme.px(16);
    if (!state.notice.empty()) paragraph(theme.body, {left, y}, width, words["ui.drop_file"], quiet);
}

Commands screen(const View& view, const Theme& theme, const Layout& layout, std::string_view statistics) {
    Commands wishes;
    const auto add = [&wishes](const Commands& more) { wishes.insert(wishes.end(), more.begin(), more.end()); };
    const State& state = view.state;
    if (!state.presenting) {
        add(bottom_tiles(view, theme, layout.bottom));
        if (layout.left_folded)
            add(strip(view, theme, layout));
        else
            add(left_panel(view, theme, layout.left, Plane::base));
        if (!layout.right_folded) add(right_panel(view, theme, layout.right, Plane::base));
        add(top_bar(view, theme, layout));
        if (layout.what_if.height > 0) add(what_if_strip(view, theme, layout.what_if));
        if (layout.right_folded && state.right_over) add(right_panel(view, theme, layout.right_over, Plane::over));
        if (layout.left_folded && state.left_over) add(left_panel(view, theme, layout.left_over, Plane::over));
        if (!std::holds_alternative<std::monostate>(state.card)) add(card_panel(view, theme, layout.card));
        if (state.export_open) add(export_menu(view, theme, layout));
    }
    if (state.presenting && state.blank != Blank::off) {
        const Pane pane{"blank", layout.window, Plane::tag,
                        state.blank == Blank::black_out ? IM_COL32(0, 0, 0, 255) : white};
        return wishes;
    }
    if (state.help) {
        Rect room = layout.map;
        room.height += layout.what_if.height;
        add(help_panel(view, theme, room));
    }
    // A picture on its way and one that stands still are not what the mouse would act on.
    if (!state.travelling && !state.frozen) add(map_area(view, theme, layout.map, clear_part(state, layout)));
    if (state.presenting && state.resting) ImGui::SetMouseCursor(ImGuiMouseCursor_None);
    if (state.frozen) return wishes;
    notices(view, theme, layout.map, statistics);

    // The unit under the mouse is the one that some panel or the map named; none named: none.
    const bool named = std::any_of(wishes.begin(), wishes.end(),
                                   [](const Command& wish) { return std::holds_alternative<Hover>(wish); });
    if (!named) wishes.push_back(Hover{-1});
    std::erase_if(wishes, [&state](const Command& wish) {
        const auto* hover = std::get_if<Hover>(&wish);
        return hover != nullptr && hover->unit == state.spec.hovered;
    });
    return wishes;
}

}  // namespace ocop::ui
