#include "domain/journal.h"

#include <algorithm>
#include <charconv>
#include <tuple>

#include "domain/date.h"

namespace ocop::domain {

namespace {

int place_in_step(const JournalEntry& entry) {
    const std::string_view id = entry.id;
    const std::string_view digits = id.substr(std::min(step_id(entry).size() + 1, id.size()));
    int place = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), place);
    return place;
}

int digits_at(const std::string& text, std::size_t at, std::size_t count) {
    int value = 0;
    const char* const end = text.data() + at + count;
    const auto [stop, error] = std::from_chars(text.data() + at, end, value);
    core::require(error == std::errc{} && stop == end, "a time of the journal is made of digits");
    return value;
}

std::string padded(int value, std::size_t width) {
    std::string digits = std::to_string(value);
    return std::string(width - std::min(width, digits.size()), '0') + digits;
}

}  // namespace

std::string_view step_id(const JournalEntry& entry) {
    const std::string_view id = entry.id;
    return id.substr(0, std::min(id.rfind('-'), id.size()));
}

std::string next_moment(const std::string& when) {
    core::require(when.size() == 24, "a time of the journal is UTC with milliseconds");
    Date day{digits_at(when, 0, 4), digits_at(when, 5, 2), digits_at(when, 8, 2)};
    int ms = ((digits_at(when, 11, 2) * 60 + digits_at(when, 14, 2)) * 60 + digits_at(when, 17, 2)) * 1000 +
             digits_at(when, 20, 3) + 1;
    constexpr int day_ms = 86'400'000;
    if (ms >= day_ms) {
        day = plus_days(day, 1);
        ms -= day_ms;
    }
    return iso(day) + 'T' + padded(ms / 3'600'000, 2) + ':' + padded(ms / 60'000 % 60, 2) + ':' +
           padded(ms / 1000 % 60, 2) + '.' + padded(ms % 1000, 3) + 'Z';
}

Journal::Journal(std::vector<JournalEntry> entries) : entries_{std::move(entries)} {
    std::stable_sort(entries_.begin(), entries_.end(), [](const JournalEntry& a, const JournalEntry& b) {
        return std::tuple{a.step, step_id(a), place_in_step(a)} < std::tuple{b.step, step_id(b), place_in_step(b)};
    });
}

void Journal::record(std::vector<Edit> edits, const Stamp& stamp) {
    if (edits.empty()) return;
    std::string when = stamp.when;
    std::int64_t step = 1;
    if (!entries_.empty()) {
        when = std::max(when, next_moment(entries_.back().when));
        step = entries_.back().step + 1;
    }
    for (JournalEntry& entry : entries_)
        if (entry.state == EntryState::undone) entry.state = EntryState::dropped;
    for (std::size_t i = 0; i < edits.size(); ++i)
        entries_.push_back({stamp.id + "-" + std::to_string(i + 1), step, std::move(edits[i]), when, stamp.who,
                            EntryState::applied, when});
}

std::int64_t Journal::last_done() const {
    const auto found = std::find_if(entries_.rbegin(), entries_.rend(),
                                    [](const JournalEntry& entry) { return entry.state == EntryState::applied; });
    return found == entries_.rend() ? 0 : found->step;
}

std::int64_t Journal::first_undone() const {
    const auto found = std::find_if(entries_.begin(), entries_.end(),
                                    [](const JournalEntry& entry) { return entry.state == EntryState::undone; });
    return found == entries_.end() ? 0 : found->step;
}

void Journal::set_state(std::int64_t step, EntryState state, const std::string& when) {
    for (JournalEntry& entry : entries_)
        if (step != 0 && entry.step == step) {
            entry.state = state;
            // A clock set back must not make this older than what it follows.
            entry.state_when = std::max(when, next_moment(entry.state_when));
        }
}

void Journal::undo(const std::string& when) { set_state(last_done(), EntryState::undone, when); }

void Journal::redo(const std::string& when) { set_state(first_undone(), EntryState::applied, when); }

core::Message Journal::label(std::int64_t step) const {
    const JournalEntry* first = nullptr;
    int others = -1;
    for (const JournalEntry& entry : entries_) {
        if (entry.step != step) continue;
        if (first == nullptr) first = &entry;
        ++others;
    }
    core::require(first != nullptr, "only a step of the journal has a label");
    const Edit& edit = first->edit;
    core::Message out{"edit." + std::string{id(edit.kind)}, {edit.name.empty() ? edit.row : edit.name}};
    if (others > 0) {
        out.key += ".many";
        out.args.push_back(std::to_string(others));
    }
    return out;
}

std::optional<core::Message> Journal::undo_label() const {
    return can_undo() ? std::optional{label(last_done())} : std::nullopt;
}

std::optional<core::Message> Journal::redo_label() const {
    return can_redo() ? std::optional{label(first_undone())} : std::nullopt;
}

}  // namespace ocop::domain
