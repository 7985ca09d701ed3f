#pragma once
// Numbers inside names: Thứ 11, Thứ XI and Thứ Mười Một are one place (J-4).
#include <string>
#include <vector>

namespace ocop::data {

/// The words of a name, lower case, with its numbers in words. Figures up to 99 count anywhere, Roman numbers and the
/// ordinals "nhất", "nhì", "tư" only after "thứ": elsewhere X, V and I are letters. A figure beside another number is
/// left as it is.
std::vector<std::string> with_number_words(std::vector<std::string> words);

}  // namespace ocop::data
