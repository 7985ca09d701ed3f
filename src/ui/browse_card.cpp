// A folder of this computer as a list: a click opens a folder or a file.
#include <cmath>

#include "ui/panels.h"

namespace ocop::ui {

Commands browse_card(const View& view, const Theme& theme, const Rect& area, const BrowseCard& card) {
    Commands wishes;
    const core::Words& words = view.words;
    const float left = area.x + theme.px(24), right = area.right() - theme.px(16);
    const float close = link_width(theme, "", icon::close);
    if (link(theme, "close", {right - close, area.y + theme.px(14)}, "", icon::close, ink)) wishes.push_back(GoBack{});
    text(theme.title, {left, area.y + theme.px(16)}, words["ui.open_title"]);
    text(theme.small, {left, area.y + theme.px(44)}, card.folder.string(), quiet, Justify::left, right - left - close);
    rule({left, area.y + theme.px(72)}, area.width - theme.px(40));
    const float top = area.y + theme.px(73), row = theme.px(36);
    const Scroll scroll{"entries", {area.x, top, area.width, area.bottom() - top}};
    float y = scroll.origin().y + theme.px(8);
    const bool above = card.folder.has_relative_path();
    const int marked = card.cursor.in(static_cast<int>(card.entries.size()) + (above ? 1 : 0));
    int number = 0;
    const auto line = [&](std::string_view id, std::string_view name, std::string_view kind, const Face& face) {
        const Rect at{area.x + 1, y, area.width - 1, row};
        if (number == marked) {
            mark_row(theme, at);
            keep_in_sight("steps", card.cursor.steps, at, theme.px(8));
        }
        const Touch what = touch(id, at);
        if (what.hovered && number != marked) fill(at, hover_soft);
        ++number;
        text_in(face, {left, y, at.width - theme.px(160), row}, name);
        text_in(theme.small, {left, y, right - left, row}, kind, quiet, Justify::right);
        y += row;
        return what.clicked;
    };
    if (above && line("..", "..", words["ui.open_up"], theme.body_bold))
        wishes.push_back(Browse{card.folder.parent_path()});
    for (const BrowseCard::Entry& entry : card.entries) {
        const std::string name = entry.path.filename().string();
        if (!line(name, name, entry.folder ? words["ui.open_folder"] : entry.path.extension().string(),
                  entry.folder ? theme.body_bold : theme.body))
            continue;
        if (entry.folder)
            wishes.push_back(Browse{entry.path});
        else
            wishes.push_back(Open{entry.path});
    }
    if (card.entries.empty()) text(theme.body, {left, y + theme.px(8)}, words["ui.open_none"], quiet);
    ImGui::SetCursorScreenPos({left, y + theme.px(24)});
    ImGui::Dummy({1, 1});
    return wishes;
}

}  // namespace ocop::ui
