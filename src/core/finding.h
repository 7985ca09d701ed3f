#pragma once
// Bad data are collected, not thrown: the user needs all bad rows at once.
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

struct Finding {
    Severity severity = Severity::warning;
    Place where;
    Message what;
    bool operator==(const Finding&) const = default;
};

using Findings = std::vector<Finding>;

}  // namespace ocop::core
