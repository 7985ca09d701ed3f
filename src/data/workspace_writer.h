#pragma once
// A workspace file around a register or a map that was opened by itself (DESIGN.md §3).
#include <filesystem>

#include "data/columns.h"

namespace ocop::data {

/// Writes NAME.toml beside the file, or NAME-2.toml when that name is taken: nothing is overwritten. What the file does
/// not bring is taken from the shipped workspace; `columns`: what was decided of its headers. Throws core::Error
/// "error.cannot_write".
std::filesystem::path write_workspace(const std::filesystem::path& lone_file, const ColumnMappings& columns = {});

/// Writes decisions into a workspace's [columns.NOUN], where every laptop and the next office find them; all else of
/// the file stays as it is typed. Throws core::Error "error.columns_not_written" when the file is laid out in a way
/// that this cannot keep, "error.cannot_write".
void write_columns(const std::filesystem::path& workspace, const ColumnMappings& columns);

}  // namespace ocop::data
