#include "data/workspace_reader.h"

#include <algorithm>
#include <array>

#include "core/text.h"
#include "data/gdal.h"
#include "data/layer_reader.h"
#include "data/open.h"
#include "data/toml_file.h"

namespace ocop::data {

namespace {

namespace fs = std::filesystem;

/// The value of a key, refused in one sentence when it is of another type.
class Values {
public:
    Values(const toml::table& table, const fs::path& file) : table_{table}, file_{file} {}

    std::string text(const char* key, const std::string& otherwise = {}) const {
        if (!table_.contains(key)) return otherwise;
        const auto value = table_[key].value<std::string>();
        if (!value) refuse(key);
        return *value;
    }
    std::optional<fs::path> path(const char* key) const {
        const std::string name = text(key);
        if (name.empty()) return {};
        return beside(name, *table_.get(key));
    }
    std::vector<fs::path> paths(const char* key) const {
        std::vector<fs::path> found;
        if (const toml::array* list = table_[key].as_array()) {
            for (const toml::node& node : *list) {
                const auto name = node.value<std::string>();
                if (!name) refuse(key);
                found.push_back(beside(*name, node));
            }
        } else if (const auto one = path(key)) {
            found.push_back(*one);
        }
        return found;
    }
    template <class Parse>
    auto parsed(const char* key, Parse parse, const std::string& otherwise) const {
        const std::string word = text(key, otherwise);
        const auto value = parse(word);
        if (!value) refuse(key);
        return *value;
    }
    /// A section, or none; refused when the key holds something else.
    const toml::table* section(std::string_view key) const {
        const toml::node* node = table_.get(key);
        if (node != nullptr && !node->is_table()) refuse(key);
        return node == nullptr ? nullptr : node->as_table();
    }
    [[noreturn]] void refuse(std::string_view key) const {
        const toml::node& node = *table_.get(key);
        throw core::Error("error.workspace_value", {file_.string(), std::to_string(line_of(node)), std::string{key},
                                                    written(node), example(key)});
    }

private:
    /// How a line of a workspace is written; the same in every language.
    static std::string example(std::string_view key) {
        constexpr std::array<std::pair<std::string_view, std::string_view>, 9> examples{
            {{"era", "era = \"2021\", era = \"2025\""},
             {"register_era", "register_era = \"2021\""},
             {"basis", "basis = \"new\", basis = \"recognised\", basis = \"valid\""},
             {"as_of", "as_of = 2021-12-31"},
             {"register", "register = [\"register/products.csv\"]"},
             {"boundaries", "[boundaries.2021]"},
             {"columns", "[columns.products]"},
             {"2021", "[boundaries.2021]"},
             {"2025", "[boundaries.2025]"}}};
        for (const auto& [name, line] : examples)
            if (name == key) return std::string{line};
        return std::string{key} + " = \"…\"";
    }
    /// A file that the workspace names. That it is missing is said here, where the line is known that names it.
    fs::path beside(const std::string& name, const toml::node& named_at) const {
        refuse_network(name);
        fs::path path = fs::absolute(file_).parent_path() / name;
        std::error_code error;
        if (!fs::exists(path, error))
            throw core::Error("error.named_file_missing",
                              {path.string(), file_.string(), std::to_string(line_of(named_at))});
        return path;
    }
    const toml::table& table_;
    const fs::path& file_;
};

std::string listed(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
    return out;
}

/// [columns.products] "Tên SP của xã" = "product"; = "" is only a note. What names no table or no column of it is a
/// finding.
ColumnMappings column_mappings(const toml::table& section, const fs::path& path, core::Findings& findings) {
    ColumnMappings mappings;
    const auto warn = [&](const toml::node& node, const char* key, std::vector<std::string> args) {
        findings.push_back({core::Severity::warning, {path.string(), "", line_of(node), 0}, {key, std::move(args)}});
    };
    for (const auto& [key, node] : section) {
        const std::string noun{key.str()};
        const std::vector<std::string> columns = columns_of(noun);
        const toml::table* headers = node.as_table();
        if (columns.empty() || noun.starts_with('=') || headers == nullptr) {
            warn(node, "finding.column_mapping_noun", {noun, listed(nouns())});
            continue;
        }
        for (const auto& [header, column] : *headers) {
            const auto name = column.value<std::string>();
            if (name && (name->empty() || std::find(columns.begin(), columns.end(), *name) != columns.end()))
                mappings.push_back({noun, std::string{header.str()}, *name});
            else
                warn(column, "finding.column_mapping_unknown",
                     {std::string{header.str()}, name.value_or(written(column)), noun, listed(columns)});
        }
    }
    return mappings;
}

Workspace from_table(const toml::table& file, const fs::path& path) {
    const Values values{file, path};
    Workspace workspace;
    domain::Document& document = workspace.document;
    report_unknown_keys(file,
                        {"title", "era", "register_era", "plan", "as_of", "basis", "register", "source", "watermark",
                         "crs", "deck", "boundaries", "columns", "aliases"},
                        path, document.findings);
    document.path = fs::absolute(path).string();
    document.title = values.text("title", path.stem().string());
    document.source = values.text("source");
    document.watermark = values.text("watermark");
    document.era = values.parsed("era", domain::era_from, "2021");
    document.register_era = values.parsed("register_era", domain::era_from, std::string{domain::id(document.era)});
    document.basis = values.parsed("basis", domain::basis_from, "recognised");
    if (file.contains("as_of")) {
        const auto as_of = toml_date(file["as_of"]);
        if (!as_of || !domain::is_valid(*as_of)) values.refuse("as_of");
        document.as_of = *as_of;
        workspace.has_as_of = true;
    }
    workspace.crs = values.text("crs", workspace.crs);
    workspace.has_register_era = file.contains("register_era");
    workspace.plan = values.path("plan");
    try {
        workspace.deck = values.path("deck");
    } catch (const core::Error& error) {  // the map can be shown without its deck
        document.findings.push_back(
            {core::Severity::error, {path.string(), "", line_of(*file.get("deck")), 0}, error.message()});
    }
    workspace.registers = values.paths("register");
    if (const toml::table* columns = values.section("columns"))
        workspace.columns = column_mappings(*columns, path, document.findings);
    workspace.aliases = values.paths("aliases");
    if (workspace.registers.empty())
        document.findings.push_back(
            {core::Severity::note, {path.string(), "", 0, 0}, {"finding.no_register_named", {}}});
    const toml::table* boundaries = values.section("boundaries");
    for (const domain::Era era : {domain::Era::y2021, domain::Era::y2025}) {
        const toml::table* section =
            boundaries == nullptr ? nullptr : Values{*boundaries, path}.section(domain::id(era));
        if (section == nullptr) continue;
        report_unknown_keys(*section, {"districts", "communes", "crs", "crosswalk"}, path, document.findings);
        const Values of_era{*section, path};
        BoundaryFiles files;
        files.districts = of_era.path("districts").value_or(fs::path{});
        files.communes = of_era.path("communes").value_or(fs::path{});
        files.source_crs = of_era.text("crs");
        if (const auto crosswalk = of_era.path("crosswalk")) workspace.crosswalk = *crosswalk;
        if (!files.districts.empty() || !files.communes.empty()) workspace.boundaries.emplace(era, std::move(files));
    }
    if (boundaries != nullptr) report_unknown_keys(*boundaries, {"2021", "2025"}, path, document.findings);
    if (workspace.boundaries.empty()) throw core::Error("error.workspace_without_boundaries", {path.string()});
    for (domain::Era* era : {&document.era, &document.register_era}) {
        if (workspace.boundaries.contains(*era)) continue;
        const domain::Era instead = workspace.boundaries.begin()->first;
        document.findings.push_back(
            {core::Severity::warning,
             {path.string(), "", file.contains("era") ? line_of(*file.get("era")) : 0, 0},
             {"finding.era_without_boundaries", {std::string{domain::id(*era)}, std::string{domain::id(instead)}}}});
        const bool both = document.era == document.register_era;
        *era = instead;
        if (both) document.register_era = instead;
    }
    return workspace;
}

void replace_boundaries(const fs::path& path, const Survey& survey, Workspace& workspace) {
    const bool districts = survey.level == domain::Level::district;
    // Since July 2025 there are no districts: communes that name none are those.
    const domain::Era era = districts || survey.names_districts ? domain::Era::y2021 : domain::Era::y2025;
    BoundaryFiles files;
    (districts ? files.districts : files.communes) = path;
    workspace.boundaries = {{era, files}};
    workspace.document.era = workspace.document.register_era = era;
    workspace.crosswalk.clear();
    workspace.aliases.clear();
    workspace.registers.clear();
}

bool names(const toml::table& workspace, const fs::path& folder, const fs::path& file) {
    std::vector<std::string> registers;
    if (const toml::array* list = workspace["register"].as_array()) {
        for (const toml::node& node : *list) registers.push_back(node.value_or(std::string{}));
    } else {
        registers.push_back(workspace["register"].value_or(std::string{}));
    }
    std::error_code error;
    return std::any_of(registers.begin(), registers.end(), [&](const std::string& name) {
        return !name.empty() && fs::equivalent(folder / name, file, error);
    });
}

/// Of the workspaces in the file's own folder and the one above, the first watermark of one that names the file.
std::string watermark_of(const fs::path& file) {
    const fs::path own = fs::absolute(file).parent_path();
    for (const fs::path& folder : {own, own.parent_path()}) {
        std::error_code error;
        std::vector<fs::path> workspaces;
        for (fs::directory_iterator at{folder, error}, end; !error && at != end; at.increment(error))
            if (core::lower(at->path().extension().string()) == ".toml") workspaces.push_back(at->path());
        std::sort(workspaces.begin(), workspaces.end());
        for (const fs::path& path : workspaces) {
            try {
                const toml::table workspace = read_toml(path);
                const std::string watermark = workspace["watermark"].value_or(std::string{});
                if (!watermark.empty() && names(workspace, folder, file)) return watermark;
            } catch (const core::Error&) {
                // A neighbour that cannot be read is not what was asked for; it says so when it is opened itself.
            }
        }
    }
    return {};
}

/// What an office has exported for its next file lies beside it.
void add_aliases_beside(const fs::path& path, std::vector<fs::path>& aliases) {
    const fs::path beside = fs::absolute(path).parent_path() / "aliases.csv";
    std::error_code error;
    const auto same = [&](const fs::path& named) { return fs::equivalent(named, beside, error); };
    if (fs::exists(beside, error) && std::none_of(aliases.begin(), aliases.end(), same)) aliases.push_back(beside);
}

Workspace read_workspace_table(const toml::table& file, const fs::path& path) {
    Workspace workspace = from_table(file, path);
    add_aliases_beside(path, workspace.aliases);
    return workspace;
}

}  // namespace

Workspace read_workspace(const fs::path& path) { return read_workspace_table(read_toml(path), path); }

FileKind kind_of(const fs::path& path) {
    const std::string ending = core::lower(path.extension().string());
    if (ending == ".toml") {
        const toml::table file = read_toml(path);
        const bool plan = file.contains("target") || (file.contains("from") && file.contains("to"));
        return plan ? FileKind::plan : FileKind::workspace;
    }
    constexpr std::array tables{".csv", ".txt", ".tsv", ".xlsx", ".xls", ".ods"};
    if (std::find(tables.begin(), tables.end(), ending) != tables.end()) return FileKind::register_table;
    return survey(path).has_shapes ? FileKind::boundaries : FileKind::register_table;
}

Workspace workspace_of(const fs::path& path) {
    const FileKind kind = kind_of(path);
    if (kind == FileKind::workspace) return read_workspace(path);
    Workspace workspace = read_workspace(geodata_folder() / "kien-giang.toml");
    domain::Document& document = workspace.document;
    document.path = fs::absolute(path).string();
    if (kind == FileKind::plan) {
        workspace.plan = fs::absolute(path);
        workspace.has_as_of = false;
        return workspace;
    }
    workspace.deck.reset();  // its notes speak of the shipped register
    document.title = path.stem().string();
    document.source = path.filename().string();
    if (kind == FileKind::boundaries) {
        replace_boundaries(fs::absolute(path), survey(path), workspace);
        return workspace;
    }
    document.watermark = watermark_of(path);
    workspace.registers = {fs::absolute(path)};
    add_aliases_beside(path, workspace.aliases);
    return workspace;
}

}  // namespace ocop::data
