#pragma once
// Every action has a key. One pure function from a key press to commands.
#include <string_view>

#include "ui/command.h"
#include "ui/view.h"

namespace ocop::app {

/// GLFW's key code and modifiers.
struct KeyPress {
    int key = 0;
    int mods = 0;
};

/// `typing`: a text field has the keyboard, so letters belong to it.
ui::Commands commands_for(KeyPress press, const ui::View& view, bool typing);

/// "Escape", "F5", "A", "Ctrl+K", "Shift+Tab" -> a key press; key 0 when unknown.
KeyPress key_named(std::string_view name);

}  // namespace ocop::app
