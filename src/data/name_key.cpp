#include "data/name_key.h"

#include <array>
#include <utility>
#include <vector>

#include "core/text.h"

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
                                TypeWord{"đk", UnitKind::special_zone}, TypeWord{"p.", UnitKind::ward},
                                TypeWord{"h.", UnitKind::district},     TypeWord{"x.", UnitKind::commune},
                                TypeWord{"t.", UnitKind::province}};

/// "3" -> "ba": Thứ 3 and Thứ Ba are one name (J-4).
std::string_view number_word(std::string_view digits) {
    constexpr std::array words{"không", "một", "hai",  "ba",   "bốn",      "năm",     "sáu",
                               "bảy",   "tám", "chín", "mười", "mười một", "mười hai"};
    for (std::size_t i = 0; i < words.size(); ++i)
        if (digits == std::to_string(i)) return words[i];
    return digits;
}

/// NFC, single spaces, one kind of quote and hyphen.
std::string tidy(std::string_view text) {
    std::string out = core::collapsed(core::nfc(text));
    for (const auto& [from, to] : {std::pair{"’", "'"}, {"‘", "'"}, {"–", "-"}, {"—", "-"}, {"‐", "-"}})
        for (auto at = out.find(from); at != std::string::npos; at = out.find(from))
            out.replace(at, std::string_view{from}.size(), to);
    return out;
}

}  // namespace

TypedName typed_name(std::string_view text) {
    std::string name = tidy(text);
    const std::string lower = core::lower(name);
    if (lower.size() != name.size()) return {{}, name};  // not Vietnamese: letters whose cases differ in length
    for (const auto& [word, kind] : type_words) {
        if (!lower.starts_with(word)) continue;
        std::size_t end = word.size();
        // A word ends at a space or a full stop: "xã Thạnh" has one, "Xãx" has none.
        if (word.back() != '.' && (end >= lower.size() || (lower[end] != ' ' && lower[end] != '.'))) continue;
        while (end < lower.size() && (lower[end] == ' ' || lower[end] == '.')) ++end;
        if (end == lower.size()) break;  // a type word alone is no name
        return {kind, name.substr(end)};
    }
    return {{}, name};
}

NameKey name_key(std::string_view text) {
    const TypedName typed = typed_name(text);
    std::string name;
    for (const std::string& word : core::split(typed.name, ' ')) {
        if (!name.empty()) name += ' ';
        name += number_word(word);
    }
    return {typed.kind, core::tone_key(name)};
}

std::optional<UnitKind> unit_kind_from(std::string_view text) {
    const std::string word = core::lower(tidy(text));
    for (const auto& [name, kind] : type_words)
        if (word == name) return kind;
    for (const auto kind : {UnitKind::province, UnitKind::city, UnitKind::district, UnitKind::commune, UnitKind::ward,
                            UnitKind::township, UnitKind::special_zone})
        if (word == domain::id(kind)) return kind;
    return {};
}

}  // namespace ocop::data
