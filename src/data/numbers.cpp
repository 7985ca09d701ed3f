#include "data/numbers.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "core/text.h"

namespace ocop::data {

std::optional<double> number_of(std::string_view text) {
    std::string digits = core::collapsed(text);
    std::erase(digits, ' ');
    const bool negative = digits.starts_with('-');
    if (negative) digits.erase(0, 1);
    if (digits.empty() || digits.front() < '0' || digits.front() > '9') return {};
    const auto last = digits.find_last_of(".,");
    if (last != std::string::npos) {
        const char mark = digits[last], other = mark == '.' ? ',' : '.';
        const auto first = digits.find_first_of(".,");
        const bool one_kind = digits.find(other) == std::string::npos;
        const bool groups = one_kind && digits.size() - last == 4 && digits.front() != '0' && first <= 3;
        // Groups of three between all of them, else "31.12.2021" would be a number.
        for (std::size_t at = first; at < last;) {
            const auto next = digits.find_first_of(".,", at + 1);
            if (next - at != 4 || digits[at] != (one_kind ? mark : other) || first > 3) return {};
            at = next;
        }
        if (first != last && one_kind && !groups) return {};
        if (groups) {
            std::erase(digits, mark);
        } else {
            std::erase(digits, other);
            digits[digits.find(mark)] = '.';
        }
    }
    double value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size()) return {};
    return negative ? -value : value;
}

}  // namespace ocop::data
