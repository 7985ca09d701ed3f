#pragma once
// A sheet while its cells arrive: merged ranges, rows that a file repeats.
#include <cstddef>
#include <string>
#include <vector>

#include "data/table.h"

namespace ocop::data {

class Grid {
public:
    static constexpr std::size_t most_rows = 1U << 20U, most_columns = 1U << 14U, most_cells = 10'000'000;

    explicit Grid(Table table) : table_{std::move(table)} {}
    /// Row and column from 0; out of any sheet's bounds is ignored.
    void set(std::size_t row, std::size_t column, std::string text);
    void uncalculated(std::size_t row, std::size_t column);
    void merge(std::size_t row, std::size_t column, std::size_t rows, std::size_t columns);
    /// More cells than any office's table: a file that says so is damaged, or made to exhaust memory.
    bool too_large() const { return cells_ > most_cells; }
    /// The table: a cell merged down its column holds its text in every row; texts are NFC.
    Table take();

private:
    struct Merge {
        std::size_t row, column, rows, columns;
    };
    Table table_;
    std::vector<Merge> merges_;
    std::size_t cells_ = 0;
};

}  // namespace ocop::data
