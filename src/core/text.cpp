#include "core/text.h"

#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <cstdint>
#include <memory>

namespace ocop::core {

namespace {
icu::UnicodeString wide(std::string_view utf8) {
    return icu::UnicodeString::fromUTF8(icu::StringPiece{utf8.data(), static_cast<int32_t>(utf8.size())});
}
std::string narrow(const icu::UnicodeString& text) {
    std::string out;
    text.toUTF8String(out);
    return out;
}
constexpr std::u16string_view combining_tones = u"\u0300\u0301\u0303\u0309\u0323";
/// Stands for the first of them in a key, the next for the second: no character, so that no text holds one and "Thanh."
/// is not Thạnh.
constexpr char16_t first_tone_key = 0xFDD0;

/// Characters that nobody sees and that tell nothing apart: joiners, marks of direction, byte order marks. Not the soft
/// hyphen, which is ư in text typed in TCVN3.
bool is_invisible(UChar32 c) {
    return (c >= 0x200C && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
}

bool is_ascii(std::string_view text) {
    for (const char c : text)
        if (static_cast<unsigned char>(c) >= 0x80) return false;
    return true;
}
const icu::Collator& vietnamese_order() {
    static const std::unique_ptr<icu::Collator> collator = [] {
        UErrorCode status = U_ZERO_ERROR;
        return std::unique_ptr<icu::Collator>{icu::Collator::createInstance(icu::Locale{"vi"}, status)};
    }();
    return *collator;
}
}  // namespace

std::string nfc(std::string_view utf8) {
    if (is_ascii(utf8)) return std::string{utf8};
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* normalizer = icu::Normalizer2::getNFCInstance(status);
    return narrow(normalizer->normalize(wide(utf8), status));
}

std::string upper(std::string_view utf8) { return narrow(wide(utf8).toUpper(icu::Locale{"vi"})); }

std::string lower(std::string_view utf8) { return narrow(wide(utf8).toLower(icu::Locale{"vi"})); }

std::string capitalised(std::string_view utf8) {
    icu::UnicodeString text = wide(utf8);
    const int32_t first = text.moveIndex32(0, 1);
    icu::UnicodeString letter{text, 0, first};
    text.replace(0, first, letter.toUpper(icu::Locale{"vi"}));
    return narrow(text);
}

std::string folded(std::string_view utf8) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* normalizer = icu::Normalizer2::getNFDInstance(status);
    const icu::UnicodeString apart = normalizer->normalize(wide(utf8).toLower(icu::Locale{"vi"}), status);
    icu::UnicodeString plain;
    for (int32_t i = 0; i < apart.length(); ++i) {
        const char16_t c = apart[i];
        if (c >= 0x0300 && c <= 0x036F) continue;
        plain.append(c == 0x0111 ? u'd' : c == 0x01A3 ? u'u' : c);
    }
    return narrow(plain);
}

std::string tone_key(std::string_view utf8) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* apart = icu::Normalizer2::getNFDInstance(status);
    const icu::Normalizer2* together = icu::Normalizer2::getNFCInstance(status);
    const icu::UnicodeString text = apart->normalize(wide(collapsed(utf8)).toLower(icu::Locale{"vi"}), status);
    icu::UnicodeString key, tones;
    const auto close = [&] {
        key.append(tones);
        tones.remove();
    };
    for (int32_t i = 0; i < text.length(); ++i) {
        const char16_t c = text[i];
        const bool in_syllable = u_isalpha(c) != 0 || (c >= 0x0300 && c <= 0x036F);
        if (!in_syllable) close();
        if (const auto tone = combining_tones.find(c); tone != std::u16string_view::npos)
            tones.append(static_cast<char16_t>(first_tone_key + tone));
        else
            key.append(c);
    }
    close();
    return narrow(together->normalize(key, status));
}

std::string collapsed(std::string_view utf8) {
    const icu::UnicodeString text = wide(utf8);
    icu::UnicodeString out;
    bool gap = false;
    for (int32_t i = 0; i < text.length();) {
        const UChar32 c = text.char32At(i);
        i += U16_LENGTH(c);
        if (is_invisible(c)) continue;
        if (u_isUWhiteSpace(c) || c == 0x200B) {
            gap = true;
            continue;
        }
        if (gap && !out.isEmpty()) out.append(u' ');
        gap = false;
        out.append(c);
    }
    return narrow(out);
}

std::string tidied(std::string_view utf8) {
    constexpr std::u16string_view apostrophes = u"’‘ʼ`´′", quotes = u"“”„«»", hyphens = u"‐‑‒–—―−";
    const auto in = [](std::u16string_view set, char16_t c) { return set.find(c) != std::u16string_view::npos; };
    const icu::UnicodeString text = wide(nfc(utf8));
    icu::UnicodeString out;
    for (int32_t i = 0; i < text.length(); ++i) {
        switch (const char16_t c = text[i]) {
            case 0x00AD:  // soft hyphen
                break;
            case u'ƣ':
            case u'Ƣ':
                out.append(c == u'ƣ' ? u'ư' : u'Ư');
                break;
            case u'ð':
                out.append(u'đ');
                break;
            case u'Ð':
            case u'Ɖ':
                out.append(u'Đ');
                break;
            default:
                out.append(in(apostrophes, c) ? u'\'' : in(quotes, c) ? u'"' : in(hyphens, c) ? u'-' : c);
        }
    }
    return collapsed(narrow(out));
}

int compare_vi(std::string_view a, std::string_view b) {
    UErrorCode status = U_ZERO_ERROR;
    const auto order =
        vietnamese_order().compareUTF8(icu::StringPiece{a.data(), static_cast<int32_t>(a.size())},
                                       icu::StringPiece{b.data(), static_cast<int32_t>(b.size())}, status);
    return order == UCOL_LESS ? -1 : order == UCOL_GREATER ? 1 : 0;
}

std::string utf8(std::u16string_view utf16) {
    return narrow(icu::UnicodeString{utf16.data(), static_cast<int32_t>(utf16.size())});
}

bool is_valid_utf8(std::string_view bytes) {
    const auto size = static_cast<int32_t>(bytes.size());
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    for (int32_t i = 0; i < size;) {
        UChar32 c = 0;
        U8_NEXT(data, i, size, c);
        if (c < 0) return false;
    }
    return true;
}

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    while (true) {
        const auto end = text.find(separator);
        parts.emplace_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

std::string icu_version() {
    UVersionInfo version;
    u_getVersion(version);
    return "ICU " + std::to_string(version[0]) + "." + std::to_string(version[1]);
}

}  // namespace ocop::core
