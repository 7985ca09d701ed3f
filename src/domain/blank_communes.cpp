// Communes without a product. Blank is a claim: it needs a complete and fully located list (formats.md §3).
#include "domain/counting.h"

namespace ocop::domain {

void count_blank_communes(const Counting& counting) {
    const auto& units = counting.units();
    std::vector<int> blank(units.size(), 0), decided(blank), undecided(blank);
    const auto settle = [](Score& score) { score.status = score.value ? Status::no_quota : Status::no_data; };
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (units[i].level != Level::commune) continue;
        const Score& products = counting.score(IndicatorId::products, i);
        Score& score = counting.score(IndicatorId::blank_communes, i);
        score.rows = products.rows;
        score.undated_rows = products.undated_rows;
        score.undated = products.undated;
        // An empty list that may lack rows has no value, and an undated product may be the commune's first.
        const bool open = products.rows.empty() && (!products.value || products.undated > 0);
        const bool is_blank = !open && products.rows.empty();
        if (!open) score.value = Value{is_blank ? 1 : 0, 1};
        settle(score);
        for_units({units[i].parent, -1}, [&](std::size_t unit) {
            ++(open ? undecided : decided)[unit];
            if (is_blank) ++blank[unit];
        });
    }
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (units[i].level == Level::commune) continue;
        Score& score = counting.score(IndicatorId::blank_communes, i);
        // Where none is known to be blank and some are undecided, there is no number.
        if (decided[i] > 0 && (undecided[i] == 0 || blank[i] > 0)) score.value = Value{blank[i], 1};
        score.incomplete = score.lower_bound = score.value && undecided[i] > 0;
        settle(score);
    }
}

}  // namespace ocop::domain
