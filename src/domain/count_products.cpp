// Products on a date by a counting basis, and everything that is read off them.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "domain/counting.h"

namespace ocop::domain {

namespace {

bool counts(const Recognition& recognition, const Plan& plan, Basis basis, Date as_of) {
    const auto from = recognition.counts_from();
    if (!from || from->day > as_of) return false;
    switch (basis) {
        // A re-rating within the period counts too: formats.md §3 speaks of the day of recognition, not of the first
        // one.
        case Basis::fresh:
            return plan.from <= from->day && from->day <= plan.to;
        case Basis::recognised:
            return true;
        case Basis::valid:
            return as_of <= *recognition.last_valid_day();
    }
    return false;
}

bool provincial_five(const Recognition& recognition) {
    return recognition.stars == 5 && recognition.award != Award::recognised;
}

struct Counted {
    int product = 0;
    Spot spot;
    int stars = 0;  // of the standing
    bool five_province = false, five_nation = false, expires_soon = false;
};

bool passes(const Filter& filter, const Product& product, int stars) {
    const auto has = [](const auto& list, const auto& value) {
        return list.empty() || std::find(list.begin(), list.end(), value) != list.end();
    };
    return has(filter.stars, stars) && has(filter.groups, product.group) &&
           has(filter.producer_kinds, product.producer_kind);
}

/// The products of one unit.
struct Tally {
    std::vector<RowRef> three, four_up, five_province, five_nation, expiring, undated, undated_five;
    int unlocated = 0, undated_unlocated = 0;
    int star_sum = 0, highest = 0;
    std::array<int, 3> mix{};
    std::map<ProducerKind, std::pair<std::set<std::pair<std::string_view, std::string_view>>, int>> producers;
};

class Counter {
public:
    Counter(const Document& document, const Query& query, const Locator& locator, Scoreboard& board)
        : document_{document},
          query_{query},
          locator_{locator},
          board_{board},
          tallies_(locator.territory().units.size()) {}

    void run() {
        for (std::size_t i = 0; i < document_.records.products.size(); ++i) add(static_cast<int>(i));
        const auto& units = locator_.territory().units;
        for (std::size_t unit = 0; unit < units.size(); ++unit) fill(static_cast<int>(unit));
        if (has_table(document_.records, "products")) fill_blank_communes();
        fill_completeness();
    }

private:
    Score& score(IndicatorId id, int unit) {
        return board_.scores[static_cast<std::size_t>(id)][static_cast<std::size_t>(unit)];
    }
    Tally& tally(int unit) { return tallies_[static_cast<std::size_t>(unit)]; }
    const Unit& unit_at(int unit) const { return locator_.territory().units[static_cast<std::size_t>(unit)]; }

    void add(int index) {
        const Product& product = document_.records.products[static_cast<std::size_t>(index)];
        const Spot spot = locator_.locate(product.location);
        const RowRef row{Table::products, index};
        const auto now = standing(product, document_.plan, query_.basis, query_.as_of);
        const auto valid = standing(product, document_.plan, Basis::valid, query_.as_of);
        if (valid && valid->stars >= 3 && passes(query_.filter, product, valid->stars)) {
            const auto& recognition = product.recognitions[static_cast<std::size_t>(valid->recognition)];
            if (*recognition.last_valid_day() <= plus_days(query_.as_of, query_.expiring_days))
                for_units(spot, [&](int unit) { tally(unit).expiring.push_back(row); });
        }
        if (!now) {
            add_undated(product, row, spot);
            return;
        }
        if (!passes(query_.filter, product, now->stars)) return;
        const auto any = [&](auto test) {
            return std::any_of(product.recognitions.begin(), product.recognitions.end(), [&](const Recognition& r) {
                return counts(r, document_.plan, query_.basis, query_.as_of) && test(r);
            });
        };
        const bool province = any(provincial_five);
        const bool nation = any([](const Recognition& r) { return r.stars == 5 && r.award == Award::national; });
        for_units(spot, [&](int unit) {
            Tally& t = tally(unit);
            if (province) t.five_province.push_back(row);
            if (nation) t.five_nation.push_back(row);
            if (now->stars < 3) return;
            t.three.push_back(row);
            if (now->stars >= 4) t.four_up.push_back(row);
            t.star_sum += now->stars;
            t.highest = std::max(t.highest, now->stars);
            ++t.mix[static_cast<std::size_t>(now->stars - 3)];
            if (spot.commune < 0) ++t.unlocated;
            auto& [names, products] = t.producers[product.producer_kind];
            names.emplace(product.producer, product.location.district_code);
            ++products;
        });
        if (now->stars >= 3) {
            const bool has_districts = !locator_.territory().at(Level::district).empty();
            if (has_districts ? spot.district < 0 : spot.commune < 0) ++board_.unplaced;
        }
    }

    /// In no basis: neither date nor round, but it would count if its date were known.
    void add_undated(const Product& product, RowRef row, Spot spot) {
        int stars = 0;
        bool five = false;
        for (const Recognition& recognition : product.recognitions) {
            if (recognition.counts_from()) continue;
            stars = std::max(stars, recognition.stars);
            five = five || provincial_five(recognition);
        }
        if (stars < 3 || !passes(query_.filter, product, stars)) return;
        for_units(spot, [&](int unit) {
            tally(unit).undated.push_back(row);
            if (five) tally(unit).undated_five.push_back(row);
            if (spot.commune < 0) ++tally(unit).undated_unlocated;
        });
    }

    Missing missing_for(int unit) const {
        const Unit& at = unit_at(unit);
        if (at.level == Level::province) return missing(document_, "products", {}, query_.as_of);
        if (at.level == Level::district) return missing(document_, "products", at.code, query_.as_of);
        const int parent = at.parent;
        const bool in_district = parent > 0 && unit_at(parent).level == Level::district;
        Missing out = missing(document_, "products", in_district ? unit_at(parent).code : std::string{}, query_.as_of);
        // A product of the district whose commune is unknown may lie here.
        const Tally& above = tallies_[static_cast<std::size_t>(in_district ? parent : 0)];
        if (const int stray = above.unlocated + above.undated_unlocated; stray > 0) {
            out.most = out.any && !out.most ? std::nullopt : std::optional{out.most.value_or(0) + stray};
            out.any = true;
        }
        return out;
    }

    void fill(int unit) {
        const Tally& t = tally(unit);
        const Missing unknown = missing_for(unit);
        const bool known = has_table(document_.records, "products");
        const auto put = [&](IndicatorId id, const std::vector<RowRef>& rows, const std::vector<RowRef>& undated,
                             std::optional<Value> value) {
            Score& s = score(id, unit);
            s.rows = rows;
            s.undated_rows = undated;
            s.undated = static_cast<int>(undated.size());
            if (unit_at(unit).level != Level::commune) s.unlocated = t.unlocated;
            // Nothing on a list that may lack rows is no data, never zero.
            if (known && !(rows.empty() && unknown.any)) s.value = value;
            apply_plan(s, query_, document_.plan, indicator(id), unit_at(unit), unknown);
        };
        const auto count = [](const std::vector<RowRef>& rows) {
            return Value{static_cast<std::int64_t>(rows.size()), 1};
        };
        const auto share = [&](std::int64_t part) -> std::optional<Value> {
            if (t.three.empty()) return {};
            return Value{part, static_cast<std::int64_t>(t.three.size())};
        };
        put(IndicatorId::products, t.three, t.undated, count(t.three));
        put(IndicatorId::five_star_province, t.five_province, t.undated_five, count(t.five_province));
        put(IndicatorId::five_star_nation, t.five_nation, {}, count(t.five_nation));
        put(IndicatorId::stars_highest, t.three, t.undated, Value{t.highest, 1});
        put(IndicatorId::stars_mean, t.three, t.undated, share(t.star_sum));
        put(IndicatorId::stars_share45, t.three, t.undated, share(static_cast<std::int64_t>(t.four_up.size())));
        put(IndicatorId::stars_mix, t.three, t.undated, count(t.three));
        score(IndicatorId::stars_mix, unit).mix.assign(t.mix.begin(), t.mix.end());
        const auto population = unit_at(unit).population;
        put(IndicatorId::per_10k, t.three, t.undated,
            population && *population > 0
                ? std::optional{Value{static_cast<std::int64_t>(t.three.size()) * 10000, *population}}
                : std::nullopt);
        put(IndicatorId::expiring, t.expiring, {}, count(t.expiring));
        for (const auto& [kind, producers] : t.producers)
            board_.producers[static_cast<std::size_t>(unit)].push_back(
                {kind, static_cast<int>(producers.first.size()), producers.second});
    }

    /// A commune is blank only if its district's list is complete and fully located (formats.md §3).
    void fill_blank_communes() {
        const auto& territory = locator_.territory();
        std::vector<int> blank(territory.units.size(), 0), decided(blank), undecided(blank);
        for (const int commune : territory.at(Level::commune)) {
            const Tally& t = tally(commune);
            Score& s = score(IndicatorId::blank_communes, commune);
            s.rows = t.three;
            const bool open = t.three.empty() && (missing_for(commune).any || !t.undated.empty());
            if (!open) s.value = Value{t.three.empty() ? 1 : 0, 1};
            judge(s, {});
            const int parent = unit_at(commune).parent;
            for_units({parent, -1}, [&](int unit) {
                const auto at = static_cast<std::size_t>(unit);
                ++(open ? undecided : decided)[at];
                if (!open && t.three.empty()) ++blank[at];
            });
        }
        for (std::size_t i = 0; i < territory.units.size(); ++i) {
            if (territory.units[i].level == Level::commune) continue;
            Score& s = score(IndicatorId::blank_communes, static_cast<int>(i));
            // Where nothing is known to be blank and something is undecided, there is no number.
            if (decided[i] > 0 && (undecided[i] == 0 || blank[i] > 0)) s.value = Value{blank[i], 1};
            s.lower_bound = s.value && undecided[i] > 0;
            judge(s, {});
        }
    }

    void fill_completeness() {
        Completeness& c = board_.completeness;
        for (const Product& product : document_.records.products) {
            ++c.rows;
            if (!product.location.commune_code.empty()) ++c.placed;
            if (!product.location.district_code.empty() || !product.location.commune_code.empty()) ++c.in_district;
            if (std::any_of(product.recognitions.begin(), product.recognitions.end(),
                            [](const Recognition& r) { return r.counts_from().has_value(); }))
                ++c.dated;
        }
        int published = 0;
        for (const Coverage& row : document_.records.coverage) {
            const auto held = round_date(row.round);
            const bool whole_round = row.table == "products" && row.district_text.empty() && !row.round.empty();
            if (whole_round && row.published && held && held->day <= query_.as_of) published += *row.published;
        }
        if (published == 0) return;
        c.published = published;
        c.listed = static_cast<int>(std::count_if(
            document_.records.products.begin(), document_.records.products.end(), [&](const Product& product) {
                const auto now = standing(product, document_.plan, Basis::recognised, query_.as_of);
                return now && now->stars >= 3;
            }));
    }

    const Document& document_;
    const Query& query_;
    const Locator& locator_;
    Scoreboard& board_;
    std::vector<Tally> tallies_;
};

}  // namespace

std::optional<Standing> standing(const Product& product, const Plan& plan, Basis basis, Date as_of) {
    std::optional<Standing> best;
    Date best_day;
    for (std::size_t i = 0; i < product.recognitions.size(); ++i) {
        const Recognition& recognition = product.recognitions[i];
        if (recognition.stars < 1 || !counts(recognition, plan, basis, as_of)) continue;
        const DatePoint from = *recognition.counts_from();
        const bool later = !best || from.day > best_day || (from.day == best_day && recognition.stars >= best->stars);
        if (!later) continue;
        best = Standing{recognition.stars, static_cast<int>(i), from.approximate};
        best_day = from.day;
    }
    return best;
}

void count_products(const Document& document, const Query& query, const Locator& locator, Scoreboard& board) {
    Counter{document, query, locator, board}.run();
}

}  // namespace ocop::domain
