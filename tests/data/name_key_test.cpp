#include "data/name_key.h"

#include <catch2/catch.hpp>
#include <set>

#include "core/text.h"
#include "data/open.h"
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
                                                        {"ĐK. Thứ Ba", UnitKind::special_zone}};
    for (const auto& [text, kind] : written) {
        INFO(text);
        CHECK(name_key(text).kind == kind);
        CHECK(name_key(text).name == name_key("Thứ Ba").name);
    }
    CHECK_FALSE(name_key("Thứ Ba").kind);
    CHECK_FALSE(name_key("Thổ Châu").kind);  // begins like "t."
    CHECK_FALSE(name_key("Phú Quốc").kind);  // like "p."
    CHECK_FALSE(name_key("Hòn Đất").kind);   // like "h."
    CHECK_FALSE(name_key("Thị trấn").kind);  // a type word alone is no name
    CHECK(data::typed_name("TT.  Thứ Ba").name == "Thứ Ba");
}

TEST_CASE("numbers are words") {
    CHECK(name_key("Thứ 3").name == name_key("Thứ Ba").name);
    CHECK(name_key("Thứ 11").name == name_key("Thứ Mười Một").name);
    CHECK(name_key("Thứ 11").name != name_key("Thứ Mười").name);
}

TEST_CASE("what is written differently stays different") {
    const char* different[] = {"Vĩnh Thanh", "Vĩnh Thạnh",  "Vĩnh Thành", "Tân Thành", "Tân Thạnh",   "Thổ Chu",
                               "Thổ Châu",   "Gành Dầu",    "Gánh Dầu",   "Đông Hưng", "Đông Hưng A", "Đông Hưng B",
                               "An Minh",    "An Minh Bắc", "Mỹ Đức",     "Mĩ Đức",    "Hòa An",      "Hoa An",
                               "Hưng Yên",   "Hùng Yên",    "Dương Đông", "Đương Đông"};
    for (const char* a : different)
        for (const char* b : different) {
            INFO(a << " / " << b);
            CHECK((name_key(a).name == name_key(b).name) == (a == b));
        }
}

namespace {

/// Moves the tone mark of every oa, oe, uy to the other letter, if one of them carries it.
std::string moved_tone(std::string text) {
    const std::pair<const char*, const char*> pairs[] = {
        {"òa", "oà"}, {"óa", "oá"}, {"ỏa", "oả"}, {"õa", "oã"}, {"ọa", "oạ"}, {"òe", "oè"}, {"óe", "oé"}, {"ỏe", "oẻ"},
        {"õe", "oẽ"}, {"ọe", "oẹ"}, {"ùy", "uỳ"}, {"úy", "uý"}, {"ủy", "uỷ"}, {"ũy", "uỹ"}, {"ụy", "uỵ"}};
    for (const auto& [from, to] : pairs) {
        if (const auto at = text.find(from); at != std::string::npos)
            text.replace(at, std::string{from}.size(), to);
        else if (const auto other = text.find(to); other != std::string::npos)
            text.replace(other, std::string{to}.size(), from);
    }
    return text;
}

/// The canonical decomposition, letter by letter: what macOS and some web pages give.
std::string decomposed(const std::string& text) {
    static const auto letters = [] {
        std::vector<std::pair<std::string, std::string>> table;
        const std::pair<const char*, const char*> tones[] = {
            {"aàáảãạ", "a"}, {"ăằắẳẵặ", "ă"}, {"âầấẩẫậ", "â"}, {"eèéẻẽẹ", "e"}, {"êềếểễệ", "ê"}, {"iìíỉĩị", "i"},
            {"oòóỏõọ", "o"}, {"ôồốổỗộ", "ô"}, {"ơờớởỡợ", "ơ"}, {"uùúủũụ", "u"}, {"ưừứửữự", "ư"}, {"yỳýỷỹỵ", "y"},
            {"AÀÁẢÃẠ", "A"}, {"ĂẰẮẲẴẶ", "Ă"}, {"ÂẦẤẨẪẬ", "Â"}, {"EÈÉẺẼẸ", "E"}, {"ÊỀẾỂỄỆ", "Ê"}, {"IÌÍỈĨỊ", "I"},
            {"OÒÓỎÕỌ", "O"}, {"ÔỒỐỔỖỘ", "Ô"}, {"ƠỜỚỞỠỢ", "Ơ"}, {"UÙÚỦŨỤ", "U"}, {"ƯỪỨỬỮỰ", "Ư"}, {"YỲÝỶỸỴ", "Y"}};
        const std::pair<const char*, const char*> bases[] = {
            {"ă", "a\xCC\x86"}, {"â", "a\xCC\x82"}, {"ê", "e\xCC\x82"}, {"ô", "o\xCC\x82"},
            {"ơ", "o\xCC\x9B"}, {"ư", "u\xCC\x9B"}, {"Ă", "A\xCC\x86"}, {"Â", "A\xCC\x82"},
            {"Ê", "E\xCC\x82"}, {"Ô", "O\xCC\x82"}, {"Ơ", "O\xCC\x9B"}, {"Ư", "U\xCC\x9B"}};
        const char* marks[] = {"", "\xCC\x80", "\xCC\x81", "\xCC\x89", "\xCC\x83", "\xCC\xA3"};
        for (const auto& [row, base] : tones) {
            std::string rest = row, apart = base;
            for (const auto& [composed, two] : bases)
                if (apart == composed) apart = two;
            for (std::size_t tone = 0; !rest.empty(); ++tone) {
                std::size_t length = 1;
                while (length < rest.size() && (static_cast<unsigned char>(rest[length]) & 0xC0) == 0x80) ++length;
                table.emplace_back(rest.substr(0, length), apart + marks[tone]);
                rest.erase(0, length);
            }
        }
        return table;
    }();
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t length = 1;
        while (i + length < text.size() && (static_cast<unsigned char>(text[i + length]) & 0xC0) == 0x80) ++length;
        std::string letter = text.substr(i, length);
        for (const auto& [composed, apart] : letters)
            if (letter == composed) {
                letter = apart;
                break;
            }
        out += letter;
        i += length;
    }
    return out;
}

std::string upper(const std::string& text) {
    // Through the keyboard's letters: NFD, then the base letters in capitals.
    std::string out = decomposed(text);
    for (std::size_t i = 0; i < out.size(); ++i) {
        if (out[i] >= 'a' && out[i] <= 'z') out[i] = static_cast<char>(out[i] - 'a' + 'A');
        if (out.compare(i, 2, "đ") == 0) out.replace(i, 2, "Đ");
    }
    return core::nfc(out);
}

std::string doubled_spaces(const std::string& text) {
    std::string out = " \xC2\xA0";
    for (const char c : text) out += c == ' ' ? std::string{"  "} : std::string{c};
    return out + "\t";
}

}  // namespace

TEST_CASE("every shipped name, in every writing, is itself and nothing else") {
    const domain::Document document = data::open(tests::fs::path{OCOP_GEODATA} / "kien-giang.toml");
    std::set<std::string> names;
    for (const auto& [era, territory] : document.territories)
        for (const domain::Unit& unit : territory.units) names.insert(unit.name);
    REQUIRE(names.size() > 150);
    struct Writing {
        std::string text, of;
    };
    std::vector<Writing> writings;
    for (const std::string& name : names) {
        for (const std::string& text : {name, decomposed(name), upper(name), core::lower(name), moved_tone(name),
                                        decomposed(moved_tone(name)), doubled_spaces(name), upper(moved_tone(name))})
            writings.push_back({text, name});
        for (const char* type :
             {"xã ", "Xã  ", "X. ", "phường ", "P.", "TT. ", "TT ", "thị trấn ", "H. ", "huyện ", "TP. ", "Tp."})
            writings.push_back({type + name, name});
    }
    std::map<std::string, std::string> keys;  // of the plain names
    for (const std::string& name : names) {
        INFO(name);
        CHECK(keys.emplace(name_key(name).name, name).second);  // no two names share a key
    }
    int wrong = 0;
    for (const Writing& writing : writings) {
        const auto found = keys.find(name_key(writing.text).name);
        if (found == keys.end() || found->second != writing.of) {
            ++wrong;
            UNSCOPED_INFO(writing.text << " should be " << writing.of);
        }
    }
    CHECK(wrong == 0);
}
