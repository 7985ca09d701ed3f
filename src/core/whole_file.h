#pragma once
// Every file is written whole or not at all, and a new one under a name that is free.
#include <filesystem>
#include <string>
#include <string_view>

#include "core/error.h"

namespace ocop::core {

/// Writes beside the file and renames, so that a failure leaves what was there before.
/// Throws what write_error() says.
void write_whole(const std::filesystem::path& path, std::string_view bytes);

/// Why a file cannot be written, by the number that the system gave (errno): "error.folder_missing" or
/// "error.folder_is_file", "error.write_refused", "error.disk_full", "error.is_folder", else "error.cannot_write".
Error write_error(const std::filesystem::path& path, int reason);

/// The first of STEM.ENDING, STEM-2.ENDING, ... that does not exist. `ending` with its dot.
std::filesystem::path free_name(const std::filesystem::path& folder, const std::string& stem,
                                const std::string& ending);

}  // namespace ocop::core
