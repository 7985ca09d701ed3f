#pragma once
// The one place where anything is counted: a pure function from a document and a query to a scoreboard.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/document.h"
#include "domain/scenario.h"

namespace ocop::domain {

struct Query {
    Era era = Era::y2021;
    Date as_of;
    Basis basis = Basis::recognised;
    Filter filter;                          // a filtered count has no quota status
    int expiring_days = 90;                 // 90 or 180
    std::optional<Scenario> scenario = {};  // none: what is recorded, and nothing else
    bool operator==(const Query&) const = default;
};

enum class Status { met, below, severe, undetermined, no_data, no_quota, not_applicable };

/// An exact number: a count has denominator 1; a share is done / all; nothing is divided before it is compared.
struct Value {
    std::int64_t numerator = 0;
    std::int64_t denominator = 1;
    double number() const { return static_cast<double>(numerator) / static_cast<double>(denominator); }
    bool operator==(const Value&) const = default;
};

/// A row that makes a number: a table of Register and the index in it.
enum class Table { products, ideas, organisations, trainings, outreach, projects };
struct RowRef {
    Table table = Table::products;
    int index = 0;
    auto operator<=>(const RowRef&) const = default;
};

/// What of a score a scenario has moved: it is never shown as if it were recorded.
struct Assumed {
    std::optional<Value> recorded;  // without the scenario
    std::int64_t added = 0;         // assumed to come to it, after its bounds; the rest of the difference has lapsed
    bool operator==(const Assumed&) const = default;
};

struct Score {
    std::optional<Value> value;  // none: no data
    bool share = false;          // value and quota are compared in per cent
    bool incomplete = false;     // the list may lack rows
    bool lower_bound = false;    // incomplete, and what is missing can only add: "≥ 2"; a mean can move both ways
    int undated = 0;             // would count if their date were known: "+n chưa rõ ngày"
    int unlocated = 0;           // counted here, but their commune is unknown
    int unread = 0;              // rows that could not be read and may belong here
    std::optional<int> quota;    // count, or per cent for shares
    Bound bound = Bound::at_least;
    Status status = Status::no_data;
    bool counted = true;       // false: the indicator has no such level (Indicator::has_...)
    std::vector<RowRef> rows;  // what makes the value
    std::vector<RowRef> undated_rows;
    std::vector<int> mix;                    // stars_mix: products with 3, 4, 5 stars
    std::optional<OutreachStatus> outreach;  // a commune's own status
    std::optional<Assumed> assumed;          // none: as recorded
    /// quota - value in the value's own unit (count, or per cent); negative: surplus. None without quota or value.
    std::optional<double> gap() const;
    /// floor(100 * value / quota), so that 100 is really reached (cartography.md B-5). None without value, or quota 0.
    std::optional<int> percent_of_quota() const;
    /// 100 for shares, else 1: the quota of a share is in per cent.
    int percent_scale() const { return share ? 100 : 1; }
    /// Known to have nothing that a value could be of: no product, so no stars.
    bool of_nothing() const { return !value && counted && status == Status::not_applicable; }
    bool operator==(const Score&) const = default;
};

/// A published total with its source: a figure of its own, shown beside the count and never mixed into it.
struct Published {
    std::string round;
    std::string district_code;  // empty: the province
    int total = 0;
    std::optional<int> listed;  // of them, in the register
    std::string source;
    bool operator==(const Published&) const = default;
};

struct Completeness {
    int rows = 0;         // products of the register
    int placed = 0;       // joined to a commune
    int in_district = 0;  // joined to a district at least
    int dated = 0;        // with a date or a round
    /// Products that count by the query's basis on the date, and the published totals of the rounds that count by it.
    std::optional<int> listed, published;
    std::vector<Published> rounds;  // those totals, one by one; also those of districts
    bool operator==(const Completeness&) const = default;
};

struct ProducerCount {
    ProducerKind kind = ProducerKind::unknown;
    int producers = 0;
    int products = 0;
    bool operator==(const ProducerCount&) const = default;
};

struct Scoreboard {
    Query query;
    /// [indicator][unit], units as in the territory of query.era.
    std::vector<std::vector<Score>> scores;
    Completeness completeness;
    std::vector<std::vector<ProducerCount>> producers;  // per unit: producers of the counted products, by kind
    std::vector<int> unplaced;  // [indicator]: counted rows that no unit below the province can show

    int unplaced_rows(IndicatorId indicator) const {
        const auto at = static_cast<std::size_t>(indicator);
        return at < unplaced.size() ? unplaced[at] : 0;
    }
    const Score& score(IndicatorId indicator, int unit) const {
        return scores[static_cast<std::size_t>(indicator)][static_cast<std::size_t>(unit)];
    }
};

/// Under a scenario (scenario.h) every score that it moves says so in Score::assumed.
Scoreboard evaluate(const Document& document, const Query& query);

/// How many units of a level have each status, in the order of Status.
struct StatusCounts {
    int met = 0, below = 0, severe = 0, undetermined = 0, no_data = 0, no_quota = 0, not_applicable = 0;
};
StatusCounts count_statuses(const Scoreboard& board, const Territory& territory, IndicatorId indicator, Level level);

std::string_view id(Status status);  // "met", ...
/// A product's standing on a date by a basis: stars and the recognition that gives them; none if it does not count.
struct Standing {
    int stars = 0;
    int recognition = 0;
    bool approximate = false;
};
std::optional<Standing> standing(const Product& product, const Plan& plan, Basis basis, Date as_of);

}  // namespace ocop::domain
