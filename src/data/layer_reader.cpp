#include "data/layer_reader.h"

#include <gdal_priv.h>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

#include <cmath>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>

#include "core/text.h"
#include "data/columns.h"
#include "data/gdal.h"
#include "data/name_key.h"
#include "data/projection.h"
#include "data/ring_check.h"
#include "data/table.h"

namespace ocop::data {

namespace {

namespace fs = std::filesystem;
using domain::Level;

std::string ending_of(const fs::path& path) { return core::lower(path.extension().string()); }

/// A file beside a shapefile, whatever the case of its ending.
std::optional<fs::path> sibling(const fs::path& path, const std::string& ending) {
    std::string upper = ending;
    for (char& c : upper) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
    std::error_code error;
    for (const std::string& candidate : {ending, upper}) {
        fs::path file = path;
        if (fs::exists(file.replace_extension(candidate), error)) return file;
    }
    return {};
}

/// An open file and how its coordinates become metres.
struct Source {
    MemoryFolder memory;
    GDALDatasetUniquePtr dataset;
    bool projected = false;  // known to be in the target CRS already
    bool encoding_assumed = false;
    OGRLayer& layer() const { return *dataset->GetLayer(0); }
};

/// A shapefile without .cpg says nothing about its letters: UTF-8 when every byte of it reads as that.
bool holds_utf8(const fs::path& dbf) {
    const std::string bytes = read_bytes(dbf);
    if (bytes.size() < 32) return false;
    const auto header = static_cast<std::size_t>(static_cast<unsigned char>(bytes[8])) +
                        256 * static_cast<std::size_t>(static_cast<unsigned char>(bytes[9]));
    return header <= bytes.size() && core::is_valid_utf8(std::string_view{bytes}.substr(header));
}

void open_shapefile(const fs::path& path, const std::string& target, Source& source) {
    for (const char* needed : {".shx", ".dbf"})
        if (!sibling(path, needed)) throw core::Error("error.shapefile_part_missing", {path.string(), needed});
    const char* const drivers[] = {"ESRI Shapefile", nullptr};
    const auto prj = sibling(path, ".prj"), cpg = sibling(path, ".cpg");
    const fs::path dbf = *sibling(path, ".dbf");
    std::string name = path.string();
    if (prj && is_known_prj(core::collapsed(read_bytes(*prj)), target)) {
        // Without its .prj, so that GDAL does not ask PROJ about it.
        source.projected = true;
        name = source.memory.add("map.shp", read_bytes(path));
        source.memory.add("map.shx", read_bytes(*sibling(path, ".shx")));
        source.memory.add("map.dbf", read_bytes(dbf));
        if (cpg) source.memory.add("map.cpg", read_bytes(*cpg));
    }
    const char* utf8[] = {"ENCODING=UTF-8", nullptr};
    const bool plain = !cpg && holds_utf8(dbf);
    source.encoding_assumed = !cpg && !plain;
    source.dataset.reset(GDALDataset::Open(name.c_str(), GDAL_OF_VECTOR, drivers, plain ? utf8 : nullptr));
}

void open_source(const fs::path& path, const std::string& target, Source& source) {
    refuse_network(path);
    const std::string ending = ending_of(path);
    std::error_code error;
    if (!fs::exists(path, error)) throw core::Error("error.file_missing", {path.string()});
    if (fs::is_directory(path, error) ? ending != ".gdb" : !std::ifstream{path})
        throw core::Error("error.file_unreadable", {path.string()});
    register_drivers(ending);
    if (ending == ".shp")
        open_shapefile(path, target, source);
    else
        source.dataset.reset(GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR));
    if (!source.dataset || source.dataset->GetLayerCount() == 0) throw core::Error("error.not_a_map", {path.string()});
}

Projection projection_of(const Source& source, const std::string& source_crs, const std::string& target,
                         const fs::path& path) {
    if (source.projected) return {};
    if (const OGRSpatialReference* own = source.layer().GetSpatialRef()) return Projection{*own, target, path.string()};
    if (source_crs.empty()) throw core::Error("error.no_crs", {path.string()});
    OGRSpatialReference named;
    if (named.SetFromUserInput(source_crs.c_str()) != OGRERR_NONE) throw core::Error("error.bad_crs", {source_crs});
    return Projection{named, target, path.string()};
}

/// Attribute columns of a layer, by the words of columns.txt.
struct Fields {
    int code = -1, name = -1, kind = -1, district_code = -1, district_name = -1, area = -1, population = -1;

    Fields(const OGRFeatureDefn& fields, Level level) {
        std::vector<std::string> names;
        for (int i = 0; i < fields.GetFieldCount(); ++i)
            names.push_back(recognisable(fields.GetFieldDefn(i)->GetNameRef()));
        const auto find = [&](const char* column) {
            for (const std::string& word : words_of("boundary", column))
                for (std::size_t i = 0; i < names.size(); ++i)
                    if (names[i] == word) return static_cast<int>(i);
            return -1;
        };
        const bool districts = level == Level::district;
        district_code = find("district_code");
        district_name = find("district_name");
        code = find(districts ? "own_district_code" : "own_commune_code");
        name = find(districts ? "own_district_name" : "own_commune_name");
        if (code < 0) code = find("code");
        if (name < 0) name = find("name");
        if (districts && code < 0) code = district_code;
        if (districts && name < 0) name = district_name;
        kind = find("kind");
        area = find("area");
        population = find("population");
    }
};

std::string text_of(const OGRFeature& feature, int column) {
    return column < 0 || !feature.IsFieldSetAndNotNull(column)
               ? std::string{}
               : core::collapsed(core::nfc(feature.GetFieldAsString(column)));
}

/// A ring without its closing point; empty when it has no area or a coordinate is no number.
core::Ring ring_of(const OGRLinearRing& source) {
    core::Ring ring(static_cast<std::size_t>(source.getNumPoints()));
    source.getPoints(&ring.data()->x, sizeof(core::Point), &ring.data()->y, sizeof(core::Point));
    std::size_t kept = 0;
    for (const core::Point p : ring) {
        if (!std::isfinite(p.x) || !std::isfinite(p.y)) return {};
        if (kept == 0 || !(ring[kept - 1] == p)) ring[kept++] = p;
    }
    while (kept > 1 && ring[0] == ring[kept - 1]) --kept;
    ring.resize(kept);
    return kept < 3 ? core::Ring{} : ring;
}

/// What came of a feature's geometry.
struct Drawn {
    core::Shape shape;
    bool part_lost = false;
    bool meets_itself = false;
};

void add_ring(const OGRLinearRing& source, const Projection& projection, Drawn& drawn, core::Ring& into) {
    into = ring_of(source);
    if (!into.empty() && meets_itself(into)) drawn.meets_itself = true;
    if (into.empty() || !projection.apply(into)) {
        into.clear();
        drawn.part_lost = true;
    }
}

void add_polygons(const OGRGeometry& geometry, const Projection& projection, Drawn& drawn) {
    switch (wkbFlatten(geometry.getGeometryType())) {
        case wkbPolygon: {
            const OGRPolygon& source = *geometry.toPolygon();
            core::Polygon polygon;
            if (source.getExteriorRing() == nullptr) return;
            add_ring(*source.getExteriorRing(), projection, drawn, polygon.outer);
            if (polygon.outer.empty()) return;
            for (int i = 0; i < source.getNumInteriorRings(); ++i) {
                core::Ring hole;
                add_ring(*source.getInteriorRing(i), projection, drawn, hole);
                if (!hole.empty()) polygon.holes.push_back(std::move(hole));
            }
            drawn.shape.polygons.push_back(std::move(polygon));
            return;
        }
        case wkbMultiPolygon:
        case wkbGeometryCollection:
            for (const OGRGeometry* part : *geometry.toGeometryCollection()) add_polygons(*part, projection, drawn);
            return;
        default:
            if (geometry.hasCurveGeometry(TRUE)) {
                const std::unique_ptr<OGRGeometry> straight{geometry.getLinearGeometry()};
                if (straight && !straight->hasCurveGeometry(TRUE)) return add_polygons(*straight, projection, drawn);
            }
            drawn.part_lost = true;
    }
}

/// The catalogue key of what is wrong with a feature's geometry, if anything is.
const char* complaint(const OGRGeometry* geometry, const Drawn& drawn) {
    if (geometry == nullptr || geometry->IsEmpty()) return "finding.unit_without_shape";
    if (OGR_GT_IsSubClassOf(wkbFlatten(geometry->getGeometryType()), wkbPoint) ||
        OGR_GT_IsSubClassOf(wkbFlatten(geometry->getGeometryType()), wkbCurve) ||
        wkbFlatten(geometry->getGeometryType()) == wkbMultiPoint ||
        OGR_GT_IsSubClassOf(wkbFlatten(geometry->getGeometryType()), wkbMultiCurve))
        return "finding.unit_not_area";
    if (drawn.shape.empty()) return "finding.unit_shape_unusable";
    if (drawn.part_lost) return "finding.unit_part_unusable";
    if (drawn.meets_itself) return "finding.unit_meets_itself";
    return nullptr;
}

/// Attributes of a feature. A type word in the name ("Xã Thạnh Lộc") goes to the kind where no kind column says it.
LayerUnit attributes(const OGRFeature& feature, const Fields& fields, Level level) {
    LayerUnit read;
    read.unit.level = level;
    read.unit.code = text_of(feature, fields.code);
    const TypedName name = typed_name(text_of(feature, fields.name));
    const auto kind = unit_kind_from(text_of(feature, fields.kind));
    const bool typed = name.kind && !name.name.empty() && (!kind || *kind == *name.kind);
    read.unit.name = typed ? name.name : text_of(feature, fields.name);
    read.unit.kind = kind    ? *kind
                     : typed ? *name.kind
                             : (level == Level::district ? domain::UnitKind::district : domain::UnitKind::commune);
    read.district_code = text_of(feature, fields.district_code);
    read.district_name = text_of(feature, fields.district_name);
    if (fields.area >= 0) read.unit.area_km2 = feature.GetFieldAsDouble(fields.area);
    if (fields.population >= 0 && feature.IsFieldSetAndNotNull(fields.population) &&
        feature.GetFieldAsInteger(fields.population) > 0)
        read.unit.population = feature.GetFieldAsInteger(fields.population);
    return read;
}

}  // namespace

std::vector<LayerUnit> read_layer(const fs::path& path, Level level, const std::string& source_crs,
                                  const std::string& target, core::Findings& findings) {
    const Quiet quiet;
    Source source;
    open_source(path, target, source);
    OGRLayer& layer = source.layer();
    const Fields fields{*layer.GetLayerDefn(), level};
    if (fields.code < 0 || fields.name < 0) throw core::Error("error.map_without_code", {path.string()});
    const Projection projection = projection_of(source, source_crs, target, path);
    const auto find = [&](core::Severity severity, int row, const char* key, std::vector<std::string> args) {
        findings.push_back({severity, {path.string(), "", row, 0}, {key, std::move(args)}});
    };
    if (source.encoding_assumed) find(core::Severity::warning, 0, "finding.encoding_assumed", {});

    std::vector<LayerUnit> units;
    std::map<std::string, std::size_t> by_code;
    const int failures_before = quiet.failures();
    int number = 0, sound = 0;  // features read before the first failure
    for (auto& feature : layer) {
        ++number;
        if (quiet.failures() == failures_before) sound = number;
        LayerUnit read = attributes(*feature, fields, level);
        read.where = {path.string(), "", number, 0};
        if (read.unit.code.empty() || read.unit.name.empty()) {
            find(core::Severity::warning, number, "finding.unit_without_code", {});
            continue;
        }
        const OGRGeometry* geometry = feature->GetGeometryRef();
        Drawn drawn;
        if (geometry != nullptr) add_polygons(*geometry, projection, drawn);
        if (const char* key = complaint(geometry, drawn)) find(core::Severity::warning, number, key, {read.unit.name});
        read.shape = std::move(drawn.shape);
        const auto [at, fresh] = by_code.try_emplace(read.unit.code, units.size());
        if (fresh) {
            units.push_back(std::move(read));
        } else {  // both areas are kept, as one unit, and the person is told
            find(core::Severity::warning, number, "finding.unit_twice", {read.unit.name, read.unit.code});
            auto& polygons = units[at->second].shape.polygons;
            std::move(read.shape.polygons.begin(), read.shape.polygons.end(), std::back_inserter(polygons));
        }
    }
    if (quiet.failures() > failures_before)
        find(core::Severity::error, 0, "finding.map_damaged", {std::to_string(sound)});
    if (units.empty()) throw core::Error("error.map_empty", {path.string()});
    return units;
}

Survey survey(const fs::path& path) {
    const Quiet quiet;
    Source source;
    open_source(path, "EPSG:9207", source);
    OGRLayer& layer = source.layer();
    Survey survey;
    survey.has_shapes = layer.GetGeomType() != wkbNone;
    const Fields fields{*layer.GetLayerDefn(), Level::commune};
    for (auto& feature : layer) {
        const LayerUnit unit = attributes(*feature, fields, Level::commune);
        using enum domain::UnitKind;
        if (unit.unit.kind == district || unit.unit.kind == city || unit.unit.code.size() == 3)
            survey.level = Level::district;
        survey.names_districts = survey.names_districts || !unit.district_code.empty();
    }
    return survey;
}

}  // namespace ocop::data
