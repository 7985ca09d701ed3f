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
        if (!value) refuse(key, "…");
        return *value;
    }
    std::optional<fs::path> path(const char* key) const {
        const std::string name = text(key);
        if (name.empty()) return {};
        return beside(name);
    }
    std::vector<fs::path> paths(const char* key) const {
        std::vector<fs::path> found;
        if (const toml::array* list = table_[key].as_array()) {
            for (const toml::node& node : *list) {
                const auto name = node.value<std::string>();
                if (!name) refuse(key, "…");
                found.push_back(beside(*name));
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
        if (!value) refuse(key, word);
        return *value;
    }
    [[noreturn]] void refuse(const char* key, const std::string& value) const {
        throw core::Error("error.workspace_value", {file_.string(), key, value});
    }

private:
    fs::path beside(const std::string& name) const {
        refuse_network(name);
        return fs::absolute(file_).parent_path() / name;
    }
    const toml::table& table_;
    const fs::path& file_;
};

Workspace from_table(const toml::table& file, const fs::path& path) {
    const Values values{file, path};
    Workspace workspace;
    domain::Document& document = workspace.document;
    report_unknown_keys(file,
                        {"title", "era", "register_era", "plan", "as_of", "basis", "register", "source", "watermark",
                         "crs", "boundaries"},
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
        if (!as_of || !domain::is_valid(*as_of)) values.refuse("as_of", file["as_of"].value_or(std::string{"…"}));
        document.as_of = *as_of;
        workspace.has_as_of = true;
    }
    workspace.crs = values.text("crs", workspace.crs);
    workspace.plan = values.path("plan");
    workspace.registers = values.paths("register");
    for (const domain::Era era : {domain::Era::y2021, domain::Era::y2025}) {
        const toml::table* section = file["boundaries"][domain::id(era)].as_table();
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
    if (const toml::table* boundaries = file["boundaries"].as_table())
        report_unknown_keys(*boundaries, {"2021", "2025"}, path, document.findings);
    if (workspace.boundaries.empty()) throw core::Error("error.workspace_without_boundaries", {path.string()});
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
    workspace.registers.clear();
}

}  // namespace

Workspace read_workspace(const fs::path& path) { return from_table(read_toml(path), path); }

Workspace workspace_of(const fs::path& path) {
    const std::string ending = core::lower(path.extension().string());
    const bool is_toml = ending == ".toml";
    if (is_toml) {
        const toml::table file = read_toml(path);
        if (!file.contains("target") && !(file.contains("from") && file.contains("to"))) return from_table(file, path);
    }
    Workspace workspace = read_workspace(geodata_folder() / "kien-giang.toml");
    domain::Document& document = workspace.document;
    document.path = fs::absolute(path).string();
    if (is_toml) {  // a plan
        workspace.plan = fs::absolute(path);
        workspace.has_as_of = false;
        return workspace;
    }
    document.title = path.stem().string();
    document.source = path.filename().string();
    constexpr std::array tables{".csv", ".txt", ".tsv", ".xlsx", ".xls", ".ods"};
    if (std::find(tables.begin(), tables.end(), ending) == tables.end())
        if (const Survey found = survey(path); found.has_shapes) {
            replace_boundaries(fs::absolute(path), found, workspace);
            return workspace;
        }
    workspace.registers = {fs::absolute(path)};
    return workspace;
}

}  // namespace ocop::data
