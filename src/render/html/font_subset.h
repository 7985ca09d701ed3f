#pragma once
#include <set>
#include <string>

#include "scene/scene.h"

namespace ocop::render {

/// The font of the pictures cut down to some characters, as an OpenType file in base64, so that a page looks the same
/// everywhere; about 15 KB for Vietnamese. Empty when the font cannot be cut: the reader's own takes its place.
std::string font_subset(scene::Weight weight, const std::set<char32_t>& characters);

}  // namespace ocop::render
