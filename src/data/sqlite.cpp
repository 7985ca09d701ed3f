#include "data/sqlite.h"

#include <cerrno>
#include <cstring>

#include "core/error.h"

namespace ocop::data {

namespace {

constexpr int patience_ms = 1000;  // another program that holds the file is nearly always done within

/// The sentence that suits a failure; none for what only the system can name.
const char* meaning(int code, int system_error) {
    switch (code & 0xFF) {
        case SQLITE_FULL:
            return "error.store_full";
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return "error.store_locked";
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_CANTOPEN:
            return "error.store_read_only";
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return "error.store_damaged";
        default:
            break;
    }
    const bool full = system_error == ENOSPC || system_error == EFBIG || system_error == EDQUOT;
    return full ? "error.store_full" : nullptr;
}

}  // namespace

Database::Database(const std::filesystem::path& path, Mode mode) : path_{path.string()} {
    const int flags = mode == Mode::read    ? SQLITE_OPEN_READONLY
                      : mode == Mode::write ? SQLITE_OPEN_READWRITE
                                            : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    sqlite3* opened = nullptr;
    const int result = sqlite3_open_v2(path_.c_str(), &opened, flags, nullptr);
    handle_.reset(opened);
    if (result != SQLITE_OK) fail();
    sqlite3_extended_result_codes(opened, 0);
    sqlite3_busy_timeout(opened, patience_ms);
}

void Database::run(const char* sql) {
    if (sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail();
}

void Database::fail() const {
    const int code = sqlite3_errcode(handle_.get());
    // The connection's own error number may have been overwritten while the transaction was rolled back.
    int system_error = 0;
    sqlite3_file_control(handle_.get(), "main", SQLITE_FCNTL_LAST_ERRNO, &system_error);
    if (system_error == 0) system_error = sqlite3_system_errno(handle_.get());
    if (const char* key = meaning(code, system_error)) throw core::Error(key, {path_});
    throw core::Error("error.store_unreadable",
                      {path_, system_error != 0 ? std::strerror(system_error) : sqlite3_errmsg(handle_.get())});
}

Statement::Statement(Database& database, const char* sql) : database_{database} {
    sqlite3_stmt* prepared = nullptr;
    if (sqlite3_prepare_v2(database.handle(), sql, -1, &prepared, nullptr) != SQLITE_OK) database.fail();
    statement_.reset(prepared);
}

bool Statement::step() {
    const int result = sqlite3_step(statement_.get());
    if (result != SQLITE_ROW && result != SQLITE_DONE) database_.fail();
    return result == SQLITE_ROW;
}

std::string Statement::text(int column) const {
    const auto* const text = sqlite3_column_text(statement_.get(), column);
    return text == nullptr ? std::string{} : reinterpret_cast<const char*>(text);
}

void Statement::put(int at, const std::string& value) {
    sqlite3_bind_text(statement_.get(), at, value.data(), static_cast<int>(value.size()), SQLITE_TRANSIENT);
}

void Statement::put(int at, std::int64_t value) { sqlite3_bind_int64(statement_.get(), at, value); }

Transaction::~Transaction() {
    if (!done_) sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
    database_.run("COMMIT");
    done_ = true;
}

}  // namespace ocop::data
