#include "core/text.h"

#include <unicode/coll.h>
#include <unicode/normalizer2.h>
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
        plain.append(c == 0x0111 ? u'd' : c);
    }
    return narrow(plain);
}

std::string tone_key(std::string_view utf8) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* apart = icu::Normalizer2::getNFDInstance(status);
    const icu::Normalizer2* together = icu::Normalizer2::getNFCInstance(status);
    const icu::UnicodeString text = apart->normalize(wide(collapsed(utf8)).toLower(icu::Locale{"vi"}), status);
    icu::UnicodeString key, syllable;
    char16_t tone = 0;
    const auto close = [&] {
        key.append(syllable);
        if (tone != 0) key.append(tone);
        syllable.remove();
        tone = 0;
    };
    for (int32_t i = 0; i < text.length(); ++i) {
        switch (const char16_t c = text[i]) {
            case 0x0300:
                tone = u'`';
                break;
            case 0x0301:
                tone = u'\'';
                break;
            case 0x0303:
                tone = u'~';
                break;
            case 0x0309:
                tone = u'?';
                break;
            case 0x0323:
                tone = u'.';
                break;
            case u' ':
                close();
                key.append(c);
                break;
            default:
                syllable.append(c);
        }
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
        if (u_isUWhiteSpace(c) || c == 0x200B || c == 0xFEFF) {
            gap = true;
            continue;
        }
        if (gap && !out.isEmpty()) out.append(u' ');
        gap = false;
        out.append(c);
    }
    return narrow(out);
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
