#include "data/edited_tables.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "core/text.h"
#include "data/row_key.h"
#include "domain/date.h"

namespace ocop::data {

using core::Severity;
using domain::EditedField;
using domain::EditedRow;

/// One run of edited().
class TableEditor {
public:
    TableEditor(const std::map<std::string, domain::EditedTable>& edits, std::vector<domain::Conflict>& conflicts,
                core::Findings& findings, const ColumnMappings& mappings)
        : edits_{edits}, conflicts_{conflicts}, findings_{findings}, mappings_{mappings} {}

    EditedRegister run(std::vector<std::vector<Table>> files, const std::string& store) {
        out_.files_ = std::move(files);
        for (std::size_t file = 0; file < out_.files_.size(); ++file)
            for (std::size_t table = 0; table < out_.files_[file].size(); ++table) list_rows(file, table);
        for (const auto& [noun, edits] : edits_)
            if (!columns_of(noun).empty()) match_rows(noun, edits);  // else it lives in the journal alone
        std::sort(matches_.begin(), matches_.end(),
                  [](const Match& a, const Match& b) { return std::tie(a.sheet, a.row) < std::tie(b.sheet, b.row); });
        for (const Match& match : matches_) {
            EditedRegister::Edited& entry = out_.sheets_[match.sheet];
            Sheet& sheet = recognised_[match.sheet];
            edit_row(out_.files_[entry.file][entry.table], sheet, match.row, *match.key, *match.edit);
            entry.keys[match.row] = match.edit->removed ? std::string{} : *match.key;
        }
        for (std::size_t i = 0; i < recognised_.size(); ++i) out_.sheets_[i].columns = recognised_[i].columns;
        add_rows(store);
        tell_lost(store);
        return std::move(out_);
    }

private:
    /// A source row and the edits that are its.
    struct Match {
        std::size_t sheet = 0, row = 0;
        const std::string* key = nullptr;
        const EditedRow* edit = nullptr;
    };
    using Cells = std::map<std::string, std::string>;

    void list_rows(std::size_t file, std::size_t at) {
        const Table& table = out_.files_[file][at];
        std::optional<Sheet> sheet = recognise(table, mappings_);
        if (!sheet) return;
        EditedRegister::Edited entry{file, at, sheet->noun, sheet->header, {}, {}, false};
        entry.keys.resize(table.rows.size());
        for (std::size_t row = sheet->header + 1; row < table.rows.size(); ++row) {
            entry.keys[row] = keys_.next(*sheet, row);
            if (!entry.keys[row].empty())
                sources_.try_emplace({sheet->noun, entry.keys[row]}, out_.sheets_.size(), row);
        }
        out_.sheets_.push_back(std::move(entry));
        recognised_.push_back(std::move(*sheet));
    }

    void match_rows(const std::string& noun, const domain::EditedTable& edits) {
        for (const auto& [key, edit] : edits.rows)
            if (!edit.added) match(noun, key, key, edit);
        // A source that has taken our edits over may have another key for the row, or hold a row that was added here.
        for (const auto& [key, edit] : edits.rows) {
            if (met_.contains({noun, key})) continue;
            Cells now, first;
            for (const auto& [column, field] : edit.fields) {
                now[column] = field.value;
                first[column] = field.expected.at(1);
            }
            if (!edit.added)
                match(noun, key_after(noun, key, now), key, edit);
            else if (!edit.fields.empty() && !match(noun, key_of(noun, now), key, edit))
                match(noun, key_of(noun, first), key, edit);
        }
    }

    bool match(const std::string& noun, const std::string& source, const std::string& key, const EditedRow& edit) {
        const auto found = sources_.find({noun, source});
        if (found == sources_.end()) return false;
        const auto [sheet, row] = found->second;
        if (edit.added && !taken_over(recognised_[sheet], row, edit)) return false;
        matches_.push_back({sheet, row, &key, &edit});
        met_.emplace(noun, key);
        sources_.erase(found);
        return true;
    }

    /// Whether a source row is the added one, written out and read again: every cell holds a text that was given here.
    static bool taken_over(const Sheet& sheet, std::size_t row, const EditedRow& edit) {
        return std::all_of(edit.fields.begin(), edit.fields.end(), [&](const auto& entry) {
            const auto& expected = entry.second.expected;
            return std::find(expected.begin() + 1, expected.end(), sheet.cell(row, entry.first)) != expected.end();
        });
    }

    void edit_row(Table& table, Sheet& sheet, std::size_t row, const std::string& key, const EditedRow& edit) {
        const auto compare = [&](const std::string& column, const EditedField& field) {
            const std::string source = sheet.cell(row, column);
            if (field.expects(source)) return;
            const core::Place where{table.file, table.sheet, sheet.sheet_row(row), sheet.sheet_column(column)};
            conflicts_.push_back({sheet.noun, key, edit.name, column, source, field.value, edit.removed, where});
            findings_.push_back({Severity::warning,
                                 where,
                                 {edit.removed ? "finding.edit_conflict_removed" : "finding.edit_conflict",
                                  {header(sheet, column), source, field.value, day_of(field.when), field.who}}});
        };
        if (edit.removed) {
            for (const auto& [column, field] : edit.removed_fields) compare(column, field);
            findings_.push_back({Severity::note,
                                 {table.file, table.sheet, sheet.sheet_row(row), 0},
                                 {"finding.row_removed", {edit.name, day_of(edit.when), edit.who}}});
            std::fill(table.rows[row].begin(), table.rows[row].end(), std::string{});
            return;
        }
        for (const auto& [column, field] : edit.fields) {
            compare(column, field);
            auto& cells = table.rows[row];
            const std::size_t at = column_of(table, sheet, column);
            if (cells.size() <= at) cells.resize(at + 1);
            cells[at] = field.value;
        }
    }

    /// The column's place; a sheet without it gets it behind all others.
    static std::size_t column_of(Table& table, Sheet& sheet, const std::string& column) {
        if (const auto found = sheet.columns.find(column); found != sheet.columns.end()) return found->second;
        std::size_t width = 0;
        for (const auto& cells : table.rows) width = std::max(width, cells.size());
        table.rows[sheet.header].resize(width);
        table.rows[sheet.header].push_back(header_word(sheet.noun, column));
        sheet.columns.emplace(column, width);
        return width;
    }

    static std::string header(const Sheet& sheet, const std::string& column) {
        const auto found = sheet.columns.find(column);
        return found == sheet.columns.end() ? header_word(sheet.noun, column) : sheet.header_text(found->second);
    }

    static std::string header_word(const std::string& noun, const std::string& column) {
        const auto& words = words_of_noun(noun, column);
        return words.size() > 1 ? words[1] : column;
    }

    static std::string day_of(const std::string& when) {
        const auto day = domain::parse_date(when.substr(0, 10));
        return day ? domain::vietnamese(day->day) : when;
    }

    void add_rows(const std::string& store) {
        std::vector<Table> tables;
        for (const auto& [noun, edits] : edits_) {
            const std::vector<std::string> columns = columns_of(noun);
            if (columns.empty()) continue;  // lives in the journal alone
            EditedRegister::Edited entry{out_.files_.size(), tables.size(), noun, 0, {}, {""}, true};
            Table table{store, noun, 1, {{}}};
            for (const std::string& column : columns) {
                entry.columns.emplace(column, table.rows.front().size());
                table.rows.front().push_back(header_word(noun, column));
            }
            for (const std::string& key : edits.added) {
                if (!met_.emplace(noun, key).second) continue;
                const EditedRow& row = edits.rows.at(key);
                if (row.removed) continue;
                std::vector<std::string> cells(columns.size());
                for (const auto& [column, field] : row.fields)
                    if (const auto at = entry.columns.find(column); at != entry.columns.end())
                        cells[at->second] = field.value;
                entry.keys.push_back(key);
                table.rows.push_back(std::move(cells));
            }
            if (table.rows.size() == 1) continue;
            tables.push_back(std::move(table));
            out_.sheets_.push_back(std::move(entry));
        }
        if (!tables.empty()) out_.files_.push_back(std::move(tables));
    }

    void tell_lost(const std::string& store) {
        for (const auto& [noun, edits] : edits_) {
            if (columns_of(noun).empty()) continue;
            for (const auto& [key, row] : edits.rows) {
                if (row.removed || met_.contains({noun, key})) continue;  // a row gone for good is what was wanted
                std::string what;
                for (const auto& [column, field] : row.fields)
                    what += (what.empty() ? "" : "; ") + header_word(noun, column) + ": " + field.value;
                findings_.push_back({Severity::warning,
                                     {store, noun, 0, 0},
                                     {"finding.edit_without_row",
                                      {row.name.empty() ? key : row.name, what, day_of(row.when), row.who}}});
            }
        }
    }

    const std::map<std::string, domain::EditedTable>& edits_;
    std::vector<domain::Conflict>& conflicts_;
    core::Findings& findings_;
    const ColumnMappings& mappings_;
    RowKeys keys_;
    std::vector<Sheet> recognised_;                                                               // beside out_.sheets_
    std::map<std::pair<std::string, std::string>, std::pair<std::size_t, std::size_t>> sources_;  // unmatched rows
    std::vector<Match> matches_;
    std::set<std::pair<std::string, std::string>> met_;  // noun and key of edits that found their row
    EditedRegister out_;
};

EditedRegister edited(std::vector<std::vector<Table>> files, const std::map<std::string, domain::EditedTable>& edits,
                      const std::string& store, std::vector<domain::Conflict>& conflicts, core::Findings& findings,
                      const ColumnMappings& mappings) {
    return TableEditor{edits, conflicts, findings, mappings}.run(std::move(files), store);
}

domain::RowCells EditedRegister::cells(const Edited& sheet, std::size_t row) const {
    const Table& in = table(sheet);
    domain::RowCells out{sheet.noun, sheet.keys[row], {}, {}, {in.file, in.sheet, in.first_row + static_cast<int>(row)},
                         sheet.added};
    for (const auto& [column, at] : sheet.columns)
        out.cells[column] = at < in.rows[row].size() ? core::collapsed(in.rows[row][at]) : std::string{};
    out.name = row_name(sheet.noun, out.cells);
    return out;
}

std::optional<domain::RowCells> EditedRegister::at(const core::Place& where) const {
    for (const Edited& sheet : sheets_) {
        const Table& in = table(sheet);
        if (in.file != where.file || in.sheet != where.sheet || where.row < in.first_row) continue;
        const auto row = static_cast<std::size_t>(where.row - in.first_row);
        if (row < sheet.keys.size() && !sheet.keys[row].empty()) return cells(sheet, row);
    }
    return {};
}

std::optional<domain::RowCells> EditedRegister::find(const std::string& noun, const std::string& key) const {
    for (const Edited& sheet : sheets_) {
        if (sheet.noun != noun) continue;
        const auto found = std::find(sheet.keys.begin(), sheet.keys.end(), key);
        if (found != sheet.keys.end()) return cells(sheet, static_cast<std::size_t>(found - sheet.keys.begin()));
    }
    return {};
}

std::vector<domain::RowCells> EditedRegister::rows(const std::string& noun) const {
    std::vector<domain::RowCells> out;
    for (const Edited& sheet : sheets_)
        for (std::size_t row = 0; row < sheet.keys.size() && sheet.noun == noun; ++row)
            if (!sheet.keys[row].empty()) out.push_back(cells(sheet, row));
    return out;
}

}  // namespace ocop::data
