#pragma once
// What goes to paper and to people who were not in the room: the deck as one file, and a hand-out per district.
#include "app/commands.h"

namespace ocop::app {

/// `ocopmap deck`: every scene of the workspace's deck as a page of a PDF, or one HTML file. Throws core::Error.
int write_deck(const Options& options, const core::Words& words, Streams streams);

/// `ocopmap handouts`: A4 sheets per district (per commune-level unit where there are no districts), each a PDF of its
/// own in a folder, or all in one PDF. Throws core::Error.
int write_handouts(const Options& options, const core::Words& words, Streams streams);

}  // namespace ocop::app
