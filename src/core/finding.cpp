#include "core/finding.h"

#include <algorithm>
#include <numeric>

namespace ocop::core {

std::string column_letters(std::size_t column) {
    std::string letters;
    for (std::size_t n = column + 1; n > 0; n = (n - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (n - 1) % 26));
    return letters;
}

std::string cell_name(const Place& place) {
    return column_letters(static_cast<std::size_t>(place.column) - 1) + std::to_string(place.row);
}

std::vector<std::size_t> listed(const Findings& findings) {
    std::vector<std::size_t> order(findings.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return findings[a].severity < findings[b].severity; });
    return order;
}

}  // namespace ocop::core
