#include "data/name_key.h"

#include <array>
#include <vector>

#include "core/text.h"
#include "data/number_words.h"

namespace ocop::data {

namespace {

using domain::UnitKind;

// Type words and abbreviations, lower case; where one begins another, the longer one stands first. An abbreviation of
// one letter needs its full stop. A town ("thị xã") counts as a city: it never tells two units apart here.
struct TypeWord {
    std::string_view word;
    UnitKind kind;
};
constexpr std::array type_words{TypeWord{"thành phố", UnitKind::city},  TypeWord{"thị trấn", UnitKind::township},
                                TypeWord{"thị xã", UnitKind::city},     TypeWord{"đặc khu", UnitKind::special_zone},
                                TypeWord{"phường", UnitKind::ward},     TypeWord{"huyện", UnitKind::district},
                                TypeWord{"tỉnh", UnitKind::province},   TypeWord{"xã", UnitKind::commune},
                                TypeWord{"t.p", UnitKind::city},        TypeWord{"t.t", UnitKind::township},
                                TypeWord{"t.x", UnitKind::city},        TypeWord{"tp", UnitKind::city},
                                TypeWord{"tt", UnitKind::township},     TypeWord{"tx", UnitKind::city},
                                TypeWord{"đk", UnitKind::special_zone}, TypeWord{"đ.k", UnitKind::special_zone},
                                TypeWord{"p.", UnitKind::ward},         TypeWord{"h.", UnitKind::district},
                                TypeWord{"x.", UnitKind::commune},      TypeWord{"t.", UnitKind::province}};

/// What stands around a name and is no part of it.
constexpr std::string_view edges = " .,;:-";

}  // namespace

TypedName typed_name(std::string_view text) {
    std::string name = core::tidied(text);
    const auto first = name.find_first_not_of(edges), last = name.find_last_not_of(edges);
    name = first == std::string::npos ? std::string{} : name.substr(first, last + 1 - first);
    const std::string lower = core::lower(name);
    if (lower.size() != name.size()) return {{}, name};  // not Vietnamese: letters whose cases differ in length
    for (const auto& [word, kind] : type_words) {
        if (!lower.starts_with(word)) continue;
        std::size_t end = word.size();
        // A word ends at a space, full stop or colon: "xã Thạnh" has one, "Xãx" has none.
        const auto ends = [&] {
            return end < lower.size() && std::string_view{" .:"}.find(lower[end]) != std::string_view::npos;
        };
        if (word.back() != '.' && !ends()) continue;
        while (end < lower.size() && edges.find(lower[end]) != std::string_view::npos) ++end;
        if (end >= lower.size()) break;  // a type word alone is no name
        return {kind, name.substr(end)};
    }
    return {{}, name};
}

NameKey name_key(std::string_view text) {
    const TypedName typed = typed_name(text);
    std::string name;
    for (const std::string& word : with_number_words(core::split(core::lower(typed.name), ' ')))
        name += (name.empty() ? "" : " ") + word;
    return {typed.kind, core::tone_key(name)};
}

std::optional<UnitKind> unit_kind_from(std::string_view text) {
    const std::string word = core::lower(core::tidied(text));
    for (const auto& [name, kind] : type_words)
        if (word == name) return kind;
    for (const auto kind : {UnitKind::province, UnitKind::city, UnitKind::district, UnitKind::commune, UnitKind::ward,
                            UnitKind::township, UnitKind::special_zone})
        if (word == domain::id(kind)) return kind;
    return {};
}

}  // namespace ocop::data
