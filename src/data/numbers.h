#pragma once
// Numbers as people type them in Vietnam: 1.234,5 - and as spreadsheets store them: 1234.5.
#include <optional>
#include <string_view>

namespace ocop::data {

/// One separator before three digits groups thousands; of two kinds the last is the decimal one. None for other text.
std::optional<double> number_of(std::string_view text);

}  // namespace ocop::data
