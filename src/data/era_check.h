#pragma once
// Which era's units a register names (J-9): names and codes were given again in July 2025, so eras are never mixed.
#include <map>
#include <vector>

#include "core/finding.h"
#include "data/columns.h"
#include "domain/alias.h"
#include "domain/unit.h"

namespace ocop::data {

/// The era of all files together. `assumed` when the rows tell nothing or one era alone is loaded. A row tells when its
/// commune, or its district, exists in one era only. Throws core::Error with the first rows named:
/// "error.register_mixes_eras" for a file of both eras, "error.registers_of_two_eras" for two files,
/// "error.register_of_other_era" when the workspace declares another era than the file's. An era other than assumed is
/// a note. Aliases are names of their era as the units' own.
domain::Era register_era(const std::vector<std::vector<Table>>& files,
                         const std::map<domain::Era, domain::Territory>& territories, domain::Era assumed,
                         bool declared, const ColumnMappings& mappings, core::Findings& findings,
                         const std::vector<domain::Alias>& aliases = {});

}  // namespace ocop::data
