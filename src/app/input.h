#pragma once
// What arrived since the last frame. GLFW's callbacks and the script fill it in the same way.
#include <filesystem>
#include <string_view>
#include <vector>

#include "app/keys.h"

struct GLFWwindow;

namespace ocop::app {

struct Input {
    std::vector<KeyPress> keys;
    std::vector<std::filesystem::path> dropped;
    bool any = true;  // something happened: a frame is due

    /// Puts itself and ImGui behind the window's callbacks; must outlive the window.
    void listen(GLFWwindow* window);
    static void key(GLFWwindow* window, int key, int scancode, int action, int mods);
    static void character(GLFWwindow* window, unsigned code);
    static void scroll(GLFWwindow* window, double x, double y);
};

}  // namespace ocop::app
