#include "core/legacy_text.h"

#include <unicode/normalizer2.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>

#include "core/error.h"
#include "core/text.h"

namespace ocop::core {

namespace {

icu::UnicodeString wide(std::string_view utf8) {
    return icu::UnicodeString::fromUTF8(icu::StringPiece{utf8.data(), static_cast<int32_t>(utf8.size())});
}

std::string composed(const icu::UnicodeString& text) {
    UErrorCode status = U_ZERO_ERROR;
    std::string out;
    icu::Normalizer2::getNFCInstance(status)->normalize(text, status).toUTF8String(out);
    return out;
}

icu::UnicodeString converted(std::string_view bytes, const char* code_page) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, void (*)(UConverter*)> converter{ucnv_open(code_page, &status), ucnv_close};
    icu::UnicodeString text{bytes.data(), static_cast<int32_t>(bytes.size()), converter.get(), status};
    require(U_SUCCESS(status) != 0, "ICU lacks a Vietnamese code page");
    return text;
}

// Bytes A0 to FF of TCVN 5712:1993 (VN3); a blank: not used. B0 to B4 are combining tones. All 80 agree with glibc's
// TCVN5712-1, which fills the blanks with the capitals of VN1; the 74 letters also with a converter in JavaScript.
constexpr std::u16string_view tcvn3_letters =
    u"\u00A0ĂÂÊÔƠƯĐăâêôơưđ "
    u"\u0300\u0309\u0303\u0301\u0323àảãáạ ằẳẵắ "
    u"      ặầẩẫấậè ẻẽ"
    u"éẹềểễếệìỉ   ĩíịò"
    u" ỏõóọồổỗốộờởỡớợù"
    u" ủũúụừửữứựỳỷỹýỵ ";
static_assert(tcvn3_letters.size() == 96);

/// Words with two plain capitals and no plain small letter were set in a capital font.
void raise_capitals(icu::UnicodeString& text) {
    for (int32_t begin = 0; begin < text.length();) {
        int32_t end = begin, capitals = 0;
        bool small = false;
        for (; end < text.length() && u_isalpha(text[end]) != 0; ++end) {
            capitals += text[end] >= u'A' && text[end] <= u'Z' ? 1 : 0;
            small = small || (text[end] >= u'a' && text[end] <= u'z');
        }
        if (capitals >= 2 && !small)
            for (int32_t i = begin; i < end; ++i) text.setCharAt(i, static_cast<char16_t>(u_toupper(text[i])));
        begin = end + 1;
    }
}

icu::UnicodeString from_tcvn3(const icu::UnicodeString& text) {
    icu::UnicodeString out;
    for (int32_t i = 0; i < text.length(); ++i) {
        const char16_t c = text[i];
        const char16_t letter = c >= 0xA0 && c <= 0xFF ? tcvn3_letters[c - 0xA0u] : u' ';
        out.append(letter == u' ' ? c : letter);
    }
    raise_capitals(out);
    return out;
}

// VNI-Win: what follows a letter is its quality and tone, as one byte. Marks and the letters of one byte below share no
// byte, so a letter and its mark are always to be read together. 130 of the 134 agree with a converter in JavaScript;
// it alone writes ỷ and ỹ as ë and ì, other letters' bytes, where keyboard programs and texts have "kyû" and "Myõ".
struct VniMark {
    char16_t mark;
    std::u16string_view letters;  // that it may follow
    std::u16string_view meaning;  // combining characters
};
constexpr std::u16string_view any_vowel = u"aeouyôö", round_vowel = u"aeo";
constexpr std::array vni_marks{VniMark{u'ø', any_vowel, u"\u0300"},         VniMark{u'ù', any_vowel, u"\u0301"},
                               VniMark{u'û', any_vowel, u"\u0309"},         VniMark{u'õ', any_vowel, u"\u0303"},
                               VniMark{u'ï', any_vowel, u"\u0323"},         VniMark{u'â', round_vowel, u"\u0302"},
                               VniMark{u'à', round_vowel, u"\u0302\u0300"}, VniMark{u'á', round_vowel, u"\u0302\u0301"},
                               VniMark{u'å', round_vowel, u"\u0302\u0309"}, VniMark{u'ã', round_vowel, u"\u0302\u0303"},
                               VniMark{u'ä', round_vowel, u"\u0302\u0323"}, VniMark{u'ê', u"a", u"\u0306"},
                               VniMark{u'è', u"a", u"\u0306\u0300"},        VniMark{u'é', u"a", u"\u0306\u0301"},
                               VniMark{u'ú', u"a", u"\u0306\u0309"},        VniMark{u'ü', u"a", u"\u0306\u0303"},
                               VniMark{u'ë', u"a", u"\u0306\u0323"}};
constexpr std::u16string_view vni_alone = u"ôöñìíæóòî", vni_alone_means = u"ơưđìíỉĩịỵ";
static_assert(vni_alone.size() == vni_alone_means.size());

icu::UnicodeString from_vni(const icu::UnicodeString& text) {
    icu::UnicodeString out;
    for (int32_t i = 0; i < text.length(); ++i) {
        const auto small = static_cast<char16_t>(u_tolower(text[i]));
        const bool capital = small != text[i];
        const auto alone = vni_alone.find(small);
        const char16_t letter = alone == std::u16string_view::npos ? small : vni_alone_means[alone];
        out.append(capital ? static_cast<char16_t>(u_toupper(letter)) : letter);
        if (i + 1 == text.length()) break;
        const auto next = static_cast<char16_t>(u_tolower(text[i + 1]));
        const auto* mark = std::find_if(vni_marks.begin(), vni_marks.end(), [&](const VniMark& known) {
            return known.mark == next && known.letters.find(small) != std::u16string_view::npos;
        });
        if (mark == vni_marks.end()) continue;
        for (const char16_t c : mark->meaning) out.append(c);
        ++i;
    }
    return out;
}

constexpr char16_t none = 0xFFFF;  // no character

/// What each byte from 80 to FF is in the two Windows code pages.
struct Windows {
    std::array<char16_t, 128> western{}, vietnamese{};
    Windows() {
        for (unsigned byte = 0x80; byte <= 0xFF; ++byte) {
            const auto raw = static_cast<char>(byte);
            western[byte - 0x80] = converted({&raw, 1}, "windows-1252")[0];
            vietnamese[byte - 0x80] = converted({&raw, 1}, "windows-1258")[0];
        }
    }
    /// As windows-1258 a character that windows-1252 has; `none` when it has not.
    char16_t meant(char16_t c) const {
        if (c < 0x80) return c;
        if (c >= 0xA0 && c <= 0xFF) return vietnamese[c - 0x80u];  // windows-1252 is Latin-1 here
        const auto* at = std::find(western.begin(), western.end(), c);
        return at == western.end() ? none : vietnamese[static_cast<std::size_t>(at - western.begin())];
    }
};
const Windows& windows() {
    static const Windows tables;
    return tables;
}

icu::UnicodeString from_1258(const icu::UnicodeString& text) {
    icu::UnicodeString out;
    for (int32_t i = 0; i < text.length(); ++i) {
        const char16_t meant = windows().meant(text[i]);
        out.append(meant == none || meant == 0xFFFD ? text[i] : meant);
    }
    return out;
}

}  // namespace

std::string_view name(Encoding encoding) {
    switch (encoding) {
        case Encoding::windows_1258:
            return "Windows-1258";
        case Encoding::tcvn3:
            return "TCVN3 (ABC)";
        case Encoding::vni:
            return "VNI Windows";
        case Encoding::utf8:
            break;
    }
    return "Unicode";
}

std::string western(std::string_view bytes) {
    std::string out;
    converted(bytes, "windows-1252").toUTF8String(out);
    return out;
}

std::string decode(std::string_view bytes, Encoding from) {
    if (from == Encoding::utf8) return nfc(bytes);
    return decode_lookalikes(western(bytes), from);
}

std::string decode_lookalikes(std::string_view utf8, Encoding from) {
    const icu::UnicodeString text = wide(nfc(utf8));
    switch (from) {
        case Encoding::windows_1258:
            return composed(from_1258(text));
        case Encoding::tcvn3:
            return composed(from_tcvn3(text));
        case Encoding::vni:
            return composed(from_vni(text));
        case Encoding::utf8:
            break;
    }
    return nfc(utf8);
}

bool may_be_lookalikes(std::string_view utf8) {
    const icu::UnicodeString text = wide(utf8);
    bool beyond_ascii = false;
    for (int32_t i = 0; i < text.length(); ++i) {
        if (text[i] < 0x80) continue;
        if (windows().meant(text[i]) == none) return false;
        beyond_ascii = true;
    }
    return beyond_ascii;
}

}  // namespace ocop::core
