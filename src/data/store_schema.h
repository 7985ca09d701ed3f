#pragma once
// The tables of a store: a GeoPackage 1.3 with our journal in it (QGIS shows its tables). Everything here runs inside a
// transaction of the caller.
#include <filesystem>
#include <string>

#include "data/sqlite.h"
#include "domain/journal.h"

namespace ocop::data {

inline constexpr int store_version = 2;  // 1: no state_at in the journal

/// What a file holds: nothing yet, a store of a version, or something that is not ours (version -1).
struct StoreKind {
    bool empty = false;
    int version = -1;
    bool ours() const { return version > 0; }
};

/// Throws core::Error "error.store_newer" for a store of a later version than this program knows.
StoreKind kind_of(Database& database, const std::filesystem::path& path);
void create_schema(Database& database);
/// From any earlier version to store_version.
void migrate(Database& database, int from);

/// A row of gpkg_contents, so that other programs list the table.
void list_table(Database& database, const std::string& table, const std::string& description);

/// Any version. Throws core::Error "error.store_damaged" for what no journal can hold.
domain::Journal read_journal(Database& database, int version, const std::filesystem::path& path);
/// Writes what `after` has more or otherwise than `before`, which the file holds.
void write_journal(Database& database, const domain::Journal& before, const domain::Journal& after);

std::string read_meta(Database& database, const std::string& key);
void write_meta(Database& database, const std::string& key, const std::string& value);

}  // namespace ocop::data
