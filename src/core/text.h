#pragma once
// Vietnamese text as values: UTF-8, NFC on input; order and case by ICU.
#include <string>
#include <string_view>
#include <vector>

namespace ocop::core {

/// Canonical composition (NFC); invalid bytes become U+FFFD.
std::string nfc(std::string_view utf8);
/// Lower case by Vietnamese rules.
std::string lower(std::string_view utf8);
/// Upper case by Vietnamese rules.
std::string upper(std::string_view utf8);
/// With its first letter in upper case.
std::string capitalised(std::string_view utf8);
/// Without tone and quality marks, đ -> d, ƣ -> u, lower case: for search only, never for joining.
std::string folded(std::string_view utf8);
/// Lossless key of Vietnamese words: per syllable its letters with quality marks plus one tone at the end, so that tone
/// placement does not matter (hòa = hoà) and nothing else is lost (Thanh, Thạnh, Thành differ). Lower case, single
/// spaces.
std::string tone_key(std::string_view utf8);
/// Trimmed, with runs of any white space as one space; without invisible characters.
std::string collapsed(std::string_view utf8);
/// NFC, collapsed, and typed as on a keyboard: one kind of hyphen, quote and apostrophe, no soft hyphens, the letters
/// that only look like ư and đ (ƣ in text from PDF files, the Icelandic ð) made ư and đ.
std::string tidied(std::string_view utf8);
/// Dictionary order of Vietnamese (CLDR vi): negative, zero, positive.
int compare_vi(std::string_view a, std::string_view b);
/// UTF-16 -> UTF-8; lone surrogates become U+FFFD.
std::string utf8(std::u16string_view utf16);
bool is_valid_utf8(std::string_view bytes);
std::vector<std::string> split(std::string_view text, char separator);

/// "ICU 72.1".
std::string icu_version();

}  // namespace ocop::core
