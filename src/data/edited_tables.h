#pragma once
// Source tables with a journal's edits in their cells, before any row is read: all checks of the reader see edited
// data.
#include <optional>
#include <string>
#include <vector>

#include "core/finding.h"
#include "data/columns.h"
#include "data/table.h"
#include "domain/edit.h"
#include "domain/journal.h"
#include "domain/replay.h"

namespace ocop::data {

/// The tables of each register file, edited, and which cell is which: what an editor needs.
class EditedRegister {
public:
    /// Tables per file; those of added rows are the last file, when there are any.
    const std::vector<std::vector<Table>>& files() const { return files_; }

    /// The row that a record came from (Product::where, ...). None for what is no row of a table.
    std::optional<domain::RowCells> at(const core::Place& where) const;
    std::optional<domain::RowCells> find(const std::string& table, const std::string& row) const;
    /// All rows of a noun, in the order of the files.
    std::vector<domain::RowCells> rows(const std::string& table) const;

private:
    friend class TableEditor;
    struct Edited {
        std::size_t file = 0, table = 0;  // in files_
        std::string noun;
        std::size_t header = 0;
        std::map<std::string, std::size_t> columns;
        std::vector<std::string> keys;  // of each row of the table; empty for what is none
        bool added = false;
    };
    domain::RowCells cells(const Edited& sheet, std::size_t row) const;
    const Table& table(const Edited& sheet) const { return files_[sheet.file][sheet.table]; }

    std::vector<std::vector<Table>> files_;
    std::vector<Edited> sheets_;
};

/// Applies the edits of the journal: changed cells (a missing column is added), removed rows (blanked, so that row
/// numbers stay), added rows (a further table per noun under the store's name). A cell that its source holds
/// differently from what the edit expects is a conflict and a finding; the edit stands. An edit whose row is gone from
/// the sources is a finding. Sources that have taken edits over, added rows too, are recognised: nothing counts twice.
/// `store`: the path that added rows are said to come from.
EditedRegister edited(std::vector<std::vector<Table>> files, const std::map<std::string, domain::EditedTable>& edits,
                      const std::string& store, std::vector<domain::Conflict>& conflicts, core::Findings& findings,
                      const ColumnMappings& mappings = {});

}  // namespace ocop::data
