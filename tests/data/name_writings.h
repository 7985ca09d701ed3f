#pragma once
// How one name comes in files: other Unicode forms, cases, tone marks on the other letter, digits, type words.
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/legacy_text.h"
#include "core/text.h"
#include "domain/unit.h"
#include "support/legacy_encoder.h"

namespace tests {

using namespace ocop;

/// Moves the tone mark of every oa, oe, uy to the other letter, if one of them carries it.
inline std::string moved_tone(std::string text) {
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
inline std::string decomposed(const std::string& text) {
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

inline std::string upper(const std::string& text) {
    // Through the keyboard's letters: NFD, then the base letters in capitals.
    std::string out = decomposed(text);
    for (std::size_t i = 0; i < out.size(); ++i) {
        if (out[i] >= 'a' && out[i] <= 'z') out[i] = static_cast<char>(out[i] - 'a' + 'A');
        if (out.compare(i, 2, "đ") == 0) out.replace(i, 2, "Đ");
    }
    return core::nfc(out);
}

inline std::string doubled_spaces(const std::string& text) {
    std::string out = " \xC2\xA0";
    for (const char c : text) out += c == ' ' ? std::string{"  "} : std::string{c};
    return out + "\t";
}

/// "Thứ Mười Một" -> "Thứ 11"; the name itself where no word is a number.
inline std::string in_digits(std::string text) {
    const std::pair<const char*, const char*> numbers[] = {
        {"Mười Một", "11"}, {"Mười Hai", "12"}, {"Một", "1"}, {"Hai", "2"}, {"Ba", "3"},   {"Bốn", "4"},
        {"Năm", "5"},       {"Sáu", "6"},       {"Bảy", "7"}, {"Tám", "8"}, {"Chín", "9"}, {"Mười", "10"}};
    for (const auto& [word, digits] : numbers) {
        const std::string last = std::string{" "} + word;
        if (text.ends_with(last)) return text.replace(text.size() - last.size() + 1, std::string::npos, digits);
    }
    return text;
}

/// One name in all the ways that are the same name.
inline std::vector<std::string> writings(const std::string& name) {
    const std::string moved = moved_tone(name), digits = in_digits(name);
    return {name,
            decomposed(name),
            upper(name),
            core::lower(name),
            moved,
            decomposed(moved),
            upper(moved),
            digits,
            upper(digits),
            doubled_spaces(name),
            decomposed(upper(name)),
            core::nfc(decomposed(moved)),
            doubled_spaces(decomposed(digits))};
}

/// A name as it comes out of files in old fonts and code pages: as bytes, and as letters that stand for them.
inline std::vector<std::string> legacy_writings(const std::string& name) {
    std::vector<std::string> out;
    for (const std::string& text : {name, moved_tone(name), upper(name)})
        for (const auto& [font, encoding] : {std::pair{&tcvn3(), core::Encoding::tcvn3},
                                             {&vni(), core::Encoding::vni},
                                             {&windows_1258(), core::Encoding::windows_1258},
                                             {&windows_1258_composed(), core::Encoding::windows_1258}}) {
            out.push_back(core::decode(as_bytes(spelled(text, *font)), encoding));
            out.push_back(core::decode_lookalikes(spelled(text, *font), encoding));
        }
    return out;
}

inline std::string replaced(std::string text, const std::string& from, const std::string& to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

/// A name with what nobody sees or notices: characters without width, letters that look alike, punctuation around it.
inline std::vector<std::string> careless_writings(const std::string& name) {
    const std::string figures = in_digits(name);
    const std::string first = characters(name).front(), rest = name.substr(first.size());
    return {first + "\u200D" + rest + "\u200E",
            "\uFEFF" + first + "\u00AD" + rest,
            replaced(name, " ", "\u2009\u202F"),
            replaced(name, " ", "\u3000"),
            replaced(name, " ", "\u200B"),
            replaced(replaced(name, "ư", "ƣ"), "Ư", "Ƣ"),
            replaced(replaced(name, "đ", "ð"), "Đ", "Ð"),
            name + ".",
            "- " + name + ";",
            replaced(figures, " 3", " III"),
            replaced(figures, " 11", " XI"),
            replaced(figures, " 3", " 03")};
}

inline std::vector<std::string> all_writings(const std::string& name) {
    std::vector<std::string> out = writings(name);
    for (const auto& more : {legacy_writings(name), careless_writings(name)})
        out.insert(out.end(), more.begin(), more.end());
    return out;
}

/// What stands before a name of this kind.
inline std::vector<std::string> type_words(domain::UnitKind kind) {
    static const std::map<domain::UnitKind, std::vector<std::string>> words{
        {domain::UnitKind::province, {"tỉnh ", "T. "}},
        {domain::UnitKind::city, {"thành phố ", "TP. ", "Tp.", "TP ", "T.P ", "thị xã ", "TX. ", "TX.", "Tx "}},
        {domain::UnitKind::district, {"huyện ", "Huyện  ", "H. ", "H.", "h.", "HUYỆN: "}},
        {domain::UnitKind::commune, {"xã ", "Xã  ", "X. ", "X.", "XÃ ", "x."}},
        {domain::UnitKind::ward, {"phường ", "P. ", "P.", "PHƯỜNG ", "p.", "phƣờng "}},
        {domain::UnitKind::township, {"thị trấn ", "Thị Trấn ", "TT. ", "TT.", "TT ", "T.T. ", "tt."}},
        {domain::UnitKind::special_zone, {"đặc khu ", "Đặc Khu ", "ĐK. ", "ĐK.", "ĐẶC KHU ", "đ.k. "}}};
    return words.at(kind);
}

}  // namespace tests
