#pragma once
// GLFW, one OpenGL window and ImGui on it: set up in this order, taken down in the other.
#include <cstdint>
#include <string>
#include <utility>

#include "app/fonts.h"
#include "app/input.h"
#include "app/settings.h"

namespace ocop::app {

class Desktop {
public:
    /// Throws core::Error("error.no_window", {reason}) where there is no display.
    Desktop(const Settings& settings, const std::string& title);
    ~Desktop();
    Desktop(const Desktop&) = delete;
    Desktop& operator=(const Desktop&) = delete;

    GLFWwindow* window() const { return window_; }
    Input& input() { return input_; }
    std::pair<int, int> size() const;         // in the units of the mouse
    std::pair<int, int> framebuffer() const;  // in pixels
    /// The scale of type and grid: the monitor's (1.5 at 144 dpi), or more in a window larger than 1920 x 1080.
    float scale() const;
    static float scale_for(int width, int height, float monitor);
    const ui::Theme& theme() const { return fonts_.theme; }
    /// ImGui starts with the first fonts; further ones replace them.
    void use(Fonts fonts);

    void begin_frame() const;
    /// An opaque texture, its first row at the bottom, behind all panels of this frame.
    void draw_behind(std::uint32_t texture, ImVec2 from, ImVec2 to) const;
    void end_frame() const;
    void swap() const;
    /// Full screen on the monitor that shows most of the window, and back to where it was.
    void set_full_screen(bool on);
    bool full_screen() const { return full_screen_; }
    bool maximised() const;
    bool closing() const;
    void set_title(const std::string& title);
    void resize(int width, int height);

private:
    GLFWwindow* window_ = nullptr;
    Input input_;
    Fonts fonts_;
    bool full_screen_ = false;
    int x_ = 0, y_ = 0, width_ = 0, height_ = 0;  // before full screen
};

/// Wakes a loop that waits for events; from any thread.
void wake_desktop();
/// Waits for the next event, at most so long; 0: not at all; less: without end.
void wait_for_events(double seconds);

}  // namespace ocop::app
