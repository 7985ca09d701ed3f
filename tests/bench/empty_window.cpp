// The lower bound of a start: the same window, fonts and ImGui with nothing in them, closed after the first frame.
// With an argument it stays open until it is stopped.
#include <imgui.h>

#include "app/desktop.h"
#include "render/gl/window_frame.h"

int main(int argc, char**) {
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
    while (argc > 1 && !desktop.closing()) wait_for_events(-1);
}
