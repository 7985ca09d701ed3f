#include "data/store_schema.h"

#include <array>
#include <unordered_map>

#include "core/error.h"
#include "core/words.h"

namespace ocop::data {

namespace {

// GeoPackage 1.3 (OGC 12-128r18): requirements 2, 10, 11, 13 and, for tables without geometry, 118. The empty
// gpkg_geometry_columns is optional there, but without it GDAL opens no file of attributes for reading only.
constexpr const char* geopackage = R"sql(
PRAGMA application_id = 1196444487;
PRAGMA user_version = 10300;
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
INSERT INTO gpkg_spatial_ref_sys VALUES
  ('Undefined cartesian SRS', -1, 'NONE', -1, 'undefined', NULL),
  ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', NULL),
  ('WGS 84', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]', NULL);
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER REFERENCES gpkg_spatial_ref_sys (srs_id));
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL UNIQUE REFERENCES gpkg_contents (table_name), column_name TEXT NOT NULL,
  geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL REFERENCES gpkg_spatial_ref_sys (srs_id),
  z TINYINT NOT NULL, m TINYINT NOT NULL, PRIMARY KEY (table_name, column_name));
)sql";

// One row a cell, so that the journal reads as a table: what, before, after, when, by whom. An edit without cells has
// one row without a column.
constexpr const char* own_tables = R"sql(
CREATE TABLE ocop_meta (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE ocop_journal (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, entry TEXT NOT NULL, cell INTEGER NOT NULL, step INTEGER NOT NULL,
  kind TEXT NOT NULL, register TEXT NOT NULL, row_key TEXT NOT NULL, row_name TEXT NOT NULL, column_name TEXT,
  value_before TEXT, value_after TEXT, made_at TEXT NOT NULL, made_by TEXT NOT NULL, state TEXT NOT NULL,
  state_at TEXT NOT NULL, UNIQUE (entry, cell));
)sql";

template <class Enum>
bool read_word(const std::string& word, std::array<Enum, 3> values, Enum& out) {
    for (const Enum value : values)
        if (word == domain::id(value)) {
            out = value;
            return true;
        }
    return false;
}

/// "2021-12-31T08:05:09.123Z"
bool is_moment(const std::string& text) {
    constexpr std::string_view form = "0000-00-00T00:00:00.000Z";
    if (text.size() != form.size()) return false;
    for (std::size_t i = 0; i < form.size(); ++i)
        if (form[i] == '0' ? text[i] < '0' || text[i] > '9' : text[i] != form[i]) return false;
    return true;
}

}  // namespace

StoreKind kind_of(Database& database, const std::filesystem::path& path) {
    Statement tables{database, "SELECT count(*), count(CASE name WHEN 'ocop_meta' THEN 1 END) FROM sqlite_master"};
    tables.step();
    if (tables.number(0) == 0) return {true, 0};
    if (tables.number(1) == 0) return {};
    const std::string version = read_meta(database, "schema_version");
    if (version.empty() || version.find_first_not_of("0123456789") != std::string::npos || version.size() > 4)
        throw core::Error("error.store_damaged", {path.string()});
    const int number = std::stoi(version);
    if (number > store_version) throw core::Error("error.store_newer", {path.string()});
    return {false, number};
}

void create_schema(Database& database) {
    database.run(geopackage);
    database.run(own_tables);
    write_meta(database, "schema_version", std::to_string(store_version));
    list_table(database, "ocop_journal", core::Words{core::Language::vietnamese}["store.journal"]);
    list_table(database, "ocop_meta", core::Words{core::Language::vietnamese}["store.meta"]);
}

void migrate(Database& database, int from) {
    if (from < 2) {
        database.run("ALTER TABLE ocop_journal ADD COLUMN state_at TEXT NOT NULL DEFAULT ''");
        database.run("UPDATE ocop_journal SET state_at = made_at");
    }
    if (from < store_version) write_meta(database, "schema_version", std::to_string(store_version));
}

void list_table(Database& database, const std::string& table, const std::string& description) {
    Statement{
        database,
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, description) VALUES (?1, 'attributes', ?1, "
        "?2) ON CONFLICT (table_name) DO UPDATE SET description = ?2, last_change = "
        "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"}
        .bind(table, description)
        .run();
}

domain::Journal read_journal(Database& database, int version, const std::filesystem::path& path) {
    const std::string state_at = version < 2 ? "made_at" : "state_at";
    Statement rows{database,
                   "SELECT entry, step, kind, register, row_key, row_name, column_name, value_before, value_after, "
                   "made_at, made_by, state, " +
                       state_at + ", column_name IS NULL FROM ocop_journal ORDER BY step, entry, cell"};
    std::vector<domain::JournalEntry> entries;
    while (rows.step()) {
        if (entries.empty() || entries.back().id != rows.text(0)) {
            domain::JournalEntry entry;
            entry.id = rows.text(0);
            entry.step = rows.number(1);
            entry.edit.table = rows.text(3);
            entry.edit.row = rows.text(4);
            entry.edit.name = rows.text(5);
            entry.when = rows.text(9);
            entry.who = rows.text(10);
            entry.state_when = rows.text(12);
            using enum domain::EditKind;
            using enum domain::EntryState;
            if (!read_word(rows.text(2), std::array{change, add, remove}, entry.edit.kind) ||
                !read_word(rows.text(11), std::array{applied, undone, dropped}, entry.state) ||
                !is_moment(entry.when) || !is_moment(entry.state_when) || entry.step < 1)
                throw core::Error("error.store_damaged", {path.string()});
            entries.push_back(std::move(entry));
        }
        if (rows.number(13) == 0) entries.back().edit.fields.push_back({rows.text(6), rows.text(7), rows.text(8)});
    }
    return domain::Journal{std::move(entries)};
}

void write_journal(Database& database, const domain::Journal& before, const domain::Journal& after) {
    std::unordered_map<std::string_view, const domain::JournalEntry*> known;
    for (const domain::JournalEntry& entry : before.entries()) known.emplace(entry.id, &entry);
    Statement insert{database,
                     "INSERT INTO ocop_journal (entry, cell, step, kind, register, row_key, row_name, column_name, "
                     "value_before, value_after, made_at, made_by, state, state_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, "
                     "?, ?, ?, ?, ?)"};
    Statement bare{database,
                   "INSERT INTO ocop_journal (entry, cell, step, kind, register, row_key, row_name, made_at, made_by, "
                   "state, state_at) VALUES (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
    Statement update{database, "UPDATE ocop_journal SET step = ?, state = ?, state_at = ? WHERE entry = ?"};
    for (const domain::JournalEntry& entry : after.entries()) {
        const domain::Edit& edit = entry.edit;
        const std::string kind{domain::id(edit.kind)}, state{domain::id(entry.state)};
        if (const auto found = known.find(entry.id); found != known.end()) {
            const domain::JournalEntry& old = *found->second;
            if (old.step != entry.step || old.state != entry.state || old.state_when != entry.state_when)
                update.bind(entry.step, state, entry.state_when, entry.id).run();
            continue;
        }
        if (edit.fields.empty())
            bare.bind(entry.id, entry.step, kind, edit.table, edit.row, edit.name, entry.when, entry.who, state,
                      entry.state_when)
                .run();
        std::int64_t cell = 0;
        for (const domain::FieldChange& field : edit.fields)
            insert
                .bind(entry.id, ++cell, entry.step, kind, edit.table, edit.row, edit.name, field.column, field.before,
                      field.after, entry.when, entry.who, state, entry.state_when)
                .run();
    }
}

std::string read_meta(Database& database, const std::string& key) {
    Statement row{database, "SELECT value FROM ocop_meta WHERE key = ?"};
    return row.bind(key).step() ? row.text(0) : std::string{};
}

void write_meta(Database& database, const std::string& key, const std::string& value) {
    Statement{database, "INSERT INTO ocop_meta VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2"}
        .bind(key, value)
        .run();
}

}  // namespace ocop::data
