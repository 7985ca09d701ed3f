#pragma once
// TOML read with our errors; toml++ stays inside data/.
#define TOML_EXCEPTIONS 1
#include <toml++/toml.h>

#include <filesystem>
#include <optional>
#include <string>

#include "domain/date.h"

namespace ocop::data {

/// Throws core::Error "error.file_missing" or "error.toml" {path, line, reason}.
toml::table read_toml(const std::filesystem::path& path);

/// A TOML date or a text that reads as one.
std::optional<domain::Date> toml_date(const toml::node_view<const toml::node>& node);

}  // namespace ocop::data
