#include "data/grid.h"

#include <algorithm>

#include "core/text.h"

namespace ocop::data {

void Grid::set(std::size_t row, std::size_t column, std::string text) {
    if (text.empty() || row >= most_rows || column >= most_columns || ++cells_ > most_cells) return;
    if (table_.rows.size() <= row) table_.rows.resize(row + 1);
    auto& cells = table_.rows[row];
    if (cells.size() <= column) cells.resize(column + 1);
    cells[column] = core::nfc(text);
}

void Grid::uncalculated(std::size_t row, std::size_t column) { table_.uncalculated.push_back({row, column}); }

void Grid::merge(std::size_t row, std::size_t column, std::size_t rows, std::size_t columns) {
    merges_.push_back({row, column, rows, columns});
}

Table Grid::take() {
    for (const Merge& merge : merges_) {
        // A title over several columns says nothing of the cells below it; a cell over several rows speaks of each.
        if (merge.columns != 1 || merge.rows < 2 || merge.row >= table_.rows.size()) continue;
        const auto& top = table_.rows[merge.row];
        const std::string text = merge.column < top.size() ? top[merge.column] : std::string{};
        const std::size_t end = std::min(merge.row + merge.rows, table_.rows.size());
        for (std::size_t row = merge.row + 1; row < end && !text.empty(); ++row) {
            auto& cells = table_.rows[row];
            if (cells.size() <= merge.column) cells.resize(merge.column + 1);
            cells[merge.column] = text;
            table_.repeated.insert({row, merge.column});
        }
    }
    return std::move(table_);
}

}  // namespace ocop::data
