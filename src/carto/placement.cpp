#include "carto/placement.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "carto/rects.h"

namespace ocop::carto {

namespace {

using core::Box;
using scene::Camera;
using scene::Rect;

constexpr double pad = 0.014;  // between furniture and what is around it

/// The focus without parts that are far from everything, unless it has no others.
Box focus_box(const LevelGeometry& geometry, const domain::Territory& territory, int focus) {
    Box out, all;
    for (std::size_t i = 0; i < geometry.units.size(); ++i) {
        if (!in_focus(territory, geometry.units[i], focus)) continue;
        Box near;
        for (const core::Polygon& polygon : geometry.details.back().geometry->areas[i].polygons) {
            const Box part = core::bounds(polygon.outer);
            if (geometry.bulk.overlaps(part)) near.add(part);
        }
        all.add(geometry.bounds[i]);
        if (!near.empty()) out.add(near);
    }
    return out.empty() ? all : out;
}

/// Far groups that need an inset: all of the province's, or those of the focus that its map does not show.
std::vector<std::size_t> inset_groups(const LevelGeometry& geometry, const domain::Territory& territory, int focus,
                                      const Box& shown) {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < geometry.far.size(); ++i)
        if (focus < 0 || (i < geometry.far_units.size() && in_focus(territory, geometry.far_units[i], focus) &&
                          !shown.overlaps(geometry.far[i])))
            out.push_back(i);
    return out;
}

/// One attempt: a frame, a camera, and what has been placed so far.
class Attempt {
public:
    Attempt(const Raster& raster, const Rect& frame, const Camera& camera)
        : raster_{raster}, frame_{frame}, camera_{camera} {}

    bool free(const Rect& rect) const {
        if (rect.x < frame_.x || rect.y < frame_.y || rect.right() > frame_.right() || rect.bottom() > frame_.bottom())
            return false;
        for (const Rect& other : taken_)
            if (overlap(rect, other)) return false;
        const core::Point middle = frame_.centre();
        const auto x = [&](double h) { return camera_.centre.x + (h - middle.x) * camera_.metres_per_h; };
        const auto y = [&](double h) { return camera_.centre.y - (h - middle.y) * camera_.metres_per_h; };
        return raster_.all(
            {x(rect.x - pad / 2), y(rect.bottom() + pad / 2), x(rect.right() + pad / 2), y(rect.y - pad / 2)},
            Raster::ground);
    }

    /// The first free spot along the given corners; each walks along its edge of the frame.
    std::optional<Rect> find(double width, double height, bool from_right) {
        const double left = frame_.x + pad, right = frame_.right() - pad - width;
        const double top = frame_.y + pad, bottom = frame_.bottom() - pad - height;
        if (right < left || bottom < top) return {};
        constexpr double step = 0.02;
        const auto along = [&](bool at_right, bool upwards) -> std::optional<Rect> {
            for (double in = 0; in <= (right - left) * 0.6; in += step)
                for (double up = 0; up <= (bottom - top) * 0.5; up += step) {
                    const Rect rect{at_right ? right - in : left + in, upwards ? bottom - up : top + up, width, height};
                    if (free(rect)) return rect;
                }
            return {};
        };
        for (const bool upwards : {true, false})
            for (const bool at_right : {from_right, !from_right})
                if (auto rect = along(at_right, upwards)) {
                    take(*rect);
                    return rect;
                }
        return {};
    }

    void take(const Rect& rect) {
        taken_.push_back({rect.x - pad, rect.y - pad, rect.width + 2 * pad, rect.height + 2 * pad});
    }

private:
    const Raster& raster_;
    Rect frame_;
    Camera camera_;
    std::vector<Rect> taken_;
};

Camera fitting(const Box& box, const Rect& frame, double scale, double align_x, double align_y) {
    const double mph =
        std::max({box.width() / (frame.width - 2 * pad), box.height() / (frame.height - 2 * pad), 1.0}) / scale;
    const double spare_x = frame.width * mph - 2 * pad * mph - box.width();
    const double spare_y = frame.height * mph - 2 * pad * mph - box.height();
    return {{box.centre().x - spare_x * (align_x - 0.5), box.centre().y + spare_y * (align_y - 0.5)}, mph};
}

}  // namespace

bool in_focus(const domain::Territory& territory, int unit, int focus) {
    return focus < 0 || unit == focus || territory.units[static_cast<std::size_t>(unit)].parent == focus;
}

double scale_bar_km(double metres_per_h, double frame_width) {
    const double most = std::max(0.2 * frame_width, 0.14) * metres_per_h / 1000;  // shorter, its numbers would meet
    double best = 1e-3;
    for (double decade = 1e-3; decade < 1e5; decade *= 10)
        for (const double step : {1.0, 2.0, 5.0})
            if (decade * step <= most) best = decade * step;
    return best;
}

Placement place_furniture(const LevelGeometry& geometry, const domain::Territory& territory, const MapSpec& spec,
                          const Rect& room, const Furniture& furniture, Rasters& rasters) {
    Placement out;
    out.frame = room;
    const bool focused = spec.focus >= 0;
    Box shown = focused ? focus_box(geometry, territory, spec.focus) : geometry.bulk;
    if (shown.empty()) shown = {0, 0, 1, 1};
    const std::vector<std::size_t> groups = inset_groups(geometry, territory, spec.focus, shown);

    const auto try_frame = [&](const Rect& frame, double scale, double ax, double ay, const Raster& raster,
                               const Block* legend) {
        const Camera camera = fitting(shown, frame, scale, ax, ay);
        Attempt attempt{raster, frame, camera};
        Placement trial = out;
        trial.frame = frame;
        trial.camera = camera;
        if (legend) {
            const auto rect = attempt.find(legend->width, legend->height, false);
            if (!rect) return false;
            trial.legend = *rect;
        }
        trial.insets.clear();
        trial.inset_scale.clear();
        trial.inset_of = groups;
        for (const std::size_t group : groups) {
            const Box& far = geometry.far[group];
            const double natural = std::max(far.width(), far.height()) / camera.metres_per_h;
            int times = std::clamp(static_cast<int>(0.075 / std::max(natural, 1e-6)), 1, 4);
            std::optional<Rect> rect;
            for (; times >= 1 && !rect; --times) {  // a smaller inset rather than a smaller map
                const double width =
                    std::max(far.width() * times / camera.metres_per_h + 0.03, furniture.inset_caption_width + 0.016);
                const double height =
                    far.height() * times / camera.metres_per_h + 0.03 + furniture.inset_caption_height;
                rect = attempt.find(width, height, false);
            }
            if (!rect) return false;
            trial.insets.push_back(*rect);
            trial.inset_scale.push_back(times + 1);
        }
        const double bar = scale_bar_km(camera.metres_per_h, frame.width) * 1000 / camera.metres_per_h;
        const auto rect = attempt.find(bar + 0.06, furniture.scale_bar_height, true);
        if (!rect && !focused) return false;
        trial.scale_bar =
            rect.value_or(Rect{frame.right() - bar - 0.06 - pad, frame.bottom() - furniture.scale_bar_height - pad,
                               bar + 0.06, furniture.scale_bar_height});
        trial.backed = focused;
        out = trial;
        return true;
    };

    const double natural = fitting(shown, room, 1, 0.5, 0.5).metres_per_h;
    const auto& coarse = geometry.detail_for(natural * 0.004);
    Box covered = focused ? geometry.bulk : shown;
    for (const Box& far : geometry.far) covered.add(far);
    const auto kept = rasters.find(coarse.geometry, geometry.bounds, covered, std::max(natural * 0.008, 1.0));
    const Raster& raster = *kept;
    const bool has_legend = !furniture.legends.empty();
    bool found = false;
    if (!focused) {
        constexpr std::array<std::array<double, 2>, 4> aligns{{{0.5, 0.5}, {0.75, 0.5}, {1, 0.5}, {1, 0}}};
        for (double scale = 1; scale > 0.74 && !found; scale -= 0.04)
            for (std::size_t columns = 0; columns < std::max<std::size_t>(furniture.legends.size(), 1) && !found;
                 ++columns)
                for (const auto& [ax, ay] : aligns) {
                    found = try_frame(room, scale, ax, ay, raster, has_legend ? &furniture.legends[columns] : nullptr);
                    if (!found) continue;
                    out.legend_columns = static_cast<int>(columns) + 1;
                    break;
                }
    }
    const auto corner_bar = [&] {
        const double bar = scale_bar_km(out.camera.metres_per_h, out.frame.width) * 1000 / out.camera.metres_per_h;
        return Rect{out.frame.right() - bar - 0.06 - pad, out.frame.bottom() - furniture.scale_bar_height - pad,
                    bar + 0.06, furniture.scale_bar_height};
    };
    if (!found) {  // a strip of its own for the legend, the map in the rest
        Rect rest = room;
        std::size_t columns = 0;
        bool below = false;
        if (has_legend) {
            const auto& legends = furniture.legends;
            if (legends.back().width <= room.width - 2 * pad) columns = legends.size() - 1;
            Rect over = room;
            over.height = std::max(room.height - legends[columns].height - 2 * pad, 0.2);
            // Beside the map in one column, or in as many as it takes to end where the map does.
            std::size_t beside = 0;
            while (beside + 1 < legends.size() && legends[beside].height > room.height) ++beside;
            const double column = legends[beside].width + 2 * pad;
            rest.x += column;
            rest.width = std::max(rest.width - column, 0.2);
            // A picture that stands has the legend below the map where that leaves a larger one.
            const bool fits =
                legends[columns].width <= room.width - 2 * pad && legends[columns].height <= 0.6 * room.height;
            below = fits && room.width < 1.2 * room.height &&
                    fitting(shown, over, 1, 0.5, 0.5).metres_per_h < fitting(shown, rest, 1, 0.5, 0.5).metres_per_h;
            if (below)
                rest = over;
            else
                columns = beside;
        }
        for (double scale = 1; scale > 0.5 && !found; scale -= 0.1)
            found = try_frame(rest, scale, 0.5, 0.5, raster, nullptr);
        if (!found) {
            out.frame = rest;
            out.camera = fitting(shown, rest, 0.9, 0.5, 0.5);
            out.scale_bar = corner_bar();
            out.backed = true;
        }
        out.legend_columns = static_cast<int>(columns) + 1;
        if (has_legend) {
            const double high = furniture.legends[columns].height;
            const double y =
                below ? rest.bottom() + pad : std::max(room.y, std::min(room.y + pad, room.bottom() - high));
            out.legend = {room.x + (room.x == 0 ? pad : 0), y, furniture.legends[columns].width, high};
        }
    }
    if (spec.camera) {
        out.frame = room;
        out.camera = *spec.camera;
        out.backed = true;
        const Box seen{out.camera.centre.x - room.width / 2 * out.camera.metres_per_h,
                       out.camera.centre.y - room.height / 2 * out.camera.metres_per_h,
                       out.camera.centre.x + room.width / 2 * out.camera.metres_per_h,
                       out.camera.centre.y + room.height / 2 * out.camera.metres_per_h};
        if (std::any_of(geometry.far.begin(), geometry.far.end(), [&](const Box& far) { return seen.overlaps(far); }))
            out.insets.clear();
        out.scale_bar = corner_bar();
    }
    return out;
}

}  // namespace ocop::carto
