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
    domain::Document base;                      // all but the register
    std::filesystem::path plan;                 // the plan's file
    std::optional<std::filesystem::path> deck;  // scenes that the workspace ships with
    std::vector<std::filesystem::path> register_files;
    std::vector<std::filesystem::path> other_files;  // workspace, plan, boundaries, crosswalk
    std::vector<std::vector<Table>> registers;       // of each file, as typed, in Unicode
    ColumnMappings columns;                          // what persons decided of headers: `chosen`, then `written`
    ColumnMappings chosen, written;                  // in the window (with_columns), in the workspace
    core::Findings fonts;                            // what was told of old fonts in the registers
    std::filesystem::path store;                     // where its edits are kept (store_path)
    domain::Date latest;                             // days after it lie in the future

    /// What the workspace says before the register's own rows tell their era.
    struct Declared {
        domain::Era shown = domain::Era::y2021, of_register = domain::Era::y2021;
        bool has_register_era = false, has_as_of = false;
        core::Findings findings;
    } declared;
};

/// A document and the cells that it came from.
struct Built {
    domain::Document document;
    EditedRegister cells;
    std::optional<core::Message> unread;  // "error.no_register" of a file of which nothing is read yet
};

/// Reads a workspace (.toml), or makes one around a lone register (.csv, .xlsx) or boundary file with the shipped
/// boundaries and plan: boundaries (projected once to the workspace's CRS), plan, crosswalk and the register's tables.
/// A workspace that cannot be shown at all throws core::Error. `plan`: another plan file instead of the workspace's.
Sources read_sources(const std::filesystem::path& file, const std::optional<std::filesystem::path>& plan = {});

/// The same with its register files read again; boundaries and plan are shared. Throws as read_sources does.
Sources reread_registers(Sources sources);

/// The same with columns that a person chose in the window (chosen_columns). Where rows tell another era by them the
/// plan is read again. Throws core::Error as register_era does.
Sources with_columns(Sources sources, ColumnMappings chosen);

/// The document: a pure function of the files and the edits, some milliseconds. Joins rows to units; bad rows, and
/// edits that do not fit their source, become findings, and so does a file in which no table is recognised as long as
/// a person can say what its columns are. Territories keep the identity of their shapes. Throws core::Error
/// "error.no_register".
Built build(const Sources& sources, const domain::Journal& journal);

/// The same document with the scenarios that the journal holds now, when nothing else has changed in it: no row is read
/// again. `store`: where they are kept, for findings.
domain::Document with_scenarios(domain::Document document, const domain::Journal& journal,
                                const std::filesystem::path& store);

/// All of it: reads the sources and the store beside them, and builds. Throws core::Error "error.no_register" of a file
/// of which nothing is read.
domain::Document open(const std::filesystem::path& file, const std::optional<std::filesystem::path>& plan = {});

/// Of this computer's clock, UTC.
domain::Date today();

/// Where the shipped data lie: $OCOPMAP_GEODATA, else beside the program's build, else /usr/share/ocopmap/geodata.
std::filesystem::path geodata_folder();

/// Versions of the libraries used here, "GDAL 3.6.2", one each: for `ocopmap info`.
std::vector<std::string> versions();

}  // namespace ocop::data
