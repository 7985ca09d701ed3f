#include "app/input.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>

namespace ocop::app {

namespace {
Input& of(GLFWwindow* window) { return *static_cast<Input*>(glfwGetWindowUserPointer(window)); }
}  // namespace

void Input::key(GLFWwindow* window, int key, int scancode, int action, int mods) {
    ImGui_ImplGlfw_KeyCallback(window, key, scancode, action, mods);
    if (action != GLFW_RELEASE) of(window).keys.push_back({key, mods});
    of(window).any = true;
}

void Input::character(GLFWwindow* window, unsigned code) {
    ImGui_ImplGlfw_CharCallback(window, code);
    of(window).any = true;
}

void Input::scroll(GLFWwindow* window, double x, double y) {
    ImGui_ImplGlfw_ScrollCallback(window, x, y);
    of(window).any = true;
}

void Input::listen(GLFWwindow* window) {
    glfwSetWindowUserPointer(window, this);
    glfwSetKeyCallback(window, key);
    glfwSetCharCallback(window, character);
    glfwSetScrollCallback(window, scroll);
    glfwSetMouseButtonCallback(window, [](GLFWwindow* w, int button, int action, int mods) {
        ImGui_ImplGlfw_MouseButtonCallback(w, button, action, mods);
        of(w).any = true;
    });
    glfwSetCursorPosCallback(window, [](GLFWwindow* w, double, double) { of(w).any = true; });
    glfwSetCursorEnterCallback(window, [](GLFWwindow* w, int entered) {
        ImGui_ImplGlfw_CursorEnterCallback(w, entered);
        of(w).any = true;
    });
    glfwSetWindowFocusCallback(window, [](GLFWwindow* w, int focused) {
        ImGui_ImplGlfw_WindowFocusCallback(w, focused);
        of(w).any = true;
    });
    glfwSetWindowRefreshCallback(window, [](GLFWwindow* w) { of(w).any = true; });
    glfwSetFramebufferSizeCallback(window, [](GLFWwindow* w, int, int) { of(w).any = true; });
    glfwSetWindowContentScaleCallback(window, [](GLFWwindow* w, float, float) { of(w).any = true; });
    glfwSetDropCallback(window, [](GLFWwindow* w, int count, const char** paths) {
        for (int i = 0; i < count; ++i) of(w).dropped.emplace_back(paths[i]);
        of(w).any = true;
    });
}

}  // namespace ocop::app
