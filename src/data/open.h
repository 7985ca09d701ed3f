#pragma once
// Files -> Document. Nothing here touches what was open before; a failure throws and leaves it alone.
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "data/edited_tables.h"
#include "domain/document.h"
#include "domain/journal.h"

namespace ocop::data {

/// What the files of a workspace hold, before edits and before any row of the register is read. Copies share shapes.
struct Sources {
    domain::Document base;       // all but the register
    std::filesystem::path plan;  // the plan's file
    std::vector<std::filesystem::path> register_files;
    std::vector<std::filesystem::path> other_files;  // workspace, plan, boundaries, crosswalk
    std::vector<std::vector<Table>> registers;       // of each file, as typed, in Unicode
    ColumnMappings columns;                          // made by hand, of headers that nothing recognises
    core::Findings fonts;                            // what was told of old fonts in the registers
    std::filesystem::path store;                     // where its edits are kept (store_path)
    domain::Date latest;                             // days after it lie in the future
};

/// A document and the cells that it came from.
struct Built {
    domain::Document document;
    EditedRegister cells;
};

/// Reads a workspace (.toml), or makes one around a lone register (.csv, .xlsx) or boundary file with the shipped
/// boundaries and plan: boundaries (projected once to the workspace's CRS), plan, crosswalk and the register's tables.
/// A workspace that cannot be shown at all throws core::Error. `plan`: another plan file instead of the workspace's.
Sources read_sources(const std::filesystem::path& file, const std::optional<std::filesystem::path>& plan = {});

/// The same with its register files read again; boundaries and plan are shared. Throws as read_sources does.
Sources reread_registers(Sources sources);

/// The document: a pure function of the files and the edits, some milliseconds. Joins rows to units; bad rows, and
/// edits that do not fit their source, become findings. Territories keep the identity of their shapes. Throws
/// core::Error "error.no_register".
Built build(const Sources& sources, const domain::Journal& journal);

/// All of it: reads the sources and the store beside them, and builds.
domain::Document open(const std::filesystem::path& file, const std::optional<std::filesystem::path>& plan = {});

/// Of this computer's clock, UTC.
domain::Date today();

/// Where the shipped data lie: $OCOPMAP_GEODATA, else beside the program's build, else /usr/share/ocopmap/geodata.
std::filesystem::path geodata_folder();

/// Versions of the libraries used here, "GDAL 3.6.2", one each: for `ocopmap info`.
std::vector<std::string> versions();

}  // namespace ocop::data
