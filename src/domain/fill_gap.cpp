#include "domain/fill_gap.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace ocop::domain {

namespace {

using Amounts = std::vector<std::int64_t>;

std::int64_t sum(const Amounts& amounts) { return std::accumulate(amounts.begin(), amounts.end(), std::int64_t{0}); }

/// What a score lacks to be certain of its quota: a count, or people and communes of a share. Rows without a date do
/// not count.
std::int64_t lacking(const Score& score, std::int64_t all) {
    if (!score.quota) return 0;
    if (!score.share) return std::max<std::int64_t>(0, *score.quota - (score.value ? score.value->numerator : 0));
    const std::int64_t of = score.value ? score.value->denominator : all;
    const std::int64_t wanted = (*score.quota * of + 99) / 100;
    return std::max<std::int64_t>(0, wanted - (score.value ? score.value->numerator : 0));
}

/// "2", or "2–3".
std::string range(const Amounts& amounts, const Amounts& among) {
    std::int64_t least = std::numeric_limits<std::int64_t>::max(), most = 0;
    for (std::size_t i = 0; i < amounts.size(); ++i) {
        if (among[i] == 0) continue;
        least = std::min(least, amounts[i]);
        most = std::max(most, amounts[i]);
    }
    if (least >= most) return std::to_string(most);
    return std::to_string(least) + "–" + std::to_string(most);
}

std::string number_of(const Amounts& amounts) {
    return std::to_string(std::count_if(amounts.begin(), amounts.end(), [](std::int64_t n) { return n > 0; }));
}

/// The units that share, and what is known of each.
struct Sharers {
    std::vector<int> units;
    std::vector<std::string> codes;
    Amounts needs, caps, communes;
    std::int64_t province = 0;  // what it lacks
    bool unknown = false;       // of some share nobody knows the whole
    bool at_most = false;

    Sharers(const Scoreboard& board, const Territory& territory, IndicatorId id) {
        const auto look = [&](int unit, std::int64_t all) {
            const Score& score = board.score(id, unit);
            if (!score.quota) return;
            unknown = unknown || (score.share && !score.value && all == 0);
            if (lacking(score, all) > 0) at_most = at_most || !score.value || score.incomplete || score.undated > 0;
        };
        units = territory.at(Level::district);
        if (units.empty()) units = territory.at(Level::commune);
        std::erase_if(units, [&](int unit) {
            return !can_be_assumed(id, territory.units[static_cast<std::size_t>(unit)].level);
        });
        for (const int unit : units) {
            const Score& score = board.score(id, unit);
            codes.push_back(territory.units[static_cast<std::size_t>(unit)].code);
            communes.push_back(static_cast<std::int64_t>(territory.children(unit).size()));
            const std::int64_t all = id == IndicatorId::outreach ? communes.back() : 0;
            const std::int64_t of = score.value ? score.value->denominator - score.value->numerator : all;
            caps.push_back(indicator(id).measure == Measure::count ? std::numeric_limits<int>::max() : of);
            needs.push_back(lacking(score, all));
            look(unit, all);
        }
        if (territory.empty()) return;
        look(0, id == IndicatorId::outreach ? sum(communes) : 0);
        const Score& whole = board.score(id, 0);
        province = whole.quota ? lacking(whole, id == IndicatorId::outreach ? sum(communes) : 0) : sum(needs);
    }
};

}  // namespace

Amounts apportioned(std::int64_t total, const Amounts& weights, const Amounts& caps,
                    const std::vector<std::string>& codes) {
    Amounts out(weights.size(), 0);
    for (;;) {
        Amounts open = weights;  // of those that still take something
        for (std::size_t i = 0; i < open.size(); ++i)
            if (out[i] >= caps[i]) open[i] = 0;
        const std::int64_t all = sum(open), rest = total - sum(out);
        if (rest <= 0 || all <= 0) return out;
        std::vector<std::size_t> order;
        std::int64_t left = rest;
        Amounts share(open.size(), 0);
        for (std::size_t i = 0; i < open.size(); ++i) {
            if (open[i] == 0) continue;
            order.push_back(i);
            share[i] = rest * open[i] / all;
            left -= share[i];
        }
        std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            const std::int64_t of_a = rest * open[a] % all, of_b = rest * open[b] % all;
            return of_a != of_b ? of_a > of_b : codes[a] < codes[b];
        });
        for (const std::size_t i : order)
            if (left > 0) ++share[i], --left;
        for (const std::size_t i : order) out[i] = std::min(caps[i], out[i] + share[i]);
    }
}

Filled fill_gap(const Scoreboard& board, const Territory& territory, IndicatorId id, FillMethod method,
                Scenario start) {
    const Sharers sharers{board, territory, id};
    const Amounts everybody(sharers.units.size(), 1);
    Amounts shared, total(sharers.units.size(), 0), topped = total;
    Amounts among = everybody;
    std::int64_t divided = sharers.province;
    if (method == FillMethod::by_communes && sum(sharers.communes) > 0) among = sharers.communes;
    if (method == FillMethod::below_first) {
        topped = sharers.needs;
        divided = std::max<std::int64_t>(0, sharers.province - sum(sharers.needs));
        if (sum(sharers.needs) > 0)
            for (std::size_t i = 0; i < among.size(); ++i) among[i] = sharers.needs[i] > 0 ? 1 : 0;
        Amounts left = sharers.caps;
        for (std::size_t i = 0; i < left.size(); ++i) left[i] -= topped[i];
        shared = apportioned(divided, among, left, sharers.codes);
        for (std::size_t i = 0; i < total.size(); ++i) total[i] = topped[i] + shared[i];
    } else {
        shared = apportioned(divided, among, sharers.caps, sharers.codes);
        for (std::size_t i = 0; i < total.size(); ++i) {
            topped[i] = std::max<std::int64_t>(0, sharers.needs[i] - shared[i]);
            total[i] = shared[i] + topped[i];
        }
    }
    start.era = territory.era;
    start.clear(id);
    for (std::size_t i = 0; i < total.size(); ++i) start.set(id, sharers.codes[i], static_cast<int>(total[i]));
    Filled out{std::move(start), {}, sharers.at_most};
    if (sum(total) == 0) {
        out.how.key = sharers.unknown ? "fill.unknown" : "fill.nothing";
        return out;
    }
    out.scenario.filled[id] = method;
    out.how = {"fill." + std::string{domain::id(method)},
               {std::to_string(sum(total)), number_of(among), range(shared, among), std::to_string(divided),
                std::to_string(sum(topped)), number_of(topped)}};
    if (method == FillMethod::below_first) {
        if (divided > 0) out.how.key += sum(topped) > 0 ? "_rest" : "_none";
    } else if (divided == 0) {
        out.how.key = "fill.own";
    } else if (sum(topped) > 0) {
        out.how.key += "_topped";
    }
    return out;
}

}  // namespace ocop::domain
