// The lower bound of a start: the same libraries, window, fonts and ImGui with nothing in them. Says what draws when
// its first frame has been shown, and ends.
#include <imgui.h>

#include <iostream>

#include "app/desktop.h"
#include "render/gl/renderer.h"
#include "render/gl/window_frame.h"

int main() {
    using namespace ocop::app;
    Settings settings;
    settings.width = 1920;
    settings.height = 1080;
    Desktop desktop{settings, "ocopmap"};
    desktop.use(make_fonts(1));
    const auto [width, height] = desktop.framebuffer();
    desktop.begin_frame();
    ImGui::NewFrame();
    ocop::render::begin_frame(width, height, {});
    desktop.end_frame();
    desktop.swap();
    std::cout << ocop::render::gl_description() << std::endl;
}
