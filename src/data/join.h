#pragma once
// Rows to units: by code, else by era, district, kind and name (J-6), else by an alias (J-5). Never by likeness.
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/finding.h"
#include "data/name_key.h"
#include "domain/alias.h"
#include "domain/register.h"
#include "domain/unit.h"
#include "domain/unmatched.h"

namespace ocop::data {

class Join {
public:
    /// Aliases of other eras and of units that the territory lacks are left out. `territory` has to live as long.
    explicit Join(const domain::Territory& territory, const std::vector<domain::Alias>& aliases = {});
    bool has_districts() const { return !districts_.empty(); }

    /// Where a row writes its two names, and who is told of what does not join. `unmatched` may be null.
    struct Listener {
        core::Place district_at, commune_at;
        core::Findings& findings;
        std::vector<domain::Unmatched>* unmatched = nullptr;
    };

    /// Fills the codes of a location from its texts and the codes as written. What does not join is a finding, and a
    /// name that does not is listed as unmatched, without candidates yet (add_candidates).
    /// `district_code`, `commune_code`: as the row writes them, may be empty. A code whose unit bears another name than
    /// the row is not believed, since codes were used again in 2025.
    void locate(domain::Location& location, const std::string& district_code, const std::string& commune_code,
                const Listener& listener) const;
    void locate(domain::Location& location, const std::string& district_code, const std::string& commune_code,
                const core::Place& where, core::Findings& findings) const {
        locate(location, district_code, commune_code, Listener{where, where, findings, nullptr});
    }

    /// Whether a text is the name of just one district, or of a commune, in a district when one is given; by an alias
    /// too.
    bool knows_district(std::string_view text) const;
    bool knows_commune(std::string_view text, std::string_view district = {}) const;
    /// Whether a code of districts is the province's: the row speaks of all of it.
    bool is_province(const std::string& code) const;
    /// A code that lost its leading zeros on its way through a spreadsheet, as the list of codes has it: when just one
    /// unit fits. Else the code as written.
    std::string padded(const std::string& code, domain::Level level) const;

private:
    /// What a row says of one level: its text, its code, and how to complain.
    struct Claim {
        domain::Level level;
        const domain::Location& row;
        const std::string& code;
        const Listener& listener;
        const std::string& text() const {
            return level == domain::Level::district ? row.district_text : row.commune_text;
        }
        void complain(const char* key, std::vector<std::string> args) const;
        bool empty() const { return text().empty() && code.empty(); }
    };
    struct Accepted {
        NameKey key;
        std::string district_key;  // empty: none was beside it
        int unit = -1;
        bool own = false;  // a person's choice here, before the shipped ones
    };
    int district(const Claim& claim) const;
    /// `district`: where the row lies; none: the row names no district.
    int commune(const Claim& claim, std::optional<int> district) const;
    int by_code(const Claim& claim, std::optional<int> district) const;
    /// What aliases are asked: a name, and the name and unit of the district beside it, if any.
    struct Question {
        NameKey key;
        domain::Level level;
        std::string beside;
        std::optional<int> district;
    };
    /// The units that aliases give for a name, one at best. `own_only`: a person's choices, no shipped ones.
    std::vector<int> by_alias(const Question& asked, bool own_only = false) const;
    std::vector<int> by_alias(const Claim& claim, std::optional<int> district, bool own_only = false) const;
    /// The unit of the only alias; -1 after a complaint: about several, else `key` about the text.
    int by_alias_or(const Claim& claim, std::optional<int> district, const char* key,
                    std::vector<std::string> args) const;
    const domain::Unit& unit(int index) const { return territory_.units[static_cast<std::size_t>(index)]; }
    std::vector<int> named(const NameKey& key, domain::Level level) const;
    std::vector<int> districts_meant(std::string_view text) const;

    const domain::Territory& territory_;
    std::unordered_multimap<std::string, int> districts_, communes_;  // by name key
    std::unordered_multimap<std::string, Accepted> aliases_;          // by name key, of both levels
};

}  // namespace ocop::data
