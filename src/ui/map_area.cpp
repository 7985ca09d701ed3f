// The mouse on the picture: hover, select, drill, drag, zoom at the cursor. It moves the camera and nothing else.
#include <algorithm>
#include <cmath>

#include "ui/panels.h"

namespace ocop::ui {

namespace {
constexpr double closest = 4'000, farthest = 2'000'000;  // metres per picture height

scene::Camera camera_of(const View& view) {
    return view.state.camera.value_or(view.derived.picture.scene.maps.front().camera);
}

int class_at(const carto::Picture& picture, core::Point at) {
    for (auto target = picture.targets.rbegin(); target != picture.targets.rend(); ++target)
        if (target->legend_class >= 0 && at.x >= target->rect.x && at.x < target->rect.right() &&
            at.y >= target->rect.y && at.y < target->rect.bottom())
            return target->legend_class;
    return -1;
}

/// Where the labels and badges of a unit stand in the window.
std::vector<Rect> labels_of(const View& view, const Rect& map, int unit) {
    std::vector<Rect> out;
    const scene::Map& main = view.derived.picture.scene.maps.front();
    for (const carto::Picture::Target& target : view.derived.picture.targets) {
        if (target.unit != unit || !target.anchor) continue;
        const core::Point then = scene::to_picture(main, main.camera, *target.anchor),
                          now = scene::to_picture(main, camera_of(view), *target.anchor);
        const auto px = [&](double h) { return static_cast<float>(h) * map.height; };
        out.push_back({map.x + px(target.rect.x + now.x - then.x), map.y + px(target.rect.y + now.y - then.y),
                       px(target.rect.width), px(target.rect.height)});
    }
    return out;
}

/// Beside the mouse, inside the clear part of the map, and not over the unit's own label if there is another place.
ImVec2 tag_place(const View& view, const Theme& theme, const Rect& map, const Rect& clear, int unit, float width,
                 float height) {
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const float away = theme.px(16), near = theme.px(8);
    const std::vector<Rect> labels = labels_of(view, map, unit);
    const auto covers = [&](const Rect& tag) {
        return std::any_of(labels.begin(), labels.end(), [&](const Rect& label) {
            return tag.x < label.right() && label.x < tag.right() && tag.y < label.bottom() && label.y < tag.bottom();
        });
    };
    std::optional<Rect> inside;
    for (const float step : {1.0f, 2.5f, 5.0f})
        for (const bool above : {false, true})
            for (const bool left : {false, true}) {
                const Rect tag{left ? mouse.x - near * step - width : mouse.x + away * step,
                               above ? mouse.y - near * step - height : mouse.y + away * step, width, height};
                if (tag.x < clear.x || tag.y < clear.y || tag.right() > clear.right() || tag.bottom() > clear.bottom())
                    continue;
                if (!covers(tag)) return {std::round(tag.x), std::round(tag.y)};
                if (!inside) inside = tag;
            }
    const Rect tag = inside.value_or(
        Rect{std::max(clear.x, std::min(mouse.x + away, clear.right() - width)), mouse.y + away, width, height});
    return {std::round(tag.x), std::round(tag.y)};
}

void hover_tag(const View& view, const Theme& theme, const Rect& map, const Rect& clear, int unit) {
    const std::string name = carto::full_name(view.unit(unit), view.words);
    const domain::Score& score = view.score(unit);
    const std::string value = carto::unit_value_text(score, view.unit(unit).level, view.state.spec.indicator,
                                                     view.state.spec.show, view.words) +
                              " · " + carto::status_text(score, view.words);
    // In front of an audience nothing is smaller than 2.2 % of the picture (cartography.md T-1).
    const bool audience = view.state.presenting;
    const Face upper = audience ? Face{theme.big.font, std::max(theme.big.size, 0.025f * map.height)} : theme.body_bold;
    const Face lower = audience ? Face{theme.big.font, std::max(theme.body.size, 0.0225f * map.height)} : theme.small;
    const float pad = std::round(upper.size * 0.8f);
    const float width = std::max(text_width(upper, name), text_width(lower, value)) + 2 * pad;
    const float height = std::round(upper.size * 1.4f + lower.size * 1.4f + pad * 0.8f);
    const ImVec2 at = tag_place(view, theme, map, clear, unit, width, height);
    const Pane pane{"hover", {at.x, at.y, width, height}, Plane::tag};
    ImGui::GetWindowDrawList()->AddRect(at, {at.x + width, at.y + height}, audience ? ink : rule_colour);
    text(upper, {at.x + pad, at.y + pad * 0.5f}, name);
    text(lower, {at.x + pad, at.y + pad * 0.5f + upper.size * 1.4f}, value, audience ? ink : quiet);
}

/// The camera with the metres under the cursor kept under the cursor.
scene::Camera zoomed(const scene::Map& map, const scene::Camera& camera, core::Point at, double factor) {
    scene::Camera out = camera;
    out.metres_per_h = std::clamp(camera.metres_per_h * factor, closest, farthest);
    const core::Point before = scene::to_metres(map, camera, at), after = scene::to_metres(map, out, at);
    out.centre.x += before.x - after.x;
    out.centre.y += before.y - after.y;
    return out;
}
}  // namespace

Commands map_area(const View& view, const Theme& theme, const Rect& map, const Rect& clear) {
    Commands wishes;
    const carto::Picture& picture = view.derived.picture;
    const ImGuiIO& io = ImGui::GetIO();
    if (picture.scene.maps.empty() || io.WantCaptureMouse || map.height <= 0) return wishes;
    const scene::Map& main = picture.scene.maps.front();
    const scene::Camera camera = camera_of(view);
    const auto to_picture = [&](ImVec2 p) {
        return core::Point{(p.x - map.x) / map.height, (p.y - map.y) / map.height};
    };
    const core::Point at = to_picture(io.MousePos);
    const float still = theme.px(4) * theme.px(4);
    const bool began_here = map.contains(io.MouseClickedPos[0].x, io.MouseClickedPos[0].y);

    if (ImGui::IsMouseDown(0) && began_here && io.MouseDragMaxDistanceSqr[0] > still) {
        if (io.MouseDelta.x != 0 || io.MouseDelta.y != 0) {
            const double metres = camera.metres_per_h / map.height;
            scene::Camera moved = camera;
            moved.centre.x -= io.MouseDelta.x * metres;
            moved.centre.y += io.MouseDelta.y * metres;
            wishes.push_back(MoveCamera{moved});
        }
        return wishes;
    }
    if (!map.contains(io.MousePos.x, io.MousePos.y)) return wishes;
    const int legend_class = class_at(picture, at);
    const int unit = legend_class >= 0 ? -1 : carto::pick(picture, view.geometry, at, view.state.camera);
    if (io.MouseWheel != 0 && io.KeyCtrl) {  // more or less of what is assumed, instead of nearer or farther
        if (view.has(unit)) {
            if (unit != view.state.spec.selected) wishes.push_back(Select{unit});
            wishes.push_back(WhatIf{AddAssumed{io.MouseWheel > 0 ? 1 : -1, unit}});
        }
    } else if (io.MouseWheel != 0) {
        wishes.push_back(MoveCamera{zoomed(main, camera, at, std::pow(0.85, io.MouseWheel))});
    }
    if (view.has(unit) && !(view.state.presenting && view.state.resting)) {
        wishes.push_back(Hover{unit});
        hover_tag(view, theme, map, clear, unit);
    }
    if (ImGui::IsMouseDoubleClicked(0) && view.has(unit)) {
        wishes.push_back(DrillDown{unit});
    } else if (ImGui::IsMouseReleased(0) && began_here && io.MouseDragMaxDistanceSqr[0] <= still &&
               !io.MouseDoubleClicked[0] && io.MouseClickedCount[0] < 2) {
        if (legend_class >= 0)
            wishes.push_back(IsolateClass{legend_class});
        else
            wishes.push_back(Select{unit});
    }
    return wishes;
}

}  // namespace ocop::ui
