#pragma once
// An invented province for tests: three districts with two, two and one communes, and its three units of 2025.
#include <string>

#include "domain/evaluate.h"

namespace ocop::domain::small {

enum At { province, district_a, district_b, district_c, commune_a1, commune_a2, commune_b1, commune_b2, commune_c1 };

inline Territory territory_2021() {
    Territory t{Era::y2021, {}, nullptr};
    t.units = {{"91", "Tỉnh", Level::province, UnitKind::province, -1, 0, {}, {}},
               {"901", "A", Level::district, UnitKind::city, 0, 0, 40000, {}},
               {"902", "B", Level::district, UnitKind::district, 0, 0, {}, {}},
               {"903", "C", Level::district, UnitKind::district, 0, 0, {}, {}},
               {"00001", "A1", Level::commune, UnitKind::ward, 1, 0, {}, {}},
               {"00002", "A2", Level::commune, UnitKind::commune, 1, 0, {}, {}},
               {"00003", "B1", Level::commune, UnitKind::township, 2, 0, {}, {}},
               {"00004", "B2", Level::commune, UnitKind::commune, 2, 0, {}, {}},
               {"00005", "C1", Level::commune, UnitKind::commune, 3, 0, {}, {}}};
    return t;
}

/// A1 and A2 became one; B1 stayed; B2 and C1 became one. The code of B1 was given to another unit.
inline Territory territory_2025() {
    Territory t{Era::y2025, {}, nullptr};
    t.units = {{"91", "Tỉnh", Level::province, UnitKind::province, -1, 0, {}, {}},
               {"00003", "A", Level::commune, UnitKind::ward, 0, 0, {}, {}},
               {"00011", "B", Level::commune, UnitKind::commune, 0, 0, {}, {}},
               {"00012", "BC", Level::commune, UnitKind::commune, 0, 0, {}, {}}};
    return t;
}

/// The plan of 2021 with 4 products a district; every table was read and is complete.
inline Document document() {
    Document d;
    d.as_of = {2021, 12, 31};
    d.territories = {{Era::y2021, territory_2021()}, {Era::y2025, territory_2025()}};
    d.crosswalk = {{"00001", "00003"}, {"00002", "00003"}, {"00003", "00011"}, {"00004", "00012"}, {"00005", "00012"}};
    d.plan.id = "138/KH-UBND";
    d.plan.from = {2021, 1, 1};
    d.plan.to = {2021, 12, 31};
    d.plan.targets = {{IndicatorId::products, Level::district, Bound::at_least, 4, {}}};
    d.records.tables = {"products", "ideas", "organisations", "training", "outreach", "projects", "coverage"};
    return d;
}

inline Location at(int unit) {
    const Territory t = territory_2021();
    if (unit < 0) return {};
    const Unit& u = t.units[static_cast<std::size_t>(unit)];
    if (u.level == Level::province) return {};
    if (u.level == Level::district) return {u.name, "", u.code, ""};
    return {t.units[static_cast<std::size_t>(u.parent)].name, u.name, t.units[static_cast<std::size_t>(u.parent)].code,
            u.code};
}

inline Recognition on(Date day, int stars = 3, Award award = Award::recognised) {
    Recognition r;
    r.stars = stars;
    r.award = award;
    if (day.year > 0) r.recognised_on = DatePoint{day, false};
    return r;
}
inline Recognition in_round(std::string round, int stars = 3, Award award = Award::recognised) {
    Recognition r = on({}, stars, award);
    r.round = std::move(round);
    return r;
}
inline Recognition undated(int stars = 3, Award award = Award::recognised) { return on({}, stars, award); }

inline Product& add(Document& d, int unit, std::vector<Recognition> recognitions) {
    Product p;
    p.name = "Sản phẩm " + std::to_string(d.records.products.size() + 1);
    p.producer = "Chủ thể";
    p.location = at(unit);
    p.group = "food";
    p.recognitions = std::move(recognitions);
    return d.records.products.emplace_back(std::move(p));
}
inline void add(Document& d, int count, int unit, const Recognition& recognition) {
    for (int i = 0; i < count; ++i) add(d, unit, {recognition});
}

/// All managers, leaders and communes are asked for, at every level.
inline Document asking_for_all() {
    Document d = document();
    for (const IndicatorId id : {IndicatorId::managers_trained, IndicatorId::leaders_trained, IndicatorId::outreach})
        for (const Level level : {Level::province, Level::district, Level::commune})
            d.plan.targets.push_back({id, level, Bound::at_least, 100, {}});
    return d;
}

inline Query query(const Document& d) { return {Era::y2021, d.as_of, Basis::recognised, {}, 90}; }

inline Score score(const Document& d, IndicatorId id, int unit) { return evaluate(d, query(d)).score(id, unit); }
inline Score score(const Document& d, const Query& q, IndicatorId id, int unit) {
    return evaluate(d, q).score(id, unit);
}

/// A count, or -1 for no data.
inline std::int64_t count(const Score& s) { return s.value ? s.value->numerator : -1; }

inline Coverage incomplete(std::string table, std::string district_code = "", std::string round = "") {
    Coverage c;
    c.table = std::move(table);
    c.district_code = std::move(district_code);
    c.round = std::move(round);
    c.complete = false;
    return c;
}

/// A row that could not be read; -1: nor placed.
inline Unread unread(std::string table, int unit, std::optional<DatePoint> when = {}, std::optional<Role> role = {}) {
    return {std::move(table), at(unit), when, role, {}};
}

inline int unplaced(const Document& d, IndicatorId id) { return evaluate(d, query(d)).unplaced_rows(id); }

}  // namespace ocop::domain::small
