// Which recognition gives a product its stars on a date.
#include <algorithm>

#include "domain/counting.h"

namespace ocop::domain {

bool counts(const Recognition& recognition, const Plan& plan, Basis basis, AsOf day) {
    const auto from = recognition.counts_from();
    if (!from || from->day > day.known) return false;
    switch (basis) {
        // A re-rating within the period counts too: formats.md §3 speaks of the day of recognition, not of the first.
        case Basis::fresh:
            return plan.from <= from->day && from->day <= plan.to;
        case Basis::recognised:
            return true;
        case Basis::valid:
            return day.held <= *recognition.last_valid_day();
    }
    return false;
}

bool passes(const Filter& filter, const Product& product, int stars) {
    const auto has = [](const auto& list, const auto& value) {
        return list.empty() || std::find(list.begin(), list.end(), value) != list.end();
    };
    return has(filter.stars, stars) && has(filter.groups, product.group) &&
           has(filter.producer_kinds, product.producer_kind);
}

std::optional<Standing> standing_on(const Product& product, const Plan& plan, Basis basis, AsOf day) {
    // The last recognition replaces those before it, so it is the one that must still be valid.
    const Basis begun = basis == Basis::valid ? Basis::recognised : basis;
    std::optional<Standing> best;
    Date best_day;
    for (std::size_t i = 0; i < product.recognitions.size(); ++i) {
        const Recognition& recognition = product.recognitions[i];
        if (recognition.stars < 1 || !counts(recognition, plan, begun, day)) continue;
        const DatePoint from = *recognition.counts_from();
        const bool later = !best || from.day > best_day || (from.day == best_day && recognition.stars >= best->stars);
        if (!later) continue;
        best = Standing{recognition.stars, static_cast<int>(i), from.approximate};
        best_day = from.day;
    }
    if (best && !counts(product.recognitions[static_cast<std::size_t>(best->recognition)], plan, basis, day)) return {};
    return best;
}

std::optional<Standing> standing(const Product& product, const Plan& plan, Basis basis, Date as_of) {
    return standing_on(product, plan, basis, as_of);
}

}  // namespace ocop::domain
