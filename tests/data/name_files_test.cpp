// Files with every unit of an era, typed in every way: each row finds its unit, from bytes to codes.
#include <catch2/catch.hpp>

#include "data/column_encoding.h"
#include "data/era_check.h"
#include "data/open.h"
#include "name_writings.h"
#include "support.h"

using namespace tests;
using core::Encoding;
using domain::Era;
using domain::Level;
using domain::Unit;

namespace {

const data::Gazetteer& gazetteer() {
    static const data::Gazetteer words{shipped().territories};
    return words;
}

using Change = std::function<std::string(const std::string&)>;

/// A row for each commune, and for each district one without a commune; cells are parted by semicolons.
std::string register_of(Era era, const Change& writing, const std::vector<std::size_t>& word) {
    const domain::Territory& in = shipped().territory(era);
    std::string text = "Tên sản phẩm;Huyện;Xã;Hạng sao\n";
    int number = 0;
    const auto named = [&](const Unit& unit) {
        const auto words = type_words(unit.kind);
        return words[word[static_cast<std::size_t>(number) % word.size()] % words.size()] + writing(unit.name);
    };
    for (const Unit& unit : in.units) {
        if (unit.level == Level::province) continue;
        const Unit* district = unit.level == Level::district ? &unit : nullptr;
        if (unit.level == Level::commune && unit.parent > 0)
            district = &in.units[static_cast<std::size_t>(unit.parent)];
        text += "Nước mắm " + std::to_string(++number) + ";" + (district == nullptr ? "" : named(*district)) + ";" +
                (unit.level == Level::commune ? named(unit) : "") + ";3\n";
    }
    return text;
}

/// How many rows of a file do not lie where the row says; -1 when the era was not told.
int misplaced(const std::string& name, const std::string& bytes, Era era) {
    const Folder folder;
    core::Findings findings;
    std::vector<std::vector<data::Table>> files{data::read_tables(folder.write(name, bytes))};
    for (data::Table& table : files.front()) table = data::decoded(std::move(table), gazetteer(), findings);
    if (data::register_era(files, shipped().territories, Era::y2021, false, {}, findings) != era) return -1;
    const domain::Territory& in = shipped().territory(era);
    data::Draft draft;
    data::read_register(files.front(), data::Join{in}, {2022, 12, 31}, draft, findings);
    for (const std::string& said : sentences(findings)) UNSCOPED_INFO(said);
    const auto& products = draft.records.products;
    std::size_t next = 0;
    int wrong = 0;
    for (const Unit& unit : in.units) {
        if (unit.level == Level::province) continue;
        if (next >= products.size()) return 1000;
        const domain::Location& at = products[next++].location;
        wrong += (unit.level == Level::commune ? at.commune_code : at.district_code) == unit.code ? 0 : 1;
    }
    return wrong + static_cast<int>(draft.unmatched.size());
}

const Change plain = [](const std::string& name) { return name; };

}  // namespace

TEST_CASE("a file in any Unicode form and any hand finds every unit") {
    const std::vector<std::pair<const char*, Change>> writings{{"plain", plain},
                                                               {"NFD", decomposed},
                                                               {"capitals", upper},
                                                               {"small", [](const std::string& name) { return core::lower(name); }},
                                                               {"moved tone", moved_tone},
                                                               {"moved tone, NFD", [](const std::string& name) { return decomposed(moved_tone(name)); }},
                                                               {"spaces", doubled_spaces},
                                                               {"figures", in_digits}};
    for (const Era era : {Era::y2021, Era::y2025})
        for (const auto& [name, writing] : writings)
            for (std::size_t word = 0; word < 7; ++word) {
                INFO(name << ' ' << domain::id(era) << ' ' << word);
                CHECK(misplaced("sổ.csv", register_of(era, writing, {word}), era) == 0);
            }
}

TEST_CASE("a file of bytes in an old font or code page finds every unit") {
    for (const Era era : {Era::y2021, Era::y2025})
        for (const Change& writing : {plain, Change{moved_tone}})
            for (const Spelling* font : {&tcvn3(), &vni(), &windows_1258(), &windows_1258_composed()}) {
                INFO(domain::id(era) << (font == &tcvn3() ? " TCVN3" : font == &vni() ? " VNI" : " windows-1258"));
                CHECK(misplaced("sổ.csv", as_bytes(spelled(register_of(era, writing, {0, 1, 2}), *font)), era) == 0);
            }
}

TEST_CASE("a file of Unicode whose columns were typed in old fonts finds every unit") {
    for (const Era era : {Era::y2021, Era::y2025})
        for (const Spelling* font : {&tcvn3(), &vni(), &windows_1258()}) {
            const std::string text = register_of(era, plain, {0, 1});
            CHECK(misplaced("sổ.csv", spelled(text, *font), era) == 0);
            // The header was typed by someone else, later.
            const auto below = text.find('\n') + 1;
            CHECK(misplaced("sổ.csv", text.substr(0, below) + spelled(text.substr(below), *font), era) == 0);
        }
}

TEST_CASE("a file of bytes in two fonts is read column by column, or refused when it makes no sense in any") {
    const auto table = [](const Spelling& first, const Spelling& second) {
        std::string text;
        for (const auto& [product, district] :
             std::vector<std::pair<const char*, const char*>>{{"Tên sản phẩm", "Huyện"},
                                                              {"Nước mắm nhĩ", "Phú Quốc"},
                                                              {"Gạo lúa", "Giồng Riềng"},
                                                              {"Rượu sim", "Phú Quốc"}})
            text += spelled(product, first) + ";" + spelled(district, second) + "\n";
        return as_bytes(text);
    };
    const Folder folder;
    core::Findings findings;
    std::vector<data::Table> tables = data::read_tables(folder.write("hai phông.csv", table(tcvn3(), vni())));
    const data::Table read = data::decoded(tables.front(), gazetteer(), findings);
    CHECK(read.rows == std::vector<std::vector<std::string>>{{"Tên sản phẩm", "Huyện"},
                                                             {"Nước mắm nhĩ", "Phú Quốc"},
                                                             {"Gạo lúa", "Giồng Riềng"},
                                                             {"Rượu sim", "Phú Quốc"}});
    CHECK(notes(findings).size() == 2);
    const auto french = folder.write("pháp.csv",
                                     "Cr\xE8me br\xFBl\xE9"
                                     "e;caf\xE9 na\xEFve\nm\xFC"
                                     "ller;Stra\xDF"
                                     "e\n");
    CHECK(error_of([&] { data::read_tables(french); }).starts_with("Tệp “" + french.string() + "” không phải UTF-8"));
}
