#include "data/workspace_writer.h"

#include <toml++/toml.h>
#include <sstream>

#include "core/whole_file.h"
#include "data/workspace_reader.h"

namespace ocop::data {

namespace {
namespace fs = std::filesystem;

toml::table boundaries_of(const Workspace& workspace, const auto& named) {
    toml::table boundaries;
    for (const auto& [era, files] : workspace.boundaries) {
        toml::table of_era;
        if (!files.districts.empty()) of_era.insert("districts", named(files.districts));
        if (!files.communes.empty()) of_era.insert("communes", named(files.communes));
        if (!files.source_crs.empty()) of_era.insert("crs", files.source_crs);
        if (era == domain::Era::y2025 && !workspace.crosswalk.empty())
            of_era.insert("crosswalk", named(workspace.crosswalk));
        boundaries.insert(domain::id(era), std::move(of_era));
    }
    return boundaries;
}
}  // namespace

fs::path write_workspace(const fs::path& lone_file) {
    const Workspace workspace = workspace_of(lone_file);
    const domain::Document& document = workspace.document;
    const fs::path file = core::free_name(lone_file.parent_path(), lone_file.stem().string(), ".toml"),
                   folder = fs::absolute(file).parent_path();
    // Beside the workspace: relative, so that the folder can be moved; elsewhere: where it lies.
    const auto named = [&folder](const fs::path& path) {
        const fs::path relative = path.lexically_relative(folder);
        return relative.empty() || relative.begin()->string() == ".." ? path.string() : relative.string();
    };
    toml::table table;
    table.insert("title", document.title);
    table.insert("era", domain::id(document.era));
    if (document.register_era != document.era) table.insert("register_era", domain::id(document.register_era));
    if (workspace.plan) table.insert("plan", named(*workspace.plan));
    if (workspace.has_as_of)
        table.insert("as_of", toml::date{document.as_of.year, static_cast<unsigned>(document.as_of.month),
                                         static_cast<unsigned>(document.as_of.day)});
    table.insert("basis", domain::id(document.basis));
    toml::array registers;
    for (const fs::path& path : workspace.registers) registers.push_back(named(path));
    table.insert("register", std::move(registers));
    toml::array aliases;
    for (const fs::path& path : workspace.aliases) aliases.push_back(named(path));
    if (!aliases.empty()) table.insert("aliases", std::move(aliases));
    table.insert("source", document.source);
    if (!document.watermark.empty()) table.insert("watermark", document.watermark);
    table.insert("crs", workspace.crs);
    table.insert("boundaries", boundaries_of(workspace, named));
    std::ostringstream text;
    text << table << '\n';
    core::write_whole(file, text.str());
    return file;
}

}  // namespace ocop::data
