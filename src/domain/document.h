#pragma once
// The whole state of a workspace as one value. Readers make it, evaluate() reads it, edits make a new one.
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/finding.h"
#include "domain/alias.h"
#include "domain/choices.h"
#include "domain/deck.h"
#include "domain/edit.h"
#include "domain/plan.h"
#include "domain/register.h"
#include "domain/scenario.h"
#include "domain/unit.h"
#include "domain/unmatched.h"

namespace ocop::domain {

struct Document {
    std::string path;  // of the workspace file
    std::string title;
    std::string source;     // printed on every picture
    std::string watermark;  // e.g. DỮ LIỆU MINH HOẠ
    Date as_of;
    Basis basis = Basis::recognised;
    Era era = Era::y2021;           // shown first
    Era register_era = Era::y2021;  // whose names and codes the register's rows carry
    std::map<Era, Territory> territories;
    std::map<std::string, std::string> crosswalk;  // commune code of 2021 -> of 2025
    Register records;
    Plan plan;
    Deck deck;
    std::vector<Scenario> scenarios;   // kept in the store; never part of what is counted
    std::vector<Alias> aliases;        // shipped ones and those chosen here, by which the register was joined
    std::vector<Unmatched> unmatched;  // names that joined no unit, in file order
    core::Findings findings;
    std::vector<Conflict> conflicts;  // cells edited here and changed in their source; also told as findings

    const Territory& territory(Era which) const;  // an empty one when it was not loaded
    /// Whether rows of the register can be placed in the units of an era: those of 2021 can in 2025, by the crosswalk;
    /// never the other way.
    bool shows(Era which) const { return which == register_era || which == Era::y2025; }
    bool operator==(const Document&) const = default;
};

}  // namespace ocop::domain
