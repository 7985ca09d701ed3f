#pragma once
// A workspace's TOML file (formats.md §2), or one made around a lone file.
#include <filesystem>
#include <map>
#include <optional>
#include <vector>

#include "data/boundaries.h"
#include "data/columns.h"
#include "domain/document.h"

namespace ocop::data {

struct Workspace {
    domain::Document document;  // title, source, watermark, dates, basis, eras, findings
    std::string crs = "EPSG:9207";
    std::optional<std::filesystem::path> plan;  // paths are absolute
    std::optional<std::filesystem::path> deck;
    std::vector<std::filesystem::path> registers;
    std::map<domain::Era, BoundaryFiles> boundaries;
    std::filesystem::path crosswalk;
    ColumnMappings columns;  // headers that a person explained: [columns.products] "Tên SP của xã" = "product"
    std::vector<std::filesystem::path> aliases;  // lists of other names of units; aliases.csv beside it is one
    bool has_as_of = false;
    bool has_register_era = false;  // written, not assumed
};

/// Throws core::Error: "error.toml", "error.workspace_value", "error.workspace_without_boundaries". Keys that nothing
/// reads are findings.
Workspace read_workspace(const std::filesystem::path& path);

enum class FileKind { workspace, plan, register_table, boundaries };
/// What a file is taken for: by its ending, a .toml by its keys. Throws core::Error for one that cannot be read.
FileKind kind_of(const std::filesystem::path& path);

/// Any file that a person may open: a workspace; a plan, a register or a boundary file with the rest as shipped. A
/// boundary file takes the place of the shipped ones of its level and era, and no register is shown with it. A lone
/// register carries the watermark of a workspace beside or above it that names it: invented figures stay marked however
/// they are opened.
Workspace workspace_of(const std::filesystem::path& path);

}  // namespace ocop::data
