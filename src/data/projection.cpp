#include "data/projection.h"

#include <ogr_spatialref.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/error.h"
#include "data/gdal.h"

namespace ocop::data {

bool is_known_prj(std::string_view prj, std::string_view crs) {
    constexpr std::string_view vn2000_kien_giang =
        R"(PROJCS["VN-2000_TM-3_104-30",GEOGCS["GCS_VN_2000",DATUM["D_Vietnam_2000",)"
        R"(SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],)"
        R"(PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],)"
        R"(PARAMETER["Central_Meridian",104.5],PARAMETER["Scale_Factor",0.9999],)"
        R"(PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]])";
    return crs == "EPSG:9207" && prj == vn2000_kien_giang;
}

Projection::Projection() = default;
Projection::~Projection() = default;
Projection::Projection(Projection&&) noexcept = default;
Projection& Projection::operator=(Projection&&) noexcept = default;

Projection::Projection(const OGRSpatialReference& source, const std::string& target, const std::string& file) {
    OGRSpatialReference from{source}, to;
    if (to.SetFromUserInput(target.c_str()) != OGRERR_NONE) throw core::Error("error.bad_crs", {target, file});
    if (to.IsProjected() == 0 || std::abs(to.GetLinearUnits() - 1) > 1e-9)
        throw core::Error("error.crs_not_metric", {target, file});
    from.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    to.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    const char* criteria[] = {"CRITERION=EQUIVALENT", "IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES", nullptr};
    if (from.IsSame(&to, criteria) != 0) return;
    transform_.reset(OGRCreateCoordinateTransformation(&from, &to));
    if (!transform_) throw core::Error("error.no_way_between", {file, target});
}

bool Projection::apply(core::Ring& ring) const {
    if (!transform_) return true;
    std::vector<double> x(ring.size()), y(ring.size());
    for (std::size_t i = 0; i < ring.size(); ++i) {
        x[i] = ring[i].x;
        y[i] = ring[i].y;
    }
    const Quiet quiet;  // a point without a place is a finding of its unit, no failure of the file
    if (transform_->Transform(static_cast<int>(ring.size()), x.data(), y.data()) == 0) return false;
    for (std::size_t i = 0; i < ring.size(); ++i) ring[i] = {x[i], y[i]};
    return std::all_of(ring.begin(), ring.end(),
                       [](core::Point p) { return std::isfinite(p.x) && std::isfinite(p.y); });
}

}  // namespace ocop::data
