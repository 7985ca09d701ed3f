#pragma once
// From a file's coordinates to metres of the workspace's CRS; the only place that knows PROJ is there.
#include <memory>
#include <string>
#include <string_view>

#include "core/geometry.h"

class OGRCoordinateTransformation;
class OGRSpatialReference;

namespace ocop::data {

/// Whether the text of a .prj file is known to mean this CRS ("EPSG:9207"). Asking PROJ costs 25 to 40 ms of every
/// start, so the boundaries that travel with the program are known by their own text.
bool is_known_prj(std::string_view prj, std::string_view crs);

class Projection {
public:
    Projection();  // the identity
    /// Throws core::Error "error.bad_crs" or "error.crs_not_metric" for a target that is no plane in metres,
    /// "error.no_way_between" when there is no way from the map `file` to it.
    Projection(const OGRSpatialReference& source, const std::string& target, const std::string& file);
    ~Projection();
    Projection(Projection&&) noexcept;
    Projection& operator=(Projection&&) noexcept;

    /// False when a point has no place in the target plane.
    bool apply(core::Ring& ring) const;

private:
    std::unique_ptr<OGRCoordinateTransformation> transform_;
};

}  // namespace ocop::data
