#include "data/open.h"

#include <algorithm>
#include <cstdlib>
#include <future>

#include "core/text.h"
#include "data/boundaries.h"
#include "data/csv.h"
#include "data/gdal.h"
#include "data/plan_reader.h"
#include "data/register_reader.h"
#include "data/table.h"
#include "data/toml_file.h"

namespace ocop::data {

namespace {

namespace fs = std::filesystem;

/// A workspace file's contents, paths made absolute.
struct Workspace {
    domain::Document document;  // title, source, watermark, dates, basis, eras
    std::string crs = "EPSG:9207";
    std::optional<fs::path> plan;
    std::vector<fs::path> registers;
    std::map<domain::Era, BoundaryFiles> boundaries;
    fs::path crosswalk;
    bool has_as_of = false;
};

fs::path beside(const fs::path& workspace, const std::string& path) {
    refuse_network(path);
    return fs::absolute(workspace).parent_path() / path;
}

Workspace read_workspace(const fs::path& path) {
    const toml::table file = read_toml(path);
    Workspace workspace;
    domain::Document& document = workspace.document;
    document.path = fs::absolute(path).string();
    document.title = file["title"].value_or(path.stem().string());
    document.source = file["source"].value_or(std::string{});
    document.watermark = file["watermark"].value_or(std::string{});
    workspace.crs = file["crs"].value_or(workspace.crs);
    const auto refuse = [&](const char* key, const std::string& value) {
        throw core::Error("error.workspace_value", {path.string(), key, value});
    };
    const auto era_of = [&](const char* key, domain::Era otherwise) {
        const std::string text = file[key].value_or(std::string{domain::id(otherwise)});
        const auto era = domain::era_from(text);
        if (!era) refuse(key, text);
        return *era;
    };
    document.era = era_of("era", domain::Era::y2021);
    document.register_era = era_of("register_era", document.era);
    const std::string basis = file["basis"].value_or(std::string{"recognised"});
    if (const auto known = domain::basis_from(basis))
        document.basis = *known;
    else
        refuse("basis", basis);
    if (file["as_of"]) {
        const auto as_of = toml_date(file["as_of"]);
        if (!as_of || !domain::is_valid(*as_of)) refuse("as_of", file["as_of"].value_or(std::string{"?"}));
        document.as_of = *as_of;
        workspace.has_as_of = true;
    }
    if (const auto plan = file["plan"].value<std::string>()) workspace.plan = beside(path, *plan);
    if (const toml::array* registers = file["register"].as_array()) {
        for (const toml::node& node : *registers)
            if (const auto name = node.value<std::string>()) workspace.registers.push_back(beside(path, *name));
    } else if (const auto one = file["register"].value<std::string>()) {
        workspace.registers.push_back(beside(path, *one));
    }
    for (const domain::Era era : {domain::Era::y2021, domain::Era::y2025}) {
        const auto section = file["boundaries"][domain::id(era)];
        if (!section) continue;
        BoundaryFiles files;
        if (const auto name = section["districts"].value<std::string>()) files.districts = beside(path, *name);
        if (const auto name = section["communes"].value<std::string>()) files.communes = beside(path, *name);
        files.source_crs = section["crs"].value_or(std::string{});
        if (const auto name = section["crosswalk"].value<std::string>()) workspace.crosswalk = beside(path, *name);
        if (!files.districts.empty() || !files.communes.empty()) workspace.boundaries.emplace(era, std::move(files));
    }
    if (workspace.boundaries.empty()) throw core::Error("error.workspace_without_boundaries", {path.string()});
    return workspace;
}

/// A workspace around a lone file, with everything else as shipped.
Workspace around(const fs::path& path) {
    Workspace workspace = read_workspace(geodata_folder() / "kien-giang.toml");
    domain::Document& document = workspace.document;
    document.title = path.stem().string();
    document.source = path.filename().string();
    document.path = fs::absolute(path).string();
    const std::string ending = core::lower(path.extension().string());
    if (ending == ".shp" || ending == ".geojson" || ending == ".json" || ending == ".fgb" || ending == ".gpkg") {
        BoundaryFiles files;
        files.communes = fs::absolute(path);
        workspace.boundaries = {{document.era, files}};
        workspace.registers.clear();
    } else {
        workspace.registers = {fs::absolute(path)};
    }
    return workspace;
}

std::map<std::string, std::string> read_crosswalk(const fs::path& path) {
    std::map<std::string, std::string> successors;
    const auto rows = parse_csv(read_bytes(path));
    if (rows.empty()) return successors;
    const auto column = [&](const char* name) {
        const auto found = std::find(rows[0].begin(), rows[0].end(), name);
        if (found == rows[0].end()) throw core::Error("error.crosswalk", {path.string(), name});
        return static_cast<std::size_t>(found - rows[0].begin());
    };
    const std::size_t from = column("code_2021"), to = column("code_2025");
    for (std::size_t i = 1; i < rows.size(); ++i)
        if (rows[i].size() > std::max(from, to)) successors.emplace(rows[i][from], rows[i][to]);
    return successors;
}

}  // namespace

domain::Document open(const fs::path& file, const std::optional<fs::path>& plan) {
    refuse_network(file);
    std::error_code error;
    if (!fs::exists(file, error)) throw core::Error("error.file_missing", {file.string()});
    const bool is_workspace = core::lower(file.extension().string()) == ".toml";
    Workspace workspace = is_workspace ? read_workspace(file) : around(file);
    domain::Document document = std::move(workspace.document);

    // Each era on its own thread: the files are independent and reading them is most of the work.
    struct Loaded {
        domain::Territory territory;
        core::Findings findings;
    };
    std::map<domain::Era, std::future<Loaded>> loading;
    for (const auto& [era, files] : workspace.boundaries)
        loading.emplace(era, std::async(std::launch::async, [era = era, &files = files, &crs = workspace.crs] {
                            Loaded loaded;
                            loaded.territory = read_territory(era, files, crs, loaded.findings);
                            return loaded;
                        }));
    for (auto& [era, future] : loading) {
        Loaded loaded = future.get();
        document.territories.emplace(era, std::move(loaded.territory));
        document.findings.insert(document.findings.end(), loaded.findings.begin(), loaded.findings.end());
    }
    if (!document.territories.contains(document.era)) document.era = document.territories.begin()->first;
    if (!workspace.crosswalk.empty()) document.crosswalk = read_crosswalk(workspace.crosswalk);

    const std::optional<fs::path> plan_file = plan ? plan : workspace.plan;
    if (!plan_file) throw core::Error("error.workspace_without_plan", {file.string()});
    document.plan = read_plan(*plan_file, document.territory(document.register_era), document.findings);
    if (!workspace.has_as_of) document.as_of = document.plan.to;

    const Join join{document.territory(document.register_era)};
    for (const fs::path& path : workspace.registers) read_register(path, join, document.records, document.findings);
    merge_products(document.records, document.findings);
    return document;
}

fs::path geodata_folder() {
    if (const char* named = std::getenv("OCOPMAP_GEODATA"); named != nullptr && *named != '\0') return named;
    std::error_code error;
    for (fs::path folder = fs::read_symlink("/proc/self/exe", error).parent_path();
         !folder.empty() && folder != folder.root_path(); folder = folder.parent_path())
        if (fs::exists(folder / "geodata" / "kien-giang.toml", error)) return folder / "geodata";
    return "/usr/share/ocopmap/geodata";
}

}  // namespace ocop::data
