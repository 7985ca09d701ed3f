#pragma once
// Vietnamese from before Unicode: registers were typed for years in TCVN3 and VNI fonts, and some still are.
#include <string>
#include <string_view>

namespace ocop::core {

/// windows_1258: letters and combining tones. tcvn3: one byte a letter, the lower half of TCVN 5712:1993 that the ABC
/// fonts (.VnTime) have; it has no capitals with tones, a capital font (.VnTimeH) shows small letters as capitals. vni:
/// VNI-Win, a letter followed by its mark.
enum class Encoding { utf8, windows_1258, tcvn3, vni };

/// The name that a person knows it by; the same in every language.
std::string_view name(Encoding encoding);

/// Bytes -> UTF-8, NFC. Bytes that an encoding does not use stay what they are in windows-1252. Of TCVN3, words whose
/// plain letters are capitals become capitals altogether; other capitals with tones come out small: compare without
/// case.
std::string decode(std::string_view bytes, Encoding from);

/// The same for text that stands in Unicode letter by letter as the old font saw it: "Gioàng Rieàng", "Giång RiÒng".
/// Characters that are none of windows-1252 stay. `from` utf8: the text itself.
std::string decode_lookalikes(std::string_view utf8, Encoding from);

/// Bytes as a program shows them that takes them for windows-1252: the look-alikes that decode_lookalikes() reads.
std::string western(std::string_view bytes);

/// Whether text may be look-alikes: it has characters beyond ASCII, and windows-1252 has all of them.
bool may_be_lookalikes(std::string_view utf8);

}  // namespace ocop::core
