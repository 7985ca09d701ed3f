#pragma once
// Which unit lies where, on a coarse grid over a part of the plane: free ground and room for labels are looked up here.
#include <cstdint>
#include <memory>
#include <vector>

#include "core/geometry.h"
#include "scene/scene.h"

namespace ocop::carto {

class Raster {
public:
    static constexpr int ground = -1;

    /// What a label may use beside the ground.
    struct Open {
        std::vector<bool> areas;    // true: counts as ground
        std::vector<int> barriers;  // lines that nothing may lie across
        bool operator==(const Open&) const = default;
    };

    /// Cells of `cell` metres over `box`; a cell belongs to the area at its centre, or to one whose border crosses it.
    Raster(const scene::Geometry& geometry, const std::vector<core::Box>& bounds, const core::Box& box, double cell,
           const Open& open = {});

    /// The area at a place, or `ground`; outside the grid is ground.
    int at(core::Point metres) const {
        const double x = (metres.x - box_.min_x) / cell_, y = (metres.y - box_.min_y) / cell_;
        if (!(x >= 0 && y >= 0 && x < columns_ && y < rows_)) return ground;
        return ids_[static_cast<std::size_t>(static_cast<int>(y) * columns_ + static_cast<int>(x))];
    }
    /// Every cell of the box belongs to this area (or is ground).
    bool all(const core::Box& metres, int area) const;
    /// A barrier runs through the box.
    bool crossed(const core::Box& metres) const;

private:
    struct Cells {
        int left, right, bottom, top;
    };
    Cells cells_of(const core::Box& metres) const;  // may lie beyond the grid
    void fill(const core::Polygon& polygon, int area);
    /// Calls back with each cell that a stretch touches.
    template <class Touch>
    void trace(const core::Line& line, bool closed, const Touch& touch);
    std::int32_t& cell_at(int column, int row) { return ids_[static_cast<std::size_t>(row * columns_ + column)]; }

    core::Box box_;
    double cell_;
    int columns_, rows_;
    std::vector<std::int32_t> ids_;
    std::vector<std::int32_t> run_;  // cells of the same id from here to the right
    std::vector<bool> barred_;       // cells that a barrier runs through; empty without barriers
};

/// The rasters of the last pictures. Another indicator on the same ground finds them made.
class Rasters {
public:
    using Geometry = std::shared_ptr<const scene::Geometry>;
    std::shared_ptr<const Raster> find(const Geometry& geometry, const std::vector<core::Box>& bounds,
                                       const core::Box& box, double cell, const Raster::Open& open = {});

private:
    struct Kept {
        Geometry geometry;
        core::Box box;
        double cell = 0;
        Raster::Open open;
        std::shared_ptr<const Raster> raster;
    };
    std::vector<Kept> kept_;  // latest first
};

}  // namespace ocop::carto
