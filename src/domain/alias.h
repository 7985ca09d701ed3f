#pragma once
// Other ways to write a unit's name, accepted because somebody said so (cartography.md §14 J-5). Never rules.
#include <string>

#include "domain/unit.h"

namespace ocop::domain {

struct Alias {
    Era era = Era::y2021;
    std::string text;           // as typed; a type word in it has to agree
    std::string district_text;  // the district beside it; empty: wherever the unit's own district stands, or none
    std::string code;           // of the unit that it means, a district or a commune
    std::string who;            // empty: shipped with the program
    std::string when;           // 2021-12-31
    std::string source;         // of a shipped one
    bool operator==(const Alias&) const = default;
};

}  // namespace ocop::domain
