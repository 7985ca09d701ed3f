// Title, the switches used most, search, and the way to an audience.
#include <imgui_internal.h>
#include <array>
#include <cstdio>

#include "ui/panels.h"

namespace ocop::ui {

namespace {
/// One line to type in, over a thin rule. Its text lives in the state; ImGui keeps it only while it is edited.
void search_field(const View& view, const Theme& theme, const Rect& field, Commands& wishes) {
    const State& state = view.state;
    rule({field.x, field.bottom() - theme.px(10)}, field.width);
    text(theme.title, {field.x, field.y + (field.height - theme.title.size) / 2}, icon::magnify, quiet);
    std::array<char, 128> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%s", state.search.c_str());
    ImGui::SetCursorScreenPos({field.x + theme.px(20), field.y + (field.height - theme.body.size) / 2 - theme.px(6)});
    ImGui::SetNextItemWidth(field.width - theme.px(20));
    int& seen = *ImGui::GetStateStorage()->GetIntRef(ImGui::GetID("search seen"), 0);
    if (seen != state.search_focus) ImGui::SetKeyboardFocusHere();
    seen = state.search_focus;
    if (theme.body.font != nullptr) ImGui::PushFont(theme.body.font);
    ImGui::InputTextWithHint("##search",
                             view.words[field.width < theme.px(200) ? "ui.search_short" : "ui.search_hint"].c_str(),
                             buffer.data(), buffer.size());
    if (theme.body.font != nullptr) ImGui::PopFont();
    if (ImGui::IsItemActivated() && !state.search_open) wishes.push_back(Search{buffer.data()});
    if (ImGui::IsItemActive()) {
        if (state.search != buffer.data()) wishes.push_back(Search{buffer.data()});
        if (!state.search_open && !ImGui::IsItemActivated() && seen == state.search_focus && !ImGui::IsItemEdited() &&
            state.search.empty() && buffer[0] == 0)
            ImGui::ClearActiveID();
    }
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const Rect list{field.x, field.bottom(), field.width + theme.px(240), theme.px(480)};
    if (ImGui::IsItemDeactivated() && state.search_open && !list.contains(mouse.x, mouse.y)) wishes.push_back(GoBack{});
}
}  // namespace

Commands top_bar(const View& view, const Theme& theme, const Layout& layout) {
    Commands wishes;
    const core::Words& words = view.words;
    const State& state = view.state;
    const Rect bar = layout.top;
    const Pane pane{"top", bar};
    rule({bar.x, bar.bottom() - 1}, bar.width);
    const float gap = theme.px(layout.narrow ? 8 : 16), row_y = bar.y + (bar.height - theme.px(32)) / 2;

    float right = bar.right() - theme.px(12);
    const auto button = [&](const char* id, std::string_view label, const char* mark) {
        right -= link_width(theme, label, mark);
        const bool clicked = link(theme, id, {right, row_y}, label, mark, ink);
        right -= theme.px(4);
        return clicked;
    };
    if (button("help", "", icon::help)) wishes.push_back(ToggleHelp{});
    if (!layout.left_folded) {
        if (button("language", words["ui.other_language"], nullptr))
            wishes.push_back(SetLanguage{state.language == core::Language::vietnamese ? core::Language::english
                                                                                      : core::Language::vietnamese});
        if (button("export", words["ui.export"], icon::download)) wishes.push_back(ToggleExportMenu{});
    }
    if (button("present", words[layout.narrow ? "ui.present_short" : "ui.present"], icon::present))
        wishes.push_back(TogglePresenting{});
    if (!layout.left_folded && !layout.narrow &&
        button("scenes", words.say("ui.scenes_badge", {std::to_string(view.document.deck.scenes.size())}), nullptr))
        wishes.push_back(OpenScenes{});
    if (!layout.left_folded && !view.document.findings.empty() &&
        button("findings", words.say("ui.findings_badge", {std::to_string(view.document.findings.size())}),
               icon::alert))
        wishes.push_back(OpenFindings{});

    const Rect field{right - gap - theme.px(layout.narrow ? 184 : 264), bar.y, theme.px(layout.narrow ? 184 : 264),
                     bar.height};
    search_field(view, theme, field, wishes);
    right = field.x - gap * 1.5f;

    const bool with_quota = view.document.plan.targets.empty() ? false : true;
    const std::array<std::string, 3> shows{words["ui.show.count"], words["ui.show.percent"], words["ui.show.gap"]};
    if (with_quota) {
        right -= segmented_width(theme, shows);
        if (const auto choice =
                segmented(theme, "show", {right, row_y, 0, theme.px(32)}, shows, static_cast<int>(state.spec.show)))
            wishes.push_back(SetShow{static_cast<carto::Show>(*choice)});
        right -= gap;
        upright_rule({right, row_y + theme.px(4)}, theme.px(24));
        right -= gap;
    }
    if (state.query.era == domain::Era::y2021) {
        const std::array<std::string, 2> levels{words["ui.level.district"], words["ui.level.commune"]};
        right -= segmented_width(theme, levels);
        if (const auto choice = segmented(theme, "level", {right, row_y, 0, theme.px(32)}, levels,
                                          state.spec.level == domain::Level::commune ? 1 : 0))
            wishes.push_back(SetLevel{*choice == 1 ? domain::Level::commune : domain::Level::district});
        right -= gap;
    }
    const Rect title{bar.x + theme.px(24), bar.y, right - bar.x - theme.px(24), bar.height};
    text(theme.title, {title.x, title.y + (title.height - theme.title.size) / 2}, view.document.title, ink,
         Justify::left, title.width);
    const float after = title.x + text_width(theme.title, view.document.title) + theme.px(16);
    if (!layout.narrow && after < title.right())
        text(theme.body, {after, title.y + (title.height - theme.body.size) / 2},
             words.say("ui.plan", {view.document.plan.id}), quiet, Justify::left, title.right() - after);
    if (state.search_open && !state.search.empty()) {
        const Commands chosen = search_results(view, theme, field);
        wishes.insert(wishes.end(), chosen.begin(), chosen.end());
    }
    return wishes;
}

Commands search_results(const View& view, const Theme& theme, const Rect& field) {
    Commands wishes;
    const State& state = view.state;
    constexpr int shown = 8;
    const int count = std::min(shown, static_cast<int>(state.hits.size()));
    const float row = theme.px(48), width = field.width + theme.px(176);
    const float more = static_cast<int>(state.hits.size()) > shown || count == 0 ? theme.px(36) : 0;
    const Rect area{std::max(theme.px(8), field.right() - width), field.bottom(), width,
                    row * static_cast<float>(count) + more + theme.px(8)};
    const Pane pane{"results", area, Plane::over};
    ImGui::GetWindowDrawList()->AddRect({area.x, area.y}, {area.right(), area.bottom()}, rule_colour);
    for (int i = 0; i < count; ++i) {
        const SearchHit& hit = state.hits[static_cast<std::size_t>(i)];
        const Rect line{area.x, area.y + theme.px(4) + row * static_cast<float>(i), width, row};
        const Touch what = touch("hit" + std::to_string(i), line);
        if (i == state.choice)
            fill({line.x + 1, line.y, line.width - 2, line.height}, accent_soft);
        else if (what.hovered)
            fill({line.x + 1, line.y, line.width - 2, line.height}, hover_soft);
        if (what.clicked) wishes.push_back(Choose{i});
        const float room = width - theme.px(32);
        text(hit.product < 0 ? theme.body_bold : theme.body, {line.x + theme.px(16), line.y + theme.px(5)}, hit.title,
             ink, Justify::left, room);
        text(theme.small, {line.x + theme.px(16), line.y + theme.px(26)}, hit.context, quiet, Justify::left, room);
    }
    if (more > 0)
        text(theme.small, {area.x + theme.px(16), area.bottom() - more + theme.px(6)},
             count == 0
                 ? view.words["ui.search_none"]
                 : view.words.say("ui.search_more", {std::to_string(static_cast<int>(state.hits.size()) - shown)}),
             quiet);
    return wishes;
}

}  // namespace ocop::ui
