#pragma once
// What the tests of edits share: registers as CSV text, edits in short, and people who edit at random.
#include <random>
#include <string>
#include <vector>

#include "bad_input.h"
#include "data/edited_plan.h"
#include "data/open.h"
#include "data/store.h"

namespace tests {

using domain::Edit;
using domain::EditKind;

inline std::string moment(int seconds) {
    std::string text = std::to_string(seconds % 60);
    return "2021-12-31T08:" + std::string(seconds < 600 ? "0" : "") + std::to_string(seconds / 60) + ":" +
           std::string(text.size() < 2 ? "0" : "") + text + ".000Z";
}

/// A journal with one step per call.
struct Editor {
    domain::Journal journal;
    int steps = 0;
    void record(std::vector<Edit> edits) {
        ++steps;
        journal.record(std::move(edits), {"b" + std::to_string(steps), moment(steps), "Bình"});
    }
    void change(const domain::RowCells& row, const std::string& column, const std::string& after) {
        record({domain::change_of(row, {{column, after}})});
    }
    void remove(const domain::RowCells& row) { record({domain::removal_of(row)}); }
    void add(const std::string& table, const std::string& key,
             const std::vector<std::pair<std::string, std::string>>& cells) {
        record({domain::addition_of(table, key, cells.front().second, cells)});
    }
    void undo() { journal.undo(moment(++steps)); }
    void redo() { journal.redo(moment(++steps)); }
};

/// A register of CSV files against the small territory, with a plan of 4 products a district.
inline data::Sources small_sources(const std::vector<std::string>& csv_files) {
    const Folder folder;
    data::Sources sources;
    sources.base.territories.emplace(domain::Era::y2021, small_territory());
    sources.base.as_of = {2021, 12, 31};
    sources.base.plan.id = "138";
    sources.base.plan.from = {2021, 1, 1};
    sources.base.plan.to = {2021, 12, 31};
    sources.base.plan.targets = {
        {domain::IndicatorId::products, domain::Level::district, domain::Bound::at_least, 4, {}}};
    sources.latest = {2022, 12, 31};
    sources.plan = "kế hoạch.toml";
    sources.store = "sổ.gpkg";
    int number = 0;
    for (const std::string& text : csv_files) {
        auto tables = data::read_tables(folder.write("sổ " + std::to_string(++number) + ".csv", text));
        for (data::Table& table : tables) table.file = fs::path{table.file}.filename().string();
        sources.registers.push_back(std::move(tables));
    }
    return sources;
}

/// Somebody who edits whatever there is: cells, rows, quotas; undoes and redoes.
class RandomEditor {
public:
    explicit RandomEditor(unsigned seed) : random_{seed} {}

    int pick(int below) { return std::uniform_int_distribution{0, below - 1}(random_); }
    template <class T>
    const T& one_of(const std::vector<T>& values) {
        return values[static_cast<std::size_t>(pick(static_cast<int>(values.size())))];
    }

    /// One to three edits of what is there now.
    std::vector<Edit> edits(const data::Built& built) {
        std::vector<Edit> out;
        for (int i = pick(3); i >= 0; --i) out.push_back(edit(built));
        return out;
    }

private:
    Edit edit(const data::Built& built) {
        const std::string noun = one_of(std::vector<std::string>{"products", "products", "ideas", "organisations",
                                                                 "training", "outreach", "projects"});
        const auto rows = built.cells.rows(noun);
        const int what = pick(10);
        if (what == 0) return quota(built.document);
        if (rows.empty() || what <= 2) return added(noun, rows);
        const domain::RowCells& row = one_of(rows);
        Edit edit{what == 3 ? EditKind::remove : EditKind::change, noun, row.row, row.name, {}};
        if (what == 3) {
            for (const auto& [column, cell] : row.cells) edit.fields.push_back({column, cell, ""});
        } else {
            const std::string column = one_of(data::columns_of(noun));
            const auto cell = row.cells.find(column);
            edit.fields.push_back({column, cell == row.cells.end() ? "" : cell->second, text(column, rows)});
        }
        return edit;
    }

    Edit added(const std::string& noun, const std::vector<domain::RowCells>& rows) {
        Edit edit{EditKind::add, noun, "mới " + std::to_string(random_()), "mới", {}};
        for (const std::string& column : data::columns_of(noun))
            if (std::string cell = text(column, rows); !cell.empty()) edit.fields.push_back({column, "", cell});
        return edit;
    }

    /// Mostly what another row has there, else words that fit nothing.
    std::string text(const std::string& column, const std::vector<domain::RowCells>& rows) {
        if (!rows.empty() && pick(5) > 0)
            if (const auto& cells = one_of(rows).cells; cells.contains(column)) return cells.at(column);
        return one_of(std::vector<std::string>{"", "5", "Gò Quao", "31/12/2021", "2021", "done", "chữ \"lạ\"; '|#2",
                                               "nhiều\ndòng", "Tổng cộng"});
    }

    Edit quota(const domain::Document& document) {
        const domain::Territory& territory = document.territory(document.register_era);
        const auto level = pick(2) == 0 ? domain::Level::district : domain::Level::commune;
        const domain::Unit& unit = territory.units[static_cast<std::size_t>(one_of(territory.at(level)))];
        const auto indicator = pick(2) == 0 ? domain::IndicatorId::products : domain::IndicatorId::ideas;
        return {EditKind::change,
                "quotas",
                data::quota_row(indicator, level, unit.code, document.register_era),
                unit.name,
                {{"value", data::own_quota(document.plan, indicator, unit, document.register_era),
                  one_of(std::vector<std::string>{"", "0", "3", "7", "nhiều"})}}};
    }

    std::mt19937 random_;
};

}  // namespace tests
