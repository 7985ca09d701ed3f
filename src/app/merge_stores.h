#pragma once
#include "app/commands.h"

namespace ocop::app {

/// `ocopmap merge A.gpkg B.gpkg [-o C.gpkg]`: the edits of both stores as one journal, in A (of which a dated copy is
/// kept beside it) or in C. Conflicts go to err, with --json to out. Throws core::Error; B is only read.
int merge_stores(const Options& options, const core::Words& words, Streams streams);

}  // namespace ocop::app
