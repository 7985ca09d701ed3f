#pragma once
// Every exported file is written whole or not at all.
#include <filesystem>
#include <string_view>

namespace ocop::render {

/// Writes beside the file and renames, so that a failure leaves what was there before.
/// Throws core::Error("error.cannot_write", {path, reason}).
void write_whole(const std::filesystem::path& path, std::string_view bytes);

}  // namespace ocop::render
