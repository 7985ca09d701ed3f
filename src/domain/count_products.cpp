// Products on a date by a counting basis, and everything that is read off them.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "domain/counting.h"

namespace ocop::domain {

namespace {

/// Scored 90 points or more by the province. No product becomes national without that, and an office may write five
/// stars without saying which award (rules.md §2).
bool provincial_five(const Recognition& recognition) {
    return recognition.stars == 5 || recognition.award == Award::national;
}
bool national_five(const Recognition& recognition) {
    return recognition.award == Award::national || (recognition.stars == 5 && !recognition.award_unread.empty());
}

/// The products of one unit.
struct Tally {
    Rows products, five_province, five_nation, expiring;
    Rows rated;                                                      // products, whose stars may be others: undated
    std::array<int, 3> mix{};                                        // 3, 4, 5 stars
    using Producer = std::pair<std::string_view, std::string_view>;  // two districts may have one name each
    std::map<ProducerKind, std::set<Producer>> producers;
    std::map<ProducerKind, int> products_of;

    std::int64_t count() const { return static_cast<std::int64_t>(products.counted.size()); }
    int highest() const { return mix[2] > 0 ? 5 : mix[1] > 0 ? 4 : mix[0] > 0 ? 3 : 0; }
};

/// What a product is on the date.
struct Fact {
    RowRef row;
    Spot spot;
    int stars = 0;                                   // 3..5 of the standing, else 0
    bool undated = false;                            // would count, or would not, if a date were known
    bool restarred = false;                          // counts, but perhaps with other stars
    std::optional<bool> province, nation, expiring;  // counts; false: would count if its date were known
};

class Examiner {
public:
    explicit Examiner(const Counting& counting)
        : records_{counting.document.records},
          plan_{counting.document.plan},
          query_{counting.query},
          locator_{counting.locator},
          day_{counting.day},
          soon_{plus_days(counting.day.held, counting.query.expiring_days)} {
        for (const Unread& row : records_.unread)
            if (row.product >= 0) unread_[row.product].push_back(row.on);
    }

    Fact examine(int index) const {
        const Product& product = records_.products[static_cast<std::size_t>(index)];
        Fact fact{{Table::products, index}, locator_.locate(product.location), 0, false, false, {}, {}, {}};
        const Possible possible = possible_stars(product, index);
        fact.expiring = expires(product);
        const auto fits = [&](int stars) { return passes(query_.filter, product, stars); };
        const auto is_product = [&](int stars) { return stars >= 3 && fits(stars); };
        const auto& stars = possible.stars;
        if (std::none_of(stars.begin(), stars.end(), fits)) return fact;
        const bool certain = !possible.unread && std::all_of(stars.begin(), stars.end(), is_product);
        fact.stars = certain ? stars.front() : 0;
        // What an unread row leaves open is counted with that row.
        fact.undated = !certain && !possible.unread && std::any_of(stars.begin(), stars.end(), is_product);
        fact.restarred = certain && std::any_of(stars.begin(), stars.end(), [&](int s) { return s != fact.stars; });
        fact.province = ever(product, provincial_five, false);
        fact.nation = ever(product, national_five, true);
        return fact;
    }

private:
    /// With neither date nor round, and not known to have ended: it would count if its date were known.
    bool is_hidden(const Recognition& r) const {
        return !r.counts_from() && !(query_.basis == Basis::valid && r.expires_on && *r.expires_on < day_.held);
    }
    /// The stars that a product may have on the date, first those that the last dated rating gives; 0: not counted.
    struct Possible {
        std::vector<int> stars;
        bool unread = false;  // or any other: a rating that nobody can read may be the last
    };
    /// What a rating counts for if it is the last. An expiry that nobody can read leaves two answers.
    void add_stars(const Recognition& last, Possible& possible) const {
        const bool valid = counts(last, plan_, query_.basis, day_);
        possible.stars.push_back(valid ? last.stars : 0);
        if (query_.basis == Basis::valid && !last.expiry_unread.empty())
            possible.stars.push_back(valid ? 0 : last.stars);
    }
    /// Several ratings may be the last: those without a date, those of one day, those that rows disagree about.
    Possible possible_stars(const Product& product, int index) const {
        const Basis begun = query_.basis == Basis::valid ? Basis::recognised : query_.basis;
        const auto last = standing_on(product, plan_, begun, day_);
        std::optional<Date> day;
        bool disputed = false;
        Possible out;
        if (last) {
            const Recognition& rating = product.recognitions[static_cast<std::size_t>(last->recognition)];
            day = rating.counts_from()->day;
            disputed = rating.disputed;
            add_stars(rating, out);
        } else {
            out.stars.push_back(0);
        }
        for (const Recognition& r : product.recognitions) {
            if (r.stars < 1) continue;
            const auto from = r.counts_from();
            if (is_hidden(r)) out.stars.push_back(r.stars);
            if (!from && query_.basis == Basis::valid && (!is_hidden(r) || !r.expiry_unread.empty()))
                out.stars.push_back(0);  // the last one, and lapsed
            if (from && day && (from->day == *day || (disputed && r.disputed))) add_stars(r, out);
        }
        if (const auto rows = unread_.find(index); rows != unread_.end())
            out.unread = std::any_of(rows->second.begin(), rows->second.end(), [&](const auto& on) {
                Recognition rating;
                rating.recognised_on = on;
                return !on || (counts(rating, plan_, begun, day_) && (!day || on->day >= *day));
            });
        return out;
    }
    /// `by_award`: the test asks for an award, so one that nobody can read leaves it open.
    template <class Test>
    std::optional<bool> ever(const Product& product, Test test, bool by_award) const {
        std::optional<bool> out;
        for (const Recognition& r : product.recognitions) {
            if (!test(r)) continue;
            const bool counted = counts(r, plan_, query_.basis, day_);
            const bool unsure = r.disputed || (by_award && !r.award_unread.empty()) ||
                                (query_.basis == Basis::valid && !r.expiry_unread.empty());
            if (counted && !unsure) return true;
            if (counted || is_hidden(r) || (unsure && counts(r, plan_, Basis::recognised, day_))) out = false;
        }
        return out;
    }
    /// The certificate in force ends within the days asked for.
    std::optional<bool> expires(const Product& product) const {
        const auto within = [&](Date last) { return day_.held <= last && last <= soon_; };
        if (const auto valid = standing_on(product, plan_, Basis::valid, day_)) {
            if (valid->stars < 3 || !passes(query_.filter, product, valid->stars)) return {};
            const auto& r = product.recognitions[static_cast<std::size_t>(valid->recognition)];
            return within(*r.last_valid_day()) ? std::optional{true} : std::nullopt;
        }
        for (const Recognition& r : product.recognitions)
            if (!r.counts_from() && r.expires_on && within(*r.expires_on) && r.stars >= 3 &&
                passes(query_.filter, product, r.stars))
                return false;
        return {};
    }

    const Register& records_;
    const Plan& plan_;
    const Query& query_;
    const Locator& locator_;
    AsOf day_;
    Date soon_;
    std::map<int, std::vector<std::optional<DatePoint>>> unread_;  // by product: dates of ratings that nobody can read
};

void add(Tally& tally, const Fact& fact, const Product& product) {
    if (fact.province) tally.five_province.add(fact.row, fact.spot, *fact.province);
    if (fact.nation) tally.five_nation.add(fact.row, fact.spot, *fact.nation);
    if (fact.expiring) tally.expiring.add(fact.row, fact.spot, *fact.expiring);
    if (fact.undated) tally.products.add(fact.row, fact.spot, false);
    if (fact.undated || fact.restarred) tally.rated.add(fact.row, fact.spot, false);
    if (fact.stars == 0) return;
    tally.products.add(fact.row, fact.spot);
    tally.rated.add(fact.row, fact.spot);
    ++tally.mix[static_cast<std::size_t>(fact.stars - 3)];
    tally.producers[product.producer_kind].emplace(product.producer, product.location.district_code);
    ++tally.products_of[product.producer_kind];
}

/// What the units have in common: their lists, and what these may lack.
struct Lists {
    std::vector<Tally> tallies;
    std::vector<Missing> by_coverage;
    std::vector<int> unread;
};

void fill(const Counting& counting, std::size_t unit, const Lists& lists) {
    const bool known = has_table(counting.document.records, "products");
    const Tally &tally = lists.tallies[unit], &above = lists.tallies[counting.above(unit)],
                &province = lists.tallies.front();
    const auto put = [&](IndicatorId id, Rows Tally::*rows, std::optional<Value> value) {
        const Missing unknown = counting.missing_at(unit, lists.by_coverage, above.*rows, province.*rows, lists.unread);
        counting.finish(id, unit, tally.*rows, known ? value : std::nullopt, unknown);
        // A complete list without a product has no stars to speak of; that is known, not unknown.
        const bool empty = (tally.*rows).counted.empty() && (tally.*rows).undated.empty();
        if (indicator(id).measure != Measure::rate && known && !value && empty && !unknown.any &&
            !(counting.locator.blind() && unit > 0))
            counting.score(id, unit).status = Status::not_applicable;
    };
    const auto rows_of = [&](IndicatorId id, Rows Tally::*rows) {
        put(id, rows, Value{static_cast<std::int64_t>((tally.*rows).counted.size()), 1});
    };
    const std::int64_t count = tally.count();
    const auto of_products = [&](std::int64_t part) {  // nothing can be said of the stars of no product
        return count > 0 ? std::optional{Value{part, count}} : std::nullopt;
    };
    rows_of(IndicatorId::products, &Tally::products);
    rows_of(IndicatorId::five_star_province, &Tally::five_province);
    rows_of(IndicatorId::five_star_nation, &Tally::five_nation);
    rows_of(IndicatorId::stars_mix, &Tally::rated);
    rows_of(IndicatorId::expiring, &Tally::expiring);
    counting.score(IndicatorId::stars_mix, unit).mix.assign(tally.mix.begin(), tally.mix.end());
    put(IndicatorId::stars_highest, &Tally::rated, Value{tally.highest(), 1});
    put(IndicatorId::stars_mean, &Tally::rated, of_products(3 * tally.mix[0] + 4 * tally.mix[1] + 5 * tally.mix[2]));
    put(IndicatorId::stars_share45, &Tally::rated, of_products(tally.mix[1] + tally.mix[2]));
    const int people = counting.units()[unit].population.value_or(0);
    put(IndicatorId::per_10k, &Tally::products,
        people > 0 ? std::optional{Value{count * 10000, people}} : std::nullopt);
    for (const auto& [kind, producers] : tally.producers)
        counting.board.producers[unit].push_back(
            {kind, static_cast<int>(producers.size()), tally.products_of.at(kind)});
}

}  // namespace

void count_products(const Counting& counting) {
    const auto& products = counting.document.records.products;
    const auto& units = counting.units();
    const Examiner examiner{counting};
    Lists lists{std::vector<Tally>(units.size()),
                missing_by_unit(counting.document, counting.locator.territory(), "products", counting.query.as_of),
                counting.unread_by_unit("products", [&](const Unread& row) {
                    Recognition recognition;
                    recognition.recognised_on = row.on;
                    return !row.on || counts(recognition, counting.document.plan, counting.query.basis, counting.day);
                })};
    for (std::size_t i = 0; i < products.size(); ++i) {
        const Fact fact = examiner.examine(static_cast<int>(i));
        for_units(fact.spot, [&](std::size_t unit) { add(lists.tallies[unit], fact, products[i]); });
    }
    for (std::size_t unit = 0; unit < units.size(); ++unit) fill(counting, unit, lists);
}

}  // namespace ocop::domain
