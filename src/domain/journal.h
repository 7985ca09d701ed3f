#pragma once
// Every edit that was ever made, in order, as a value: unlimited undo and redo, and nothing is ever lost from it.
#include <optional>
#include <vector>

#include "core/error.h"
#include "domain/edit.h"

namespace ocop::domain {

/// Who makes a step and when. `id`: of the step, unique over laptops.
struct Stamp {
    std::string id;
    std::string when;  // as JournalEntry::when
    std::string who;
};

class Journal {
public:
    Journal() = default;
    /// Takes entries as a store keeps them, in any order.
    explicit Journal(std::vector<JournalEntry> entries);

    /// Adds one step. What was undone before can no longer be redone: it is dropped, and kept. A clock that stands
    /// behind the last step counts on from that step. A step without edits is none.
    void record(std::vector<Edit> edits, const Stamp& stamp);
    /// The last step done, and back. Nothing happens when there is none.
    void undo(const std::string& when);
    void redo(const std::string& when);

    bool can_undo() const { return last_done() != 0; }
    bool can_redo() const { return first_undone() != 0; }
    /// What undo and redo would do: "edit.change" {name} and its kin; none when there is nothing to do.
    std::optional<core::Message> undo_label() const;
    std::optional<core::Message> redo_label() const;
    core::Message label(std::int64_t step) const;

    /// By step and place in the step.
    const std::vector<JournalEntry>& entries() const { return entries_; }
    bool empty() const { return entries_.empty(); }
    bool operator==(const Journal&) const = default;

private:
    std::int64_t last_done() const;     // number of a step; 0: none
    std::int64_t first_undone() const;  // likewise
    void set_state(std::int64_t step, EntryState state, const std::string& when);

    std::vector<JournalEntry> entries_;
};

/// One millisecond later. Throws std::logic_error for what is no time of JournalEntry::when.
std::string next_moment(const std::string& when);

/// The part of an entry's id that it shares with the other entries of its step.
std::string_view step_id(const JournalEntry& entry);

}  // namespace ocop::domain
