#include "data/check_file.h"

#include <tuple>

#include "core/text.h"
#include "data/candidates.h"
#include "data/crosswalk.h"
#include "data/gdal.h"
#include "data/join.h"
#include "data/name_key.h"
#include "data/open.h"
#include "data/plan_reader.h"
#include "data/table.h"
#include "data/workspace_reader.h"

namespace ocop::data {

namespace {

namespace fs = std::filesystem;

/// The shipped units of an era: what codes of plans and crosswalks are looked up in.
domain::Territory shipped_units(domain::Era era) {
    const Workspace shipped = read_workspace(geodata_folder() / "kien-giang.toml");
    const auto files = shipped.boundaries.find(era);
    core::Findings of_the_map;
    return files == shipped.boundaries.end() ? domain::Territory{}
                                             : read_territory(era, files->second, shipped.crs, of_the_map);
}

Checked check_plan(const fs::path& file) {
    Checked out;
    const std::map<domain::Era, domain::Territory> units{{domain::Era::y2021, shipped_units(domain::Era::y2021)},
                                                         {domain::Era::y2025, shipped_units(domain::Era::y2025)}};
    const domain::Plan plan = read_plan(file, units, domain::Era::y2021, out.findings);
    out.holds = {"check.targets", {plan.id, std::to_string(plan.targets.size())}};
    return out;
}

Checked check_crosswalk(const fs::path& file) {
    Checked out;
    const auto successors =
        read_crosswalk(file, shipped_units(domain::Era::y2021), shipped_units(domain::Era::y2025), out.findings);
    out.holds = {"check.successors", {std::to_string(successors.size())}};
    return out;
}

bool is_crosswalk(const fs::path& file) {
    if (core::lower(file.extension().string()) != ".csv") return false;
    const std::vector<Table> tables = read_tables(file);
    if (tables.front().rows.empty()) return false;
    bool before = false, after = false;
    for (const std::string& cell : tables.front().rows.front()) {
        before = before || core::collapsed(cell) == "code_2021";
        after = after || core::collapsed(cell) == "code_2025";
    }
    return before && after;
}

core::Message units_of(const domain::Document& document) {
    const domain::Territory& territory = document.territory(document.era);
    const auto number = [&](domain::Level level) { return std::to_string(territory.at(level).size()); };
    return {"check.units", {number(domain::Level::district), number(domain::Level::commune)}};
}

/// "Bình An (Châu Thành, 30904); An Biên (908)": with what tells units of one name apart.
std::string told_apart(const domain::Territory& territory, const std::vector<domain::Candidate>& candidates) {
    constexpr std::size_t most = 3;
    std::string out;
    for (std::size_t i = 0; i < std::min(most, candidates.size()); ++i) {
        const int index = territory.find(candidates[i].code, candidates[i].level);
        if (index < 0) continue;
        const domain::Unit& unit = territory.units[static_cast<std::size_t>(index)];
        const std::string above = unit.level == domain::Level::commune && unit.parent > 0
                                      ? territory.units[static_cast<std::size_t>(unit.parent)].name + ", "
                                      : std::string{};
        out += (out.empty() ? "" : "; ") + unit.name + " (" + above + unit.code + ")";
    }
    return out;
}

/// Says of each name that did not join which units it is likest to. Its finding is the first at its cell.
void name_likeliest(const domain::Territory& territory, const std::vector<domain::Unmatched>& rows, Checked& out) {
    const auto key = [](const core::Place& where) {
        return std::tuple{where.file, where.sheet, where.row, where.column};
    };
    std::map<std::tuple<std::string, std::string, int, int>, std::size_t> first;
    for (std::size_t i = 0; i < out.findings.size(); ++i)
        if (out.findings[i].severity != core::Severity::note) first.emplace(key(out.findings[i].where), i);
    for (const domain::Unmatched& row : rows)
        if (const std::string units = told_apart(territory, row.candidates); !units.empty())
            if (const auto at = first.find(key(row.where)); at != first.end())
                out.likeliest.emplace(at->second, core::Message{"check.likeliest", {units}});
}

/// Units of a map that bear no name of the shipped list of their era: rows would not find them.
void check_names(const domain::Document& document, const fs::path& file, Checked& out) {
    const domain::Territory &territory = document.territory(document.era), shipped = shipped_units(territory.era);
    const Join join{shipped};
    std::vector<domain::Unmatched> unmatched;
    std::vector<std::size_t> findings;
    for (const domain::Unit& unit : territory.units) {
        if (unit.level == domain::Level::province || shipped.at(unit.level).empty()) continue;
        const int same = shipped.find(unit.code, unit.level);
        if (same >= 0 && name_key(shipped.units[static_cast<std::size_t>(same)].name).name == name_key(unit.name).name)
            continue;
        domain::Location location;
        const bool commune = unit.level == domain::Level::commune;
        if (commune && unit.parent > 0)
            location.district_text = territory.units[static_cast<std::size_t>(unit.parent)].name;
        (commune ? location.commune_text : location.district_text) = unit.name;
        const std::size_t before = unmatched.size();
        join.locate(location, {}, {}, {{file.string(), "", 0, 0}, {file.string(), "", 0, 0}, out.findings, &unmatched});
        if (unmatched.size() > before) findings.push_back(out.findings.size() - 1);
    }
    add_candidates(shipped, unmatched);
    for (std::size_t i = 0; i < unmatched.size(); ++i)
        if (const std::string units = told_apart(shipped, unmatched[i].candidates); !units.empty())
            out.likeliest.emplace(findings[i], core::Message{"check.likeliest", {units}});
}

}  // namespace

Checked check_file(const fs::path& file, const std::optional<fs::path>& plan) {
    refuse_network(file);
    std::error_code error;
    if (!fs::exists(file, error)) throw core::Error("error.file_missing", {file.string()});
    if (is_crosswalk(file)) return check_crosswalk(file);
    const FileKind kind = kind_of(file);
    if (kind == FileKind::plan) return check_plan(file);
    domain::Document document = open(file, plan);
    Checked out{std::move(document.findings), {}};
    out.holds = kind == FileKind::boundaries
                    ? units_of(document)
                    : core::Message{"check.products", {std::to_string(document.records.products.size())}};
    name_likeliest(document.territory(document.register_era), document.unmatched, out);
    if (kind == FileKind::boundaries) check_names(document, file, out);
    return out;
}

}  // namespace ocop::data
