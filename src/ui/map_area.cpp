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

void hover_tag(const View& view, const Theme& theme, const Rect& map, int unit) {
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const std::string name = carto::full_name(view.unit(unit), view.words);
    const domain::Score& score = view.score(unit);
    const std::string value = carto::value_text(score, view.state.spec.indicator, view.state.spec.show, view.words) +
                              " · " + carto::status_text(score, view.words);
    const float width = std::max(text_width(theme.body_bold, name), text_width(theme.small, value)) + theme.px(24);
    const float height = theme.px(52);
    float x = mouse.x + theme.px(16), y = mouse.y + theme.px(16);
    if (x + width > map.right()) x = mouse.x - theme.px(8) - width;
    if (y + height > map.bottom()) y = mouse.y - theme.px(8) - height;
    const Pane pane{"hover", {std::round(x), std::round(y), width, height}, Plane::tag};
    ImGui::GetWindowDrawList()->AddRect({std::round(x), std::round(y)}, {std::round(x) + width, std::round(y) + height},
                                        rule_colour);
    text(theme.body_bold, {x + theme.px(12), y + theme.px(6)}, name);
    text(theme.small, {x + theme.px(12), y + theme.px(29)}, value, quiet);
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

Commands map_area(const View& view, const Theme& theme, const Rect& map) {
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
    if (io.MouseWheel != 0) wishes.push_back(MoveCamera{zoomed(main, camera, at, std::pow(0.85, io.MouseWheel))});

    const int legend_class = class_at(picture, at);
    const int unit = legend_class >= 0 ? -1 : carto::pick(picture, view.geometry, at, view.state.camera);
    if (view.has(unit)) {
        wishes.push_back(Hover{unit});
        hover_tag(view, theme, map, unit);
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
