#include "app/desktop.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>

#include <algorithm>
#include <cmath>

#include "core/error.h"
#include "render/gl/window_frame.h"

namespace ocop::app {

namespace {
[[noreturn]] void refuse() {
    const char* reason = nullptr;
    glfwGetError(&reason);
    throw core::Error("error.no_window", {reason != nullptr ? reason : "GLFW"});
}

/// The monitor that shows most of the window.
GLFWmonitor* monitor_of(GLFWwindow* window) {
    int x = 0, y = 0, width = 0, height = 0, count = 0;
    glfwGetWindowPos(window, &x, &y);
    glfwGetWindowSize(window, &width, &height);
    GLFWmonitor** monitors = glfwGetMonitors(&count);
    GLFWmonitor* best = glfwGetPrimaryMonitor();
    long most = 0;
    for (int i = 0; i < count; ++i) {
        int mx = 0, my = 0;
        glfwGetMonitorPos(monitors[i], &mx, &my);
        const GLFWvidmode* mode = glfwGetVideoMode(monitors[i]);
        const long across = std::min(x + width, mx + mode->width) - std::max(x, mx);
        const long down = std::min(y + height, my + mode->height) - std::max(y, my);
        if (across > 0 && down > 0 && across * down > most) {
            most = across * down;
            best = monitors[i];
        }
    }
    return best;
}
}  // namespace

Desktop::Desktop(const Settings& settings, const std::string& title) {
    if (glfwInit() == GLFW_FALSE) refuse();
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
    glfwWindowHint(GLFW_DEPTH_BITS, 0);
    glfwWindowHint(GLFW_STENCIL_BITS, 0);
    glfwWindowHint(GLFW_MAXIMIZED, settings.maximised ? GLFW_TRUE : GLFW_FALSE);
    window_ = glfwCreateWindow(settings.width, settings.height, title.c_str(), nullptr, nullptr);
    if (window_ == nullptr) {
        const char* reason = nullptr;
        glfwGetError(&reason);
        const std::string kept = reason != nullptr ? reason : "OpenGL 3.3";
        glfwTerminate();
        throw core::Error("error.no_window", {kept});
    }
    glfwSetWindowSizeLimits(window_, 640, 480, GLFW_DONT_CARE, GLFW_DONT_CARE);
    glfwMakeContextCurrent(window_);
    glfwSwapInterval(1);
    input_.listen(window_);
}

Desktop::~Desktop() {
    if (ImGui::GetCurrentContext() != nullptr) {
        ImGui_ImplOpenGL3_Shutdown();
        ImGui_ImplGlfw_Shutdown();
        ImGui::DestroyContext();
    }
    fonts_ = {};
    glfwDestroyWindow(window_);
    glfwTerminate();
}

std::pair<int, int> Desktop::size() const {
    std::pair<int, int> out;
    glfwGetWindowSize(window_, &out.first, &out.second);
    return out;
}

std::pair<int, int> Desktop::framebuffer() const {
    std::pair<int, int> out;
    glfwGetFramebufferSize(window_, &out.first, &out.second);
    return out;
}

float Desktop::scale() const {
    float x = 1, y = 1;
    glfwGetWindowContentScale(window_, &x, &y);
    const auto [width, height] = framebuffer();
    return scale_for(width, height, x);
}

float Desktop::scale_for(int width, int height, float monitor) {
    const float room = std::min(static_cast<float>(width) / 1920, static_cast<float>(height) / 1080);
    const float steps = std::floor(room * 4 + 0.01f) / 4;  // quarters: a new size is a new set of fonts
    return std::clamp(std::max(monitor, steps), 1.0f, 4.0f);
}

void Desktop::use(Fonts fonts) {
    if (ImGui::GetCurrentContext() == nullptr) {
        fonts_ = std::move(fonts);
        ImGui::CreateContext(fonts_.atlas.get());
        ImGui::GetIO().IniFilename = nullptr;  // what is remembered stands in Settings
        ImGui_ImplGlfw_InitForOpenGL(window_, false);
        ImGui_ImplOpenGL3_Init("#version 330 core");
    } else {
        ImGui_ImplOpenGL3_DestroyFontsTexture();
        ImGui::GetIO().Fonts = fonts.atlas.get();
        fonts_ = std::move(fonts);
        ImGui_ImplOpenGL3_CreateFontsTexture();
    }
    ImGui::GetStyle() = ImGuiStyle{};
    ui::apply_style(fonts_.theme, ImGui::GetStyle());
}

void Desktop::begin_frame() const {
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplGlfw_NewFrame();
}

void Desktop::draw_behind(std::uint32_t texture, ImVec2 from, ImVec2 to) const {
    ImDrawList& list = *ImGui::GetBackgroundDrawList();
    list.AddCallback([](const ImDrawList*, const ImDrawCmd*) { render::replace_pixels(true); }, nullptr);
    list.AddImage(reinterpret_cast<ImTextureID>(std::uintptr_t{texture}), from, to, {0, 1}, {1, 0});
    list.AddCallback([](const ImDrawList*, const ImDrawCmd*) { render::replace_pixels(false); }, nullptr);
}

void Desktop::end_frame() const {
    ImGui::Render();
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

void Desktop::swap() const { glfwSwapBuffers(window_); }

void Desktop::set_full_screen(bool on) {
    if (on == full_screen_) return;
    full_screen_ = on;
    if (on) {
        glfwGetWindowPos(window_, &x_, &y_);
        std::tie(width_, height_) = size();
        GLFWmonitor* monitor = monitor_of(window_);
        if (monitor == nullptr) refuse();
        const GLFWvidmode* mode = glfwGetVideoMode(monitor);
        glfwSetWindowMonitor(window_, monitor, 0, 0, mode->width, mode->height, mode->refreshRate);
    } else {
        glfwSetWindowMonitor(window_, nullptr, x_, y_, width_, height_, GLFW_DONT_CARE);
    }
}

bool Desktop::maximised() const { return glfwGetWindowAttrib(window_, GLFW_MAXIMIZED) == GLFW_TRUE; }

bool Desktop::closing() const { return glfwWindowShouldClose(window_) == GLFW_TRUE; }

void Desktop::set_title(const std::string& title) { glfwSetWindowTitle(window_, title.c_str()); }

void Desktop::resize(int width, int height) { glfwSetWindowSize(window_, width, height); }

void wake_desktop() { glfwPostEmptyEvent(); }

void wait_for_events(double seconds) {
    if (seconds == 0)
        glfwPollEvents();
    else if (seconds < 0)
        glfwWaitEvents();
    else
        glfwWaitEventsTimeout(seconds);
}

}  // namespace ocop::app
