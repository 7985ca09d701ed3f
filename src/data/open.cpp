#include "data/open.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <future>

#include "data/alias_edits.h"
#include "data/aliases.h"
#include "data/boundaries.h"
#include "data/candidates.h"
#include "data/certificates.h"
#include "data/column_edits.h"
#include "data/column_encoding.h"
#include "data/crosswalk.h"
#include "data/deck_reader.h"
#include "data/edited_plan.h"
#include "data/era_check.h"
#include "data/gdal.h"
#include "data/plan_reader.h"
#include "data/proposal.h"
#include "data/register_reader.h"
#include "data/store.h"
#include "data/table.h"
#include "data/workspace_reader.h"
#include "domain/edited_deck.h"
#include "domain/edited_scenarios.h"
#include "domain/replay.h"

namespace ocop::data {

namespace {

namespace fs = std::filesystem;

struct Loaded {
    domain::Territory territory;
    core::Findings findings;
};

/// Days after it lie in the future, seen from today and from the date that the workspace is about.
domain::Date latest_day(domain::Date as_of) { return std::max(today(), domain::Date{as_of.year + 1, 12, 31}); }

std::vector<fs::path> files_besides(const Workspace& workspace, const fs::path& file, const fs::path& plan) {
    std::vector<fs::path> files{fs::absolute(plan)};
    if (workspace.registers.empty() || fs::absolute(file) != workspace.registers.front())
        files.push_back(fs::absolute(file));
    for (const auto& [era, boundaries] : workspace.boundaries)
        for (const fs::path& path : {boundaries.districts, boundaries.communes})
            if (!path.empty()) files.push_back(path);
    if (!workspace.crosswalk.empty()) files.push_back(workspace.crosswalk);
    if (workspace.deck) files.push_back(*workspace.deck);
    files.insert(files.end(), workspace.aliases.begin(), workspace.aliases.end());
    return files;
}

/// Columns of old fonts as Unicode: before edits, which a person makes in Unicode.
void decode_registers(Sources& sources) {
    const Gazetteer gazetteer{sources.base.territories};
    sources.fonts.clear();
    for (std::vector<Table>& tables : sources.registers)
        for (Table& table : tables) table = decoded(std::move(table), gazetteer, sources.fonts);
}

/// The era that the rows tell, by the columns that are known; else the declared one.
domain::Era told_era(const Sources& sources, core::Findings& findings) {
    const domain::Document& document = sources.base;
    return register_era(sources.registers, document.territories, sources.declared.of_register,
                        sources.declared.has_register_era, sources.columns, findings, document.aliases);
}

/// The units of an era, and the plan for them.
void settle(Sources& sources, domain::Era era, const core::Findings& told) {
    domain::Document& document = sources.base;
    document.findings = sources.declared.findings;
    document.findings.insert(document.findings.end(), told.begin(), told.end());
    document.era =
        era == domain::Era::y2025 ? era : sources.declared.shown;  // its rows have no place in the units before
    document.register_era = era;
    document.plan = read_plan(sources.plan, document.territories, era, document.findings);
    if (!sources.declared.has_as_of) document.as_of = document.plan.to;
    sources.latest = latest_day(document.as_of);
    if (sources.deck) document.deck = read_deck(*sources.deck, document, document.findings);
}

}  // namespace

domain::Date today() {
    const std::chrono::year_month_day now{std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())};
    return {static_cast<int>(now.year()), static_cast<int>(static_cast<unsigned>(now.month())),
            static_cast<int>(static_cast<unsigned>(now.day()))};
}

Sources read_sources(const fs::path& file, const std::optional<fs::path>& plan) {
    refuse_network(file);
    std::error_code error;
    if (!fs::exists(file, error)) throw core::Error("error.file_missing", {file.string()});
    if (plan) refuse_network(*plan);
    Workspace workspace = workspace_of(file);
    Sources sources;
    sources.base = std::move(workspace.document);
    domain::Document& document = sources.base;
    sources.store = store_path(document.path);

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

    for (const fs::path& path : workspace.aliases) {
        const auto aliases = read_aliases(path, document.territories, document.findings);
        document.aliases.insert(document.aliases.end(), aliases.begin(), aliases.end());
    }
    for (auto& tables : registers) sources.registers.push_back(tables.get());
    decode_registers(sources);
    sources.columns = sources.written = workspace.columns;
    sources.declared = {document.era, document.register_era, workspace.has_register_era, workspace.has_as_of,
                        std::move(document.findings)};
    const std::optional<fs::path> plan_file = plan ? plan : workspace.plan;
    core::Findings told;
    const domain::Era era = told_era(sources, told);
    if (!plan_file) throw core::Error("error.workspace_without_plan", {file.string()});
    sources.plan = *plan_file;
    sources.deck = workspace.deck;
    settle(sources, era, told);
    sources.register_files = workspace.registers;
    sources.other_files = files_besides(workspace, file, *plan_file);
    return sources;
}

Sources reread_registers(Sources sources) {
    sources.registers.clear();
    for (const fs::path& path : sources.register_files) sources.registers.push_back(read_tables(path));
    decode_registers(sources);
    // A file that mixes eras now, or is of another one, is refused: what is shown stays.
    core::Findings told;
    register_era(sources.registers, sources.base.territories, sources.base.register_era, true, sources.columns, told,
                 sources.base.aliases);
    return sources;
}

Sources with_columns(Sources sources, ColumnMappings chosen) {
    sources.chosen = std::move(chosen);
    sources.columns = sources.chosen;
    sources.columns.insert(sources.columns.end(), sources.written.begin(), sources.written.end());
    core::Findings told;
    if (const domain::Era era = told_era(sources, told); era != sources.base.register_era) settle(sources, era, told);
    return sources;
}

namespace {
/// Whether there is anything whose columns a person could name.
bool has_headers(const std::vector<Table>& tables) {
    return std::any_of(tables.begin(), tables.end(),
                       [](const Table& table) { return !table.hidden && propose(table).header_row > 0; });
}
}  // namespace

namespace {
void add_scenarios(domain::Document& document, const std::map<std::string, domain::EditedTable>& edits,
                   const fs::path& store) {
    if (const auto found = edits.find(std::string{domain::scenarios_table}); found != edits.end())
        document.scenarios = domain::edited_scenarios(found->second, document, store.string(), document.findings);
}
}  // namespace

Built build(const Sources& sources, const domain::Journal& journal) {
    Built built{sources.base, {}, {}};
    domain::Document& document = built.document;
    const auto edits = domain::replay(journal);
    if (const auto quotas = edits.find("quotas"); quotas != edits.end())
        edit_plan(quotas->second, sources.plan, sources.store.string(), document);
    if (const auto chosen = edits.find("aliases"); chosen != edits.end())
        add_aliases(chosen->second, sources.store.string(), document);
    document.findings.insert(document.findings.end(), sources.fonts.begin(), sources.fonts.end());
    built.cells = edited(sources.registers, edits, sources.store.string(), document.conflicts, document.findings,
                         sources.columns);
    const Join join{document.territory(document.register_era), document.aliases};
    Draft draft;
    for (const std::vector<Table>& tables : built.cells.files()) {
        const auto none = read_register(tables, join, sources.latest, draft, document.findings, sources.columns);
        if (!none) continue;
        if (!has_headers(tables)) throw core::Error(none->key, none->args);
        document.findings.push_back(
            {core::Severity::error, {tables.front().file, "", 0, 0}, {"finding.no_register", none->args}});
        built.unread = none;
    }
    tell_lost_columns(sources.columns, built.cells.files(), document.path, sources.store.string(), document.findings);
    document.unmatched = std::move(draft.unmatched);
    add_candidates(document.territory(document.register_era), document.unmatched);
    document.records = merged(std::move(draft), document.findings);
    if (const auto scenes = edits.find(std::string{domain::scenes_table}); scenes != edits.end())
        document.deck =
            domain::edited_deck(document.deck, scenes->second, document, sources.store.string(), document.findings);
    tell_lapsed(document, document.findings);
    add_scenarios(document, edits, sources.store);
    return built;
}

domain::Document with_scenarios(domain::Document document, const domain::Journal& journal, const fs::path& store) {
    document.scenarios.clear();
    std::erase_if(document.findings,
                  [](const core::Finding& finding) { return finding.where.sheet == domain::scenarios_table; });
    add_scenarios(document, domain::replay(journal), store);
    return document;
}

domain::Document open(const fs::path& file, const std::optional<fs::path>& plan) {
    Sources sources = read_sources(file, plan);
    const domain::Journal journal = Store{sources.store}.load();
    if (ColumnMappings chosen = chosen_columns(journal); !chosen.empty())
        sources = with_columns(std::move(sources), std::move(chosen));
    Built built = build(sources, journal);
    if (built.unread) throw core::Error(built.unread->key, built.unread->args);
    return std::move(built.document);
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
