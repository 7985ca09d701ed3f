#pragma once
// The few drawing words that panels are made of. No frames, no boxes: text on a grid, thin rules, quiet hover.
#include <limits>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "domain/evaluate.h"
#include "ui/layout.h"
#include "ui/theme.h"

namespace ocop::ui {

enum class Justify { left, centre, right };

float text_width(const Face& face, std::string_view text);
/// Draws one line; `at` is its top left, top middle or top right. Cut with … where wider than `room`.
void text(const Face& face, ImVec2 at, std::string_view words, ImU32 colour = ink, Justify align = Justify::left,
          float room = std::numeric_limits<float>::max());
/// The face, a little smaller where the words need it to fit the room; not under 85 %.
Face fitted(Face face, std::string_view words, float room);
/// One line, vertically in the middle of a row.
void text_in(const Face& face, const Rect& row, std::string_view words, ImU32 colour = ink,
             Justify align = Justify::left);
/// Breaks lines at spaces; returns the height.
float paragraph(const Face& face, ImVec2 at, float width, std::string_view words, ImU32 colour = ink, bool draw = true);

void fill(const Rect& area, ImU32 colour, float radius = 0);
void rule(ImVec2 from, float length);  // horizontal
void upright_rule(ImVec2 from, float length);

/// An invisible button: what the mouse did to a rectangle. Also moves ImGui's cursor, so that panes scroll.
struct Touch {
    bool clicked = false, twice = false, hovered = false, held = false;
};
Touch touch(std::string_view id, const Rect& area);
/// Where everything that can be touched was drawn last, by its id. A script finds its way by it: ImGuiIO::UserData
/// points to one, or to nothing.
using Touchables = std::map<std::string, Rect, std::less<>>;

/// Words in a row of which one is chosen; returns a new choice. An empty `at.width` takes its own width.
std::optional<int> segmented(const Theme& theme, std::string_view id, Rect at, std::span<const std::string> labels,
                             int chosen);
float segmented_width(const Theme& theme, std::span<const std::string> labels);
/// A word one can click (accent), with an icon before it where given.
bool link(const Theme& theme, std::string_view id, ImVec2 at, std::string_view words, const char* icon = nullptr,
          ImU32 colour = accent);
float link_width(const Theme& theme, std::string_view words, const char* icon = nullptr);
/// A word that is on or off, with a rule under it when on; returns true when clicked.
bool chip(const Theme& theme, std::string_view id, const Rect& at, std::string_view words, bool on);
float chip_width(const Theme& theme, std::string_view words);

/// A number at the right end of its area that opens something: underlined under the mouse. Drawn before the row that it
/// stands in, so that the mouse meets it first. True when clicked.
bool number(const Theme& theme, std::string_view id, const Rect& area, std::string_view value);

/// The status of a number as the map shows it: filled, hatched, dotted, grey, open.
void status_mark(const Theme& theme, ImVec2 centre, domain::Status status);

/// Beside the map; over it; over everything; over everything and deaf to the mouse.
enum class Plane { base, over, front, tag };
/// An ImGui window without any of its looks.
class Pane {
public:
    Pane(const char* name, const Rect& area, Plane plane = Plane::base, ImU32 background = white);
    ~Pane();
    Pane(const Pane&) = delete;
    Pane& operator=(const Pane&) = delete;
};
/// A part of a pane that scrolls by itself.
class Scroll {
public:
    Scroll(const char* name, const Rect& area);
    ~Scroll();
    Scroll(const Scroll&) = delete;
    Scroll& operator=(const Scroll&) = delete;
    ImVec2 origin() const { return origin_; }

private:
    ImVec2 origin_;
};

/// The row that the keyboard is at: a bar and an outline, for a tint alone is lost on a projector. It ends before the
/// bar that scrolls the list.
void mark_row(const Theme& theme, Rect row);
/// What it is at within that row.
void mark_choice(const Theme& theme, const Rect& area);
/// After a step of the keyboard what it marks is scrolled into sight; the wheel stays free. `steps` grows with each.
void keep_in_sight(const char* id, int steps, const Rect& block, float margin);

}  // namespace ocop::ui
