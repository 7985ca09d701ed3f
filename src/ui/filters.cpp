// Which products are looked at. A filtered number has no quota, so the panel says how many are looked at.
#include <algorithm>

#include "core/text.h"
#include "ui/panels.h"

namespace ocop::ui {

namespace {
template <class T>
void toggle(std::vector<T>& chosen, const T& value) {
    const auto found = std::find(chosen.begin(), chosen.end(), value);
    if (found == chosen.end())
        chosen.push_back(value);
    else
        chosen.erase(found);
}

template <class T>
bool has(const std::vector<T>& chosen, const T& value) {
    return std::find(chosen.begin(), chosen.end(), value) != chosen.end();
}

/// Chips flow over lines.
struct Chips {
    const Theme& theme;
    ImVec2& at;
    float left, right;
    bool put(std::string_view id, std::string_view words, bool on) {
        const float wide = chip_width(theme, words), high = theme.px(28);
        if (at.x + wide > right && at.x > left) {
            at.x = left;
            at.y += high + theme.px(4);
        }
        const bool clicked = chip(theme, id, {at.x, at.y, wide, high}, words, on);
        at.x += wide + theme.px(4);
        return clicked;
    }
};

}  // namespace

std::vector<std::string> groups_of(const domain::Document& document) {
    std::vector<std::string> out;
    for (const domain::Product& product : document.records.products)
        if (!product.group.empty() && !has(out, product.group)) out.push_back(product.group);
    std::sort(out.begin(), out.end());
    return out;
}

std::vector<domain::ProducerKind> producer_kinds_of(const domain::Document& document) {
    std::vector<domain::ProducerKind> out;
    for (const domain::Product& product : document.records.products)
        if (!has(out, product.producer_kind)) out.push_back(product.producer_kind);
    std::sort(out.begin(), out.end());
    return out;
}

std::string group_name(const std::string& group, const core::Words& words) {
    const std::string key = "group." + group;
    return core::capitalised(words.has(key) ? words[key] : group);
}

std::string producer_kind_name(domain::ProducerKind kind, const core::Words& words) {
    static constexpr const char* keys[] = {"producer_kind.unknown",     "producer_kind.enterprise",
                                           "producer_kind.cooperative", "producer_kind.cooperative_group",
                                           "producer_kind.household",   "producer_kind.facility"};
    return core::capitalised(words[keys[static_cast<int>(kind)]]);
}

Commands filters(const View& view, const Theme& theme, ImVec2& at, float width) {
    Commands wishes;
    const State& state = view.state;
    const domain::Filter& filter = state.query.filter;
    const float left = at.x;
    const std::size_t on = filter.stars.size() + filter.groups.size() + filter.producer_kinds.size();
    at.y += theme.px(4);
    const std::string title =
        on == 0 ? view.words["ui.filters"] : view.words.say("ui.filters_on", {std::to_string(on)});
    if (link(theme, "filters", {left + theme.px(16), at.y}, title, icon::filter, on > 0 ? accent : ink))
        wishes.push_back(ToggleFilters{});
    if (on > 0) {
        const float wide = link_width(theme, view.words["ui.clear"]);
        if (link(theme, "clear", {left + width - theme.px(8) - wide, at.y}, view.words["ui.clear"]))
            wishes.push_back(SetFilter{});
    }
    at.y += theme.px(32);
    if (!state.filters_open) return wishes;

    domain::Filter wish = filter;
    Chips chips{theme, at, left + theme.px(16), left + width - theme.px(8)};
    const auto heading = [&](const char* key) {
        at = {left + theme.px(24), at.y + theme.px(8)};
        text(theme.small_bold, at, view.words[key], quiet);
        at = {left + theme.px(16), at.y + theme.px(22)};
    };
    heading("ui.filter.stars");
    for (int stars = 3; stars <= 5; ++stars)
        if (chips.put("star" + std::to_string(stars), view.words.say("ui.stars_n", {std::to_string(stars)}),
                      has(filter.stars, stars)))
            toggle(wish.stars, stars);
    at.y += theme.px(32);
    heading("ui.filter.group");
    for (const std::string& group : groups_of(view.document))
        if (chips.put("group" + group, group_name(group, view.words), has(filter.groups, group)))
            toggle(wish.groups, group);
    at.y += theme.px(32);
    heading("ui.filter.producer");
    for (const domain::ProducerKind kind : producer_kinds_of(view.document))
        if (chips.put("kind" + std::to_string(static_cast<int>(kind)), producer_kind_name(kind, view.words),
                      has(filter.producer_kinds, kind)))
            toggle(wish.producer_kinds, kind);
    at = {left, at.y + theme.px(32)};
    if (wish != filter) wishes.push_back(SetFilter{wish});
    return wishes;
}

}  // namespace ocop::ui
