#include "core/text.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace ocop::core;

TEST_CASE("NFC composes what was typed apart, and marks broken bytes") {
    CHECK(nfc("Kie\u0302n Giang") == "Kiên Giang");
    CHECK(nfc("Gi\u01A1\u0300ng Rie\u0302\u0300ng") == "Giờng Riềng");
    CHECK(nfc("Phu\u0301 Quo\u0302\u0301c") == nfc("Phú Quốc"));
    CHECK(nfc("An Giang") == "An Giang");
    CHECK(nfc("") == "");
    CHECK(nfc("Gi\xFFng") == "Gi\uFFFDng");
}

TEST_CASE("lower case knows the Vietnamese capitals") {
    CHECK(lower("ĐẶC KHU PHÚ QUỐC") == "đặc khu phú quốc");
    CHECK(lower("Ô Ơ Ư Ă Â Ê Đ") == "ô ơ ư ă â ê đ");
}

TEST_CASE("folded text has no marks, for search only") {
    CHECK(folded("Đông Hưng B") == "dong hung b");
    CHECK(folded("Thị trấn Giồng Riềng") == "thi tran giong rieng");
    CHECK(folded("Ưỡng Ẵm") == "uong am");
    CHECK(folded(nfc("Vĩnh Thạnh")) == folded("Vi\u0303nh Tha\u0323nh"));
}

TEST_CASE("the tone key forgives the place of the tone and nothing else") {
    CHECK(tone_key("Hòa Thuận") == tone_key("Hoà  Thuận "));
    CHECK(tone_key("Thủy Liễu") == tone_key("THUỶ LIỄU"));
    CHECK(tone_key("Hòa") == tone_key("Ho\u0300a"));
    const std::vector<std::string> different{"Thanh", "Thạnh", "Thành", "Thảnh", "Thãnh", "Thánh"};
    for (const auto& a : different)
        for (const auto& b : different) CHECK((tone_key(a) == tone_key(b)) == (a == b));
    CHECK(tone_key("Đông") != tone_key("Dông"));
    CHECK(tone_key("Mỹ Đức") != tone_key("Mỹ Đưc"));
    CHECK(tone_key("Lâm") != tone_key("Lam"));
    CHECK(tone_key("Vĩnh An") != tone_key("Vinh Ãn"));
    // After qu- and gi- the tone may sit on either letter as well.
    CHECK(tone_key("Quý") == tone_key("Qúy"));
    CHECK(tone_key("Giá") == tone_key("Gía"));
    CHECK(tone_key("Giồng") != tone_key("Giông"));
    CHECK(tone_key("Quốc") != tone_key("Quôc"));
    // Two tones on a syllable are a slip of the keyboard, not one of them.
    CHECK(tone_key("Hòá") != tone_key("Hoá"));
    CHECK(tone_key("Hòá") != tone_key("Hoà"));
    // Punctuation is no tone, and a hyphen parts syllables.
    CHECK(tone_key("Vĩnh Thanh.") != tone_key("Vĩnh Thạnh"));
    CHECK(tone_key("Hoa' Lợi") != tone_key("Hoá Lợi"));
    CHECK(tone_key("Hòa-Hiệp") == tone_key("Hoà-Hiệp"));
    CHECK(tone_key("Hòa-Hiệp") != tone_key("Hoa-Hìệp"));
}

TEST_CASE("white space collapses, whatever kind it is") {
    CHECK(collapsed("  Xã \t Hòa\n Thuận\r\n") == "Xã Hòa Thuận");
    CHECK(collapsed("Hòn\u00A0Đất") == "Hòn Đất");
    CHECK(collapsed("\uFEFFTên") == "Tên");
    CHECK(collapsed(" \u3000 ") == "");
    CHECK(collapsed("Hòn\u2009Tre\u202F\u2028") == "Hòn Tre");
    CHECK(collapsed("Kiên\u200BHải") == "Kiên Hải");                           // a place to break the line
    CHECK(collapsed("\u200EKi\u200Dên\u2060 H\uFEFFải\u202C") == "Kiên Hải");  // seen by nobody
    CHECK(collapsed("Th\u00ADîng") == "Th\u00ADîng");                          // ư in TCVN3
}

TEST_CASE("tidied text is what a keyboard types") {
    CHECK(tidied(" “Khải  Hoàn” – ‘40 độ’ ") == "\"Khải Hoàn\" - '40 độ'");
    CHECK(tidied("Chƣơng trình đƣợc") == "Chương trình được");
    CHECK(tidied("Ƣu ÐỒNG ðảo Ɖất") == "Ưu ĐỒNG đảo Đất");
    CHECK(tidied("Phú\u00AD Quốc") == "Phú Quốc");
    CHECK(tidied("Gio\u0302\u0300ng") == "Giồng");
    CHECK(folded("Chƣơng") == "chuong");
}

TEST_CASE("names sort in Vietnamese order") {
    CHECK(compare_vi("Dương Đông", "Đông Hồ") < 0);
    CHECK(compare_vi("Đông Hồ", "Gành Dầu") < 0);
    CHECK(compare_vi("Dz", "Đa") < 0);
    CHECK(compare_vi("An", "Ăn") < 0);
    CHECK(compare_vi("Ăn", "Ân") < 0);
    CHECK(compare_vi("Oz", "Ôa") < 0);
    CHECK(compare_vi("Kiên Hải", "Kiên Hải") == 0);
    CHECK(compare_vi("Hải", "Hai") == -compare_vi("Hai", "Hải"));

    SECTION("a tone decides only between words that are otherwise equal") {
        CHECK(compare_vi("Thạnh An", "Thành Bình") < 0);
        CHECK(compare_vi("Thanh Bình", "Thạnh An") > 0);
        CHECK(compare_vi("Thanh", "Thạnh") < 0);
    }
    SECTION("a list") {
        std::vector<std::string> names{"Ếch", "Em", "Đến", "Dừa", "Ẽ", "Chanh"};
        std::sort(names.begin(), names.end(), [](const auto& a, const auto& b) { return compare_vi(a, b) < 0; });
        CHECK(names == std::vector<std::string>{"Chanh", "Dừa", "Đến", "Ẽ", "Em", "Ếch"});
    }
}

TEST_CASE("valid UTF-8 is told from other bytes") {
    CHECK(is_valid_utf8(""));
    CHECK(is_valid_utf8("Rạch Giá ₫ 𠀀"));
    CHECK_FALSE(is_valid_utf8("R\xE2"));             // cut off
    CHECK_FALSE(is_valid_utf8("Ki\xEAn"));           // Latin-1 or windows-1258
    CHECK_FALSE(is_valid_utf8("\xC0\xAF"));          // overlong
    CHECK_FALSE(is_valid_utf8("\xED\xA0\x80"));      // half a surrogate pair
    CHECK_FALSE(is_valid_utf8("\xF5\x80\x80\x80"));  // beyond Unicode
}

TEST_CASE("splitting keeps empty parts") {
    CHECK(split("a;b;;c", ';') == std::vector<std::string>{"a", "b", "", "c"});
    CHECK(split("", ';') == std::vector<std::string>{""});
    CHECK(split(";", ';') == std::vector<std::string>{"", ""});
    CHECK(split("một", ';') == std::vector<std::string>{"một"});
}

TEST_CASE("a first letter becomes a capital, whatever its marks") {
    CHECK(ocop::core::capitalised("đợt") == "Đợt");
    CHECK(ocop::core::capitalised("ý tưởng") == "Ý tưởng");
    CHECK(ocop::core::capitalised("5 sao") == "5 sao");
    CHECK(ocop::core::capitalised("") == "");
}
