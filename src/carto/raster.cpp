#include "carto/raster.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace ocop::carto {

template <class Touch>
void Raster::trace(const core::Line& line, bool closed, const Touch& touch) {
    for (std::size_t i = closed ? 0 : 1, j = closed ? line.size() - 1 : 0; i < line.size(); j = i++) {
        const double dx = line[i].x - line[j].x, dy = line[i].y - line[j].y;
        const int steps = 1 + static_cast<int>(std::max(std::abs(dx), std::abs(dy)) / (0.7 * cell_));
        for (int step = 0; step < steps; ++step) {
            const double t = static_cast<double>(step) / steps;
            const int column = static_cast<int>(std::floor((line[j].x + t * dx - box_.min_x) / cell_));
            const int row = static_cast<int>(std::floor((line[j].y + t * dy - box_.min_y) / cell_));
            if (column >= 0 && row >= 0 && column < columns_ && row < rows_)
                touch(static_cast<std::size_t>(row * columns_ + column));
        }
    }
}

Raster::Raster(const scene::Geometry& geometry, const std::vector<core::Box>& bounds, const core::Box& box, double cell,
               const Open& open)
    : box_{box},
      cell_{cell},
      columns_{std::max(1, static_cast<int>(std::ceil(box.width() / cell)))},
      rows_{std::max(1, static_cast<int>(std::ceil(box.height() / cell)))},
      ids_(static_cast<std::size_t>(columns_ * rows_), ground),
      run_(ids_.size(), 1) {
    for (std::size_t area = 0; area < geometry.areas.size(); ++area)
        if (bounds[area].overlaps(box_) && (area >= open.areas.size() || !open.areas[area]))
            for (const core::Polygon& polygon : geometry.areas[area].polygons) {
                // Where nothing else lies: slivers and islets are land, too.
                trace(polygon.outer, true, [&](std::size_t at) {
                    if (ids_[at] == ground) ids_[at] = static_cast<int>(area);
                });
                fill(polygon, static_cast<int>(area));
            }
    if (!open.barriers.empty()) barred_.resize(ids_.size());
    for (const int line : open.barriers)
        trace(geometry.lines[static_cast<std::size_t>(line)], false, [&](std::size_t at) { barred_[at] = true; });
    for (int row = 0; row < rows_; ++row)
        for (int column = columns_ - 1; column-- > 0;) {
            const auto here = static_cast<std::size_t>(row * columns_ + column);
            if (ids_[here] == ids_[here + 1]) run_[here] = run_[here + 1] + 1;
        }
}

/// Scan lines through the cells' centres, even-odd.
void Raster::fill(const core::Polygon& polygon, int area) {
    const core::Box box = core::bounds(polygon.outer);
    const int first = std::max(0, static_cast<int>(std::floor((box.min_y - box_.min_y) / cell_)));
    const int last = std::min(rows_ - 1, static_cast<int>(std::floor((box.max_y - box_.min_y) / cell_)));
    if (first > last) return;
    std::vector<std::vector<double>> crossings(static_cast<std::size_t>(last - first + 1));
    const auto walk = [&](const core::Ring& ring) {
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            const core::Point a = ring[j].y < ring[i].y ? ring[j] : ring[i],
                              b = ring[j].y < ring[i].y ? ring[i] : ring[j];
            const int from = std::max(first, static_cast<int>(std::ceil((a.y - box_.min_y) / cell_ - 0.5)));
            const int to = std::min(last, static_cast<int>(std::ceil((b.y - box_.min_y) / cell_ - 0.5)) - 1);
            for (int row = from; row <= to; ++row) {
                const double y = box_.min_y + (row + 0.5) * cell_;
                crossings[static_cast<std::size_t>(row - first)].push_back(a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y));
            }
        }
    };
    walk(polygon.outer);
    for (const core::Ring& hole : polygon.holes) walk(hole);
    for (int row = first; row <= last; ++row) {
        auto& xs = crossings[static_cast<std::size_t>(row - first)];
        std::sort(xs.begin(), xs.end());
        for (std::size_t i = 0; i + 1 < xs.size(); i += 2) {
            const int from = std::max(0, static_cast<int>(std::ceil((xs[i] - box_.min_x) / cell_ - 0.5)));
            const int to =
                std::min(columns_ - 1, static_cast<int>(std::ceil((xs[i + 1] - box_.min_x) / cell_ - 0.5)) - 1);
            for (int column = from; column <= to; ++column) cell_at(column, row) = area;
        }
    }
}

Raster::Cells Raster::cells_of(const core::Box& metres) const {
    const auto below = [](double x) {  // floor, without the call that it is on older processors
        const int cut = static_cast<int>(x);
        return x < cut ? cut - 1 : cut;
    };
    return {below((metres.min_x - box_.min_x) / cell_), below((metres.max_x - box_.min_x) / cell_),
            below((metres.min_y - box_.min_y) / cell_), below((metres.max_y - box_.min_y) / cell_)};
}

bool Raster::all(const core::Box& metres, int area) const {
    auto [left, right, bottom, top] = cells_of(metres);
    const bool beyond = left < 0 || bottom < 0 || right >= columns_ || top >= rows_;
    if (beyond && area != ground) return false;
    left = std::max(left, 0), bottom = std::max(bottom, 0);
    right = std::min(right, columns_ - 1), top = std::min(top, rows_ - 1);
    for (int row = bottom; row <= top; ++row) {
        if (left > right) break;
        const auto here = static_cast<std::size_t>(row * columns_ + left);
        if (ids_[here] != area || run_[here] < right - left + 1) return false;
    }
    return true;
}

bool Raster::crossed(const core::Box& metres) const {
    if (barred_.empty()) return false;
    const auto [left, right, bottom, top] = cells_of(metres);
    for (int row = std::max(bottom, 0); row <= std::min(top, rows_ - 1); ++row)
        for (int column = std::max(left, 0); column <= std::min(right, columns_ - 1); ++column)
            if (barred_[static_cast<std::size_t>(row * columns_ + column)]) return true;
    return false;
}

std::shared_ptr<const Raster> Rasters::find(const Geometry& geometry, const std::vector<core::Box>& bounds,
                                            const core::Box& box, double cell, const Raster::Open& open) {
    constexpr std::size_t most = 6;  // two a picture; headlines of one line and of two
    auto found = std::find_if(kept_.begin(), kept_.end(), [&](const Kept& kept) {
        return kept.geometry == geometry && kept.box == box && kept.cell == cell && kept.open == open;
    });
    if (found == kept_.end()) {
        if (kept_.size() == most) kept_.pop_back();
        kept_.push_back(
            {geometry, box, cell, open, std::make_shared<const Raster>(*geometry, bounds, box, cell, open)});
        found = std::prev(kept_.end());
    }
    std::rotate(kept_.begin(), found, std::next(found));
    return kept_.front().raster;
}

}  // namespace ocop::carto
