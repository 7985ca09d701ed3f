#pragma once
// Bad data are collected, not thrown: the user needs all bad rows at once.
#include <cstddef>
#include <string>
#include <vector>

#include "core/error.h"

namespace ocop::core {

enum class Severity { error, warning, note };

/// Where in the office's files. Row and column count from 1 as Excel shows them; 0 = does not apply.
struct Place {
    std::string file;
    std::string sheet;
    int row = 0;
    int column = 0;
    bool operator==(const Place&) const = default;
};

/// "A", ..., "Z", "AA" of a column counted from 0.
std::string column_letters(std::size_t column);
/// "D2" of a place with a row and a column.
std::string cell_name(const Place& place);

struct Finding {
    Severity severity = Severity::warning;
    Place where;
    Message what;
    bool operator==(const Finding&) const = default;
};

using Findings = std::vector<Finding>;

/// The order in which findings are shown: errors, warnings, notes; of one severity as they were found.
std::vector<std::size_t> listed(const Findings& findings);

}  // namespace ocop::core
