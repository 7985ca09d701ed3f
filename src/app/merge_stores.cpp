#include "app/merge_stores.h"

#include <nlohmann/json.hpp>
#include <ostream>

#include "core/whole_file.h"
#include "data/store.h"
#include "domain/merge.h"

namespace ocop::app {

namespace {

using Side = domain::MergeConflict::Side;

std::string value_text(const Side& side, const domain::MergeConflict& conflict, const core::Words& words) {
    if (conflict.column.empty()) return words[side.removed ? "merge.removed" : "merge.present"];
    return words.say(side.undone ? "merge.undone" : "merge.value", {side.value});
}

/// 2021-12-31T08:05:09.123Z as a person reads it.
std::string moment_text(const std::string& when) { return when.substr(0, 10) + " " + when.substr(11, 5) + " UTC"; }

std::string line(const domain::MergeConflict& conflict, const core::Words& words) {
    std::string what = conflict.name.empty() ? conflict.row : conflict.name;
    if (!conflict.column.empty()) what += ", " + conflict.column;
    return words.say("merge.conflict",
                     {conflict.table, what, value_text(conflict.kept, conflict, words), conflict.kept.who,
                      moment_text(conflict.kept.when), value_text(conflict.lost, conflict, words), conflict.lost.who,
                      moment_text(conflict.lost.when)});
}

nlohmann::ordered_json json(const Side& side) {
    return {{"value", side.value},
            {"removed", side.removed},
            {"undone", side.undone},
            {"when", side.when},
            {"who", side.who}};
}

nlohmann::ordered_json json(const domain::MergeConflict& conflict) {
    return {{"table", conflict.table},   {"row", conflict.row},         {"name", conflict.name},
            {"column", conflict.column}, {"kept", json(conflict.kept)}, {"lost", json(conflict.lost)}};
}

}  // namespace

int merge_stores(const Options& options, const core::Words& words, Streams streams) {
    data::Store ours{options.file}, theirs{options.other};
    const domain::Journal journal = ours.load_existing(), other = theirs.load_existing();
    const domain::Merged merged = domain::merge(journal, other);
    std::filesystem::path target = options.output, backup;
    if (target.empty()) {
        target = options.file;
        backup = core::free_name(options.file.parent_path(),
                                 options.file.stem().string() + "-" + data::new_stamp().when.substr(0, 10), ".gpkg");
        ours.copy_to(backup);
    } else {
        ours.copy_to(target);
    }
    data::Store{target}.save(merged.journal);
    if (options.json) {
        nlohmann::ordered_json conflicts = nlohmann::ordered_json::array();
        for (const domain::MergeConflict& conflict : merged.conflicts) conflicts.push_back(json(conflict));
        streams.out << nlohmann::ordered_json{{"output", target.string()},
                                              {"backup", backup.string()},
                                              {"edits", merged.journal.entries().size()},
                                              {"conflicts", conflicts}}
                           .dump(1)
                    << '\n';
        return exit_done;
    }
    for (const domain::MergeConflict& conflict : merged.conflicts) streams.err << line(conflict, words) << '\n';
    streams.out << words.say("merge.done", {target.string(), std::to_string(merged.journal.entries().size()),
                                            std::to_string(merged.conflicts.size())})
                << '\n';
    if (!backup.empty()) streams.out << words.say("merge.backup", {backup.string()}) << '\n';
    return exit_done;
}

}  // namespace ocop::app
