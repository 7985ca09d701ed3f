#pragma once
// The list of other names of units (J-5), as shipped and as an office exports its own.
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/finding.h"
#include "domain/alias.h"

namespace ocop::data {

/// Rows of a CSV or sheet with the columns era, text, district, code, source, who, when; only the first two and code
/// are needed. Rows of an unknown era or unit are findings and left out; rows that give one text two units are findings
/// and stay, so that the text is asked about. Throws core::Error "error.aliases" when a column is missing.
std::vector<domain::Alias> read_aliases(const std::filesystem::path& path,
                                        const std::map<domain::Era, domain::Territory>& territories,
                                        core::Findings& findings);

/// The same list as CSV text, for the next office: UTF-8 with a byte order mark, so that Excel reads it.
std::string aliases_csv(const std::vector<domain::Alias>& aliases);

}  // namespace ocop::data
