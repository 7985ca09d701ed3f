#pragma once
// What the driver for old Excel workbooks (.xls) leaves out: results of formulas, merged cells, hidden sheets.
#include <cstddef>
#include <string>
#include <vector>

namespace ocop::data {

struct XlsSheet {
    struct Formula {
        std::size_t row, column;
        std::string text;  // its result; empty when there is none
    };
    struct Merge {
        std::size_t row, column, rows, columns;
    };
    bool hidden = false;
    std::vector<Formula> formulas;
    std::vector<Merge> merges;
};

/// Of each worksheet, in order. Empty for a file before Excel 97 or one that does not hold together.
std::vector<XlsSheet> read_xls_extras(const std::string& bytes);

}  // namespace ocop::data
