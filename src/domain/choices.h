#pragma once
// What a person chooses about a picture besides indicator, level and date; words as command line and files write them.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/register.h"

namespace ocop::domain {

enum class Basis { fresh, recognised, valid };  // new in the period / recognised up to the date / valid on the date
enum class Show { count, percent, gap };        // the number / its share of the quota / what is missing

struct Filter {
    std::vector<int> stars;                    // empty: all
    std::vector<std::string> groups;           // empty: all
    std::vector<ProducerKind> producer_kinds;  // empty: all
    bool active() const { return !stars.empty() || !groups.empty() || !producer_kinds.empty(); }
    bool operator==(const Filter&) const = default;
};

std::string_view id(Basis basis);  // "new", "recognised", "valid"
std::optional<Basis> basis_from(std::string_view text);
std::string_view id(Show show);  // "count", "percent", "gap"
std::optional<Show> show_from(std::string_view text);
std::string_view id(ProducerKind kind);  // "enterprise", ...; "unknown"
std::optional<ProducerKind> producer_kind_from(std::string_view text);

}  // namespace ocop::domain
