// The program: a command line, or the window.
#include <cstdlib>
#include <iostream>

#include "app/commands.h"
#include "app/window.h"

int main(int argc, char** argv) {
    using namespace ocop;
    try {
        const app::Options options = app::parse_options({argv + 1, argv + argc});
        const core::Words words{options.language};
        if (options.command != app::CommandName::window)
            return app::run_command(options, words, {std::cout, std::cerr});
        if (std::getenv("DISPLAY") == nullptr && std::getenv("WAYLAND_DISPLAY") == nullptr) {
            std::cerr << words["error.no_display"] << '\n';
            return app::exit_unreadable;
        }
        try {
            return app::run_window({.file = options.file, .language = options.language, .play = options.play});
        } catch (const core::Error& error) {
            std::cerr << words.say(error.message()) << '\n';
            return app::exit_unreadable;
        }
    } catch (const app::UsageError& usage) {
        const core::Words words{usage.language};
        std::cerr << words.say(usage.message) << '\n' << words["usage.see_help"] << '\n';
        return app::exit_usage;
    } catch (const std::exception& error) {
        std::cerr << "ocopmap: " << error.what() << '\n';
        return app::exit_unreadable;
    }
}
