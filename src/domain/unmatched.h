#pragma once
// Both sides of what did not join: rows that name no unit, each with its likeliest units, and units that no row names.
#include <string>
#include <vector>

#include "core/finding.h"
#include "domain/register.h"
#include "domain/unit.h"

namespace ocop::domain {

/// Why a unit is offered, the likeliest first. None is ever taken without a person's word.
enum class Likeness { same_name, old_font, without_marks, letters };

struct Candidate {
    std::string code;
    Level level = Level::commune;
    Likeness likeness = Likeness::letters;
    int distance = 0;  // letters and tones to change; 0 but for Likeness::letters
    bool operator==(const Candidate&) const = default;
};

struct Unmatched {
    core::Place where;             // the cell of the name
    Level level = Level::commune;  // which of the two names
    std::string district_text;
    std::string commune_text;
    std::string district_code;  // when the district did join
    std::vector<Candidate> candidates;
    bool operator==(const Unmatched&) const = default;
};

/// Units of a level that no row of the register lies in, in file order. A row with a commune names its district too.
std::vector<int> unnamed_units(const Territory& territory, const Register& records, Level level);

}  // namespace ocop::domain
