#pragma once
// A window's own framebuffer: cleared before the picture, read after it.
#include "render/export.h"

namespace ocop::render {

/// Binds the window's framebuffer and fills it.
void begin_frame(int width, int height, scene::Colour colour);
/// What is drawn from now on replaces what is there, or goes over it again as far as its alpha says.
void replace_pixels(bool replace);
/// What stands in the framebuffer that is bound for reading.
Image read_frame(int width, int height);

}  // namespace ocop::render
