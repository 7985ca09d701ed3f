#pragma once
// A text as pixels, drawn by the very code that draws it on paper. Needs no OpenGL, so any thread can make it.
#include <string>
#include <unordered_map>

#include "render/cairo/canvas.h"
#include "scene/scene.h"

namespace ocop::render {

/// Where a text's anchor lies: a whole pixel, and the part of one right of and below it, in quarters.
struct TextPlace {
    struct Phase {
        int x = 0, y = 0;
    };
    double x = 0, y = 0;
    Phase phase;
};

/// `origin`: where the text's zero lies, in H; `settled`: where it lay when the scene was composed. A text that has
/// moved from there keeps its phase and snaps to whole pixels.
TextPlace place_of(const scene::Text& text, core::Point origin, core::Point settled, double height);

/// (left, top): where the picture lies from the whole pixel left above the anchor.
struct TextPicture {
    int left = 0, top = 0, width = 0, height = 0;
    Surface surface;
};

/// What a text's picture depends on. `height`: pixels of one H.
std::string key_of(const scene::Text& text, double height, TextPlace::Phase phase);
TextPicture draw_picture(const scene::Text& text, double height, TextPlace::Phase phase);

using TextPictures = std::unordered_map<std::string, TextPicture>;

}  // namespace ocop::render
