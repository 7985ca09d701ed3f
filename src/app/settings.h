#pragma once
// What the window remembers: its size, the last workspace, language and folded panels. A small key = value file.
#include <filesystem>
#include <optional>

#include "core/words.h"

namespace ocop::app {

struct Settings {
    int width = 1600, height = 900;
    bool maximised = false;
    std::filesystem::path workspace;
    std::optional<core::Language> language;
    std::optional<bool> left, right;  // panels unfolded by hand
    bool still = false;               // no motion between scenes
    bool operator==(const Settings&) const = default;
};

/// $XDG_STATE_HOME/ocopmap/window.ini, else ~/.local/state/...; empty where neither is known.
std::filesystem::path settings_file();
/// Unknown or broken lines are passed over; a missing file gives the defaults.
Settings read_settings(const std::filesystem::path& file);
/// Writes beside and renames. A folder that cannot be written is no reason to bother anyone: returns false.
bool write_settings(const Settings& settings, const std::filesystem::path& file);

/// Where pictures go: the user's picture folder, else documents, else home, else the current folder.
std::filesystem::path pictures_folder();
/// Where tables and rescue copies go: the user's documents, else home, else the current folder.
std::filesystem::path documents_folder();

}  // namespace ocop::app
