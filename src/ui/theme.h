#pragma once
// The look in one place: an 8-px grid, four text sizes, ink on white, one accent.
#include <imgui.h>

namespace ocop::ui {

inline constexpr ImU32 white = IM_COL32(255, 255, 255, 255);
inline constexpr ImU32 ink = IM_COL32(0x11, 0x11, 0x11, 255);
inline constexpr ImU32 quiet = IM_COL32(0x57, 0x60, 0x64, 255);  // second-rank text: 6.4:1 on white
inline constexpr ImU32 rule_colour = IM_COL32(0xDD, 0xE2, 0xE4, 255);
inline constexpr ImU32 accent = IM_COL32(0x1F, 0x67, 0x76, 255);
inline constexpr ImU32 accent_soft = IM_COL32(0xE3, 0xEE, 0xF0, 255);
inline constexpr ImU32 accent_bar = IM_COL32(0xC4, 0xDD, 0xE2, 255);
inline constexpr ImU32 hover_soft = IM_COL32(0xF2, 0xF6, 0xF7, 255);
inline constexpr ImU32 no_data_grey = IM_COL32(0xA9, 0xAF, 0xB0, 255);

/// Code points of the Material Design Icons that are used; below U+FFFF, merged into every face.
namespace icon {
inline constexpr const char* magnify = "\xEF\x8D\x89";       // F349
inline constexpr const char* close = "\xEF\x85\x96";         // F156
inline constexpr const char* left = "\xEF\x85\x81";          // F141
inline constexpr const char* right = "\xEF\x85\x82";         // F142
inline constexpr const char* double_left = "\xEF\x84\xBD";   // F13D
inline constexpr const char* double_right = "\xEF\x84\xBE";  // F13E
inline constexpr const char* download = "\xEF\x87\x9A";      // F1DA
inline constexpr const char* help = "\xEF\x98\xA5";          // F625
inline constexpr const char* filter = "\xEF\x88\xB6";        // F236
inline constexpr const char* ranking = "\xEF\x89\xBB";       // F27B
inline constexpr const char* present = "\xEF\x90\xA9";       // F429
inline constexpr const char* copy = "\xEF\x86\x8F";          // F18F
inline constexpr const char* alert = "\xEF\x97\x96";         // F5D6
inline constexpr const char* menu = "\xEF\x8D\x9C";          // F35C
inline constexpr ImWchar ranges[] = {0xF13D, 0xF13E, 0xF141, 0xF142, 0xF156, 0xF156, 0xF18F, 0xF18F, 0xF1DA,
                                     0xF1DA, 0xF236, 0xF236, 0xF27B, 0xF27B, 0xF349, 0xF349, 0xF35C, 0xF35C,
                                     0xF429, 0xF429, 0xF5D6, 0xF5D6, 0xF625, 0xF625, 0};
}  // namespace icon

/// One of the four sizes in one weight.
struct Face {
    ImFont* font = nullptr;  // none: ImGui's own (tests)
    float size = 15;
};

/// Faces and the size of the grid. All lengths of panels are written for scale 1 and pass through px().
struct Theme {
    float scale = 1;
    Face small{nullptr, 13}, small_bold{nullptr, 13}, body{nullptr, 15}, body_bold{nullptr, 15}, title{nullptr, 18},
        big{nullptr, 24};
    float px(float length) const { return static_cast<float>(static_cast<int>(length * scale + 0.5f)); }
};

/// ImGui's own widgets (text fields, scroll bars) without frames and greys.
void apply_style(const Theme& theme, ImGuiStyle& style);

}  // namespace ocop::ui
