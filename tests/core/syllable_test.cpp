#include "core/syllable.h"

#include <catch2/catch.hpp>

using ocop::core::is_syllable;

TEST_CASE("Vietnamese syllables are spelled by rules") {
    for (const char* word :
         {"giồng", "riềng", "quốc",   "phú",   "nước",  "mắm",  "nghệ", "ghẹ", "giá", "gì",    "giếng",
          "quý",   "quyền", "quảng",  "khuya", "huỳnh", "thuỷ", "thủy", "hoà", "hòa", "ngoéo", "yên",
          "ý",     "đường", "rượu",   "tiêu",  "xoong", "uống", "ba",   "an",  "a",   "ở",     "kiên",
          "cua",   "của",   "khuếch", "hươu",  "trứng", "bưởi", "giục", "lình"}) {
        INFO(word);
        CHECK(is_syllable(word));
    }
    for (const char* word :
         {"",     "quèc",   "quồc",       "cinh", "kan", "nghan", "ngê", "gê", "gha", "phó1", "giång", "riòng", "hßn",
          "vünh", "rieàng", "nước​", "môc",  "mác̀", "hòá",   "str", "b",  "wa",  "zô",   "ôa",    "đd"}) {
        INFO(word);
        CHECK_FALSE(is_syllable(word));
    }
}
