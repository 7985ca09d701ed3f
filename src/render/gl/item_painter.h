#pragma once
// Draws an ItemList.
#include "render/gl/item_list.h"
#include "render/gl/stroke_pen.h"

namespace ocop::render {

class ItemPainter {
public:
    ItemPainter();
    void paint(const ItemList& list, const TextAtlas& atlas, const Frame& frame, const PixelRect& clip, StrokePen& pen);

private:
    void draw_quads(const ItemStep& step, const Program& program, const Frame& frame);
    Program boxes_, texts_;
    GlVertexArray quads_, strips_;
    GlBuffer instances_, strip_vertices_, strip_indices_;
};

}  // namespace ocop::render
