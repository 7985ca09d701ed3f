#include "data/open.h"

#include <chrono>
#include <cstdlib>
#include <future>

#include "data/aliases.h"
#include "data/boundaries.h"
#include "data/candidates.h"
#include "data/column_encoding.h"
#include "data/crosswalk.h"
#include "data/gdal.h"
#include "data/plan_reader.h"
#include "data/register_reader.h"
#include "data/table.h"
#include "data/workspace_reader.h"

namespace ocop::data {

namespace {

namespace fs = std::filesystem;

struct Loaded {
    domain::Territory territory;
    core::Findings findings;
};

/// Days after it lie in the future, seen from today and from the date that the workspace is about.
domain::Date latest_day(domain::Date as_of) {
    const std::chrono::year_month_day now{std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())};
    const domain::Date today{static_cast<int>(now.year()), static_cast<int>(static_cast<unsigned>(now.month())),
                             static_cast<int>(static_cast<unsigned>(now.day()))};
    return std::max(today, domain::Date{as_of.year + 1, 12, 31});
}

}  // namespace

domain::Document open(const fs::path& file, const std::optional<fs::path>& plan,
                      const std::vector<domain::Alias>& own_aliases) {
    refuse_network(file);
    std::error_code error;
    if (!fs::exists(file, error)) throw core::Error("error.file_missing", {file.string()});
    if (plan) refuse_network(*plan);
    Workspace workspace = workspace_of(file);
    domain::Document document = std::move(workspace.document);

    // Files are independent and reading them is most of the work: each era and each table has a thread.
    std::map<domain::Era, std::future<Loaded>> eras;
    for (const auto& [era, files] : workspace.boundaries)
        eras.emplace(era, std::async(std::launch::async, [era = era, &files = files, &crs = workspace.crs] {
                         Loaded loaded;
                         loaded.territory = read_territory(era, files, crs, loaded.findings);
                         return loaded;
                     }));
    std::vector<std::future<std::vector<Table>>> registers;
    for (const fs::path& path : workspace.registers)
        registers.push_back(std::async(std::launch::async, [&path] { return read_tables(path); }));

    for (auto& [era, future] : eras) {
        Loaded loaded = future.get();
        document.territories.emplace(era, std::move(loaded.territory));
        document.findings.insert(document.findings.end(), loaded.findings.begin(), loaded.findings.end());
    }
    if (!workspace.crosswalk.empty())
        document.crosswalk = read_crosswalk(workspace.crosswalk, document.territory(domain::Era::y2021),
                                            document.territory(domain::Era::y2025), document.findings);

    const std::optional<fs::path> plan_file = plan ? plan : workspace.plan;
    if (!plan_file) throw core::Error("error.workspace_without_plan", {file.string()});
    document.plan = read_plan(*plan_file, document.territory(document.register_era), document.findings);
    if (!workspace.has_as_of) document.as_of = document.plan.to;

    if (workspace.aliases) document.aliases = read_aliases(*workspace.aliases, document.territories, document.findings);
    document.aliases.insert(document.aliases.end(), own_aliases.begin(), own_aliases.end());
    const Join join{document.territory(document.register_era), document.aliases};
    Draft draft;
    const Gazetteer gazetteer{document.territories};
    for (auto& future : registers) {
        std::vector<Table> tables = future.get();
        for (Table& table : tables) table = decoded(std::move(table), gazetteer, document.findings);
        read_register(tables, join, latest_day(document.as_of), draft, document.findings);
    }
    document.unmatched = std::move(draft.unmatched);
    add_candidates(document.territory(document.register_era), document.unmatched);
    document.records = merged(std::move(draft), document.findings);
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
