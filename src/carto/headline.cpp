// The answer as a sentence. Nothing is claimed that an incomplete list does not bear out.
#include <algorithm>
#include <set>

#include "carto/phrases.h"
#include "carto/placement.h"
#include "core/text.h"

namespace ocop::carto {

namespace {

using domain::IndicatorId;
using domain::Measure;
using domain::Score;
using domain::Status;

/// No data; not a unit of which it is known that there is nothing to speak of.
bool is_silent(const Score& score) { return !score.value && !score.of_nothing(); }

class Sentence {
public:
    Sentence(const domain::Document& document, const domain::Scoreboard& board, const MapSpec& spec,
             const core::Words& words)
        : board_{board},
          spec_{spec},
          words_{words},
          territory_{document.territory(board.query.era)},
          units_{territory_.at(spec.level)},
          name_{domain::indicator(spec.indicator).name} {
        std::erase_if(units_, [&](int unit) { return !in_focus(territory_, unit, spec.focus); });
    }

    std::string text() const {
        if (spec_.focus < 0) return answer();
        return words_.say("headline.in_focus", {short_name(territory_, spec_.focus, words_), answer()});
    }

private:
    std::string answer() const {
        if (!has_level(domain::indicator(spec_.indicator), spec_.level))
            return words_.say("headline.no_level", {topic(), words_["level." + std::string{domain::id(spec_.level)}]});
        if (units_.empty() || known() == 0) {
            if (spec_.indicator == IndicatorId::per_10k && !has_people()) return words_["headline.no_population"];
            const bool none = !units_.empty() && count(is_silent) == 0;
            return none ? words_["none." + name_] : words_.say("headline.no_data", {topic()});
        }
        if (spec_.indicator == IndicatorId::blank_communes) return blank();
        if (spec_.indicator == IndicatorId::expiring) return expiring();
        if (spec_.level == domain::Level::province) return of_province();
        if (has_quota() && spec_.show == Show::gap)
            if (std::string missing = shortfall(); !missing.empty()) return missing;
        if (has_quota()) return verdict();
        if (spec_.indicator == IndicatorId::stars_highest) return stars();
        return leader();
    }

    const Score& score(int unit) const { return board_.score(spec_.indicator, unit); }
    bool has_people() const {
        return std::any_of(units_.begin(), units_.end(), [&](int unit) {
            return territory_.units[static_cast<std::size_t>(unit)].population.value_or(0) > 0;
        });
    }
    std::string number(std::int64_t n) const { return number_text(static_cast<double>(n), 0, words_.language()); }
    std::string topic() const { return words_["topic." + name_]; }
    bool communes() const { return spec_.level == domain::Level::commune; }
    std::string units_word(domain::Level level) const {
        return words_["units." + std::string{domain::id(level)} + "." + std::string{domain::id(board_.query.era)}];
    }
    std::string units_word() const { return units_word(spec_.level); }
    std::int64_t total() const { return static_cast<std::int64_t>(units_.size()); }
    template <class Test>
    std::int64_t count(Test test) const {
        return std::count_if(units_.begin(), units_.end(), [&](int unit) { return test(score(unit)); });
    }
    std::int64_t known() const {
        return count([](const Score& s) { return s.value || s.outreach; });
    }
    bool has_quota() const {
        return count([](const Score& s) { return s.quota.has_value(); }) > 0;
    }
    bool listed_only() const {
        return count([](const Score& s) { return s.lower_bound || is_silent(s); }) > 0;
    }
    /// As it stands within a sentence: "phường Dương Đông".
    std::string unit_name(int unit) const {
        return communes() ? full_name_within(territory_.units[static_cast<std::size_t>(unit)], words_)
                          : short_name(territory_, unit, words_);
    }

    /// "4 sản phẩm từ 3 sao", or the quota in general where units have different ones.
    std::string goal() const {
        std::set<int> quotas;
        bool share = false;
        for (const int unit : units_)
            if (score(unit).quota) {
                quotas.insert(*score(unit).quota);
                share = score(unit).share;
            }
        if (quotas.size() != 1) return words_.say("headline.own_quota", {topic()});
        const std::string amount = number(*quotas.begin());
        return words_.say("amount." + name_, {share ? words_.say("value.percent", {amount}) : amount});
    }

    std::string rest(std::int64_t undetermined, std::int64_t no_data) const {
        std::string out;
        if (undetermined > 0) out += words_.say("headline.and_undetermined", {number(undetermined)});
        if (no_data > 0) out += words_.say("headline.and_no_data", {number(no_data)});
        return out;
    }

    std::string verdict() const {
        std::int64_t judged = 0, met = 0, below = 0, open = 0, silent = 0;
        for (const int unit : units_) {
            const Status status = score(unit).status;
            judged += score(unit).quota ? 1 : 0;
            met += status == Status::met ? 1 : 0;
            below += status == Status::below || status == Status::severe ? 1 : 0;
            open += status == Status::undetermined ? 1 : 0;
            silent += status == Status::no_data ? 1 : 0;
        }
        if (spec_.indicator == IndicatorId::outreach && communes()) {
            if (below > 0 || open > 0)
                return words_.say("headline.outreach_commune", {number(below + open), number(judged), units_word()}) +
                       rest(0, silent);
            if (silent == 0) return words_.say("headline.outreach_commune_all", {number(met), units_word()});
        }
        if (below > 0) {
            if (below == judged) return words_.say("headline.all_below", {number(below), units_word(), goal()});
            return words_.say("headline.below", {number(below), number(judged), units_word(), goal()}) +
                   rest(open, silent);
        }
        if (open > 0) return words_.say("headline.undetermined", {number(met), number(judged), units_word(), goal()});
        if (met == judged) return words_.say("headline.met_all", {number(met), units_word(), goal()});
        return words_.say("headline.met_some", {number(met), number(judged), units_word(), goal()}) + rest(0, silent);
    }

    /// What would close the gap: "Còn thiếu 7 sản phẩm từ 3 sao ở 2/15 huyện, thành phố"; empty where nothing counts.
    std::string shortfall() const {
        std::int64_t missing = 0, short_of = 0, judged = 0, open = 0, silent = 0;
        bool at_most = false;  // rows without a date, or not in the list, may lessen it
        const auto lacks = [&](bool concluded) {
            missing = short_of = 0;
            for (const int unit : units_) {
                const Score& s = score(unit);
                const bool below = s.status == Status::below || s.status == Status::severe;
                if (!below && (concluded || s.status != Status::undetermined)) continue;
                missing += *s.quota - s.value->numerator;
                at_most = at_most || gap_is_at_most(s);
                ++short_of;
            }
        };
        for (const int unit : units_) {
            const Score& s = score(unit);
            if (s.share) return {};
            judged += s.quota ? 1 : 0;
            open += s.status == Status::undetermined ? 1 : 0;
            silent += s.status == Status::no_data ? 1 : 0;
        }
        lacks(true);
        const bool concluded = short_of > 0;
        if (!concluded) lacks(false);
        if (short_of == 0) return {};
        return words_.say(
                   !concluded ? "headline.gap_open"
                   : at_most  ? "headline.gap_at_most"
                              : "headline.gap",
                   {words_.say("amount." + name_, {number(missing)}), number(short_of), number(judged), units_word()}) +
               rest(concluded ? open : 0, silent);
    }

    /// One unit leads nobody: "Kiên Giang chưa đạt 70 sản phẩm từ 3 sao (69/70)".
    std::string of_province() const {
        const Score& own = score(units_.front());
        const std::string name = full_name(territory_.units[static_cast<std::size_t>(units_.front())], words_);
        if (!own.quota) return words_.say("headline.in_focus", {name, amount(own)});
        const char* key = own.status == Status::met            ? "headline.province_met"
                          : own.status == Status::undetermined ? "headline.province_undetermined"
                                                               : "headline.province_below";
        return words_.say(key, {name, goal(), value_text(own, spec_.indicator, Show::count, words_)});
    }

    /// Blank communes are counted among communes on every level.
    std::string blank() const {
        std::int64_t blank = 0, all = 0, silent = 0;
        bool open = false;
        for (const int unit : territory_.at(domain::Level::commune)) {
            if (!in_focus(territory_, unit, spec_.focus)) continue;
            const Score& s = board_.score(IndicatorId::blank_communes, unit);
            ++all;
            open = open || !s.value;
            silent += s.value ? 0 : 1;
            blank += s.value ? s.value->numerator : 0;
        }
        if (blank == 0 && !open) return words_["headline.blank_none"];
        if (blank == 0)  // "at least 0" would say nothing
            return words_.say("headline.blank_open",
                              {number(all - silent), number(all), units_word(domain::Level::commune), number(silent)});
        return words_.say(open ? "headline.blank_listed" : "headline.blank",
                          {number(blank), number(all), units_word(domain::Level::commune)});
    }

    /// Units with the largest value, and that value.
    std::vector<int> best() const {
        std::vector<int> out;
        for (const int unit : units_) {
            if (!score(unit).value) continue;
            const auto less = [&](const Score& a, const Score& b) {
                return a.value->numerator * b.value->denominator < b.value->numerator * a.value->denominator;
            };
            if (!out.empty() && less(score(unit), score(out.front()))) continue;
            if (!out.empty() && less(score(out.front()), score(unit))) out.clear();
            out.push_back(unit);
        }
        std::sort(out.begin(), out.end(),
                  [&](int a, int b) { return core::compare_vi(unit_name(a), unit_name(b)) < 0; });
        return out;
    }

    std::string expiring() const {
        const auto top = best();
        const Score& all = score(std::max(0, spec_.focus));
        const std::string days = number(board_.query.expiring_days);
        std::int64_t n = 0;
        if (all.value)
            n = all.value->numerator;
        else
            for (const int unit : units_) n += score(unit).value ? score(unit).value->numerator : 0;
        if (n == 0) return words_.say("headline.expiring_none", {days});
        if (top.size() != 1 || units_.size() == 1) return words_.say("headline.expiring", {number(n), days});
        return words_.say("headline.expiring_most",
                          {number(n), days, unit_name(top[0]), number(score(top[0]).value->numerator)});
    }

    std::string stars() const {
        const auto top = best();
        if (score(top[0]).value->numerator == 0) return words_["none." + name_];
        return words_.say(listed_only() ? "headline.stars_listed" : "headline.stars",
                          {number(static_cast<std::int64_t>(top.size())), number(total()), units_word(),
                           number(score(top[0]).value->numerator)});
    }

    /// "15 sản phẩm từ 3 sao", or "ít nhất 15 …" where the list may lack rows.
    std::string amount(const Score& s) const {
        const Measure measure = domain::indicator(spec_.indicator).measure;
        const domain::Value& value = *s.value;
        std::string text = number(value.numerator);
        if (measure == Measure::mean || measure == Measure::rate)
            text = number_text(value.number(), 1, words_.language());
        if (measure == Measure::percent)
            text = words_.say("value.percent",
                              {number(100 * value.numerator / std::max<std::int64_t>(value.denominator, 1))});
        if (s.lower_bound) text = words_.say("headline.at_least", {text});
        return words_.say("amount." + name_, {text});
    }

    std::string leader() const {
        const auto top = best();
        const Score& first = score(top[0]);
        const auto n = static_cast<std::int64_t>(top.size());
        if (first.value->numerator == 0)
            return words_["none." + name_] +
                   rest(count([](const Score& s) { return s.lower_bound; }), count(is_silent));
        const std::string much = amount(first);
        if (n == total() && n > 1) return words_.say("headline.lead_all", {number(n), units_word(), much});
        if (n > 2) return words_.say("headline.lead_many", {number(n), units_word(), much});
        const std::string who =
            n == 2 ? words_.say("unit_list.two", {unit_name(top[0]), unit_name(top[1])}) : unit_name(top[0]);
        return words_.say(listed_only() ? "headline.lead_listed" : "headline.lead", {who, much});
    }

    const domain::Scoreboard& board_;
    const MapSpec& spec_;
    const core::Words& words_;
    const domain::Territory& territory_;
    std::vector<int> units_;
    std::string name_;
};

std::string joined(const std::vector<std::string>& parts, const char* separator) {
    std::string out;
    for (const std::string& part : parts) out += (out.empty() ? "" : separator) + part;
    return out;
}

}  // namespace

std::string headline(const domain::Document& document, const domain::Scoreboard& board, const MapSpec& spec,
                     const core::Words& words) {
    const std::string answer = core::capitalised(Sentence{document, board, spec, words}.text());
    return board.query.scenario ? words.say("headline.assumed", {answer}) : answer;
}

std::string subtitle(const domain::Document& document, const domain::Scoreboard& board, const MapSpec& spec,
                     const core::Words& words) {
    std::vector<std::string> parts{words.say("subtitle.as_of", {domain::vietnamese(board.query.as_of)})};
    if (domain::indicator(spec.indicator).by_basis)
        parts.push_back(words["basis." + std::string{domain::id(board.query.basis)}]);
    const domain::Filter filter =
        of_products(domain::indicator(spec.indicator)) ? board.query.filter : domain::Filter{};
    if (!filter.stars.empty()) {
        std::vector<std::string> stars;
        for (const int star : filter.stars) stars.push_back(std::to_string(star));
        parts.push_back(words.say("subtitle.filter_stars", {joined(stars, ", ")}));
    }
    if (!filter.groups.empty()) {
        std::vector<std::string> groups;
        for (const std::string& group : filter.groups)
            groups.push_back(words.has("group." + group) ? words["group." + group] : group);
        parts.push_back(words.say("subtitle.filter_groups", {joined(groups, ", ")}));
    }
    if (!filter.producer_kinds.empty()) {
        std::vector<std::string> kinds;
        for (const domain::ProducerKind kind : filter.producer_kinds) {
            const char* const keys[] = {"unknown",           "enterprise", "cooperative",
                                        "cooperative_group", "household",  "facility"};
            kinds.push_back(words[std::string{"producer_kind."} + keys[static_cast<std::size_t>(kind)]]);
        }
        parts.push_back(words.say("subtitle.filter_producers", {joined(kinds, ", ")}));
    }
    if (const auto& scenario = board.query.scenario) {
        if (scenario->lapse_on && *scenario->lapse_on > board.query.as_of &&
            of_products(domain::indicator(spec.indicator)))
            parts.push_back(words.say("subtitle.lapse", {domain::vietnamese(*scenario->lapse_on)}));
        if (!scenario->added.empty() && filter.active()) parts.push_back(words["subtitle.assumed_filtered"]);
        if (!scenario->added.empty() && scenario->era != board.query.era)
            parts.push_back(words.say("subtitle.assumed_elsewhere", {std::string{domain::id(scenario->era)}}));
    }
    const domain::Territory& territory = document.territory(board.query.era);
    const auto units = territory.at(spec.level);
    const auto nobody = std::count_if(units.begin(), units.end(), [&](int unit) {
        return territory.units[static_cast<std::size_t>(unit)].population.value_or(0) <= 0;
    });
    if (spec.indicator == IndicatorId::per_10k && nobody > 0)
        parts.push_back(
            words.say("subtitle.no_population", {number_text(static_cast<double>(nobody), 0, words.language()),
                                                 number_text(static_cast<double>(units.size()), 0, words.language())}));
    if (std::any_of(units.begin(), units.end(), [&](int u) { return board.score(spec.indicator, u).incomplete; }))
        parts.push_back(words["subtitle.listed"]);
    return joined(parts, " · ");
}

}  // namespace ocop::carto
