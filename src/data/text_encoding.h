#pragma once
// The bytes of a text file as Unicode, whatever program and decade they come from.
#include <string>
#include <string_view>

namespace ocop::data {

/// UTF-8 (NFC, no byte order mark) from UTF-8, UTF-16 or windows-1258. The last is believed only where the text speaks
/// of something in Vietnamese. Throws core::Error "error.not_a_table" {file} for what is no text, "error.encoding"
/// {file} for text in which no encoding gives Vietnamese.
std::string text_of(std::string_view bytes, const std::string& file);

/// Whether the bytes can be text at all: UTF-16 with its zeros, or no zeros.
bool may_be_text(std::string_view bytes);

}  // namespace ocop::data
