#pragma once
// Rows to units: by code, else by era, district, kind and name (J-6). Never by likeness.
#include <string>
#include <unordered_map>
#include <vector>

#include "core/finding.h"
#include "domain/register.h"
#include "domain/unit.h"

namespace ocop::data {

class Join {
public:
    explicit Join(const domain::Territory& territory);

    /// Fills the codes of a location from its texts and the codes as written. What does not join is a finding.
    /// `codes`: district and commune code as the row writes them, may be empty.
    void locate(domain::Location& location, const std::string& district_code, const std::string& commune_code,
                const core::Place& where, core::Findings& findings) const;

private:
    int district(const domain::Location& location, const std::string& code, const core::Place& where,
                 core::Findings& findings) const;
    int commune(const domain::Location& location, const std::string& code, int district, const core::Place& where,
                core::Findings& findings) const;
    const domain::Unit& unit(int index) const { return territory_.units[static_cast<std::size_t>(index)]; }

    const domain::Territory& territory_;
    std::unordered_multimap<std::string, int> districts_, communes_;  // by name key
};

}  // namespace ocop::data
