// Numbers as the two languages write them, whatever the locale of the machine.
#include <cmath>

#include "carto/phrases.h"

namespace ocop::carto {

std::string number_text(double value, int decimals, core::Language language) {
    const bool vietnamese = language == core::Language::vietnamese;
    const char point = vietnamese ? ',' : '.', group = vietnamese ? '.' : ',';
    double factor = 1;
    for (int i = 0; i < decimals; ++i) factor *= 10;
    // 0.3 * 10 is a hair under 3 in binary: a billionth more before cutting keeps exact decimals exact.
    const auto cut = static_cast<long long>(std::abs(value) * factor * (1 + 1e-12) + 1e-9);
    std::string digits = std::to_string(cut);
    if (static_cast<int>(digits.size()) <= decimals)
        digits.insert(0, static_cast<std::size_t>(decimals) + 1 - digits.size(), '0');
    const std::size_t whole = digits.size() - static_cast<std::size_t>(decimals);
    std::string out = value < 0 && cut > 0 ? "−" : "";
    for (std::size_t i = 0; i < whole; ++i) {
        if (i > 0 && (whole - i) % 3 == 0) out += group;
        out += digits[i];
    }
    if (decimals > 0) out += point + digits.substr(whole);
    return out;
}

}  // namespace ocop::carto
