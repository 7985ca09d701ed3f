#pragma once
#include <filesystem>

#include "domain/document.h"

namespace ocop::data {

/// The [[scene]] tables of a TOML file, in order, checked against the document's units; plans that scenes name are read
/// with them. What cannot be used is a finding with file and line; so is a file that cannot be read at all, because the
/// map can be shown without its deck.
domain::Deck read_deck(const std::filesystem::path& path, const domain::Document& document, core::Findings& findings);

}  // namespace ocop::data
