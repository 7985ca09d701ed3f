#pragma once
// A workspace file around a register or a map that was opened by itself (DESIGN.md §3).
#include <filesystem>

namespace ocop::data {

/// Writes NAME.toml beside the file, or NAME-2.toml when that name is taken: nothing is overwritten. What the file does
/// not bring is taken from the shipped workspace. Throws core::Error "error.cannot_write".
std::filesystem::path write_workspace(const std::filesystem::path& lone_file);

}  // namespace ocop::data
