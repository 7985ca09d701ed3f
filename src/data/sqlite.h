#pragma once
// SQLite as values with owners; its failures as sentences about the file.
#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <string>

#include "core/owned.h"

namespace ocop::data {

/// One file. Failures throw core::Error with the path: "error.store_damaged", "error.store_locked", "error.store_full",
/// "error.store_read_only", "error.store_unreadable".
class Database {
public:
    enum class Mode { read, write, create };
    Database(const std::filesystem::path& path, Mode mode);

    /// One or more statements without results.
    void run(const char* sql);
    void run(const std::string& sql) { run(sql.c_str()); }
    /// Throws what the last failure of this file means.
    [[noreturn]] void fail() const;
    sqlite3* handle() const { return handle_.get(); }

private:
    std::string path_;
    core::Owned<sqlite3, sqlite3_close> handle_;
};

/// One prepared statement.
class Statement {
public:
    Statement(Database& database, const char* sql);
    Statement(Database& database, const std::string& sql) : Statement{database, sql.c_str()} {}

    /// Parameters in order; bind() starts anew.
    template <class... Values>
    Statement& bind(const Values&... values) {
        sqlite3_reset(statement_.get());
        int at = 0;
        (put(++at, values), ...);
        return *this;
    }
    /// One parameter after bind(), counted from 1.
    void put(int at, const std::string& value);
    void put(int at, std::int64_t value);
    /// The next row; false at the end.
    bool step();
    /// A statement without results.
    void run() {
        while (step()) {
        }
    }
    std::string text(int column) const;
    std::int64_t number(int column) const { return sqlite3_column_int64(statement_.get(), column); }

private:
    Database& database_;
    core::Owned<sqlite3_stmt, sqlite3_finalize> statement_;
};

/// All or nothing: rolled back unless committed.
class Transaction {
public:
    /// Takes the right to write at once, so that nobody writes between our reading and our writing.
    explicit Transaction(Database& database) : database_{database} { database_.run("BEGIN IMMEDIATE"); }
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

private:
    Database& database_;
    bool done_ = false;
};

}  // namespace ocop::data
