#pragma once
// What a folder holds that can be opened here: for choosing a file without leaving the window.
#include <filesystem>

#include "ui/view.h"

namespace ocop::app {

/// The folder's own folders, then the files that ocopmap opens, in Vietnamese order; hidden ones left out. Throws
/// core::Error "error.folder_unreadable".
ui::BrowseCard browse(const std::filesystem::path& folder);

}  // namespace ocop::app
