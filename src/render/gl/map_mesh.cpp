#include "render/gl/map_mesh.h"

#include <cmath>
#include <cstddef>
#include <utility>

#include "core/triangulate.h"

namespace ocop::render {

using core::Point;

namespace {

class AreaBuilder {
public:
    explicit AreaBuilder(Point origin) : origin_{origin} {}
    std::vector<MeshData::AreaVertex> vertices;
    std::vector<std::uint32_t> indices;

    void fill(const core::Mesh& mesh, std::size_t area) {
        const auto first = static_cast<std::uint32_t>(vertices.size());
        for (const Point p : mesh.vertices) vertex(p, {}, -1, area);
        for (const std::uint32_t index : mesh.indices) indices.push_back(first + index);
    }

    /// A strip from the ring outwards, a pixel wide.
    void rim(const core::Ring& ring, bool hole, std::size_t area) {
        core::Ring points;
        for (const Point p : ring)
            if (points.empty() || !(points.back() == p)) points.push_back(p);
        while (points.size() > 1 && points.front() == points.back()) points.pop_back();
        const std::size_t n = points.size();
        if (n < 3) return;
        const double side = (core::signed_area(points) > 0) == hole ? -1 : 1;  // 1: outside is to the right
        const auto normal = [&](std::size_t i) {
            const Point a = points[i % n], b = points[(i + 1) % n];
            const double length = std::hypot(b.x - a.x, b.y - a.y) * side;
            return Point{(b.y - a.y) / length, (a.x - b.x) / length};
        };
        const auto first = static_cast<std::uint32_t>(vertices.size());
        Point before = normal(n - 1);
        for (std::size_t i = 0; i < n; ++i) {
            const Point after = normal(i);
            const double part = 1 + before.x * after.x + before.y * after.y;
            const double bounded = std::max(part, 0.4);  // no spikes at sharp points
            vertex(points[i], {}, 0, area);
            vertex(points[i], {(before.x + after.x) / bounded, (before.y + after.y) / bounded}, 1, area);
            before = after;
        }
        for (std::uint32_t i = 0; i < n; ++i) {
            const std::uint32_t a = first + 2 * i, b = first + 2 * ((i + 1) % static_cast<std::uint32_t>(n));
            indices.insert(indices.end(), {a, a + 1, b, b, a + 1, b + 1});
        }
    }

private:
    void vertex(Point p, Point out, float outside, std::size_t area) {
        const auto f = [](double value) { return static_cast<float>(value); };
        vertices.push_back(
            {f(p.x - origin_.x), f(p.y - origin_.y), f(out.x), f(out.y), outside, static_cast<float>(area)});
    }
    Point origin_;
};

}  // namespace

MeshData::MeshData(const scene::Geometry& geometry) {
    core::Box all;
    for (const core::Shape& shape : geometry.areas) all.add(core::bounds(shape));
    for (const core::Line& line : geometry.lines) all.add(core::bounds(line));
    if (!all.empty()) origin = all.centre();
    AreaBuilder builder{origin};
    for (const core::Shape& shape : geometry.areas) {
        Area area{core::bounds(shape), {}, {}};
        area.all.first = area.fill.first = builder.indices.size();
        builder.fill(core::triangulated(shape), areas.size());
        area.fill.count = builder.indices.size() - area.fill.first;
        for (const core::Polygon& polygon : shape.polygons) {
            builder.rim(polygon.outer, false, areas.size());
            for (const core::Ring& hole : polygon.holes) builder.rim(hole, true, areas.size());
        }
        area.all.count = builder.indices.size() - area.all.first;
        areas.push_back(area);
    }
    area_vertices = std::move(builder.vertices);
    area_indices = std::move(builder.indices);
    for (const core::Line& line : geometry.lines) {
        const std::size_t first = line_mesh.indices.size();
        line_mesh.add_line(line, origin);
        lines.push_back({core::bounds(line), {first, line_mesh.indices.size() - first}});
    }
}

MapMesh::MapMesh(const MeshData& data)
    : origin{data.origin},
      areas{data.areas},
      lines{data.lines},
      area_array{GlVertexArray::make()},
      line_array{GlVertexArray::make()},
      area_vertices_{GlBuffer::make()},
      area_indices_{GlBuffer::make()},
      line_vertices_{GlBuffer::make()},
      line_indices_{GlBuffer::make()} {
    using Vertex = MeshData::AreaVertex;
    glBindVertexArray(area_array.get());
    set_buffer(GL_ELEMENT_ARRAY_BUFFER, area_indices_, data.area_indices, GL_STATIC_DRAW);
    set_buffer(GL_ARRAY_BUFFER, area_vertices_, data.area_vertices, GL_STATIC_DRAW);
    constexpr std::size_t stride = sizeof(Vertex);
    attribute(0, 2, stride, offsetof(Vertex, x));
    attribute(1, 2, stride, offsetof(Vertex, out_x));
    attribute(2, 1, stride, offsetof(Vertex, outside));
    attribute(3, 1, stride, offsetof(Vertex, area));
    glBindVertexArray(line_array.get());
    set_buffer(GL_ELEMENT_ARRAY_BUFFER, line_indices_, data.line_mesh.indices, GL_STATIC_DRAW);
    set_buffer(GL_ARRAY_BUFFER, line_vertices_, data.line_mesh.vertices, GL_STATIC_DRAW);
    set_stroke_layout();
    glBindVertexArray(0);
}

void SpanList::add(Span span) {
    if (span.count == 0) return;
    indices_ += span.count;
    if (!counts_.empty() && end_ == span.first) {
        counts_.back() += static_cast<GLsizei>(span.count);
    } else {
        counts_.push_back(static_cast<GLsizei>(span.count));
        starts_.push_back(reinterpret_cast<const void*>(span.first * sizeof(std::uint32_t)));
    }
    end_ = span.first + span.count;
}

void SpanList::draw() const {
    glMultiDrawElements(GL_TRIANGLES, counts_.data(), GL_UNSIGNED_INT, starts_.data(),
                        static_cast<GLsizei>(counts_.size()));
}

}  // namespace ocop::render
