#include "carto/classes.h"

#include <algorithm>
#include <iterator>

namespace ocop::carto {

using domain::Measure;

namespace {

constexpr std::int64_t open_end = 1'000'000'000;

// Palettes of cartography.md §2, proven there for four kinds of vision and three room contrasts.
const std::vector<std::uint32_t> count5{0xFAF055, 0x95C769, 0x01A47E, 0x256E7E, 0x3B2C94};
const std::vector<std::uint32_t> count4{0xEAE040, 0x8AC68B, 0x367D86, 0x4A35A4};
const std::vector<std::uint32_t> gap5{0x672901, 0xC17443, 0xFDD28B, 0x97BFFD, 0x316CA3};
const std::vector<std::uint32_t> star5{0xF4DAFD, 0xE6A9FC, 0xA97CC4, 0x883AAC, 0x4F076E};

Classes made(const std::vector<std::int64_t>& starts, const std::vector<std::uint32_t>& colours, const char* unit) {
    Classes out;
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const bool last = i + 1 == starts.size();
        ValueClass c{starts[i], last ? open_end : starts[i + 1] - 1, {}, scene::rgb(colours[i])};
        c.label = last             ? "≥ " + std::to_string(c.from)
                  : c.from == c.to ? std::to_string(c.from)
                                   : std::to_string(c.from) + "–" + std::to_string(c.to);
        c.label += unit;
        out.classes.push_back(std::move(c));
    }
    return out;
}

}  // namespace

int Classes::of(std::int64_t value) const {
    for (std::size_t i = 0; i < classes.size(); ++i)
        if (value >= classes[i].from && value <= classes[i].to) return static_cast<int>(i);
    return -1;
}

std::int64_t classified(const domain::Score& score, domain::IndicatorId id, Show show) {
    if (!score.value) return 0;
    if (show != Show::count && score.quota && *score.quota > 0) return *score.percent_of_quota();
    const bool share = domain::indicator(id).measure == Measure::percent;
    return (share ? 100 : 1) * score.value->numerator / score.value->denominator;
}

Classes classify(const std::vector<std::int64_t>& values, domain::IndicatorId id, Show show) {
    const Measure measure = domain::indicator(id).measure;
    if (measure == Measure::stars || measure == Measure::mean) return made({1, 2, 3, 4, 5}, star5, " sao");
    if (measure == Measure::percent || show != Show::count) return made({1, 50, 80, 100, 120}, gap5, " %");
    std::vector<std::int64_t> some;
    std::copy_if(values.begin(), values.end(), std::back_inserter(some), [](std::int64_t v) { return v > 0; });
    std::sort(some.begin(), some.end());
    const std::int64_t m = some.empty() ? 1 : some[(some.size() - 1) * 95 / 100];
    if (m <= 5) return made({1, 2, 3, 4, 5}, count5, "");
    if (m <= 12) return made({1, 3, 6, 9}, count4, "");
    if (m <= 30) return made({1, 4, 8, 13, 21}, count5, "");
    return made({1, 10, 20, 50, 100}, count5, "");
}

}  // namespace ocop::carto
