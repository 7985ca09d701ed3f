#pragma once
// One Geometry on the GPU: areas as triangles with a fading rim, lines as strips, and where each lies in them.
#include <cstdint>
#include <vector>

#include "render/gl/names.h"
#include "render/gl/strip.h"
#include "scene/scene.h"

namespace ocop::render {

/// Neighbouring indices of a buffer.
struct Span {
    std::size_t first = 0, count = 0;
};

/// A Geometry as triangles, before the GPU has it; any thread can make it.
struct MeshData {
    explicit MeshData(const scene::Geometry& geometry);

    struct Area {
        core::Box bounds;
        Span all, fill;  // `fill` is the beginning of `all`: without the rim
    };
    struct Line {
        core::Box bounds;
        Span strip;
    };
    struct AreaVertex {
        float x = 0, y = 0;
        float out_x = 0, out_y = 0;
        float outside = -1;
        float area = 0;
    };
    core::Point origin;  // what was taken off the coordinates, so that floats suffice
    std::vector<Area> areas;
    std::vector<Line> lines;
    std::vector<AreaVertex> area_vertices;
    std::vector<std::uint32_t> area_indices;
    StrokeMesh line_mesh;
};

struct MapMesh {
    explicit MapMesh(const MeshData& data);

    core::Point origin;
    std::vector<MeshData::Area> areas;
    std::vector<MeshData::Line> lines;
    GlVertexArray area_array, line_array;

private:
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
