#pragma once
// Two journals of one workspace, kept on two laptops, as one.
#include <string>
#include <vector>

#include "domain/journal.h"

namespace ocop::domain {

/// A cell that both sides changed without knowing of each other, to different texts. The journal keeps both edits.
struct MergeConflict {
    struct Side {
        std::string value;
        bool removed = false;  // of a conflict about the row itself: this side removed it
        bool undone = false;   // this side took its edit back, so that `value` stood again
        std::string when;
        std::string who;
        bool operator==(const Side&) const = default;
    };
    std::string table;
    std::string row;
    std::string name;
    std::string column;  // empty: one side removed the row, the other went on with it
    Side kept;           // what stands: the newer one, but an edit rather than an undo
    Side lost;
    bool operator==(const MergeConflict&) const = default;
};

struct Merged {
    Journal journal;
    std::vector<MergeConflict> conflicts;
};

/// Joins two journals by the ids of their entries. Entries are played in the order in which they were made (undo and
/// redo make none newer), so that the newest word on each cell stands; of an entry that both have, the state that was
/// set last. The same whichever comes first, and nothing new when one already holds the other. An undone step before a
/// later one of the other side is dropped.
Merged merge(const Journal& a, const Journal& b);

}  // namespace ocop::domain
