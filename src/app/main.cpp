// The program: the window, or one command of the command line.
#include <cstdlib>
#include <iostream>

#include "app/commands.h"
#include "app/window.h"

namespace {

using namespace ocop;

int open_window(const app::Options& options, const core::Words& words) {
    if (std::getenv("DISPLAY") == nullptr && std::getenv("WAYLAND_DISPLAY") == nullptr) {
        std::cerr << words["error.no_display"] << '\n';
        return app::exit_unreadable;
    }
    app::WindowOptions window{options.file, options.language, options.play, 0, 0};
    if (options.size) {
        window.width = options.size->width_px;
        window.height = options.size->height_px;
    }
    return app::run_window(window);
}

}  // namespace

int main(int argc, char** argv) {
    core::Words words{core::Language::vietnamese};
    try {
        const app::Options options = app::parse_options({argv + 1, argv + argc});
        if (options.language) words = core::Words{*options.language};
        if (options.command == app::CommandName::window) return open_window(options, words);
        return app::run_command(options, words, {std::cout, std::cerr});
    } catch (const app::UsageError& usage) {
        words = core::Words{usage.language};
        std::cerr << words.say(usage.message) << '\n' << words["usage.see_help"] << '\n';
        return app::exit_usage;
    } catch (const core::Error& error) {
        std::cerr << words.say(error.message()) << '\n';
        return app::exit_unreadable;
    } catch (const std::exception& error) {
        std::cerr << "ocopmap: " << error.what() << '\n';
        return app::exit_unreadable;
    }
}
