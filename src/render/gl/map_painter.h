#pragma once
// Draws one map: ground, areas, patterns, lines. Its items follow through the ItemPainter.
#include <memory>
#include <vector>

#include "render/gl/map_mesh.h"
#include "render/gl/stroke_pen.h"

namespace ocop::render {

/// Fills and patterns of one map's areas, in a buffer texture.
struct AreaStyles {
    GlBuffer buffer;
    GlTexture texture;
    void set(const std::vector<scene::AreaStyle>& areas, core::Point origin);
};

class MapPainter {
public:
    MapPainter();
    /// Draws what of the map falls into `part`, to which the frame is clipped.
    void paint(const scene::Map& map, const MapMesh& mesh, const AreaStyles& styles, const scene::Camera& camera,
               const Frame& frame, const PixelRect& part, StrokePen& pen);

private:
    void paint_areas(const scene::Map& map, const MapMesh& mesh, const core::Box& seen, const PixelPlace& place,
                     const Frame& frame) const;
    void paint_dots(const scene::Map& map, const scene::LineGroup& group, const core::Box& seen, const MapMesh& mesh,
                    const scene::Camera& camera, const Frame& frame, StrokePen& pen);
    Program fills_, patterns_;  // apart: software GL walks every branch of a shader at every pixel
    GlVertexArray dots_;
    GlBuffer dot_vertices_, dot_indices_;
};

/// The whole pixels of a map's frame.
PixelRect frame_pixels(const scene::Map& map, const Frame& frame);

}  // namespace ocop::render
