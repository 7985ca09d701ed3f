#pragma once
// The bytes of a text file as Unicode, whatever program and decade they come from.
#include <string>
#include <string_view>

#include "core/legacy_text.h"

namespace ocop::data {

struct Text {
    std::string utf8;  // NFC, no byte order mark
    core::Encoding encoding = core::Encoding::utf8;
    bool western = false;  // no encoding is that of the whole: letters are as windows-1252 shows their bytes
};

/// From UTF-8, UTF-16, windows-1258, TCVN3 or VNI. The last three are told by the words that they give. Throws
/// core::Error "error.not_a_table" {file} for what is no text.
Text text_of(std::string_view bytes, const std::string& file);

/// Whether the bytes can be text at all: UTF-16 with its zeros, or no zeros.
bool may_be_text(std::string_view bytes);

}  // namespace ocop::data
