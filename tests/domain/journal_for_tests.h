#pragma once
// Journals for tests: short edits, and clocks that tick.
#include <string>

#include "domain/replay.h"

namespace ocop::domain::small {

/// "…T00:00:00.000Z" plus so many milliseconds, under a minute.
inline std::string at_ms(int ms) {
    std::string digits = std::to_string(ms);
    digits.insert(0, 5 - digits.size(), '0');
    return "2021-12-31T08:00:" + digits.substr(0, 2) + "." + digits.substr(2) + "Z";
}

inline Edit change(std::string row, std::string before, std::string after, std::string column = "contact") {
    return {EditKind::change, "products", row, row, {{std::move(column), std::move(before), std::move(after)}}};
}
inline Edit removal(std::string row) { return {EditKind::remove, "products", row, row, {}}; }
inline Edit addition(std::string row, std::string name) {
    return {EditKind::add, "products", std::move(row), name, {{"product", "", name}}};
}

/// One laptop: its journal, its name and its clock.
struct Laptop {
    std::string who;
    Journal journal;
    int ms = 0;
    int steps = 0;

    void record(std::vector<Edit> edits) {
        journal.record(std::move(edits), {who + std::to_string(++steps), at_ms(ms += 10), who});
    }
    void undo() { journal.undo(at_ms(ms += 10)); }
    void redo() { journal.redo(at_ms(ms += 10)); }
};

/// The text that stands in a cell after all edits; "(source)" when none touches it, "(removed)" with its row.
inline std::string value(const Journal& journal, const std::string& row, const std::string& column = "contact") {
    const auto tables = replay(journal);
    const auto table = tables.find("products");
    if (table == tables.end()) return "(source)";
    const auto found = table->second.rows.find(row);
    if (found == table->second.rows.end()) return "(source)";
    if (found->second.removed) return "(removed)";
    const auto field = found->second.fields.find(column);
    return field == found->second.fields.end() ? "(source)" : field->second.value;
}

}  // namespace ocop::domain::small
