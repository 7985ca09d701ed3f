#include "data/number_words.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace ocop::data {

namespace {

constexpr std::array<std::string_view, 11> up_to_ten{"không", "một", "hai", "ba",   "bốn", "năm",
                                                     "sáu",   "bảy", "tám", "chín", "mười"};

std::string in_words(int n) {
    if (n <= 10) return std::string{up_to_ten[static_cast<std::size_t>(n)]};
    const int tens = n / 10, units = n % 10;
    std::string words = tens == 1 ? "mười" : in_words(tens) + " mươi";
    if (units == 0) return words;
    if (units == 1 && tens > 1) return words + " mốt";
    return words + (units == 5 ? " lăm" : " " + in_words(units));
}

std::optional<int> figure(std::string_view word) {
    if (word.empty() || !std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; })) return {};
    word.remove_prefix(std::min(word.find_first_not_of('0'), word.size() - 1));
    if (word.size() > 2) return {};
    int n = 0;
    for (const char c : word) n = 10 * n + (c - '0');
    return n;
}

/// 1 to 39, as a person writes it: "iiii" is none.
std::optional<int> roman(std::string_view word) {
    constexpr std::array<std::string_view, 10> units{"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"};
    int tens = 0;
    for (; word.starts_with("x"); word.remove_prefix(1)) ++tens;
    const auto* at = std::find(units.begin(), units.end(), word);
    if (tens > 3 || at == units.end()) return {};
    const int n = 10 * tens + static_cast<int>(at - units.begin());
    return n == 0 ? std::nullopt : std::optional{n};
}

std::optional<int> ordinal(std::string_view word) {
    if (word == "nhất") return 1;
    if (word == "nhì") return 2;
    if (word == "tư") return 4;
    return roman(word);
}

bool is_number(std::string_view word) {
    return figure(word) || std::find(up_to_ten.begin(), up_to_ten.end(), word) != up_to_ten.end();
}

}  // namespace

std::vector<std::string> with_number_words(std::vector<std::string> words) {
    const std::vector<std::string> typed = words;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool beside = (i > 0 && is_number(typed[i - 1])) || (i + 1 < typed.size() && is_number(typed[i + 1]));
        std::optional<int> number = beside ? std::nullopt : figure(typed[i]);
        if (!number && i > 0 && typed[i - 1] == "thứ") number = ordinal(typed[i]);
        if (number) words[i] = in_words(*number);
    }
    return words;
}

}  // namespace ocop::data
