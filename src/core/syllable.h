#pragma once
// What a Vietnamese syllable may look like: text read in a wrong encoding seldom does.
#include <string_view>

namespace ocop::core {

/// Whether a word is spelled as one Vietnamese syllable: onset, rime and a tone that the rime can bear ("quốc", not
/// "quồc" nor "cinh"). `lower_case`: NFC, lower case. True for some syllables that no word has.
bool is_syllable(std::string_view lower_case);

}  // namespace ocop::core
