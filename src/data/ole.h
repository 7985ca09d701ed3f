#pragma once
// The streams of a compound file (OLE), in which old Office documents lie.
#include <optional>
#include <string>
#include <string_view>

namespace ocop::data {

/// A stream by its name in ASCII; none when there is none or the file does not hold together.
std::optional<std::string> ole_stream(std::string_view file, std::string_view name);

/// Little-endian numbers; 0 past the end.
unsigned u16_at(std::string_view bytes, std::size_t at);
unsigned u32_at(std::string_view bytes, std::size_t at);

}  // namespace ocop::data
