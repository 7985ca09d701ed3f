#include "render/gl/item_painter.h"

#include <cstddef>

#include "embedded/box_frag.h"
#include "embedded/label_vert.h"
#include "embedded/text_frag.h"

namespace ocop::render {

ItemPainter::ItemPainter()
    : boxes_{embedded::label_vert, embedded::box_frag},
      texts_{embedded::label_vert, embedded::text_frag},
      quads_{GlVertexArray::make()},
      strips_{GlVertexArray::make()},
      instances_{GlBuffer::make()},
      strip_vertices_{GlBuffer::make()},
      strip_indices_{GlBuffer::make()} {
    glBindVertexArray(strips_.get());
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, strip_indices_.get());
    glBindBuffer(GL_ARRAY_BUFFER, strip_vertices_.get());
    set_stroke_layout();
    glBindVertexArray(0);
}

void ItemPainter::paint(const ItemList& list, const TextAtlas& atlas, const Frame& frame, const PixelRect& clip,
                        StrokePen& pen) {
    if (list.steps.empty()) return;
    glBindVertexArray(quads_.get());
    if (!list.instances.empty()) set_buffer(GL_ARRAY_BUFFER, instances_, list.instances, GL_STREAM_DRAW);
    glBindVertexArray(strips_.get());
    if (!list.strips.indices.empty()) {
        set_buffer(GL_ELEMENT_ARRAY_BUFFER, strip_indices_, list.strips.indices, GL_STREAM_DRAW);
        set_buffer(GL_ARRAY_BUFFER, strip_vertices_, list.strips.vertices, GL_STREAM_DRAW);
    }
    for (const ItemStep& step : list.steps) {
        switch (step.kind) {
            case ItemStep::Kind::clear:
                frame.clear(step.part, step.colour);
                frame.clip(clip);
                break;
            case ItemStep::Kind::strips: {
                glBindVertexArray(strips_.get());
                pen.begin(frame, {});
                SpanList spans;
                spans.add({step.first, step.count});
                pen.draw(spans, step.width_px, step.colour);
                break;
            }
            case ItemStep::Kind::boxes:
                draw_quads(step, boxes_, frame);
                break;
            case ItemStep::Kind::texts:
                glBindTexture(GL_TEXTURE_2D, atlas.texture(step.page));
                draw_quads(step, texts_, frame);
                break;
        }
    }
    glBindVertexArray(0);
}

void ItemPainter::draw_quads(const ItemStep& step, const Program& program, const Frame& frame) {
    constexpr std::size_t stride = sizeof(ItemInstance);
    const std::size_t start = step.first * stride;
    glBindVertexArray(quads_.get());
    glBindBuffer(GL_ARRAY_BUFFER, instances_.get());
    attribute(0, 4, stride, start + offsetof(ItemInstance, quad));
    attribute(1, 4, stride, start + offsetof(ItemInstance, shape));
    attribute(2, 4, stride, start + offsetof(ItemInstance, look));
    attribute(6, 2, stride, start + offsetof(ItemInstance, texel));
    const auto colour = [&](GLuint index, std::size_t offset) {
        glEnableVertexAttribArray(index);
        glVertexAttribPointer(index, 4, GL_UNSIGNED_BYTE, GL_TRUE, static_cast<GLsizei>(stride),
                              reinterpret_cast<const void*>(start + offset));
    };
    colour(3, offsetof(ItemInstance, fill));
    colour(4, offsetof(ItemInstance, core));
    colour(5, offsetof(ItemInstance, casing));
    for (GLuint index = 0; index <= 6; ++index) glVertexAttribDivisor(index, 1);
    program.use();
    frame.set_size(program.uniform("size"));
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(step.count));
    frame.count(2 * step.count);
}

}  // namespace ocop::render
