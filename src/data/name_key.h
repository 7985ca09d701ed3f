#pragma once
// Names of units as keys for joining (cartography.md §14 J-1 to J-4). Lossless: what differs in writing by more than
// Unicode form, case, spaces, punctuation around it, tone-mark placement, type word or figures stays different.
#include <optional>
#include <string>
#include <string_view>

#include "domain/unit.h"

namespace ocop::data {

struct NameKey {
    std::optional<domain::UnitKind> kind;  // from "xã", "TT.", "thành phố"; none when the text has no type word
    std::string name;
    bool operator==(const NameKey&) const = default;
};

/// A name and the type word that stood before it, in its own spelling: "TT. Thứ Ba" -> township, "Thứ Ba".
struct TypedName {
    std::optional<domain::UnitKind> kind;
    std::string name;
};

TypedName typed_name(std::string_view text);
NameKey name_key(std::string_view text);
std::optional<domain::UnitKind> unit_kind_from(std::string_view text);

}  // namespace ocop::data
