// How much of a list may be missing, and how complete the register is (formats.md §3, Completeness).
#include <algorithm>
#include <array>

#include "core/text.h"
#include "domain/counting.h"

namespace ocop::domain {

namespace {

bool names_district(const Coverage& row) { return !row.district_code.empty() || !row.district_text.empty(); }

/// A row whose table nobody knows may mean any: the careful reading.
bool speaks_of(const Coverage& row, std::string_view table) {
    constexpr std::array<std::string_view, 6> tables{"products", "ideas",    "organisations",
                                                     "training", "outreach", "projects"};
    return row.table == table || std::find(tables.begin(), tables.end(), row.table) == tables.end();
}

/// Whether all of "2022-1;2023-1" are rounds of later years.
bool is_later(const std::string& rounds, int year) {
    const std::vector<std::string> each = core::split(rounds, ';');
    return std::all_of(each.begin(), each.end(), [year](const std::string& round) {
        const auto held = round_date(core::collapsed(round));
        return held && held->day.year > year;
    });
}

/// "Giang Thành: complete" stands against "all districts: incomplete" of the same table and round.
bool overruled(const Coverage& wide, const std::vector<Coverage>& rows, std::string_view table,
               std::string_view district_code) {
    if (names_district(wide) || district_code.empty()) return false;
    return std::any_of(rows.begin(), rows.end(), [&](const Coverage& row) {
        return row.complete && row.table == table && row.round == wide.round && row.district_code == district_code;
    });
}

}  // namespace

Missing missing(const Document& document, std::string_view table, std::string_view district_code, Date as_of) {
    Missing out;
    int most = 0;
    bool bounded = true;
    const auto& rows = document.records.coverage;
    for (const Coverage& row : rows) {
        if (row.complete || !speaks_of(row, table)) continue;
        // Of a district that nobody knows: it may be any.
        if (!row.district_code.empty() && !district_code.empty() && row.district_code != district_code) continue;
        if (overruled(row, rows, table, district_code)) continue;
        // A round of a later year cannot be missing yet. Within its year it may have been held already.
        if (is_later(row.round, as_of.year)) continue;
        out.any = true;
        out.empty_is_zero = false;
        if (row.published && row.listed)
            most += std::max(0, *row.published - *row.listed);
        else
            bounded = false;
    }
    if (out.any && bounded) out.most = most;
    return out;
}

std::vector<Missing> missing_by_unit(const Document& document, const Territory& territory, std::string_view table,
                                     Date as_of) {
    const Missing province = missing(document, table, {}, as_of);
    std::vector<Missing> out(territory.units.size(), province);
    for (std::size_t i = 0; i < territory.units.size(); ++i) {  // districts stand before their communes
        const Unit& unit = territory.units[i];
        if (unit.level == Level::district) out[i] = missing(document, table, unit.code, as_of);
        if (unit.level == Level::commune && unit.parent > 0) out[i] = out[static_cast<std::size_t>(unit.parent)];
    }
    return out;
}

Completeness completeness(const Document& document, const Query& query) {
    Completeness out;
    int listed = 0, published = 0;
    for (const Product& product : document.records.products) {
        ++out.rows;
        if (!product.location.commune_code.empty()) ++out.placed;
        if (!product.location.district_code.empty() || !product.location.commune_code.empty()) ++out.in_district;
        if (std::any_of(product.recognitions.begin(), product.recognitions.end(),
                        [](const Recognition& r) { return r.counts_from().has_value(); }))
            ++out.dated;
        const auto now = standing(product, document.plan, query.basis, query.as_of);
        if (now && now->stars >= 3) ++listed;
    }
    for (const Coverage& row : document.records.coverage) {
        Recognition round;
        round.round = row.round;
        if (row.table != "products" || !row.published || !counts(round, document.plan, query.basis, query.as_of))
            continue;
        if (names_district(row) && row.district_code.empty()) continue;  // nobody's figure, least of all the province's
        out.rounds.push_back({row.round, row.district_code, *row.published, row.listed, row.source});
        if (!names_district(row)) published += *row.published;
    }
    if (published > 0) {
        out.published = published;
        out.listed = listed;
    }
    return out;
}

}  // namespace ocop::domain
