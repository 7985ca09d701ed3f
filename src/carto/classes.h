#pragma once
// Values -> colours (cartography.md §2, §3, §6). One object feeds map and legend.
#include <string>
#include <vector>

#include "carto/compose.h"

namespace ocop::carto {

struct ValueClass {
    std::int64_t from = 0, to = 0;  // both ends belong to it
    std::string label;
    scene::Colour colour;
};

struct Classes {
    std::vector<ValueClass> classes;  // low to high, zero left out
    /// The class of a value > 0; -1 for zero.
    int of(std::int64_t value) const;
};

inline constexpr scene::Colour zero_colour = scene::rgb(0xFFFFFF), no_data_colour = scene::rgb(0xA9AFB0),
                               ground_colour = scene::rgb(0xD2DADD), ink = scene::rgb(0x111111),
                               grey_ink = scene::rgb(0x444444);

/// The whole number that is classified: a count, per cent of the quota, or stars. Cut, never rounded up.
std::int64_t classified(const domain::Score& score, domain::IndicatorId indicator, Show show);
/// Breaks for counts by the 95th percentile of non-zero values (B-2); absolute ones for shares of a quota (B-4) and
/// stars.
Classes classify(const std::vector<std::int64_t>& values, domain::IndicatorId indicator, Show show);

}  // namespace ocop::carto
