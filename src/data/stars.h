#pragma once
// The many ways to write a rating.
#include <string_view>

namespace ocop::data {

/// 1..5 from "3", "3.0", "3 sao", "Hạng 3 sao", "ba sao", "3*", "***", "★★★☆☆"; 0 for anything else, also where figure
/// and drawn stars disagree.
int stars_of(std::string_view text);

}  // namespace ocop::data
