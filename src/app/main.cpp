// The program: so far its command line. The window comes next (README, limits).
#include <iostream>

#include "app/commands.h"

int main(int argc, char** argv) {
    using namespace ocop;
    try {
        const app::Options options = app::parse_options({argv + 1, argv + argc});
        return app::run_command(options, core::Words{options.language}, {std::cout, std::cerr});
    } catch (const app::UsageError& usage) {
        const core::Words words{usage.language};
        std::cerr << words.say(usage.message) << '\n' << words["usage.see_help"] << '\n';
        return app::exit_usage;
    } catch (const std::exception& error) {
        std::cerr << "ocopmap: " << error.what() << '\n';
        return app::exit_unreadable;
    }
}
