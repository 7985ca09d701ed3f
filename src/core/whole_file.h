#pragma once
// Every file is written whole or not at all, and a new one under a name that is free.
#include <filesystem>
#include <string>
#include <string_view>

namespace ocop::core {

/// Writes beside the file and renames, so that a failure leaves what was there before.
/// Throws core::Error("error.cannot_write", {path, reason}).
void write_whole(const std::filesystem::path& path, std::string_view bytes);

/// The first of STEM.ENDING, STEM-2.ENDING, ... that does not exist. `ending` with its dot.
std::filesystem::path free_name(const std::filesystem::path& folder, const std::string& stem,
                                const std::string& ending);

}  // namespace ocop::core
