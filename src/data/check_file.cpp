#include "data/check_file.h"

#include "core/text.h"
#include "data/crosswalk.h"
#include "data/gdal.h"
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
    return out;
}

}  // namespace ocop::data
