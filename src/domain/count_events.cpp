// Ideas, organisations, projects: events of the plan's period. Training and outreach: the last row up to the date.
#include <algorithm>
#include <map>
#include <tuple>

#include "domain/counting.h"

namespace ocop::domain {

namespace {

class EventCounter {
public:
    EventCounter(const Document& document, const Query& query, const Locator& locator, Scoreboard& board)
        : document_{document}, query_{query}, locator_{locator}, board_{board} {}

    void run() {
        ideas();
        organisations();
        projects();
        training(Role::manager, IndicatorId::managers_trained);
        training(Role::leader, IndicatorId::leaders_trained);
        outreach();
    }

private:
    std::vector<Score>& scores(IndicatorId id) { return board_.scores[static_cast<std::size_t>(id)]; }
    const std::vector<Unit>& units() const { return locator_.territory().units; }

    Missing missing_for(std::string_view table, std::size_t unit) const {
        const Unit& at = units()[unit];
        std::string_view district;
        if (at.level == Level::district) district = at.code;
        if (at.level == Level::commune && at.parent > 0) district = units()[static_cast<std::size_t>(at.parent)].code;
        return missing(document_, table, district, query_.as_of);
    }

    void add(IndicatorId id, const Location& location, RowRef row, std::optional<bool> counted) {
        if (counted == false) return;
        const Spot spot = locator_.locate(location);
        for_units(spot, [&](int unit) {
            Score& s = scores(id)[static_cast<std::size_t>(unit)];
            (counted ? s.rows : s.undated_rows).push_back(row);
            if (counted && spot.commune < 0 && units()[static_cast<std::size_t>(unit)].level != Level::commune)
                ++s.unlocated;
        });
    }

    /// Values of an indicator that counts rows.
    void finish_count(IndicatorId id, std::string_view table) {
        const bool known = has_table(document_.records, table);
        for (std::size_t unit = 0; unit < units().size(); ++unit) {
            Score& s = scores(id)[unit];
            const Missing unknown = missing_for(table, unit);
            s.undated = static_cast<int>(s.undated_rows.size());
            if (known && !(s.rows.empty() && unknown.any)) s.value = Value{static_cast<std::int64_t>(s.rows.size()), 1};
            apply_plan(s, query_, document_.plan, indicator(id), units()[unit], unknown);
        }
    }

    void ideas() {
        const auto& rows = document_.records.ideas;
        for (std::size_t i = 0; i < rows.size(); ++i)
            if (rows[i].step >= 2)  // 2: the idea is registered (rules.md §6)
                add(IndicatorId::ideas, rows[i].location, {Table::ideas, static_cast<int>(i)},
                    in_period(rows[i].supported_on, document_.plan, query_.as_of));
        finish_count(IndicatorId::ideas, "ideas");
    }

    void organisations() {
        const auto& rows = document_.records.organisations;
        for (std::size_t i = 0; i < rows.size(); ++i)
            if (rows[i].strengthened_on)
                add(IndicatorId::organisations, rows[i].location, {Table::organisations, static_cast<int>(i)},
                    in_period(rows[i].strengthened_on, document_.plan, query_.as_of));
        finish_count(IndicatorId::organisations, "organisations");
    }

    void projects() {
        const auto& rows = document_.records.projects;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            std::optional<bool> runs;  // begun by the date, and not over before the period
            if (rows[i].from)
                runs = rows[i].from->day <= std::min(document_.plan.to, query_.as_of) &&
                       (!rows[i].to || rows[i].to->day >= document_.plan.from);
            add(IndicatorId::projects, rows[i].location, {Table::projects, static_cast<int>(i)}, runs);
        }
        finish_count(IndicatorId::projects, "projects");
    }

    /// Of rows with one key the last one up to the date; a row without a date stands until a dated one comes.
    template <class Row, class Key>
    std::vector<int> last_rows(const std::vector<Row>& rows, std::optional<DatePoint> Row::*date, Key key) const {
        std::map<decltype(key(rows.front())), int> last;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const auto& when = rows[i].*date;
            if (when && when->day > query_.as_of) continue;
            const auto [at, fresh] = last.try_emplace(key(rows[i]), static_cast<int>(i));
            if (fresh) continue;
            const auto& before = rows[static_cast<std::size_t>(at->second)].*date;
            const bool later = when && (!before || when->day >= before->day);
            if (later || (!when && !before)) at->second = static_cast<int>(i);
        }
        std::vector<int> out;
        for (const auto& [_, row] : last) out.push_back(row);
        std::sort(out.begin(), out.end());
        return out;
    }

    void training(Role role, IndicatorId id) {
        const auto& rows = document_.records.trainings;
        const auto key = [](const Training& row) {
            return std::tuple{row.role, row.location.district_code, row.location.commune_code,
                              row.location.district_text, row.location.commune_text};
        };
        std::vector<Value> sums(units().size(), Value{0, 0});
        for (const int i : last_rows(rows, &Training::as_of, key)) {
            const Training& row = rows[static_cast<std::size_t>(i)];
            if (row.role != role) continue;
            const Spot spot = locator_.locate(row.location);
            for_units(spot, [&](int unit) {
                Value& sum = sums[static_cast<std::size_t>(unit)];
                sum.numerator += row.trained;
                sum.denominator += row.people;
                scores(id)[static_cast<std::size_t>(unit)].rows.push_back({Table::trainings, i});
            });
        }
        for (std::size_t unit = 0; unit < units().size(); ++unit) {
            Score& s = scores(id)[unit];
            if (sums[unit].denominator > 0) s.value = sums[unit];
            apply_plan(s, query_, document_.plan, indicator(id), units()[unit], missing_for("training", unit));
        }
    }

    void outreach() {
        const auto& rows = document_.records.outreach;
        const auto key = [](const Outreach& row) {
            return std::tuple{row.location.commune_code, row.location.district_text, row.location.commune_text};
        };
        std::vector<int> done(units().size(), 0), known(done), all(done);
        for (const int i : last_rows(rows, &Outreach::date, key)) {
            const Outreach& row = rows[static_cast<std::size_t>(i)];
            const Spot spot = locator_.locate(row.location);
            for_units(spot, [&](int unit) {
                scores(IndicatorId::outreach)[static_cast<std::size_t>(unit)].rows.push_back({Table::outreach, i});
            });
            if (spot.commune < 0) continue;
            Score& own = scores(IndicatorId::outreach)[static_cast<std::size_t>(spot.commune)];
            own.outreach = own.outreach ? std::min(*own.outreach, row.status) : row.status;
        }
        for (const int commune : locator_.territory().at(Level::commune)) {
            const auto& own = scores(IndicatorId::outreach)[static_cast<std::size_t>(commune)].outreach;
            for_units({units()[static_cast<std::size_t>(commune)].parent, commune}, [&](int unit) {
                const auto at = static_cast<std::size_t>(unit);
                ++all[at];
                if (own) ++known[at];
                if (own == OutreachStatus::done) ++done[at];
            });
        }
        for (std::size_t unit = 0; unit < units().size(); ++unit) {
            Score& s = scores(IndicatorId::outreach)[unit];
            if (known[unit] > 0) s.value = Value{done[unit], all[unit]};
            // Communes without a row may have been reached: the share is a lower bound.
            Missing unknown = missing_for("outreach", unit);
            const int silent = all[unit] - known[unit];
            if (silent > 0) unknown = {true, unknown.any && !unknown.most ? std::nullopt : std::optional{silent}};
            apply_plan(s, query_, document_.plan, indicator(IndicatorId::outreach), units()[unit], unknown);
        }
    }

    const Document& document_;
    const Query& query_;
    const Locator& locator_;
    Scoreboard& board_;
};

}  // namespace

void count_events(const Document& document, const Query& query, const Locator& locator, Scoreboard& board) {
    EventCounter{document, query, locator, board}.run();
}

}  // namespace ocop::domain
