#pragma once
// The working window: one GLFW window with the picture of the map and the panels around it.
#include <filesystem>
#include <optional>

#include "core/words.h"

namespace ocop::app {

struct WindowOptions {
    std::filesystem::path file;                 // empty: the last workspace, else the shipped one
    std::optional<core::Language> language;     // none: as remembered, else Vietnamese
    std::optional<std::filesystem::path> play;  // a script of keys and clicks; see play.h
    int width = 0, height = 0;                  // 0: as remembered
};

/// Opens the window and returns when it is closed: 0, or 1 when the script expected something else.
/// Throws core::Error("error.no_window", {reason}).
int run_window(const WindowOptions& options);

}  // namespace ocop::app
