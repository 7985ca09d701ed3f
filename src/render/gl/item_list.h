#pragma once
// Items -> what the GPU draws: instances of boxes, discs and texts, strips of lines, and the order of all that.
#include <array>
#include <cstdint>
#include <vector>

#include "render/gl/frame.h"
#include "render/gl/map_mesh.h"
#include "render/gl/strip.h"
#include "render/gl/text_atlas.h"

namespace ocop::render {

/// One quad of label.vert.
struct ItemInstance {
    std::array<float, 4> quad{};   // left, top, right, bottom
    std::array<float, 4> shape{};  // middle, half extent
    std::array<float, 4> look{};   // radius, half core, half casing, pattern
    scene::Colour fill, core, casing;
    std::array<float, 2> texel{};
};

/// One step of the drawing.
struct ItemStep {
    enum class Kind : std::uint8_t { boxes, texts, strips, clear } kind = Kind::boxes;
    std::size_t first = 0, count = 0;  // instances, or indices of the strips
    std::size_t page = 0;              // of the atlas
    double width_px = 0;               // of the strips
    scene::Colour colour;              // of the strips or the cleared part
    PixelRect part;                    // to clear
};

class ItemList {
public:
    ItemList(TextAtlas& atlas, double height, const PixelRect& clip) : atlas_{atlas}, height_{height}, clip_{clip} {}

    /// `origin`: where the item's zero lies, in H. `settled`: where it lay when the scene was composed; texts that have
    /// moved from there keep their picture and snap to whole pixels.
    void add(const scene::Item& item, core::Point origin, core::Point settled);

    std::vector<ItemInstance> instances;
    StrokeMesh strips;
    std::vector<ItemStep> steps;

private:
    struct Outlined;
    void add_item(const scene::BoxItem& box, core::Point origin, core::Point settled);
    void add_item(const scene::Disc& disc, core::Point origin, core::Point settled);
    void add_item(const scene::Polyline& line, core::Point origin, core::Point settled);
    void add_item(const scene::Text& text, core::Point origin, core::Point settled);
    void add_filled(const scene::Rect& rect, double radius, scene::Colour fill, scene::Pattern pattern,
                    const scene::Stroke& outline);
    void add_quad(const ItemInstance& instance, ItemStep::Kind kind, std::size_t page = 0);
    void add_strips(std::size_t first, double width_px, scene::Colour colour);
    void add_stroke(const core::Line& points, const scene::Stroke& stroke, bool only_dots);

    TextAtlas& atlas_;
    double height_;
    PixelRect clip_;
};

}  // namespace ocop::render
