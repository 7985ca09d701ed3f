#include "domain/last_row.h"

#include <algorithm>
#include <map>

namespace ocop::domain {

namespace {

/// Whether the second of two rows, which stands below the first, may be older than it for all that their dates say.
bool without_order(const std::optional<DatePoint>& above, const std::optional<DatePoint>& below) {
    return !below || (above && above->day == below->day);
}
bool is_earlier(const std::optional<DatePoint>& a, const std::optional<DatePoint>& b) {
    return b && (!a || a->day < b->day);
}

/// How the rows of a table replace each other: their dates, what they are about, and whether two say the same.
struct Trainings {
    const std::vector<Training>& rows;
    auto date(int i) const { return at(i).as_of; }
    auto key(int i) const { return std::pair{at(i).role, place_of(at(i).location)}; }
    bool differ(int i, int j) const { return at(i).people != at(j).people || at(i).trained != at(j).trained; }
    const Training& at(int i) const { return rows[static_cast<std::size_t>(i)]; }
};
struct Outreaches {
    const std::vector<Outreach>& rows;
    auto date(int i) const { return at(i).date; }
    auto key(int i) const { return place_of(at(i).location); }
    bool differ(int i, int j) const { return at(i).status != at(j).status; }
    const Outreach& at(int i) const { return rows[static_cast<std::size_t>(i)]; }
};

/// Indices of the rows about one thing, in their order.
template <class Rows>
std::vector<std::vector<int>> groups(const Rows& table, std::optional<Date> as_of) {
    std::map<decltype(table.key(0)), std::vector<int>> by_key;
    for (int i = 0; i < static_cast<int>(table.rows.size()); ++i)
        if (const auto when = table.date(i); !as_of || !when || when->day <= *as_of) by_key[table.key(i)].push_back(i);
    std::vector<std::vector<int>> out;
    for (auto& group : by_key) out.push_back(std::move(group.second));
    return out;
}

/// `above` stands above `below`.
template <class Rows>
bool contradict(const Rows& table, int above, int below) {
    return table.differ(above, below) && without_order(table.date(above), table.date(below));
}

template <class Rows>
std::vector<LastRow> last_rows(const Rows& table, Date as_of) {
    std::vector<LastRow> out;
    for (const std::vector<int>& group : groups(table, as_of)) {
        LastRow last{group.front(), {}};
        for (const int i : group)
            if (!is_earlier(table.date(i), table.date(last.index))) last.index = i;
        for (const int i : group)
            if (contradict(table, std::min(i, last.index), std::max(i, last.index))) last.rivals.push_back(i);
        out.push_back(std::move(last));
    }
    std::sort(out.begin(), out.end(), [](const LastRow& a, const LastRow& b) { return a.index < b.index; });
    return out;
}

template <class Rows>
std::vector<Contradiction> contradictions(const Rows& table) {
    std::vector<Contradiction> out;
    for (const std::vector<int>& group : groups(table, {}))
        for (std::size_t j = 1; j < group.size(); ++j)
            for (std::size_t i = j; i-- > 0;)
                if (contradict(table, group[i], group[j])) {
                    out.push_back({group[i], group[j]});
                    break;
                }
    std::sort(out.begin(), out.end(), [](const Contradiction& a, const Contradiction& b) { return a.below < b.below; });
    return out;
}

}  // namespace

RowPlace place_of(const Location& at) {
    if (!at.commune_code.empty()) return {at.commune_code, "commune"};
    if (!at.district_code.empty() && at.commune_text.empty()) return {at.district_code, "district"};
    return {at.district_text, at.commune_text};
}

std::vector<LastRow> last_trainings(const Register& records, Date as_of) {
    return last_rows(Trainings{records.trainings}, as_of);
}

std::vector<LastRow> last_outreach(const Register& records, Date as_of) {
    return last_rows(Outreaches{records.outreach}, as_of);
}

std::vector<Contradiction> training_contradictions(const Register& records) {
    return contradictions(Trainings{records.trainings});
}

std::vector<Contradiction> outreach_contradictions(const Register& records) {
    return contradictions(Outreaches{records.outreach});
}

}  // namespace ocop::domain
