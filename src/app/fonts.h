#pragma once
// Inter in four sizes as one atlas of glyphs, with tabular figures and the icons in use.
#include <memory>

#include "ui/theme.h"

namespace ocop::app {

struct Fonts {
    std::unique_ptr<ImFontAtlas> atlas;
    ui::Theme theme;
};

/// The sizes without the faces.
ui::Theme theme_for(float scale);
/// Takes 10 to 20 ms; needs no ImGui context, so it can run while the window is being made.
Fonts make_fonts(float scale);

}  // namespace ocop::app
