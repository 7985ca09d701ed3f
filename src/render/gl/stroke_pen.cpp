#include "render/gl/stroke_pen.h"

#include "embedded/stroke_frag.h"
#include "embedded/stroke_vert.h"

namespace ocop::render {

StrokePen::StrokePen()
    : program_{embedded::stroke_vert, embedded::stroke_frag},
      place_{program_.uniform("place")},
      size_{program_.uniform("size")},
      reach_{program_.uniform("reach")},
      colour_{program_.uniform("colour")},
      stage_{program_.uniform("stage")} {}

void StrokePen::begin(const Frame& frame, const PixelPlace& place) {
    frame_ = frame;
    program_.use();
    frame.set_size(size_);
    place.set(place_);
}

void StrokePen::draw(const SpanList& spans, double width_px, scene::Colour colour) const {
    if (spans.empty() || colour.a == 0) return;
    glUniform1f(reach_, static_cast<float>(width_px / 2 + 0.5));
    set_uniform(colour_, colour);
    const auto pass = [&](int stage) {
        glUniform1i(stage_, stage);
        spans.draw();
        frame_.count(spans.triangles());
    };
    if (colour.a == 255) {
        pass(0);
        return;
    }
    // The framebuffer's alpha is 1 outside of this function. First it takes up 1 - cover, the least of all overlapping
    // strips; then the strips again put the colour where it is below 1, and set it back at the first touch.
    glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_TRUE);
    glBlendEquation(GL_MIN);
    pass(1);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glBlendEquation(GL_FUNC_ADD);
    glBlendFuncSeparate(GL_ONE_MINUS_DST_ALPHA, GL_DST_ALPHA, GL_ONE, GL_ZERO);
    pass(2);
    blend_over();
}

}  // namespace ocop::render
