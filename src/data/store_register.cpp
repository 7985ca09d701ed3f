// The register as it stands, written into the store for QGIS and others: one table a noun, to be looked at only.
#include "core/words.h"
#include "data/store.h"
#include "data/store_schema.h"

namespace ocop::data {

namespace {

std::string quoted(const std::string& text, char quote) {
    std::string out{quote};
    for (const char c : text) {
        if (c == quote) out += c;
        out += c;
    }
    return out + quote;
}

std::string name(const std::string& column) { return quoted(column, '"'); }

/// Whoever edits these rows would lose it at the next refresh: the other program shows why it may not.
void forbid_changes(Database& database, const std::string& table) {
    const core::Words vi{core::Language::vietnamese}, en{core::Language::english};
    const std::string reason = quoted(vi["store.read_only"] + " / " + en["store.read_only"], '\'');
    for (const char* event : {"INSERT", "UPDATE", "DELETE"})
        database.run("CREATE TRIGGER " + name(table + "_" + event) + " BEFORE " + event + " ON " + name(table) +
                     " BEGIN SELECT RAISE(ABORT, " + reason + "); END");
}

void write_table(Database& database, const std::string& noun, const std::vector<domain::RowCells>& rows) {
    const std::vector<std::string> columns = columns_of(noun);
    database.run("DROP TABLE IF EXISTS " + name(noun));
    std::string definition = "fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL", places = "?, ?, ?, ?",
                names = "row_key, source_file, source_sheet, source_row";
    for (const std::string& column : columns) {
        definition += ", " + name(column) + " TEXT";
        names += ", " + name(column);
        places += ", ?";
    }
    database.run("CREATE TABLE " + name(noun) + " (" + definition +
                 ", row_key TEXT, source_file TEXT, source_sheet TEXT, source_row INTEGER)");
    Statement insert{database, "INSERT INTO " + name(noun) + " (" + names + ") VALUES (" + places + ")"};
    for (const domain::RowCells& row : rows) {
        insert.bind(row.row, std::filesystem::path{row.where.file}.filename().string(), row.where.sheet,
                    std::int64_t{row.where.row});
        int at = 4;
        for (const std::string& column : columns) {
            const auto cell = row.cells.find(column);
            insert.put(++at, cell == row.cells.end() ? std::string{} : cell->second);
        }
        insert.run();
    }
    forbid_changes(database, noun);
    list_table(database, noun, core::Words{core::Language::vietnamese}["store.register"]);
}

}  // namespace

void Store::write_register(const EditedRegister& cells) {
    std::error_code error;
    if (!std::filesystem::exists(path_, error) && !error) return;
    Database database{path_, Database::Mode::write};
    Transaction transaction{database};
    const StoreKind kind = kind_of(database, path_);
    if (!kind.ours()) throw core::Error("error.store_foreign", {path_.string()});
    migrate(database, kind.version);
    for (const std::string& noun : nouns()) write_table(database, noun, cells.rows(noun));
    transaction.commit();
}

}  // namespace ocop::data
