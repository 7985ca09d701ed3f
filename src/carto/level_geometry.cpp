#include "carto/level_geometry.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "core/dissolve.h"

namespace ocop::carto {

namespace {

double distance(const core::Box& a, const core::Box& b) {
    const double dx = std::max({0.0, a.min_x - b.max_x, b.min_x - a.max_x});
    const double dy = std::max({0.0, a.min_y - b.max_y, b.min_y - a.max_y});
    return std::hypot(dx, dy);
}

/// Groups of parts that lie within reach of each other. Sorted by x, so that only near parts are compared.
class Groups {
public:
    explicit Groups(std::vector<core::Box> parts) : parts_{std::move(parts)}, leader_(parts_.size()) {
        std::sort(parts_.begin(), parts_.end(),
                  [](const core::Box& a, const core::Box& b) { return a.min_x < b.min_x; });
        std::iota(leader_.begin(), leader_.end(), 0);
    }

    std::vector<std::vector<core::Box>> within(double reach) {
        double widest = 0;
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            for (std::size_t j = i; j-- > 0 && parts_[i].min_x - parts_[j].min_x <= widest + reach;)
                if (distance(parts_[i], parts_[j]) <= reach) leader_[find(i)] = find(j);
            widest = std::max(widest, parts_[i].width());
        }
        std::vector<std::vector<core::Box>> out(parts_.size());
        for (std::size_t i = 0; i < parts_.size(); ++i) out[find(i)].push_back(parts_[i]);
        out.erase(std::remove_if(out.begin(), out.end(), [](const auto& group) { return group.empty(); }), out.end());
        return out;
    }

private:
    std::size_t find(std::size_t i) {
        while (leader_[i] != i) i = leader_[i] = leader_[leader_[i]];
        return i;
    }
    std::vector<core::Box> parts_;
    std::vector<std::size_t> leader_;
};

/// The group with the largest extent is the bulk; the others are far parts.
void find_far_parts(LevelGeometry& out) {
    std::vector<core::Box> parts;
    core::Box all;
    for (const core::Shape& shape : out.details.back().geometry->areas)
        for (const core::Polygon& polygon : shape.polygons) {
            parts.push_back(core::bounds(polygon.outer));
            all.add(parts.back());
        }
    if (parts.empty()) return;
    for (const auto& group : Groups{std::move(parts)}.within(0.15 * std::hypot(all.width(), all.height()))) {
        core::Box box;
        for (const core::Box& part : group) box.add(part);
        if (box.width() * box.height() > out.bulk.width() * out.bulk.height()) std::swap(box, out.bulk);
        if (!box.empty()) out.far.push_back(box);
    }
}

/// The last commune whose middle lies among the parts, else the first unit that reaches them; -1: none.
int named_after(const core::Box& far, const domain::Territory& territory, const LevelGeometry& geometry) {
    const core::Box box = far.grown(500);
    int out = -1;
    for (const int unit : territory.at(domain::Level::commune)) {
        if (static_cast<std::size_t>(unit) >= territory.shapes->size()) continue;
        const core::Shape& shape = (*territory.shapes)[static_cast<std::size_t>(unit)];
        if (!shape.empty() && box.contains(core::bounds(shape).centre())) out = unit;
    }
    for (std::size_t i = 0; i < geometry.units.size() && out < 0; ++i)
        if (geometry.bounds[i].overlaps(box)) out = geometry.units[i];
    return out;
}

/// The same geometry, index by index, without what lies in the boxes.
std::shared_ptr<const scene::Geometry> without(const std::shared_ptr<const scene::Geometry>& whole,
                                               const std::vector<core::Box>& far) {
    if (far.empty()) return whole;
    const auto gone = [&](const core::Box& box) {
        return std::any_of(far.begin(), far.end(), [&](const core::Box& f) { return f.contains(box.centre()); });
    };
    auto out = std::make_shared<scene::Geometry>(*whole);
    for (core::Shape& shape : out->areas)
        std::erase_if(shape.polygons, [&](const core::Polygon& p) { return gone(core::bounds(p.outer)); });
    for (core::Line& line : out->lines)
        if (gone(core::bounds(line))) line.clear();
    return out;
}

/// The units of a level that have a shape, with it.
std::vector<std::pair<int, const core::Shape*>> shapes_of(const domain::Territory& territory, domain::Level level) {
    std::vector<std::pair<int, const core::Shape*>> out;
    for (const int unit : territory.at(level)) {
        if (!territory.shapes || static_cast<std::size_t>(unit) >= territory.shapes->size()) continue;
        const core::Shape& shape = (*territory.shapes)[static_cast<std::size_t>(unit)];
        if (!shape.empty()) out.emplace_back(unit, &shape);
    }
    return out;
}

/// The province's own shape, where no file has it: the outline of its parts.
core::Shape outline(const domain::Territory& territory) {
    for (const domain::Level parts : {domain::Level::district, domain::Level::commune}) {
        std::vector<core::Shape> shapes;
        for (const auto& [unit, shape] : shapes_of(territory, parts)) shapes.push_back(*shape);
        if (core::Shape whole = core::dissolved(std::move(shapes)); !whole.empty()) return whole;
    }
    return {};
}

}  // namespace

LevelGeometry prepare(const domain::Territory& territory, domain::Level level) {
    LevelGeometry out;
    out.era = territory.era;
    out.level = level;
    auto found = shapes_of(territory, level);
    core::Shape whole;
    if (found.empty() && level == domain::Level::province && !(whole = outline(territory)).empty())
        found.emplace_back(territory.at(level).front(), &whole);
    std::vector<const core::Shape*> shapes;
    for (const auto& [unit, shape] : found) {
        out.units.push_back(unit);
        shapes.push_back(shape);
    }
    const core::Topology fine = core::topology_of(shapes);
    for (const double tolerance : {0.0, 15.0, 60.0, 240.0}) {
        const core::Topology coarse = tolerance > 0 ? core::simplified(fine, tolerance) : fine;
        auto geometry = std::make_shared<scene::Geometry>();
        geometry->areas = core::shapes(coarse);
        for (const core::Arc& arc : coarse.arcs) geometry->lines.push_back(arc.points);
        out.details.push_back({tolerance, std::move(geometry), {}});
    }
    const auto parent = [&](int area) {
        return territory.units[static_cast<std::size_t>(out.units[static_cast<std::size_t>(area)])].parent;
    };
    for (const core::Arc& arc : fine.arcs) {
        out.sides.emplace_back(arc.left, arc.right);
        out.line_bounds.push_back(core::bounds(arc.points));
        const bool outside = arc.left < 0 || arc.right < 0;
        const bool district = !outside && (level != domain::Level::commune || parent(arc.left) != parent(arc.right));
        out.borders.push_back(outside    ? BorderClass::province
                              : district ? BorderClass::district
                                         : BorderClass::commune);
    }
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        out.labels.push_back(core::label_point(out.details[1].geometry->areas[i], 50));
        out.bounds.push_back(core::bounds(*shapes[i]));
        out.anchors.push_back(out.labels.back().at);
    }
    find_far_parts(out);
    for (const core::Box& far : out.far) out.far_units.push_back(named_after(far, territory, out));
    for (LevelGeometry::Detail& detail : out.details) detail.bulk = without(detail.geometry, out.far);
    return out;
}

const LevelGeometry::Detail& LevelGeometry::detail_for(double metres_per_pixel) const {
    for (std::size_t i = details.size(); i-- > 1;)
        if (details[i].tolerance_m <= metres_per_pixel / 2) return details[i];
    return details.front();
}

int LevelGeometry::area_of(int unit) const {
    const auto found = std::find(units.begin(), units.end(), unit);
    return found == units.end() ? -1 : static_cast<int>(found - units.begin());
}

}  // namespace ocop::carto
