#pragma once
// Rows to units: by code, else by era, district, kind and name (J-6). Never by likeness.
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/finding.h"
#include "data/name_key.h"
#include "domain/register.h"
#include "domain/unit.h"

namespace ocop::data {

class Join {
public:
    explicit Join(const domain::Territory& territory);
    bool has_districts() const { return !districts_.empty(); }

    /// Fills the codes of a location from its texts and the codes as written. What does not join is a finding.
    /// `district_code`, `commune_code`: as the row writes them, may be empty. A code whose unit bears another name than
    /// the row is not believed, since codes were used again in 2025.
    void locate(domain::Location& location, const std::string& district_code, const std::string& commune_code,
                const core::Place& where, core::Findings& findings) const;

    /// Whether a text is the name of just one district; of a commune, in a district when one is given.
    bool knows_district(std::string_view text) const;
    bool knows_commune(std::string_view text, std::string_view district = {}) const;
    /// A code that lost its leading zeros on its way through a spreadsheet, as the list of codes has it: when just one
    /// unit fits. Else the code as written.
    std::string padded(const std::string& code, domain::Level level) const;

private:
    /// What a row says of one level: its text, its code, and how to complain.
    struct Claim {
        const std::string& text;
        const std::string& code;
        const core::Place& where;
        core::Findings& findings;
        void complain(const char* key, std::vector<std::string> args) const;
        bool empty() const { return text.empty() && code.empty(); }
    };
    int district(const Claim& claim) const;
    /// `district`: where the row lies; none: the row names no district.
    int commune(const Claim& claim, std::optional<int> district) const;
    int by_code(const Claim& claim, domain::Level level) const;
    const domain::Unit& unit(int index) const { return territory_.units[static_cast<std::size_t>(index)]; }
    std::vector<int> named(const NameKey& key, domain::Level level) const;

    const domain::Territory& territory_;
    std::unordered_multimap<std::string, int> districts_, communes_;  // by name key
};

}  // namespace ocop::data
