// The shipped units found by every writing of their names, in their own district, and by nothing else (J-6, J-7, J-9).
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>

#include "core/text.h"
#include "data/join.h"
#include "data/open.h"
#include "name_writings.h"
#include "support.h"

using namespace ocop;
using domain::Era;
using domain::Level;
using domain::Unit;

namespace {

const domain::Territory& territory(Era era) { return tests::shipped().territory(era); }

std::string found(const data::Join& join, const std::string& district, const std::string& commune,
                  const std::string& code = {}) {
    domain::Location location{district, commune, {}, {}};
    core::Findings findings;
    join.locate(location, {}, code, {}, findings);
    return commune.empty() && code.empty() ? location.district_code : location.commune_code;
}

/// Units of the same level and parent with the same name: only the type word tells them apart.
bool has_twin(const domain::Territory& in, const Unit& unit) {
    return std::count_if(in.units.begin(), in.units.end(), [&](const Unit& other) {
               return other.level == unit.level && other.parent == unit.parent && other.name == unit.name;
           }) > 1;
}

}  // namespace

TEST_CASE("every district is found by every writing") {
    const domain::Territory& in = territory(Era::y2021);
    const data::Join join{in};
    for (const int index : in.at(Level::district)) {
        const Unit& unit = in.units[static_cast<std::size_t>(index)];
        for (const std::string& writing : tests::all_writings(unit.name)) {
            INFO(writing);
            CHECK(found(join, writing, "") == unit.code);
            for (const auto kind : {domain::UnitKind::city, domain::UnitKind::district})  // cities were districts once
                for (const std::string& word : tests::type_words(kind))
                    CHECK(found(join, word + writing, "") == unit.code);
        }
        if (core::folded(unit.name) != core::lower(unit.name)) CHECK(found(join, core::folded(unit.name), "").empty());
    }
}

TEST_CASE("every commune is found by every writing in its district; in another only its namesake is") {
    const domain::Territory& in = territory(Era::y2021);
    const data::Join join{in};
    int twins = 0, wrong = 0;
    const auto expect = [&](const Unit& district, const std::string& text, const std::string& code) {
        if (const std::string got = found(join, district.name, text); got != code) {
            ++wrong;
            UNSCOPED_INFO(text << " in " << district.name << ": " << got << ", not " << code);
        }
    };
    for (const int index : in.at(Level::commune)) {
        const Unit& unit = in.units[static_cast<std::size_t>(index)];
        const bool twin = has_twin(in, unit);
        twins += twin ? 1 : 0;
        for (const int d : in.at(Level::district)) {
            const Unit& district = in.units[static_cast<std::size_t>(d)];
            const Unit* there = unit.parent == d ? &unit : nullptr;
            const bool own = there != nullptr;
            for (const Unit& other : in.units)
                if (!own && other.level == Level::commune && other.parent == d && other.name == unit.name)
                    there = &other;
            // Elsewhere the fonts add nothing: they are the same keys, which name_key_test compares with every other.
            for (const std::string& writing : own ? tests::all_writings(unit.name) : tests::writings(unit.name)) {
                if (own || !there) expect(district, writing, !there || twin ? "" : there->code);
                for (const std::string& word : tests::type_words(unit.kind))
                    if (own || !there || there->kind != unit.kind)
                        expect(district, word + writing, own ? unit.code : "");
            }
            if (core::folded(unit.name) != core::lower(unit.name)) expect(district, core::folded(unit.name), "");
        }
        for (const auto kind : {domain::UnitKind::commune, domain::UnitKind::ward, domain::UnitKind::township})
            if (kind != unit.kind && !twin)
                expect(in.units[static_cast<std::size_t>(unit.parent)], tests::type_words(kind)[0] + unit.name, "");
    }
    CHECK(twins == 2);  // thị trấn and xã Vĩnh Thuận
    CHECK(wrong == 0);
}

TEST_CASE("every unit of 2025 is found by every writing, without a district") {
    const domain::Territory& in = territory(Era::y2025);
    const data::Join join{in};
    for (const int index : in.at(Level::commune)) {
        const Unit& unit = in.units[static_cast<std::size_t>(index)];
        for (const std::string& writing : tests::all_writings(unit.name)) {
            INFO(writing);
            CHECK(found(join, "", writing) == unit.code);
            for (const std::string& word : tests::type_words(unit.kind))
                CHECK(found(join, "", word + writing) == unit.code);
        }
        if (core::folded(unit.name) != core::lower(unit.name)) CHECK(found(join, "", core::folded(unit.name)).empty());
    }
}

TEST_CASE("a code of 2025 with its name of 2025 is not taken for the unit that had the code in 2021") {
    const domain::Territory &now = territory(Era::y2025), &then = territory(Era::y2021);
    const data::Join join{then};
    int reused = 0;
    for (const int index : now.at(Level::commune)) {
        const Unit& unit = now.units[static_cast<std::size_t>(index)];
        const int before = then.find(unit.code, Level::commune);
        REQUIRE(before >= 0);  // all 48 kept the code of one old commune
        const bool renamed = then.units[static_cast<std::size_t>(before)].name != unit.name;
        reused += renamed ? 1 : 0;
        INFO(unit.code << ' ' << unit.name);
        CHECK(found(join, "", unit.name, unit.code) == (renamed ? "" : unit.code));
        CHECK(found(join, "", tests::upper(unit.name), unit.code) == (renamed ? "" : unit.code));
    }
    CHECK(reused >= 20);
}

TEST_CASE("no writing of any unit's name has the key of another's") {
    std::map<std::string, std::string> keys;  // of every writing of every era and level
    std::size_t writings = 0;
    int wrong = 0;
    for (const Era era : {Era::y2021, Era::y2025})
        for (const Unit& unit : territory(era).units)
            for (const std::string& writing : tests::all_writings(unit.name)) {
                ++writings;
                const auto [at, fresh] = keys.emplace(data::name_key(writing).name, unit.name);
                if (at->second == unit.name) continue;
                ++wrong;
                UNSCOPED_INFO(writing << " of " << unit.name << " is " << at->second);
            }
    CHECK(wrong == 0);
    CHECK(writings > 9000);
    CHECK(keys.size() < 180);  // and all writings of a name have one key
}

TEST_CASE("the shipped aliases change nothing but what they say") {
    for (const Era era : {Era::y2021, Era::y2025}) {
        const domain::Territory& in = territory(era);
        const auto aliases = tests::shipped().aliases;
        REQUIRE(aliases.size() > 10);
        const data::Join plain{in}, join{in, aliases};
        std::vector<std::string> districts{""}, texts;
        for (const int index : in.at(Level::district))
            districts.push_back(in.units[static_cast<std::size_t>(index)].name);
        for (const Unit& unit : in.units)
            for (const std::string& name : {unit.name, tests::moved_tone(unit.name), core::folded(unit.name)}) {
                texts.push_back(name);
                for (const char* word : {"xã ", "P.", "TT. ", "huyện "}) texts.push_back(word + name);
            }
        for (const domain::Alias& alias : aliases) texts.push_back(alias.text);
        int changed = 0, wrong = 0;
        for (const std::string& district : districts)
            for (const std::string& text : texts) {
                const std::string before = found(plain, district, text), now = found(join, district, text);
                if (before == now) continue;
                ++changed;
                const bool said = std::any_of(aliases.begin(), aliases.end(), [&](const domain::Alias& alias) {
                    const auto key = data::name_key(alias.text), row = data::name_key(text);
                    return alias.era == era && alias.code == now && key.name == row.name && before.empty() &&
                           (!row.kind || !key.kind || row.kind == key.kind);
                });
                if (said) continue;
                ++wrong;
                UNSCOPED_INFO(text << " in " << district << ": " << now << ", before " << before);
            }
        CHECK(wrong == 0);
        CHECK(changed > (era == Era::y2021 ? 10 : 1));
    }
}
