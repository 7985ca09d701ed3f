#include "data/name_key.h"

#include <catch2/catch.hpp>

#include "core/text.h"
#include "data/open.h"
#include "name_writings.h"
#include "support.h"

using namespace ocop;
using data::name_key;
using domain::UnitKind;

TEST_CASE("a type word becomes the kind and leaves the name") {
    const std::pair<const char*, UnitKind> written[] = {{"xã Thứ Ba", UnitKind::commune},
                                                        {"Xã  Thứ Ba", UnitKind::commune},
                                                        {"X. Thứ Ba", UnitKind::commune},
                                                        {"X.Thứ Ba", UnitKind::commune},
                                                        {"THỊ TRẤN THỨ BA", UnitKind::township},
                                                        {"TT. Thứ Ba", UnitKind::township},
                                                        {"TT.Thứ Ba", UnitKind::township},
                                                        {"TT Thứ Ba", UnitKind::township},
                                                        {"T.T. Thứ Ba", UnitKind::township},
                                                        {"Thị Trấn Thứ 3", UnitKind::township},
                                                        {"phường Thứ Ba", UnitKind::ward},
                                                        {"P. Thứ Ba", UnitKind::ward},
                                                        {"P.Thứ Ba", UnitKind::ward},
                                                        {"Huyện Thứ Ba", UnitKind::district},
                                                        {"H. Thứ Ba", UnitKind::district},
                                                        {"TP. Thứ Ba", UnitKind::city},
                                                        {"TP Thứ Ba", UnitKind::city},
                                                        {"Tp.Thứ Ba", UnitKind::city},
                                                        {"thành phố Thứ Ba", UnitKind::city},
                                                        {"TX. Thứ Ba", UnitKind::city},
                                                        {"thị xã Thứ Ba", UnitKind::city},
                                                        {"đặc khu Thứ Ba", UnitKind::special_zone},
                                                        {"ĐK. Thứ Ba", UnitKind::special_zone},
                                                        {"đ.k. Thứ Ba", UnitKind::special_zone},
                                                        {"xã: Thứ Ba", UnitKind::commune},
                                                        {"- xã Thứ Ba;", UnitKind::commune},
                                                        {"P.\u00A0THỨ BA", UnitKind::ward},
                                                        {"TX Thứ Ba", UnitKind::city},
                                                        {"tt.Thƣ́ Ba", UnitKind::township},
                                                        {"t.x.Thứ Ba", UnitKind::city}};
    for (const auto& [text, kind] : written) {
        INFO(text);
        CHECK(name_key(text).kind == kind);
        CHECK(name_key(text).name == name_key("Thứ Ba").name);
    }
    CHECK_FALSE(name_key("Thứ Ba").kind);
    CHECK_FALSE(name_key("Thổ Châu").kind);  // begins like "t."
    CHECK_FALSE(name_key("Phú Quốc").kind);  // like "p."
    CHECK_FALSE(name_key("Hòn Đất").kind);   // like "h."
    CHECK_FALSE(name_key("Huyệnh Thứ").kind);
    CHECK_FALSE(name_key("Tpa Thứ").kind);
    CHECK_FALSE(name_key("Thị trấn").kind);  // a type word alone is no name
    CHECK(data::typed_name("TT.  Thứ Ba").name == "Thứ Ba");
}

TEST_CASE("numbers are words") {
    const auto same = [](const char* a, const char* b) { return name_key(a).name == name_key(b).name; };
    for (const char* written : {"Thứ 3", "Thứ 03", "THỨ III", "thứ iii", "TT. Thứ 3"}) CHECK(same(written, "Thứ Ba"));
    for (const char* written : {"Thứ 11", "Thứ XI", "thứ xi", "TT.Thứ 11"}) CHECK(same(written, "Thứ Mười Một"));
    CHECK_FALSE(same("Thứ 11", "Thứ Mười"));
    CHECK_FALSE(same("Thứ 13", "Thứ Ba"));
    CHECK_FALSE(same("Thứ 111", "Thứ Mười Một"));
    CHECK(same("Thứ 4", "Thứ Tư"));
    CHECK(same("Thứ 1", "Thứ Nhất"));
    CHECK(same("Thứ 2", "Thứ Nhì"));
    CHECK(same("Ấp 21", "Ấp Hai Mươi Mốt"));
    CHECK(same("Ấp 15", "Ấp Mười Lăm"));
    CHECK(same("Ấp 40", "Ấp Bốn Mươi"));
    CHECK(same("3 Hòn", "Ba Hòn"));
}

TEST_CASE("a number is read only where there is one") {
    const auto same = [](const char* a, const char* b) { return name_key(a).name == name_key(b).name; };
    CHECK_FALSE(same("Tân Hiệp V", "Tân Hiệp 5"));  // after other words than "thứ" V is a letter
    CHECK_FALSE(same("Mong Thọ I", "Mong Thọ 1"));
    CHECK_FALSE(same("Tân Hiệp A", "Tân Hiệp 1"));
    CHECK_FALSE(same("Thứ IIII", "Thứ 4"));
    CHECK_FALSE(same("Thứ C", "Thứ 100"));
    CHECK_FALSE(same("Thứ Năm", "Thứ Nam"));
    CHECK_FALSE(same("Thứ Mười 1", "Thứ Mười Một"));  // half a number: asked
    CHECK_FALSE(same("Thứ 10 1", "Thứ Mười Một"));
    CHECK_FALSE(same("Thứ 3A", "Thứ Ba A"));
}

TEST_CASE("what is written differently stays different") {
    const char* different[] = {"Vĩnh Thanh",    "Vĩnh Thạnh",  "Vĩnh Thành", "Tân Thành",    "Tân Thạnh",
                               "Thổ Chu",       "Thổ Châu",    "Gành Dầu",   "Gánh Dầu",     "Đông Hưng",
                               "Đông Hưng A",   "Đông Hưng B", "An Minh",    "An Minh Bắc",  "Mỹ Đức",
                               "Mĩ Đức",        "Hòa An",      "Hoa An",     "Hưng Yên",     "Hùng Yên",
                               "Dương Đông",    "Đương Đông",  "Hòá An",     "Vĩnh Thanh A", "Vĩnh Thạnh A",
                               "Vĩnh Thanh. A", "Tân Hiệp",    "Tân Hiệp A", "Tân Hiệp B"};
    for (const char* a : different)
        for (const char* b : different) {
            INFO(a << " / " << b);
            CHECK((name_key(a).name == name_key(b).name) == (a == b));
        }
}

TEST_CASE("every shipped name, in every writing, is itself and nothing else") {
    const domain::Document document = data::open(tests::fs::path{OCOP_GEODATA} / "kien-giang.toml");
    std::map<std::string, std::string> keys;  // of the plain names
    for (const auto& [era, territory] : document.territories)
        for (const domain::Unit& unit : territory.units) {
            const auto [at, first] = keys.emplace(name_key(unit.name).name, unit.name);
            INFO(unit.name << " / " << at->second);
            CHECK(at->second == unit.name);  // no two names share a key
        }
    REQUIRE(keys.size() > 150);
    int wrong = 0;
    for (const auto& [era, territory] : document.territories)
        for (const domain::Unit& unit : territory.units)
            for (const std::string& writing : tests::all_writings(unit.name)) {
                std::vector<std::string> texts{writing};
                for (const std::string& word : tests::type_words(unit.kind)) {
                    texts.push_back(word + writing);
                    texts.push_back(tests::decomposed(word) + writing);
                }
                for (std::size_t i = 0; i < texts.size(); ++i) {
                    const data::NameKey key = name_key(texts[i]);
                    const auto found = keys.find(key.name);
                    const bool kind_right = i == 0 ? !key.kind : key.kind == unit.kind;
                    if (kind_right && found != keys.end() && found->second == unit.name) continue;
                    ++wrong;
                    UNSCOPED_INFO(texts[i] << " should be " << unit.name);
                }
            }
    CHECK(wrong == 0);
}

TEST_CASE("a name without its marks, or with one tone less, is nobody's, unless somebody is called so") {
    const domain::Document document = data::open(tests::fs::path{OCOP_GEODATA} / "kien-giang.toml");
    std::map<std::string, std::string> keys;
    for (const auto& [era, territory] : document.territories)
        for (const domain::Unit& unit : territory.units) keys.emplace(name_key(unit.name).name, core::lower(unit.name));
    const auto nobody = [&](const std::string& text) {
        const auto found = keys.find(name_key(text).name);
        return found == keys.end() || found->second == core::lower(text);
    };
    int refused = 0;
    for (const auto& [key, name] : keys) {
        CHECK(nobody(core::folded(name)));
        refused += keys.contains(name_key(core::folded(name)).name) ? 0 : 1;
        const std::string apart = tests::decomposed(name);
        for (const char* tone : {"\xCC\x80", "\xCC\x81", "\xCC\x83", "\xCC\x89", "\xCC\xA3", "\xCC\x82", "\xCC\x86"})
            for (auto at = apart.find(tone); at != std::string::npos; at = apart.find(tone, at + 1))
                CHECK(nobody(core::nfc(std::string{apart}.erase(at, 2))));
    }
    CHECK(refused > 120);  // J-7: folding is for search only
}
