#pragma once
// Addresses in one cell, as the ministry's lists have them: "ấp …, xã …, huyện …, tỉnh …".
#include <string>
#include <string_view>

#include "data/join.h"

namespace ocop::data {

/// What an address says, in its own words; empty for what it does not say.
struct Address {
    std::string district, commune;
};

/// Reads from the right: province, district, commune. A part counts as a unit by its type word ("xã", "TT.", "H.") or
/// by its exact name; nothing is taken by likeness. Whether the unit exists is for Join::locate() to say.
Address read_address(std::string_view text, const Join& join);

}  // namespace ocop::data
