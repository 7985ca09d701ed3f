#pragma once
// The deck as one HTML file for people who were not in the room: pictures, numbers and product lists of every scene.
#include <filesystem>
#include <vector>

#include "app/progress.h"
#include "app/scenes.h"

namespace ocop::app {

/// Throws core::Error("error.cannot_write", …).
void write_html_deck(const domain::Document& document, const std::vector<Staged>& scenes,
                     const std::filesystem::path& path, Progress& progress, const core::Words& words);

}  // namespace ocop::app
