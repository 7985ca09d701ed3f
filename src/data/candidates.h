#pragma once
// The likeliest units for a name that names none (J-7). Suggestions only: folding the marks away merges Vĩnh Thanh and
// Vĩnh Thạnh, and two letters tell Tân Hiệp A from Tân Hiệp B.
#include <optional>
#include <string_view>
#include <vector>

#include "domain/unmatched.h"

namespace ocop::data {

constexpr std::size_t candidates_shown = 5;

/// Units of a level, the likeliest first: those that bear the name (of another kind or district, or two at once), that
/// bear it when the text is read in an old font, that are equal without marks, and that differ in a few letters; among
/// equals those of `district` (an index), then the fewest letters, then by the alphabet. At most `at_most`, often none.
std::vector<domain::Candidate> candidates(const domain::Territory& territory, domain::Level level,
                                          std::string_view text, std::optional<int> district,
                                          std::size_t at_most = candidates_shown);

/// Fills the candidates of rows that did not join; equal names are looked for once.
void add_candidates(const domain::Territory& territory, std::vector<domain::Unmatched>& rows);

}  // namespace ocop::data
