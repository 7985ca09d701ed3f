#include "data/boundaries.h"

#include <cmath>
#include <map>

#include "core/text.h"
#include "data/layer_reader.h"
#include "data/name_key.h"

namespace ocop::data {

namespace {

using core::Severity;
using domain::Level;

/// A district that only its communes name: no shape of its own.
LayerUnit district_of(const LayerUnit& commune) {
    const TypedName name = typed_name(commune.district_name);
    LayerUnit district;
    district.unit.code = commune.district_code;
    district.unit.name = commune.district_name.empty() ? commune.district_code : name.name;
    district.unit.level = Level::district;
    district.unit.kind = name.kind.value_or(domain::UnitKind::district);
    district.where = commune.where;
    return district;
}

/// Every district that communes name, once; those that the district file lacks are findings.
void complete_districts(const std::vector<LayerUnit>& communes, std::vector<LayerUnit>& districts, bool has_file,
                        core::Findings& findings) {
    std::map<std::string, bool> known;
    for (const LayerUnit& district : districts) known.emplace(district.unit.code, true);
    for (const LayerUnit& commune : communes) {
        if (commune.district_code.empty() || !known.emplace(commune.district_code, true).second) continue;
        districts.push_back(district_of(commune));
        if (has_file)
            findings.push_back(
                {Severity::warning, commune.where, {"finding.district_not_on_map", {districts.back().unit.name}}});
    }
}

std::string km2_text(double km2) {
    const auto hundredths = static_cast<long long>(km2 * 100 + 0.5);
    const std::string rest = std::to_string(hundredths % 100);
    return std::to_string(hundredths / 100) + "," + (rest.size() < 2 ? "0" : "") + rest;
}

/// A commune that the map lacks leaves a hole, one drawn twice or too large a surplus. Maps of different sources differ
/// by a little along rivers and coasts; less than 2 % of a district is no commune.
void compare_areas(const domain::Territory& territory, const BoundaryFiles& files, core::Findings& findings) {
    const auto& units = territory.units;
    const auto& shapes = *territory.shapes;
    std::vector<double> communes(units.size(), 0);
    for (std::size_t i = 0; i < units.size(); ++i)
        if (units[i].level == Level::commune && units[i].parent > 0)
            communes[static_cast<std::size_t>(units[i].parent)] += core::area(shapes[i]) / 1e6;
    for (std::size_t i = 0; i < units.size(); ++i) {
        const double own = core::area(shapes[i]) / 1e6;
        if (units[i].level != Level::district || own <= 0 || std::abs(communes[i] - own) <= 0.02 * own) continue;
        findings.push_back({Severity::warning,
                            {files.communes.string(), "", 0, 0},
                            {communes[i] < own ? "finding.communes_too_small" : "finding.communes_too_large",
                             {units[i].name, km2_text(own), km2_text(communes[i])}}});
    }
}

}  // namespace

domain::Territory read_territory(domain::Era era, const BoundaryFiles& files, const std::string& crs,
                                 core::Findings& findings) {
    std::vector<LayerUnit> districts, communes;
    if (!files.districts.empty())
        districts = read_layer(files.districts, Level::district, files.source_crs, crs, findings);
    if (!files.communes.empty()) communes = read_layer(files.communes, Level::commune, files.source_crs, crs, findings);
    complete_districts(communes, districts, !files.districts.empty(), findings);

    domain::Territory territory;
    territory.era = era;
    auto shapes = std::make_shared<std::vector<core::Shape>>();
    const auto add = [&](LayerUnit&& read, int parent) {
        read.unit.parent = parent;
        if (read.unit.area_km2 <= 0) read.unit.area_km2 = core::area(read.shape) / 1e6;
        territory.units.push_back(std::move(read.unit));
        shapes->push_back(std::move(read.shape));
        return static_cast<int>(territory.units.size()) - 1;
    };
    LayerUnit province;
    province.unit = {"91", "Kiên Giang", Level::province, domain::UnitKind::province, -1, 0, {}, {}};
    add(std::move(province), -1);
    std::map<std::string, int> index;
    for (LayerUnit& district : districts) {
        const std::string code = district.unit.code;
        index.emplace(code, add(std::move(district), 0));
    }
    for (LayerUnit& commune : communes) {
        const auto found = index.find(commune.district_code);
        if (found == index.end() && !districts.empty())
            findings.push_back(
                {Severity::warning, commune.where, {"finding.commune_without_district", {commune.unit.name}}});
        add(std::move(commune), found == index.end() ? 0 : found->second);
    }
    const Level parts = communes.empty() ? Level::district : Level::commune;
    for (const domain::Unit& unit : territory.units)
        if (unit.level == parts) territory.units[0].area_km2 += unit.area_km2;
    territory.shapes = std::move(shapes);
    if (!files.districts.empty() && !files.communes.empty()) compare_areas(territory, files, findings);
    return territory;
}

}  // namespace ocop::data
