#pragma once
// Geometry of maps written once for all pictures of a page: areas and groups of borders under ids.
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "scene/scene.h"

namespace ocop::render {

/// Whole numbers on a grid of `step_m` metres, so that a page stays small: 10 m is a twelfth of a pixel where 200 km
/// fill a screen.
class SharedShapes {
public:
    static constexpr double step_m = 10;

    /// The transform of a map's shapes into a picture of which one H is `height` user units.
    struct View {
        double scale = 1;  // user units in one step
        double x = 0, y = 0;
        std::string transform;
    };
    View view(const scene::Map& map, double height);
    /// Ids to refer to; written when first asked for.
    const std::string& area(const scene::Map& map, std::size_t index);
    const std::string& lines(const scene::Map& map, const std::vector<int>& lines);
    const std::string& defs() const { return defs_; }

private:
    /// One geometry on its grid; its origin is the north-west corner.
    struct Grid {
        std::shared_ptr<const scene::Geometry> geometry;  // kept, so that its address stays its own
        std::string name;
        core::Point origin;
        std::map<std::size_t, std::string> areas;
        std::map<std::vector<int>, std::string> lines;
    };
    Grid& grid(const scene::Map& map);
    static void add(std::string& data, const Grid& grid, const std::vector<core::Point>& points, bool closed);

    std::map<const scene::Geometry*, Grid> grids_;
    std::string defs_;
};

}  // namespace ocop::render
