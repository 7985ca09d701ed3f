#include "core/label_point.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <deque>
#include <limits>
#include <numeric>
#include <queue>
#include <vector>

namespace ocop::core {

namespace {

struct Edge {
    Point a, b;
};
using Edges = std::vector<Edge>;

double squared_distance(Point p, const Edge& edge) {
    const double dx = edge.b.x - edge.a.x, dy = edge.b.y - edge.a.y;
    const double px = p.x - edge.a.x, py = p.y - edge.a.y;
    const double length2 = dx * dx + dy * dy;
    const double t = length2 > 0 ? std::clamp((px * dx + py * dy) / length2, 0.0, 1.0) : 0;
    const double x = px - t * dx, y = py - t * dy;
    return x * x + y * y;
}

double squared_distance(Point p, const Box& box) {
    const double x = std::max({box.min_x - p.x, 0.0, p.x - box.max_x});
    const double y = std::max({box.min_y - p.y, 0.0, p.y - box.max_y});
    return x * x + y * y;
}

Edges edges_of(const Polygon& polygon) {
    Edges edges;
    const auto walk = [&](const Ring& ring) {
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) edges.push_back({ring[j], ring[i]});
    };
    walk(polygon.outer);
    for (const Ring& hole : polygon.holes) walk(hole);
    return edges;
}

/// Is a point inside? The edges lie in horizontal bands, so that only those at its height are asked (even-odd).
class Bands {
public:
    Bands(const Edges& edges, const Box& box)
        : low_{box.min_y}, height_{box.height()}, bands_(std::max<std::size_t>(edges.size() / 8, 1)) {
        for (const Edge& edge : edges) {
            const std::size_t last = band(std::max(edge.a.y, edge.b.y));
            for (std::size_t i = band(std::min(edge.a.y, edge.b.y)); i <= last; ++i) bands_[i].push_back(edge);
        }
    }
    bool contain(Point p) const {
        bool inside = false;
        for (const auto& [a, b] : bands_[band(p.y)])
            if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) inside = !inside;
        return inside;
    }

private:
    std::size_t band(double y) const {
        const double last = static_cast<double>(bands_.size() - 1);
        const double at = (y - low_) / height_ * last;
        return at > 0 ? static_cast<std::size_t>(std::min(at, last)) : 0;
    }
    double low_, height_;
    std::vector<Edges> bands_;
};

/// The outline in stretches of a few edges with their boxes, so that far ones are passed over together.
class Outline {
public:
    using Stretches = std::vector<std::uint32_t>;

    explicit Outline(const Edges& edges) : edges_{edges} {
        for (std::size_t begin = 0; begin < edges.size(); begin += length) {
            Box& box = boxes_.emplace_back();
            for (std::size_t i = begin; i < std::min(begin + length, edges.size()); ++i) {
                box.add(edges[i].a);
                box.add(edges[i].b);
            }
        }
    }
    Stretches all() const {
        Stretches all(boxes_.size());
        std::iota(all.begin(), all.end(), 0);
        return all;
    }
    double distance(Point p, const Stretches& among) const {
        double nearest = std::numeric_limits<double>::infinity();
        for (const std::uint32_t i : among) {  // a first bound, so that the boxes tell apart
            const double x = p.x - edges_[i * length].a.x, y = p.y - edges_[i * length].a.y;
            nearest = std::min(nearest, x * x + y * y);
        }
        for (const std::uint32_t i : among) {
            if (squared_distance(p, boxes_[i]) > nearest) continue;
            const std::size_t end = std::min<std::size_t>((i + 1) * length, edges_.size());
            for (std::size_t j = i * length; j < end; ++j) nearest = std::min(nearest, squared_distance(p, edges_[j]));
        }
        return std::sqrt(nearest);
    }
    Stretches near(Point p, double within, const Stretches& among) const {
        Stretches near;
        for (const std::uint32_t i : among)
            if (squared_distance(p, boxes_[i]) <= within * within) near.push_back(i);
        return near;
    }

private:
    static constexpr std::uint32_t length = 16;
    const Edges& edges_;
    std::vector<Box> boxes_;
};

struct Cell {
    Point centre;
    double half = 0;
    double depth = 0;                               // distance to the outline, negative outside
    const Outline::Stretches* stretches = nullptr;  // all that can be nearest to any point of the cell
    double reach() const { return half * 1.4142135623730951; }
    double best() const { return depth + reach(); }
    bool operator<(const Cell& other) const { return best() < other.best(); }
};

}  // namespace

LabelPoint label_point(const Shape& shape, double precision) {
    const auto largest =
        std::max_element(shape.polygons.begin(), shape.polygons.end(), [](const Polygon& a, const Polygon& b) {
            return std::abs(signed_area(a.outer)) < std::abs(signed_area(b.outer));
        });
    if (largest == shape.polygons.end() || largest->outer.empty()) return {};
    const Box box = bounds(largest->outer);
    if (!(std::min(box.width(), box.height()) > 0)) return {box.centre(), 0};
    const double size = std::max(box.width(), box.height());
    const double close_enough = std::max(precision, size * 1e-6);

    const Edges edges = edges_of(*largest);
    const Bands bands{edges, box};
    const Outline outline{edges};
    std::deque<Outline::Stretches> lists{outline.all()};
    const auto cell_at = [&](Point centre, double half, const Outline::Stretches& stretches) {
        const double distance = outline.distance(centre, stretches);
        return Cell{centre, half, bands.contain(centre) ? distance : -distance, &stretches};
    };
    std::priority_queue<Cell> queue;
    queue.push(cell_at(box.centre(), size / 2, lists.front()));
    Cell best = cell_at(centroid(shape), 0, lists.front());
    while (!queue.empty()) {
        const Cell cell = queue.top();
        queue.pop();
        if (cell.depth > best.depth) best = cell;
        if (!(cell.best() - best.depth > close_enough)) break;
        // Nearest to a point within `reach` of the centre can only be what is within depth + 2 reach of the centre.
        const double within = (std::abs(cell.depth) + 2 * cell.reach()) * (1 + 1e-9);
        const Outline::Stretches& near = lists.emplace_back(outline.near(cell.centre, within, *cell.stretches));
        const double half = cell.half / 2;
        for (const double dx : {-half, half})
            for (const double dy : {-half, half}) {
                const Cell part = cell_at({cell.centre.x + dx, cell.centre.y + dy}, half, near);
                if (part.best() > best.depth) queue.push(part);
            }
    }
    return {best.centre, std::max(0.0, best.depth)};
}

}  // namespace ocop::core
