// The deck as a list: each scene with its number, its title, what it shows and its notes.
#include <algorithm>
#include <cmath>

#include "ui/panels.h"

namespace ocop::ui {

namespace {
/// "Sản phẩm · huyện · % kế hoạch · 31/12/2021": what of a scene is not its title.
std::string what_it_shows(const domain::SceneSpec& scene, const View& view) {
    const core::Words& words = view.words;
    std::string out = words["ui.short." + std::string{domain::indicator(scene.indicator).name}] + " · " +
                      words["ui.level." + std::string{domain::id(scene.level)}];
    if (scene.show != domain::Show::count) out += " · " + words["ui.show." + std::string{domain::id(scene.show)}];
    out += " · " + domain::vietnamese(scene.as_of.value_or(view.document.as_of));
    if (!scene.plan.empty()) out += " · " + scene.plan;
    return out;
}

/// Words one can click, from right to left.
class Links {
public:
    Links(const Theme& theme, float right, float y, std::string id)
        : theme_{theme}, right_{right}, y_{y}, id_{std::move(id)} {}
    bool add(const std::string& word) {
        right_ -= link_width(theme_, word);
        return link(theme_, id_ + word, {right_, y_}, word);
    }
    float left() const { return right_; }

private:
    const Theme& theme_;
    float right_, y_;
    std::string id_;
};
}  // namespace

Commands scenes_card(const View& view, const Theme& theme, const Rect& area, const ScenesCard& card) {
    Commands wishes;
    const core::Words& words = view.words;
    const auto& scenes = view.document.deck.scenes;
    const float left = area.x + theme.px(24), right = area.right() - theme.px(24);
    const float close = link_width(theme, "", icon::close);
    if (link(theme, "close", {area.right() - theme.px(16) - close, area.y + theme.px(14)}, "", icon::close, ink))
        wishes.push_back(GoBack{});
    Links head{theme, area.right() - theme.px(24) - close, area.y + theme.px(14), "head"};
    if (head.add(words["ui.scene_catch"])) wishes.push_back(CaptureScene{});
    text(theme.title, {left, area.y + theme.px(16)}, words["ui.scenes_title"], ink, Justify::left, head.left() - left);
    text(theme.small, {left, area.y + theme.px(44)}, words["ui.scenes_hint"], quiet, Justify::left, right - left);
    rule({left, area.y + theme.px(72)}, area.width - theme.px(40));

    const float top = area.y + theme.px(73);
    const Scroll scroll{"scenes", {area.x, top, area.width, area.bottom() - top}};
    float y = scroll.origin().y;
    const float indent = left + theme.px(40), room = right - indent;
    for (int i = 0; i < static_cast<int>(scenes.size()); ++i) {
        const domain::SceneSpec& scene = scenes[static_cast<std::size_t>(i)];
        const float notes = scene.notes.empty() ? 0 : paragraph(theme.small, {}, room, scene.notes, quiet, false);
        const float high = theme.px(62) + (notes > 0 ? notes + theme.px(4) : 0);
        const Rect line{area.x + 1, y, area.width - 1, high};
        const bool shown = scene.id == view.state.scene;
        const std::string id = "scene " + scene.id;
        const bool marked = i == card.cursor.in(static_cast<int>(scenes.size()));
        if (shown) fill(line, accent_soft);
        if (marked) {
            mark_row(theme, line);
            keep_in_sight("steps", card.cursor.steps, line, theme.px(8));
        }
        Links links{theme, right, y + theme.px(8), id};
        if (links.add(words["ui.scene_remove"])) wishes.push_back(RemoveScene{i});
        if (links.add(words["ui.scene_edit"])) wishes.push_back(EditScene{i});
        if (links.add(words["ui.scene_down"])) wishes.push_back(MoveScene{1, i});
        if (links.add(words["ui.scene_up"])) wishes.push_back(MoveScene{-1, i});
        const Touch what = touch(id, line);
        if (what.hovered && !shown && !marked) fill({line.x, line.y, links.left() - line.x, line.height}, hover_soft);
        if (what.clicked) wishes.push_back(ShowScene{i});
        text(theme.title, {left, y + theme.px(10)}, std::to_string(i + 1), shown ? accent : quiet);
        text(theme.body_bold, {indent, y + theme.px(12)}, scene.title.empty() ? scene.id : scene.title,
             shown ? accent : ink, Justify::left, links.left() - theme.px(16) - indent);
        text(theme.small, {indent, y + theme.px(34)}, what_it_shows(scene, view), quiet, Justify::left, room);
        if (notes > 0) paragraph(theme.small, {indent, y + theme.px(56)}, room, scene.notes, ink);
        y += high;
        rule({left, y}, area.width - theme.px(40));
    }
    if (scenes.empty())
        y += paragraph(theme.body, {left, y + theme.px(16)}, right - left, words["ui.no_scenes"], quiet);
    ImGui::SetCursorScreenPos({left, y + theme.px(24)});
    ImGui::Dummy({1, 1});
    return wishes;
}

}  // namespace ocop::ui
