#include "core/syllable.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>

namespace ocop::core {

namespace {

using Words = std::set<std::u16string, std::less<>>;

Words words(std::u16string_view list) {
    Words out;
    while (!list.empty()) {
        const auto end = std::min(list.find(u' '), list.size());
        if (end > 0) out.emplace(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return out;
}

const Words& rimes() {
    static const Words all = words(
        u"a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây "
        u"e ec em en eng eo ep et ê êch êm ên ênh êp êt êu "
        u"i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu "
        u"o oc oi om on ong op ot oong ooc oa oac oach oai oam oan oang oanh oao oap oat oay "
        u"oăc oăm oăn oăng oăt oe oem oen oeo oet "
        u"ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt "
        u"u uc ui um un ung up ut ua uôc uôi uôm uôn uông uôt uân uâng uât uây uê uêch uênh uơ "
        u"uy uya uych uynh uyn uyp uyt uyu uyên uyêt "
        u"ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu "
        u"y yêm yên yêng yêt yêu");
    return all;
}

bool begins_with_front_vowel(std::u16string_view rime) {
    return rime.front() == u'i' || rime.front() == u'e' || rime.front() == u'ê' || rime.front() == u'y';
}

/// Rimes that end in a stop bear two tones only.
bool ends_in_stop(std::u16string_view rime) {
    return rime.ends_with(u'c') || rime.ends_with(u't') || rime.ends_with(u'p') || rime.ends_with(u"ch");
}

bool fits(std::u16string_view onset, std::u16string_view rime) {
    const bool front = begins_with_front_vowel(rime);
    if (onset == u"qu" && front && rimes().contains(u"u" + std::u16string{rime})) return true;  // quyên, quê
    if (onset == u"gi" && front) return false;                                                  // gì and giếng are g
    if (!rimes().contains(rime)) return false;
    if (onset == u"k" || onset == u"gh" || onset == u"ngh") return front;
    if (onset == u"c" || onset == u"ng") return !front;
    if (onset == u"g") return !front || rime.front() == u'i';  // gì, giếng
    return true;
}

constexpr std::array<std::u16string_view, 28> onsets{
    u"",  u"b",  u"c",   u"ch", u"d", u"đ",  u"g",  u"gh", u"gi", u"h", u"k",  u"kh", u"l", u"m",
    u"n", u"ng", u"ngh", u"nh", u"p", u"ph", u"qu", u"r",  u"s",  u"t", u"th", u"tr", u"v", u"x"};

}  // namespace

bool is_syllable(std::string_view lower_case) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString apart = icu::Normalizer2::getNFDInstance(status)->normalize(
        icu::UnicodeString::fromUTF8(icu::StringPiece{lower_case.data(), static_cast<int32_t>(lower_case.size())}),
        status);
    icu::UnicodeString toneless;
    char16_t tone = 0;
    for (int32_t i = 0; i < apart.length(); ++i) {
        const char16_t c = apart[i];
        if (c != 0x0300 && c != 0x0301 && c != 0x0303 && c != 0x0309 && c != 0x0323) {
            toneless.append(c);
        } else if (tone != 0) {
            return false;
        } else {
            tone = c;
        }
    }
    const icu::UnicodeString letters = icu::Normalizer2::getNFCInstance(status)->normalize(toneless, status);
    const std::u16string_view syllable{letters.getBuffer(), static_cast<std::size_t>(letters.length())};
    return std::any_of(onsets.begin(), onsets.end(), [&](std::u16string_view onset) {
        if (!syllable.starts_with(onset) || syllable.size() == onset.size()) return false;
        const std::u16string_view rime = syllable.substr(onset.size());
        return fits(onset, rime) && (!ends_in_stop(rime) || tone == 0x0301 || tone == 0x0323);
    });
}

}  // namespace ocop::core
