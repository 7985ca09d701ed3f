#pragma once
// `ocopmap info`: what a person is asked for when something does not look as it should.
#include <string>

#include "core/words.h"

namespace ocop::app {

/// Versions, graphics, font and data folder, one a line. Starts OpenGL without a display to name its renderer.
std::string info_text(const core::Words& words);
/// The same as JSON.
std::string info_json(const core::Words& words);

}  // namespace ocop::app
