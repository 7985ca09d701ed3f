#pragma once
// TOML read with our errors; toml++ stays inside data/.
#define TOML_EXCEPTIONS 1
#include <toml++/toml.h>

#include <filesystem>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "core/finding.h"
#include "domain/date.h"

namespace ocop::data {

/// Throws core::Error "error.file_missing", or "error.toml" {path, line, what stands there} and its kin.
toml::table read_toml(const std::filesystem::path& path);

/// A value as it stands in the file, for quoting it: 2021, "x", [1, 2].
std::string written(const toml::node& node);
std::string toml_version();  // "toml++ 3.3.0"
int line_of(const toml::node& node);

/// A finding for every key that is not in the list: a misspelt key would otherwise be dropped in silence.
void report_unknown_keys(const toml::table& table, std::initializer_list<std::string_view> known,
                         const std::filesystem::path& path, core::Findings& findings);

/// A TOML date or a text that reads as one.
std::optional<domain::Date> toml_date(const toml::node_view<const toml::node>& node);

}  // namespace ocop::data
