#include "data/layer_reader.h"

#include <gdal_priv.h>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>

#include "core/text.h"
#include "data/columns.h"
#include "data/gdal.h"
#include "data/map_source.h"
#include "data/name_key.h"
#include "data/projection.h"
#include "data/ring_check.h"

namespace ocop::data {

namespace {

namespace fs = std::filesystem;
using domain::Level;

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

/// Whether a ring runs to and fro on one line: no corner leaves it by more than a billionth of its length.
bool is_line(const core::Ring& ring) {
    const auto from_first = [&](core::Point p) { return core::Point{p.x - ring[0].x, p.y - ring[0].y}; };
    core::Point far;
    for (const core::Point p : ring)
        if (const core::Point d = from_first(p); d.x * d.x + d.y * d.y > far.x * far.x + far.y * far.y) far = d;
    const double most = 1e-9 * (far.x * far.x + far.y * far.y);
    return std::all_of(ring.begin(), ring.end(), [&](core::Point p) {
        const core::Point d = from_first(p);
        return std::abs(d.x * far.y - d.y * far.x) <= most;
    });
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
    return kept < 3 || is_line(ring) ? core::Ring{} : ring;
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

/// A second feature of a code that is known: more land of the unit, the same again, or another unit with its code.
void join_twin(LayerUnit& first, LayerUnit&& again, core::Findings& findings) {
    const auto say = [&](core::Severity severity, const char* key, std::vector<std::string> args) {
        findings.push_back({severity, again.where, {key, std::move(args)}});
    };
    if (name_key(again.unit.name).name != name_key(first.unit.name).name)
        return say(core::Severity::error, "finding.code_of_two_units",
                   {again.unit.code, first.unit.name, again.unit.name, std::to_string(first.where.row)});
    const std::vector<std::string> args{first.unit.name, first.unit.code, std::to_string(first.where.row)};
    if (again.shape == first.shape) return say(core::Severity::warning, "finding.unit_repeated", args);
    say(core::Severity::warning, "finding.unit_twice", args);
    auto& polygons = first.shape.polygons;
    std::move(again.shape.polygons.begin(), again.shape.polygons.end(), std::back_inserter(polygons));
}

/// Shapes on the other side of the world would shrink all others to dots: they are told and not drawn.
void drop_far_shapes(std::vector<LayerUnit>& units, core::Findings& findings) {
    constexpr double far = 3e6;  // metres; Viet Nam with its islands is 1,700 km long
    std::vector<double> x, y;
    for (const LayerUnit& read : units)
        if (const core::Box box = core::bounds(read.shape); !box.empty()) {
            x.push_back((box.min_x + box.max_x) / 2);
            y.push_back((box.min_y + box.max_y) / 2);
        }
    if (x.empty()) return;
    const auto middle = [](std::vector<double>& values) {
        const auto half = values.begin() + static_cast<std::ptrdiff_t>((values.size() - 1) / 2);
        std::nth_element(values.begin(), half, values.end());
        return *half;
    };
    const core::Point centre{middle(x), middle(y)};
    for (LayerUnit& read : units) {
        const core::Box box = core::bounds(read.shape);
        if (box.empty()) continue;
        const double away =
            std::max({centre.x - box.min_x, box.max_x - centre.x, centre.y - box.min_y, box.max_y - centre.y});
        if (away < far) continue;
        read.shape = {};
        findings.push_back({core::Severity::warning,
                            read.where,
                            {"finding.unit_far_away", {read.unit.name, std::to_string(std::lround(away / 1000))}}});
    }
}

}  // namespace

std::vector<LayerUnit> read_layer(const fs::path& path, Level level, const std::string& source_crs,
                                  const std::string& target, core::Findings& findings) {
    const Quiet quiet;
    MapSource source;
    open_source(path, target, source);
    OGRLayer& layer = source.layer();
    if (layer.GetFeatureCount() == 0) throw core::Error("error.map_empty", {path.string()});
    const Fields fields{*layer.GetLayerDefn(), level};
    if (fields.code < 0 || fields.name < 0) throw core::Error("error.map_without_code", {path.string()});
    const Projection projection = projection_of(source, source_crs, target, path);
    const auto find = [&](core::Severity severity, int row, const char* key, std::vector<std::string> args) {
        findings.push_back({severity, {path.string(), "", row, 0}, {key, std::move(args)}});
    };
    if (source.encoding_assumed) find(core::Severity::warning, 0, "finding.encoding_assumed", {});
    if (source.cut) find(core::Severity::error, 0, "finding.map_cut", source.cut->texts());
    if (source.rows && source.rows->is != source.rows->should_be)
        find(core::Severity::error, 0, "finding.map_parts_disagree", source.rows->texts());

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
        if (fresh)
            units.push_back(std::move(read));
        else
            join_twin(units[at->second], std::move(read), findings);
    }
    if (quiet.failures() > failures_before && !source.cut)
        find(core::Severity::error, 0, "finding.map_damaged", {std::to_string(sound)});
    if (units.empty()) throw core::Error("error.map_empty", {path.string()});
    drop_far_shapes(units, findings);
    if (std::all_of(units.begin(), units.end(), [](const LayerUnit& unit) { return unit.shape.empty(); }))
        find(core::Severity::error, 0, "finding.map_without_shapes", {});
    return units;
}

Survey survey(const fs::path& path) {
    const Quiet quiet;
    MapSource source;
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
