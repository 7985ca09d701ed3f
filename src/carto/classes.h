#pragma once
// A score becomes a class: one colour, one label made from the very rule that chose it (cartography.md §3, §6).
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "carto/compose.h"
#include "carto/palette.h"

namespace ocop::carto {

/// The amounts of a class are low <= amount, and below the next class's low. Kept in whole steps of `Classes::scale`.
struct ValueClass {
    std::int64_t low = 1;
    Colour fill;
    std::string label;
};

struct Classes {
    enum class Reads { value, percent_of_quota, outreach_status };
    Reads reads = Reads::value;
    std::int64_t scale = 1;          // steps of one: 1 for counts, 10 for means and rates, 100 for shares
    std::vector<ValueClass> values;  // low to high
    std::string zero_label, no_data_label, no_quota_label, none_label;

    // Class numbers after those of `values`.
    int zero() const { return static_cast<int>(values.size()); }
    int no_data() const { return zero() + 1; }
    int no_quota() const { return zero() + 2; }  // only when colours read the share of a quota
    int none() const { return zero() + 3; }      // of no product there are no stars: known, and no number
    int count() const { return zero() + 4; }
    int of(const domain::Score& score) const;
    Colour fill(int which) const;
    const std::string& label(int which) const;
};

/// What a score is shown as: percent and gap need a quota somewhere on the level, else the count is shown.
Show effective_show(const domain::Scoreboard& board, const domain::Territory& territory, const MapSpec& spec);

Classes classify(const domain::Scoreboard& board, const domain::Territory& territory, const MapSpec& spec,
                 const core::Words& words);

/// One of the pictures that shall have the same classes.
struct Compared {
    const domain::Scoreboard& board;
    const domain::Territory& territory;
    const MapSpec& spec;
};
/// Class breaks for all of them together (B-6), to be locked in their specs. Empty where the classes are absolute: of
/// shares, quotas, stars and statuses. All have one indicator, level and show.
std::vector<std::int64_t> shared_breaks(const std::vector<Compared>& pictures);

/// Lowest amounts of the preset integer classes for the 95th percentile of the non-zero values (B-2).
std::vector<std::int64_t> preset_breaks(std::int64_t percentile95);

/// The pattern of a status: hatch is below quota and nothing else.
scene::Pattern pattern_of(const domain::Score& score);

}  // namespace ocop::carto
