#pragma once
// Draws strips. A translucent stroke covers each pixel once, however often its lines meet or overlap.
#include "render/gl/frame.h"
#include "render/gl/map_mesh.h"
#include "render/gl/shader.h"

namespace ocop::render {

class StrokePen {
public:
    StrokePen();
    void begin(const Frame& frame, const PixelPlace& place);
    /// Strips of the bound vertex array, as wide as said.
    void draw(const SpanList& spans, double width_px, scene::Colour colour) const;

private:
    Program program_;
    GLint place_, size_, reach_, colour_, stage_;
    Frame frame_;
};

}  // namespace ocop::render
