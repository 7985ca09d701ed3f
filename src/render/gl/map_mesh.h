#pragma once
// One Geometry on the GPU: areas as triangles with a fading rim, lines as strips, and where each lies in them.
#include <vector>

#include "render/gl/names.h"
#include "scene/scene.h"

namespace ocop::render {

/// Neighbouring indices of a buffer.
struct Span {
    std::size_t first = 0, count = 0;
};

struct MapMesh {
    explicit MapMesh(const scene::Geometry& geometry);

    struct Area {
        core::Box bounds;
        Span all, fill;  // `fill` is the beginning of `all`: without the rim
    };
    struct Line {
        core::Box bounds;
        Span strip;
    };
    core::Point origin;  // what was taken off the coordinates, so that floats suffice
    std::vector<Area> areas;
    std::vector<Line> lines;
    GlVertexArray area_array, line_array;

private:
    void build_areas(const scene::Geometry& geometry);
    void build_lines(const scene::Geometry& geometry);
    GlBuffer area_vertices_, area_indices_, line_vertices_, line_indices_;
};

/// Spans of one buffer, drawn in this order by one call. Neighbours are joined.
class SpanList {
public:
    void add(Span span);
    void draw() const;
    bool empty() const { return counts_.empty(); }
    std::size_t triangles() const { return indices_ / 3; }

private:
    std::vector<GLsizei> counts_;
    std::vector<const void*> starts_;
    std::size_t indices_ = 0, end_ = 0;
};

}  // namespace ocop::render
