#include "ui/theme.h"

namespace ocop::ui {

void apply_style(const Theme& theme, ImGuiStyle& style) {
    style = ImGuiStyle{};
    ImGui::StyleColorsLight(&style);
    style.WindowPadding = {0, 0};
    style.FramePadding = {theme.px(8), theme.px(6)};
    style.ItemSpacing = {0, 0};
    style.ItemInnerSpacing = {theme.px(8), 0};
    style.WindowBorderSize = style.ChildBorderSize = style.FrameBorderSize = style.PopupBorderSize = 0;
    style.WindowRounding = style.ChildRounding = 0;
    style.FrameRounding = theme.px(4);
    style.ScrollbarSize = theme.px(8);
    style.ScrollbarRounding = theme.px(4);
    style.WindowMinSize = {1, 1};
    const auto colour = [&](ImGuiCol slot, ImU32 value) { style.Colors[slot] = ImGui::ColorConvertU32ToFloat4(value); };
    colour(ImGuiCol_Text, ink);
    colour(ImGuiCol_TextDisabled, quiet);
    colour(ImGuiCol_WindowBg, white);
    colour(ImGuiCol_ChildBg, IM_COL32(0, 0, 0, 0));
    colour(ImGuiCol_FrameBg, IM_COL32(0, 0, 0, 0));
    colour(ImGuiCol_FrameBgHovered, IM_COL32(0, 0, 0, 0));
    colour(ImGuiCol_FrameBgActive, IM_COL32(0, 0, 0, 0));
    colour(ImGuiCol_TextSelectedBg, accent_bar);
    colour(ImGuiCol_ScrollbarBg, IM_COL32(0, 0, 0, 0));
    colour(ImGuiCol_ScrollbarGrab, rule_colour);
    colour(ImGuiCol_ScrollbarGrabHovered, no_data_grey);
    colour(ImGuiCol_ScrollbarGrabActive, quiet);
}

}  // namespace ocop::ui
