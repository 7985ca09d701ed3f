#pragma once
// The tool's own file beside a workspace: every edit ever made, and for other programs the register as it stands.
// A file is open only while it is read or written: it may be copied, and its stick pulled, at any other time.
#include <filesystem>
#include <string>

#include "data/edited_tables.h"
#include "domain/journal.h"

namespace ocop::data {

/// NAME.gpkg beside NAME.toml. Where the opened file itself is a GeoPackage: NAME-ocopmap.gpkg.
std::filesystem::path store_path(const std::filesystem::path& opened);

/// What is done by whoever sits here now: a new id, the time, the user's name and computer.
domain::Stamp new_stamp();

/// Failures throw core::Error (see sqlite.h) and leave file and journal as they were: the caller still holds the
/// journal, may save it again, or write a rescue copy elsewhere.
class Store {
public:
    /// Touches nothing. A file that is missing is made by the first edit that is saved.
    explicit Store(std::filesystem::path path);
    const std::filesystem::path& path() const { return path_; }

    /// The journal of the file; empty when there is none, or another program's file of this name. Also throws
    /// "error.store_newer". Writes nothing: an older version is read as it is.
    domain::Journal load();
    /// The same of a file that has to be a store: also throws "error.file_missing" and "error.store_foreign".
    domain::Journal load_existing();
    /// Makes the file hold the journal, in one transaction. Returns what it holds now: the same, or joined with what
    /// someone else saved meanwhile (merge). Also throws "error.store_foreign" for another program's file, and once
    /// "error.store_gone" when the file has vanished since; saving again then makes it anew.
    domain::Journal save(const domain::Journal& journal);
    /// Brings the tables of the register in the file up to date, for other programs; does nothing when there is no
    /// file. Of 1,000 rows this takes as long as some saves: do it when the workspace is closed or at leisure.
    void write_register(const EditedRegister& cells);
    /// A whole copy, also while others use the file. Throws core::Error "error.file_exists" rather than replace one.
    void copy_to(const std::filesystem::path& target) const;

private:
    std::filesystem::path path_;
    bool met_ = false;       // the file was there when last looked at
    std::string revision_;   // of the file when last looked at
    domain::Journal saved_;  // what it held then
};

/// The whole store elsewhere, from memory. Where a store stands already the two are joined.
void write_rescue_copy(const std::filesystem::path& path, const domain::Journal& journal, const EditedRegister& cells);

}  // namespace ocop::data
