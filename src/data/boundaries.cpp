#include "data/boundaries.h"

#include <cpl_error.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include "core/text.h"
#include "data/gdal.h"
#include "data/name_key.h"

namespace ocop::data {

namespace {

using core::Severity;
using domain::Level;
using domain::Unit;

/// A feature as read, before units are put in order.
struct Read {
    Unit unit;
    std::string district_code, district_name;
    core::Shape shape;
};

/// Attribute columns of a layer, found by the names that Vietnamese offices and agencies use.
struct Columns {
    int code = -1, name = -1, kind = -1, district_code = -1, district_name = -1, area = -1, lon = -1, lat = -1,
        population = -1;

    explicit Columns(const OGRFeatureDefn& fields) {
        const auto find = [&](std::initializer_list<const char*> names) {
            for (const char* wanted : names)
                for (int i = 0; i < fields.GetFieldCount(); ++i)
                    if (core::folded(fields.GetFieldDefn(i)->GetNameRef()) == wanted) return i;
            return -1;
        };
        code = find({"code", "ma", "ma_dvhc", "ma_xa", "maxa", "ma_huyen", "mahuyen", "gso_code", "id"});
        name = find({"name", "ten", "ten_dvhc", "ten_xa", "tenxa", "ten_huyen", "tenhuyen", "name_vi"});
        kind = find({"kind", "type", "loai", "cap"});
        district_code = find({"dist_code", "district_code", "ma_huyen", "mahuyen"});
        district_name = find({"dist_name", "district", "ten_huyen", "tenhuyen", "huyen"});
        area = find({"area_km2", "dien_tich"});
        lon = find({"label_lon"});
        lat = find({"label_lat"});
        population = find({"pop", "population", "dan_so"});
    }
};

std::string text_of(const OGRFeature& feature, int column) {
    return column < 0 || !feature.IsFieldSetAndNotNull(column)
               ? std::string{}
               : core::collapsed(core::nfc(feature.GetFieldAsString(column)));
}

GDALDatasetUniquePtr open_vector(const std::filesystem::path& path) {
    refuse_network(path);
    register_drivers();
    std::error_code error;
    if (!std::filesystem::exists(path, error)) throw core::Error("error.file_missing", {path.string()});
    const std::string ending = core::lower(path.extension().string());
    if (ending == ".shp")
        for (const char* needed : {".shx", ".dbf"}) {
            std::filesystem::path sibling = path;
            if (!std::filesystem::exists(sibling.replace_extension(needed), error))
                throw core::Error("error.shapefile_part_missing", {path.string(), needed});
        }
    const CPLErrorHandlerPusher quiet{CPLQuietErrorHandler};
    GDALDatasetUniquePtr dataset{GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR)};
    if (!dataset || dataset->GetLayerCount() == 0) throw core::Error("error.not_a_map", {path.string()});
    return dataset;
}

/// Metres in the target CRS; the identity when the file is in it already (making a transform costs 20 to 40 ms).
class Projection {
public:
    Projection(const OGRSpatialReference* source, const std::string& fallback, const std::string& target,
               const std::filesystem::path& path) {
        OGRSpatialReference from, to;
        if (source != nullptr)
            from = *source;
        else if (fallback.empty() || from.SetFromUserInput(fallback.c_str()) != OGRERR_NONE)
            throw core::Error("error.no_crs", {path.string()});
        if (to.SetFromUserInput(target.c_str()) != OGRERR_NONE) throw core::Error("error.bad_crs", {target});
        from.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        to.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        constexpr std::array criteria{"CRITERION=EQUIVALENT", "IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES"};
        const char* options[] = {criteria[0], criteria[1], nullptr};
        if (from.IsSame(&to, options) != 0) return;
        transform_.reset(OGRCreateCoordinateTransformation(&from, &to));
        if (!transform_) throw core::Error("error.bad_crs", {path.string()});
    }

    /// False when a point has no place in the target plane.
    bool apply(core::Ring& ring) const {
        if (!transform_) return true;
        std::vector<double> x, y;
        for (const core::Point p : ring) {
            x.push_back(p.x);
            y.push_back(p.y);
        }
        if (transform_->Transform(static_cast<int>(ring.size()), x.data(), y.data()) == 0) return false;
        for (std::size_t i = 0; i < ring.size(); ++i) ring[i] = {x[i], y[i]};
        return true;
    }

private:
    std::unique_ptr<OGRCoordinateTransformation> transform_;
};

/// A ring without its closing point; empty when it has no area or a coordinate is no number.
core::Ring ring_of(const OGRLinearRing& source) {
    core::Ring ring;
    const int count = source.getNumPoints();
    ring.reserve(static_cast<std::size_t>(std::max(count, 0)));
    for (int i = 0; i < count; ++i) {
        const core::Point p{source.getX(i), source.getY(i)};
        if (!std::isfinite(p.x) || !std::isfinite(p.y)) return {};
        if (ring.empty() || !(ring.back() == p)) ring.push_back(p);
    }
    while (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
    return ring.size() < 3 ? core::Ring{} : ring;
}

/// Adds the polygons of a geometry; false when something of it could not be used.
bool add_polygons(const OGRGeometry& geometry, const Projection& projection, core::Shape& shape) {
    switch (wkbFlatten(geometry.getGeometryType())) {
        case wkbPolygon: {
            const OGRPolygon& source = *geometry.toPolygon();
            if (source.getExteriorRing() == nullptr) return false;
            core::Polygon polygon{ring_of(*source.getExteriorRing()), {}};
            if (polygon.outer.empty() || !projection.apply(polygon.outer)) return false;
            for (int i = 0; i < source.getNumInteriorRings(); ++i)
                if (core::Ring hole = ring_of(*source.getInteriorRing(i)); !hole.empty() && projection.apply(hole))
                    polygon.holes.push_back(std::move(hole));
            shape.polygons.push_back(std::move(polygon));
            return true;
        }
        case wkbMultiPolygon:
        case wkbGeometryCollection: {
            bool all = true;
            for (const OGRGeometry* part : *geometry.toGeometryCollection())
                all = add_polygons(*part, projection, shape) && all;
            return all;
        }
        default:
            return false;
    }
}

std::vector<Read> read_layer(const std::filesystem::path& path, Level level, const std::string& source_crs,
                             const std::string& target, core::Findings& findings) {
    const GDALDatasetUniquePtr dataset = open_vector(path);
    const CPLErrorHandlerPusher quiet{CPLQuietErrorHandler};
    OGRLayer& layer = *dataset->GetLayer(0);
    const Columns columns{*layer.GetLayerDefn()};
    if (columns.code < 0 || columns.name < 0) throw core::Error("error.map_without_code", {path.string()});
    const Projection projection{layer.GetSpatialRef(), source_crs, target, path};
    std::vector<Read> units;
    std::map<std::string, std::size_t> by_code;
    CPLErrorReset();
    int number = 0;
    for (auto& feature : layer) {
        ++number;
        const core::Place where{path.string(), "", number, 0};
        Read read;
        read.unit.level = level;
        read.unit.code = text_of(*feature, columns.code);
        read.unit.name = text_of(*feature, columns.name);
        const auto warn = [&](const char* key, std::vector<std::string> args) {
            findings.push_back({Severity::warning, where, {key, std::move(args)}});
        };
        if (read.unit.code.empty() || read.unit.name.empty()) {
            warn("finding.unit_without_code", {});
            continue;
        }
        const std::string kind = text_of(*feature, columns.kind);
        if (const auto known = unit_kind_from(kind))
            read.unit.kind = *known;
        else
            read.unit.kind = level == Level::district ? domain::UnitKind::district : domain::UnitKind::commune;
        read.district_code = text_of(*feature, columns.district_code);
        read.district_name = text_of(*feature, columns.district_name);
        if (columns.area >= 0) read.unit.area_km2 = feature->GetFieldAsDouble(columns.area);
        if (columns.population >= 0 && feature->IsFieldSetAndNotNull(columns.population) &&
            feature->GetFieldAsInteger(columns.population) > 0)
            read.unit.population = feature->GetFieldAsInteger(columns.population);
        const OGRGeometry* geometry = feature->GetGeometryRef();
        if (geometry == nullptr || geometry->IsEmpty()) {
            warn("finding.unit_without_shape", {read.unit.name});
        } else if (!add_polygons(*geometry, projection, read.shape)) {
            warn(read.shape.empty() ? "finding.unit_without_shape" : "finding.unit_part_unusable", {read.unit.name});
        }
        const auto [at, fresh] = by_code.try_emplace(read.unit.code, units.size());
        if (fresh) {
            units.push_back(std::move(read));
        } else {  // both areas are kept, as one unit, and the person is told
            warn("finding.unit_twice", {read.unit.name, read.unit.code});
            auto& polygons = units[at->second].shape.polygons;
            std::move(read.shape.polygons.begin(), read.shape.polygons.end(), std::back_inserter(polygons));
        }
    }
    if (CPLGetLastErrorType() == CE_Failure)
        findings.push_back(
            {Severity::error, {path.string(), "", 0, 0}, {"finding.map_damaged", {std::to_string(number)}}});
    if (units.empty()) throw core::Error("error.map_empty", {path.string()});
    return units;
}

}  // namespace

domain::Territory read_territory(domain::Era era, const BoundaryFiles& files, const std::string& crs,
                                 core::Findings& findings) {
    std::vector<Read> districts, communes;
    if (!files.districts.empty())
        districts = read_layer(files.districts, Level::district, files.source_crs, crs, findings);
    if (!files.communes.empty()) communes = read_layer(files.communes, Level::commune, files.source_crs, crs, findings);
    if (districts.empty()) {  // named by their communes only: no shape of their own
        std::set<std::string> seen;
        for (const Read& commune : communes) {
            if (commune.district_code.empty() || !seen.insert(commune.district_code).second) continue;
            Read district;
            district.unit = {commune.district_code,
                             commune.district_name,
                             Level::district,
                             domain::UnitKind::district,
                             0,
                             0,
                             {},
                             {}};
            districts.push_back(std::move(district));
        }
    }
    domain::Territory territory;
    territory.era = era;
    auto shapes = std::make_shared<std::vector<core::Shape>>();
    territory.units.push_back({"91", "Kiên Giang", Level::province, domain::UnitKind::province, -1, 0, {}, {}});
    shapes->emplace_back();
    std::map<std::string, int> district_index;
    for (Read& district : districts) {
        district.unit.parent = 0;
        district_index.emplace(district.unit.code, static_cast<int>(territory.units.size()));
        territory.units.push_back(std::move(district.unit));
        shapes->push_back(std::move(district.shape));
    }
    for (Read& commune : communes) {
        commune.unit.parent = 0;
        if (const auto found = district_index.find(commune.district_code); found != district_index.end())
            commune.unit.parent = found->second;
        else if (!districts.empty())
            findings.push_back({Severity::warning,
                                {files.communes.string(), "", 0, 0},
                                {"finding.commune_without_district", {commune.unit.name, commune.district_code}}});
        territory.units.push_back(std::move(commune.unit));
        shapes->push_back(std::move(commune.shape));
    }
    for (std::size_t i = 1; i < territory.units.size(); ++i)
        territory.units[0].area_km2 += territory.units[i].level == Level::commune ? territory.units[i].area_km2 : 0;
    territory.shapes = std::move(shapes);
    return territory;
}

}  // namespace ocop::data
