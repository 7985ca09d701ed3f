#pragma once
// Small pieces of SVG: numbers, colours and escaped text.
#include <string>
#include <string_view>

#include "scene/scene.h"

namespace ocop::render::svg_writer {

/// Two decimals at most, no trailing zeros, no "-0".
std::string number(double value);
/// As many decimals as it takes.
std::string exact(double value);
std::string escaped(std::string_view text);
/// ` fill="#rrggbb"`, with fill-opacity where it is not opaque; "none" where nothing shows.
std::string paint(std::string_view attribute, scene::Colour colour);
/// ` name="value"`
std::string attribute(std::string_view name, std::string_view value);
std::string attribute(std::string_view name, double value);

}  // namespace ocop::render::svg_writer
