#include "data/name_key.h"

#include <array>
#include <utility>
#include <vector>

#include "core/text.h"

namespace ocop::data {

namespace {

using domain::UnitKind;

// Type words and abbreviations, longest first where one begins another.
constexpr std::array<std::pair<std::string_view, UnitKind>, 17> kinds{{{"thành phố", UnitKind::city},
                                                                       {"thị trấn", UnitKind::township},
                                                                       {"đặc khu", UnitKind::special_zone},
                                                                       {"phường", UnitKind::ward},
                                                                       {"huyện", UnitKind::district},
                                                                       {"tỉnh", UnitKind::province},
                                                                       {"xã", UnitKind::commune},
                                                                       {"tp.", UnitKind::city},
                                                                       {"tp", UnitKind::city},
                                                                       {"tt.", UnitKind::township},
                                                                       {"tt", UnitKind::township},
                                                                       {"đk.", UnitKind::special_zone},
                                                                       {"đk", UnitKind::special_zone},
                                                                       {"p.", UnitKind::ward},
                                                                       {"h.", UnitKind::district},
                                                                       {"x.", UnitKind::commune},
                                                                       {"t.", UnitKind::province}}};

/// "3" -> "ba": Thứ 3 and Thứ Ba are one name (J-4).
std::string_view number_word(std::string_view digits) {
    constexpr std::array words{"không", "một", "hai",  "ba",   "bốn",      "năm",     "sáu",
                               "bảy",   "tám", "chín", "mười", "mười một", "mười hai"};
    for (std::size_t i = 0; i < words.size(); ++i)
        if (digits == std::to_string(i)) return words[i];
    return digits;
}

std::string plain(std::string_view text) {
    std::string out = core::lower(core::collapsed(core::nfc(text)));
    for (const auto& [from, to] : {std::pair{"’", "'"}, {"‘", "'"}, {"–", "-"}, {"—", "-"}, {"‐", "-"}})
        for (auto at = out.find(from); at != std::string::npos; at = out.find(from))
            out.replace(at, std::string_view{from}.size(), to);
    return out;
}

}  // namespace

NameKey name_key(std::string_view text) {
    std::string rest = plain(text);
    NameKey key;
    // Compared by tone key, so that "thị trấn" written with either tone placement is the same word.
    for (const auto& [word, kind] : kinds) {
        std::size_t end = std::string::npos;
        if (rest.starts_with(word)) end = word.size();
        if (end == std::string::npos || end >= rest.size()) continue;
        const bool abbreviated = word.back() == '.';
        if (!abbreviated && rest[end] != ' ' && rest[end] != '.') continue;
        key.kind = kind;
        rest.erase(0, end);
        while (!rest.empty() && (rest.front() == ' ' || rest.front() == '.')) rest.erase(0, 1);
        break;
    }
    std::string name;
    for (const std::string& word : core::split(rest, ' ')) {
        if (!name.empty()) name += ' ';
        name += number_word(word);
    }
    key.name = core::tone_key(name);
    return key;
}

std::optional<UnitKind> unit_kind_from(std::string_view text) {
    const std::string word = plain(text);
    for (const auto& [name, kind] : kinds)
        if (word == name) return kind;
    return {};
}

}  // namespace ocop::data
