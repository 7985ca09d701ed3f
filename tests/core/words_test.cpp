#include "core/words.h"

#include <algorithm>
#include <catch2/catch.hpp>

using ocop::core::Language;
using ocop::core::Words;

TEST_CASE("both catalogues have the same keys") {
    auto vi = Words{Language::vietnamese}.keys();
    auto en = Words{Language::english}.keys();
    std::sort(vi.begin(), vi.end());
    std::sort(en.begin(), en.end());
    std::vector<std::string> only_vi, only_en;
    std::set_difference(vi.begin(), vi.end(), en.begin(), en.end(), std::back_inserter(only_vi));
    std::set_difference(en.begin(), en.end(), vi.begin(), vi.end(), std::back_inserter(only_en));
    CHECK(only_vi == std::vector<std::string>{});
    CHECK(only_en == std::vector<std::string>{});
}
