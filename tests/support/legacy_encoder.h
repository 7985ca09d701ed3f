#pragma once
// Vietnamese text as old fonts and code pages kept it, letter by letter: written apart from the program's decoder, so
// that each checks the other. All texts are look-alikes: the Western letters that stand for the bytes.
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace tests {

/// Characters of UTF-8 text.
inline std::vector<std::string> characters(std::string_view text) {
    std::vector<std::string> out;
    for (const char c : text)
        if ((static_cast<unsigned char>(c) & 0xC0) == 0x80 && !out.empty())
            out.back() += c;
        else
            out.emplace_back(1, c);
    return out;
}

inline std::vector<std::string> words(const std::string& text) {
    std::istringstream in{text};
    std::vector<std::string> out;
    for (std::string word; in >> word;) out.push_back(word);
    return out;
}

inline const std::string small_letters =
    "à á ả ã ạ ă ằ ắ ẳ ẵ ặ â ầ ấ ẩ ẫ ậ è é ẻ ẽ ẹ ê ề ế ể ễ ệ ì í ỉ ĩ ị ò ó ỏ õ ọ ô ồ ố ổ ỗ ộ ơ ờ ớ ở ỡ ợ "
    "ù ú ủ ũ ụ ư ừ ứ ử ữ ự ỳ ý ỷ ỹ ỵ đ";
inline const std::string capital_letters =
    "À Á Ả Ã Ạ Ă Ằ Ắ Ẳ Ẵ Ặ Â Ầ Ấ Ẩ Ẫ Ậ È É Ẻ Ẽ Ẹ Ê Ề Ế Ể Ễ Ệ Ì Í Ỉ Ĩ Ị Ò Ó Ỏ Õ Ọ Ô Ồ Ố Ổ Ỗ Ộ Ơ Ờ Ớ Ở Ỡ Ợ "
    "Ù Ú Ủ Ũ Ụ Ư Ừ Ứ Ử Ữ Ự Ỳ Ý Ỷ Ỹ Ỵ Đ";

using Spelling = std::map<std::string, std::string>;

inline Spelling spelling(std::initializer_list<std::pair<std::string, std::string>> rows) {
    Spelling out;
    for (const auto& [letters, written] : rows) {
        const auto from = words(letters), to = words(written);
        for (std::size_t i = 0; i < from.size(); ++i) out[from[i]] = to.at(i);
    }
    return out;
}

inline const Spelling& vni() {
    static const Spelling table =
        spelling({{small_letters,
                   "aø aù aû aõ aï aê aè aé aú aü aë aâ aà aá aå aã aä eø eù eû eõ eï eâ eà eá eå eã eä ì í æ ó ò "
                   "oø où oû oõ oï oâ oà oá oå oã oä ô ôø ôù ôû ôõ ôï uø uù uû uõ uï ö öø öù öû öõ öï "
                   "yø yù yû yõ î ñ"},
                  {capital_letters,
                   "AØ AÙ AÛ AÕ AÏ AÊ AÈ AÉ AÚ AÜ AË AÂ AÀ AÁ AÅ AÃ AÄ EØ EÙ EÛ EÕ EÏ EÂ EÀ EÁ EÅ EÃ EÄ Ì Í Æ Ó Ò "
                   "OØ OÙ OÛ OÕ OÏ OÂ OÀ OÁ OÅ OÃ OÄ Ô ÔØ ÔÙ ÔÛ ÔÕ ÔÏ UØ UÙ UÛ UÕ UÏ Ö ÖØ ÖÙ ÖÛ ÖÕ ÖÏ "
                   "YØ YÙ YÛ YÕ Î Ñ"}});
    return table;
}

/// Capitals with tones do not exist: they are written small.
inline const Spelling& tcvn3() {
    static const Spelling table = [] {
        const std::string small =
            "µ ¸ ¶ · ¹ ¨ » ¾ ¼ ½ Æ © Ç Ê È É Ë Ì Ð Î Ï Ñ ª Ò Õ Ó Ô Ö × Ý Ø Ü Þ ß ã á â ä « å è æ ç é ¬ ê í ë ì î "
            "ï ó ñ ò ô \u00AD õ ø ö ÷ ù ú ý û ü þ ®";
        return spelling({{small_letters, small}, {capital_letters, small}, {"Ă Â Ê Ô Ơ Ư Đ", "¡ ¢ £ ¤ ¥ ¦ §"}});
    }();
    return table;
}

/// Every tone apart from its letter, as most programs wrote it.
inline const Spelling& windows_1258() {
    static const Spelling table = spelling(
        {{small_letters,
          "aÌ aì aÒ aÞ aò ã ãÌ ãì ãÒ ãÞ ãò â âÌ âì âÒ âÞ âò eÌ eì eÒ eÞ eò ê êÌ êì êÒ êÞ êò iÌ iì iÒ iÞ iò "
          "oÌ oì oÒ oÞ oò ô ôÌ ôì ôÒ ôÞ ôò õ õÌ õì õÒ õÞ õò uÌ uì uÒ uÞ uò ý ýÌ ýì ýÒ ýÞ ýò yÌ yì yÒ yÞ yò ð"},
         {capital_letters,
          "AÌ Aì AÒ AÞ Aò Ã ÃÌ Ãì ÃÒ ÃÞ Ãò Â ÂÌ Âì ÂÒ ÂÞ Âò EÌ Eì EÒ EÞ Eò Ê ÊÌ Êì ÊÒ ÊÞ Êò IÌ Iì IÒ IÞ Iò "
          "OÌ Oì OÒ OÞ Oò Ô ÔÌ Ôì ÔÒ ÔÞ Ôò Õ ÕÌ Õì ÕÒ ÕÞ Õò UÌ Uì UÒ UÞ Uò Ý ÝÌ Ýì ÝÒ ÝÞ Ýò YÌ Yì YÒ YÞ Yò Ð"}});
    return table;
}

/// With the letters that windows-1258 has whole: à á â è é ê í ó ô ù ú.
inline const Spelling& windows_1258_composed() {
    static const Spelling table = [] {
        Spelling out = windows_1258();
        for (const std::string& letter : words("à á è é í ó ù ú À Á È É Í Ó Ù Ú")) out[letter] = letter;
        return out;
    }();
    return table;
}

/// NFC text in a legacy spelling.
inline std::string spelled(std::string_view text, const Spelling& in) {
    std::string out;
    for (const std::string& letter : characters(text)) {
        const auto found = in.find(letter);
        out += found == in.end() ? letter : found->second;
    }
    return out;
}

/// Look-alikes as the bytes they stand for; all are of Latin-1.
inline std::string as_bytes(std::string_view lookalikes) {
    std::string out;
    for (const std::string& letter : characters(lookalikes)) {
        const auto first = static_cast<unsigned char>(letter[0]);
        out += letter.size() == 1
                   ? letter[0]
                   : static_cast<char>(((first & 0x03) << 6) | (static_cast<unsigned char>(letter[1]) & 0x3F));
    }
    return out;
}

}  // namespace tests
