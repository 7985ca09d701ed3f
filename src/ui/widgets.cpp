#include "ui/widgets.h"

#include <imgui_internal.h>
#include <algorithm>
#include <cmath>

namespace ocop::ui {

namespace {
ImFont* font_of(const Face& face) { return face.font != nullptr ? face.font : ImGui::GetFont(); }

ImVec2 extent(const Face& face, std::string_view words) {
    if (words.empty()) return {0, face.size};  // ImGui takes a null end for "until the zero byte"
    return font_of(face)->CalcTextSizeA(face.size, std::numeric_limits<float>::max(), 0, words.data(),
                                        words.data() + words.size());
}

/// The longest start of `words` that fits with an ellipsis behind it.
std::string cut(const Face& face, std::string_view words, float room) {
    static constexpr std::string_view dots = "…";
    const float left = room - extent(face, dots).x;
    const char* stop = nullptr;
    font_of(face)->CalcTextSizeA(face.size, std::max(left, 0.0f), 0, words.data(), words.data() + words.size(), &stop);
    std::string out{words.data(), stop};
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out.append(dots);
}
}  // namespace

float text_width(const Face& face, std::string_view text) { return extent(face, text).x; }

void text(const Face& face, ImVec2 at, std::string_view words, ImU32 colour, Justify align, float room) {
    if (words.empty()) return;
    ImVec2 size = extent(face, words);
    std::string shorter;
    if (size.x > room + 0.5f) {
        shorter = cut(face, words, room);
        words = shorter;
        size = extent(face, words);
    }
    if (align == Justify::centre) at.x -= size.x / 2;
    if (align == Justify::right) at.x -= size.x;
    const ImVec2 whole{std::round(at.x), std::round(at.y)};
    ImGui::GetWindowDrawList()->AddText(font_of(face), face.size, whole, colour, words.data(),
                                        words.data() + words.size());
}

Face fitted(Face face, std::string_view words, float room) {
    const float width = text_width(face, words);
    if (width > room) face.size *= std::max(0.85f, room / width);
    return face;
}

void text_in(const Face& face, const Rect& row, std::string_view words, ImU32 colour, Justify align) {
    const float x = align == Justify::left ? row.x : align == Justify::right ? row.right() : row.x + row.width / 2;
    text(face, {x, row.y + (row.height - face.size) / 2}, words, colour, align, row.width);
}

float paragraph(const Face& face, ImVec2 at, float width, std::string_view words, ImU32 colour, bool draw) {
    const float line = std::round(face.size * 1.4f);
    float y = 0;
    const char* from = words.data();
    const char* const end = from + words.size();
    while (from < end) {
        const char* stop =
            font_of(face)->CalcWordWrapPositionA(1.0f * face.size / font_of(face)->FontSize, from, end, width);
        if (stop == from) ++stop;
        if (draw) text(face, {at.x, at.y + y}, {from, static_cast<std::size_t>(stop - from)}, colour);
        for (from = stop; from < end && (*from == ' ' || *from == '\n');) ++from;
        y += line;
    }
    return y;
}

void fill(const Rect& area, ImU32 colour, float radius) {
    ImGui::GetWindowDrawList()->AddRectFilled({area.x, area.y}, {area.right(), area.bottom()}, colour, radius);
}

void rule(ImVec2 from, float length) { fill({from.x, from.y, length, 1}, rule_colour); }

void upright_rule(ImVec2 from, float length) { fill({from.x, from.y, 1, length}, rule_colour); }

Touch touch(std::string_view id, const Rect& area) {
    Touch out;
    if (area.width <= 0 || area.height <= 0) return out;
    ImGui::SetCursorScreenPos({area.x, area.y});
    const std::string name{id};
    if (auto* seen = static_cast<Touchables*>(ImGui::GetIO().UserData)) seen->insert_or_assign(name, area);
    out.clicked = ImGui::InvisibleButton(name.c_str(), {area.width, area.height});
    out.hovered = ImGui::IsItemHovered();
    out.held = ImGui::IsItemActive();
    out.twice = out.hovered && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left);
    return out;
}

float segmented_width(const Theme& theme, std::span<const std::string> labels) {
    float width = 0;
    for (const std::string& label : labels) width += text_width(theme.body_bold, label) + theme.px(24);
    return width;
}

std::optional<int> segmented(const Theme& theme, std::string_view id, Rect at, std::span<const std::string> labels,
                             int chosen) {
    std::optional<int> wish;
    const float spare =
        at.width > 0 ? (at.width - segmented_width(theme, labels)) / static_cast<float>(labels.size()) : 0;
    float x = at.x;
    for (int i = 0; i < static_cast<int>(labels.size()); ++i) {
        const std::string& label = labels[static_cast<std::size_t>(i)];
        const Rect cell{x, at.y, text_width(theme.body_bold, label) + theme.px(24) + spare, at.height};
        const Touch what = touch(std::string{id} + std::to_string(i), cell);
        if (what.clicked) wish = i;
        if (i == chosen)
            fill(cell, accent_soft, theme.px(4));
        else if (what.hovered)
            fill(cell, hover_soft, theme.px(4));
        text_in(i == chosen ? theme.body_bold : theme.body, cell, label, i == chosen ? accent : ink, Justify::centre);
        x += cell.width;
    }
    return wish;
}

float link_width(const Theme& theme, std::string_view words, const char* icon) {
    return text_width(theme.body, words) + (icon != nullptr ? theme.px(words.empty() ? 20 : 26) : 0) + theme.px(16);
}

bool link(const Theme& theme, std::string_view id, ImVec2 at, std::string_view words, const char* icon, ImU32 colour) {
    const Rect area{at.x, at.y, link_width(theme, words, icon), theme.px(32)};
    const Touch what = touch(id, area);
    if (what.hovered) fill(area, hover_soft, theme.px(4));
    Rect inner{area.x + theme.px(8), area.y, area.width - theme.px(16), area.height};
    if (icon != nullptr) {
        text(theme.title, {inner.x, area.y + (area.height - theme.title.size) / 2}, icon, colour);
        inner.x += theme.px(26);
        inner.width -= theme.px(26);
    }
    if (!words.empty()) text(theme.body, {inner.x, area.y + (area.height - theme.body.size) / 2}, words, colour);
    return what.clicked;
}

float chip_width(const Theme& theme, std::string_view words) { return text_width(theme.body, words) + theme.px(16); }

bool chip(const Theme& theme, std::string_view id, const Rect& at, std::string_view words, bool on) {
    const Touch what = touch(id, at);
    if (on)
        fill(at, accent_soft, theme.px(4));
    else if (what.hovered)
        fill(at, hover_soft, theme.px(4));
    text_in(fitted(theme.body, words, at.width), at, words, on ? accent : ink, Justify::centre);
    return what.clicked;
}

bool number(const Theme& theme, std::string_view id, const Rect& area, std::string_view value) {
    const Touch what = touch(id, area);
    const float y = area.y + (area.height - theme.body_bold.size) / 2;
    text(theme.body_bold, {area.right(), y}, value, what.hovered ? accent : ink, Justify::right);
    const float width = std::min(area.width, text_width(theme.body_bold, value));
    if (what.hovered)
        fill({area.right() - width, std::round(y + theme.body_bold.size + 1), width, theme.px(1)}, accent);
    return what.clicked;
}

void status_mark(const Theme& theme, ImVec2 centre, domain::Status status) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float r = theme.px(5);
    const ImVec2 from{std::round(centre.x - r), std::round(centre.y - r)}, to{from.x + 2 * r, from.y + 2 * r};
    const auto hatch = [&](float pitch) {
        list.PushClipRect(from, to, true);
        for (float shift = pitch / 2; shift < 4 * r; shift += pitch)
            list.AddLine({from.x + shift - 2 * r, to.y}, {from.x + shift, from.y}, ink, theme.px(1.5f));
        list.PopClipRect();
        list.AddRect(from, to, ink, 0, 0, 1);
    };
    switch (status) {
        case domain::Status::met:
            list.AddRectFilled(from, to, accent);
            break;
        case domain::Status::below:
            hatch(theme.px(5));
            break;
        case domain::Status::severe:
            hatch(theme.px(3));
            break;
        case domain::Status::undetermined:
            list.AddRect(from, to, ink, 0, 0, 1);
            for (const float dx : {-0.45f, 0.45f})
                for (const float dy : {-0.45f, 0.45f})
                    list.AddCircleFilled({centre.x + dx * r, centre.y + dy * r}, theme.px(1.2f), ink, 8);
            break;
        case domain::Status::no_data:
            list.AddRectFilled(from, to, no_data_grey);
            break;
        case domain::Status::no_quota:
            list.AddRect(from, to, no_data_grey, 0, 0, theme.px(1.5f));
            break;
        case domain::Status::not_applicable:
            break;
    }
}

Pane::Pane(const char* name, const Rect& area, Plane plane, ImU32 background) {
    ImGui::SetNextWindowPos({area.x, area.y});
    ImGui::SetNextWindowSize({area.width, area.height});
    ImGui::PushStyleColor(ImGuiCol_WindowBg, background);
    ImGuiWindowFlags flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                             ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav |
                             ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoScrollWithMouse;
    if (plane == Plane::base) flags |= ImGuiWindowFlags_NoBringToFrontOnFocus;
    // What lies beside the map lies on the window's own white: painting that again is work on software GL.
    if (plane == Plane::base && background == white) flags |= ImGuiWindowFlags_NoBackground;
    if (plane == Plane::tag) flags |= ImGuiWindowFlags_NoInputs;
    ImGui::Begin(name, nullptr, flags);
    if (plane >= Plane::front) ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());  // over a pane just clicked
}

Pane::~Pane() {
    ImGui::End();
    ImGui::PopStyleColor();
}

Scroll::Scroll(const char* name, const Rect& area) {
    ImGui::SetCursorScreenPos({area.x, area.y});
    ImGui::BeginChild(name, {area.width, area.height}, false, ImGuiWindowFlags_NoNav);
    origin_ = ImGui::GetCursorScreenPos();
}

Scroll::~Scroll() { ImGui::EndChild(); }

void mark_row(const Theme& theme, Rect row) {
    row.width -= theme.px(12);
    fill(row, accent_soft);
    const float thick = std::max(1.0f, std::round(theme.px(1.5f)));
    fill({row.x, row.y, theme.px(4), row.height}, accent);
    for (const float y : {row.y, row.bottom() - thick}) fill({row.x, y, row.width, thick}, accent);
    fill({row.right() - thick, row.y, thick, row.height}, accent);
}

void mark_choice(const Theme& theme, const Rect& area) {
    fill(area, white);
    fill({area.x, area.y, theme.px(4), area.height}, accent);
}

void keep_in_sight(const char* id, int steps, const Rect& block, float margin) {
    ImGuiStorage& memory = *ImGui::GetStateStorage();
    const ImGuiID key = ImGui::GetID(id);
    if (memory.GetInt(key) == steps && !ImGui::IsWindowAppearing()) return;
    memory.SetInt(key, steps);
    const float top = ImGui::GetWindowPos().y, bottom = top + ImGui::GetWindowHeight();
    if (block.y < top + margin) ImGui::SetScrollY(ImGui::GetScrollY() + block.y - top - margin);
    if (block.bottom() > bottom) ImGui::SetScrollY(ImGui::GetScrollY() + block.bottom() - bottom + margin);
}

}  // namespace ocop::ui
