// The three legacy spellings of Vietnamese, letter by letter and as bytes of the files where they were seen.
#include "core/legacy_text.h"

#include <catch2/catch.hpp>

#include "core/text.h"
#include "support/legacy_encoder.h"

using namespace ocop::core;
using namespace tests;

namespace {

/// Decoded both ways: from bytes, and from the same bytes shown as Western letters.
void check(const std::string& text, const std::string& lookalikes, Encoding encoding) {
    INFO(text << " as " << lookalikes);
    CHECK(decode(as_bytes(lookalikes), encoding) == text);
    CHECK(decode_lookalikes(lookalikes, encoding) == text);
    CHECK(western(as_bytes(lookalikes)) == lookalikes);
}

std::vector<std::string> all_letters() { return words(small_letters + " " + capital_letters); }

}  // namespace

TEST_CASE("known bytes are the names they were") {
    const std::pair<const char*, const char*> windows[] = {
        {"Giồng Riềng", "\x47\x69\xF4\xCC\x6E\x67\x20\x52\x69\xEA\xCC\x6E\x67"},
        {"Hòn Đất", "\x48\x6F\xCC\x6E\x20\xD0\xE2\xEC\x74"},
        {"Phú Quốc", "\x50\x68\x75\xEC\x20\x51\x75\xF4\xEC\x63"},
        {"Vĩnh Thuận", "\x56\x69\xDE\x6E\x68\x20\x54\x68\x75\xE2\xF2\x6E"},
        {"U Minh Thượng", "\x55\x20\x4D\x69\x6E\x68\x20\x54\x68\xFD\xF5\xF2\x6E\x67"},
        {"Bạn gặp", "Ba\xF2n g\xE3\xF2p"}};
    for (const auto& [name, bytes] : windows) CHECK(decode(bytes, Encoding::windows_1258) == name);
    check("Giồng Riềng", "Giång RiÒng", Encoding::tcvn3);
    check("Hòn Đất", "Hßn §Êt", Encoding::tcvn3);
    check("Phú Quốc", "Phó Quèc", Encoding::tcvn3);
    check("Vĩnh Thuận", "VÜnh ThuËn", Encoding::tcvn3);
    CHECK(decode("U Minh Th\xAD\xEEng", Encoding::tcvn3) == "U Minh Thượng");
    check("Giồng Riềng", "Gioàng Rieàng", Encoding::vni);
    check("Hòn Đất", "Hoøn Ñaát", Encoding::vni);
    check("Phú Quốc", "Phuù Quoác", Encoding::vni);
    check("Vĩnh Thuận", "Vónh Thuaän", Encoding::vni);
    check("U Minh Thượng", "U Minh Thöôïng", Encoding::vni);
    CHECK(decode("Gio\xE0ng", Encoding::vni) == "Giồng");
}

TEST_CASE("each of the 134 letters comes back from each spelling") {
    const auto letters = all_letters();
    REQUIRE(letters.size() == 134);
    for (const std::string& letter : letters) {
        check(letter, vni().at(letter), Encoding::vni);
        check(letter, windows_1258().at(letter), Encoding::windows_1258);
        check(letter, windows_1258_composed().at(letter), Encoding::windows_1258);
        INFO(letter);
        CHECK(lower(decode(as_bytes(tcvn3().at(letter)), Encoding::tcvn3)) == lower(letter));
        CHECK(lower(decode_lookalikes(tcvn3().at(letter), Encoding::tcvn3)) == lower(letter));
    }
    for (const std::string& letter : words(small_letters + " Ă Â Ê Ô Ơ Ư Đ"))
        check(letter, tcvn3().at(letter), Encoding::tcvn3);
}

TEST_CASE("any letter next to any other keeps its own mark") {
    auto letters = all_letters();
    for (const char c : std::string_view{"aeiouydnghctkAEIOUYDNG .-1"}) letters.emplace_back(1, c);
    int wrong = 0;
    for (const std::string& first : letters)
        for (const std::string& second : letters) {
            const std::string text = first + second;
            for (const auto& [table, encoding] : {std::pair{&vni(), Encoding::vni},
                                                  {&windows_1258(), Encoding::windows_1258},
                                                  {&windows_1258_composed(), Encoding::windows_1258}})
                if (decode(as_bytes(spelled(text, *table)), encoding) != text) {
                    ++wrong;
                    UNSCOPED_INFO(text << " " << name(encoding));
                }
            if (lower(decode(as_bytes(spelled(text, tcvn3())), Encoding::tcvn3)) != lower(text)) ++wrong;
        }
    CHECK(wrong == 0);
}

TEST_CASE("VNI marks are read with their letter whichever is a capital") {
    CHECK(decode_lookalikes("HOØN ÑAÁT", Encoding::vni) == "HÒN ĐẤT");
    CHECK(decode_lookalikes("HOøN ÑAáT", Encoding::vni) == "HÒN ĐẤT");
    CHECK(decode_lookalikes("Nöôùc maém", Encoding::vni) == "Nước mắm");
    CHECK(decode_lookalikes("röôïu ñoø, khoai lang", Encoding::vni) == "rượu đò, khoai lang");
}

TEST_CASE("words of a TCVN3 capital font are capitals again") {
    CHECK(decode_lookalikes("N¦íC M¾M PHó QuèC", Encoding::tcvn3) == "NƯỚC MẮM PHÚ QuốC");
    CHECK(decode_lookalikes("HUYÖN AN BI£N", Encoding::tcvn3) == "HUYỆN AN BIÊN");
    CHECK(decode_lookalikes("X· Hßn Tre", Encoding::tcvn3) == "Xã Hòn Tre");
    CHECK(decode_lookalikes("Uû ban", Encoding::tcvn3) == "Uỷ ban");
}

TEST_CASE("what an encoding does not use stays") {
    CHECK(decode("C\xF4ng ty \x93Kh\xB6i Ho\xB5n\x94 \x96 40%", Encoding::tcvn3) == "Cụng ty “Khải Hoàn” – 40%");
    CHECK(decode_lookalikes("“Khải Hoàn”", Encoding::utf8) == "“Khải Hoàn”");
    CHECK(decode_lookalikes("trắng – ★", Encoding::vni) == "trắng – ★");
    CHECK(decode_lookalikes("ka", Encoding::vni) == "ka");
    CHECK(decode_lookalikes("xø", Encoding::vni) == "xø");  // no letter takes it
    CHECK(decode("a\xCC\x82n", Encoding::utf8) == "ân");
    for (const Encoding encoding : {Encoding::windows_1258, Encoding::tcvn3, Encoding::vni}) {
        CHECK(decode("", encoding).empty());
        CHECK(decode("Kien Giang, 12/2021; 4 sao", encoding) == "Kien Giang, 12/2021; 4 sao");
    }
}

TEST_CASE("text with letters that no Western code page has is no look-alike") {
    CHECK(may_be_lookalikes("Gioàng Rieàng"));
    CHECK(may_be_lookalikes("Hòn Tre"));  // also Unicode: only a gazetteer can tell
    CHECK_FALSE(may_be_lookalikes("Hòn Đất"));
    CHECK_FALSE(may_be_lookalikes("Kien Giang"));
    CHECK_FALSE(may_be_lookalikes(""));
}
