#include "data/text_encoding.h"

#include <algorithm>
#include <optional>

#include "core/error.h"
#include "core/text.h"
#include "data/column_encoding.h"
#include "data/columns.h"

namespace ocop::data {

namespace {

enum class Wide { little, big };

/// UTF-16 by its mark, else by where its zeros stand: half of a table's letters, its separators and digits have one.
std::optional<Wide> wide(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE")) return Wide::little;
    if (bytes.starts_with("\xFE\xFF")) return Wide::big;
    std::size_t even = 0, odd = 0;
    const std::string_view start = bytes.substr(0, 4096);
    for (std::size_t i = 0; i < start.size(); ++i)
        if (start[i] == '\0') ++(i % 2 == 0 ? even : odd);
    const std::size_t half = start.size() / 2;
    if (bytes.size() % 2 != 0 || half == 0) return {};
    if (odd * 3 > half && even * 20 < half) return Wide::little;
    if (even * 3 > half && odd * 20 < half) return Wide::big;
    return {};
}

std::string from_wide(std::string_view bytes, Wide order) {
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) bytes.remove_prefix(2);
    std::u16string units;
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        const auto low = static_cast<unsigned char>(bytes[i + (order == Wide::little ? 0 : 1)]),
                   high = static_cast<unsigned char>(bytes[i + (order == Wide::little ? 1 : 0)]);
        units += static_cast<char16_t>(high << 8 | low);
    }
    return core::utf8(units);
}

/// Whether a text says anything that a register says, in Vietnamese letters. In another encoding's letters it cannot.
bool speaks_vietnamese(std::string_view text) {
    const std::string lower = core::lower(text);
    const auto words = vietnamese_words();
    return std::any_of(words.begin(), words.end(),
                       [&](const std::string& word) { return lower.find(word) != std::string::npos; });
}

}  // namespace

bool may_be_text(std::string_view bytes) { return wide(bytes) || bytes.find('\0') == std::string_view::npos; }

Text text_of(std::string_view bytes, const std::string& file) {
    if (!may_be_text(bytes)) throw core::Error("error.not_a_table", {file});
    if (const auto order = wide(bytes)) return {core::nfc(from_wide(bytes, *order))};
    if (core::is_valid_utf8(bytes)) {
        if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
        return {core::nfc(bytes)};
    }
    if (const auto encoding = detect(bytes, common_words())) return {core::decode(bytes, *encoding), *encoding};
    if (std::string text = core::decode(bytes, core::Encoding::windows_1258); speaks_vietnamese(text))
        return {std::move(text), core::Encoding::windows_1258};
    return {core::western(bytes), core::Encoding::utf8, true};
}

}  // namespace ocop::data
