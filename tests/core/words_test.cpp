#include "core/words.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "core/text.h"

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

TEST_CASE("a sentence is said with its fillings in their places") {
    const Words words{Language::vietnamese};
    CHECK(words.say("no such key: {1} before {0}, {1} again", {"a", "b"}) == "no such key: b before a, b again");
    CHECK(words.say("{0} of {1}", {"5"}) == "5 of ");
    CHECK(words.say("{0}", {"{1}", "b"}) == "{1}");  // a filling is text, not a pattern
    CHECK(words.say("{x} {10} {", {"a"}) == "{x} {10} {");
    CHECK(words.say(ocop::core::Message{"{0}!", {"Kiên Giang"}}) == "Kiên Giang!");
}

TEST_CASE("a key that is missing is shown as itself") {
    const Words words{Language::english};
    CHECK_FALSE(words.has("surely.not.there"));
    CHECK(words["surely.not.there"] == "surely.not.there");
    CHECK(words.language() == Language::english);
}

TEST_CASE("the same fillings are asked for in both languages, and every text says something") {
    const Words vi{Language::vietnamese}, en{Language::english};
    for (const std::string& key : vi.keys()) {
        INFO(key);
        CHECK_FALSE(vi[key].empty());
        if (!en.has(key)) continue;
        CHECK_FALSE(en[key].empty());
        for (char digit = '0'; digit <= '9'; ++digit) {
            const std::string filling{'{', digit, '}'};
            CHECK((vi[key].find(filling) == std::string::npos) == (en[key].find(filling) == std::string::npos));
        }
    }
}

TEST_CASE("no key is written twice") {
    for (const Language language : {Language::vietnamese, Language::english}) {
        std::vector<std::string> keys;
        std::string_view rest = ocop::core::catalogue(language);
        while (!rest.empty()) {
            const auto end = std::min(rest.find('\n'), rest.size());
            const std::string_view line = rest.substr(0, end);
            rest.remove_prefix(std::min(end + 1, rest.size()));
            if (line.empty() || line.front() == '#' || line.find('=') == std::string_view::npos) continue;
            const std::string_view key = line.substr(0, line.find('='));
            keys.emplace_back(key.substr(0, key.find_last_not_of(' ') + 1));
        }
        std::sort(keys.begin(), keys.end());
        const auto twice = std::adjacent_find(keys.begin(), keys.end());
        CHECK((twice == keys.end() ? "" : *twice) == "");
        CHECK(keys.size() == Words{language}.keys().size());
    }
}

TEST_CASE("the catalogues are valid, composed UTF-8") {
    for (const Language language : {Language::vietnamese, Language::english}) {
        const std::string text{ocop::core::catalogue(language)};
        CHECK(ocop::core::is_valid_utf8(text));
        CHECK(ocop::core::nfc(text) == text);
    }
}
