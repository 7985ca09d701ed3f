#include "data/workspace_writer.h"

#include <algorithm>
#include <map>
#include <sstream>

#include "core/text.h"
#include "core/whole_file.h"
#include "data/table.h"
#include "data/toml_file.h"
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

std::string text_of(const toml::table& table) {
    std::ostringstream text;
    text << table;
    return text.str();
}

/// The number from 1 of the line that says what a header means; 0: none does.
std::size_t line_of_header(const toml::table& section, const std::string& header) {
    for (const auto& [key, column] : section)
        if (recognisable(key.str()) == recognisable(header)) return key.source().begin.line;
    return 0;
}

/// Whether a workspace says all of it, whatever else it says.
bool says(const std::string& text, const ColumnMappings& columns) {
    try {
        const toml::table file = toml::parse(text);
        return std::all_of(columns.begin(), columns.end(), [&](const ColumnMapping& mapping) {
            const auto column = file["columns"][mapping.noun][mapping.header].value<std::string>();
            return column == mapping.column;
        });
    } catch (const toml::parse_error&) {
        return false;
    }
}

/// What stands behind a line of TOML as a remark, with a space before it.
std::string comment_of(const std::string& line) {
    char quote = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (quote == '"' && c == '\\')
            ++i;
        else if (quote != 0)
            quote = c == quote ? char{0} : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '#')
            return "  " + line.substr(i);
    }
    return {};
}

}  // namespace

void write_columns(const fs::path& path, const ColumnMappings& columns) {
    const toml::table file = read_toml(path);
    std::vector<std::string> lines = core::split(core::nfc(read_bytes(path)), '\n');
    std::multimap<std::size_t, std::string> below;  // by the number of the line above
    std::map<std::string, std::string> sections;    // new ones
    for (const ColumnMapping& mapping : columns) {
        const std::string line = text_of(toml::table{{mapping.header, mapping.column}});
        const toml::table* section = file["columns"][mapping.noun].as_table();
        if (section == nullptr)
            sections[mapping.noun] += line + "\n";
        else if (const std::size_t own = line_of_header(*section, mapping.header); own > 0)
            lines[own - 1] = line + comment_of(lines[own - 1]);
        else
            below.emplace(section->source().begin.line, line);
    }
    std::string text;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        text += lines[i] + (i + 1 < lines.size() ? "\n" : "");
        for (auto [at, end] = below.equal_range(i + 1); at != end; ++at)
            text += (text.ends_with('\n') ? "" : "\n") + at->second + "\n";
    }
    for (const auto& [noun, said] : sections)
        text += (text.ends_with('\n') ? "" : "\n") + std::string{"\n[columns."} + noun + "]\n" + said;
    if (!says(text, columns)) throw core::Error("error.columns_not_written", {path.string()});
    core::write_whole(path, text);
}

fs::path write_workspace(const fs::path& lone_file, const ColumnMappings& columns) {
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
    toml::table sections;
    for (const ColumnMapping& mapping : columns) {
        sections.insert(mapping.noun, toml::table{});
        sections[mapping.noun].as_table()->insert(mapping.header, mapping.column);
    }
    if (!columns.empty()) table.insert("columns", std::move(sections));
    core::write_whole(file, text_of(table) + "\n");
    return file;
}

}  // namespace ocop::data
