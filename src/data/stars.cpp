#include "data/stars.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "core/text.h"
#include "data/numbers.h"

namespace ocop::data {

namespace {
/// Takes every `mark` out of a text and says how many there were.
int take(std::string& text, std::string_view mark) {
    int count = 0;
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark)) {
        text.erase(at, mark.size());
        ++count;
    }
    return count;
}
}  // namespace

int stars_of(std::string_view text) {
    std::string rest = core::folded(text);
    take(rest, "☆");
    take(rest, "\xEF\xB8\x8F");  // asks for a coloured picture of the star
    const int drawn = take(rest, "★") + take(rest, "⭐") + take(rest, "*");
    for (const char bracket : {'(', ')', ':'}) std::replace(rest.begin(), rest.end(), bracket, ' ');
    rest = core::collapsed(rest);
    for (const std::string_view before : {"dat ", "hang ", "ocop "})
        if (rest.starts_with(before)) rest.erase(0, before.size());
    if (rest.ends_with("sao")) rest = core::collapsed(rest.substr(0, rest.size() - 3));
    int value = 0;
    constexpr std::array words{"mot", "hai", "ba", "bon", "nam"};
    const auto word = std::find(words.begin(), words.end(), rest);
    if (word != words.end())
        value = static_cast<int>(word - words.begin()) + 1;
    else if (const auto number = number_of(rest); number && *number == std::floor(*number) && *number < 10)
        value = static_cast<int>(*number);
    else if (!rest.empty())
        return 0;
    if (rest.empty()) value = drawn;
    if (drawn > 1 && drawn != value) return 0;
    return value >= 1 && value <= 5 ? value : 0;
}

}  // namespace ocop::data
