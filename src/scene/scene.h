#pragma once
// The display list. Maps are geometry in metres plus a camera; everything else is in H, the picture's height
// (x from the left, y from the top, so the picture is 0..aspect by 0..1). Every output draws this and nothing else,
// in this order: background, then each map (areas, lines, items), then the furniture.
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/geometry.h"

namespace ocop::scene {

struct Colour {
    std::uint8_t r = 0, g = 0, b = 0, a = 255;
    bool operator==(const Colour&) const = default;
};
constexpr Colour rgb(std::uint32_t hex) {
    return {static_cast<std::uint8_t>(hex >> 16), static_cast<std::uint8_t>(hex >> 8), static_cast<std::uint8_t>(hex),
            255};
}

/// x, y is the top left corner, in H.
struct Rect {
    double x = 0, y = 0, width = 0, height = 0;
    double right() const { return x + width; }
    double bottom() const { return y + height; }
    core::Point centre() const { return {x + width / 2, y + height / 2}; }
    bool operator==(const Rect&) const = default;
};

/// Geometry of one level of detail; shared and never changed, so a backend may cache by its address.
struct Geometry {
    std::vector<core::Shape> areas;
    std::vector<core::Line> lines;  // every shared border once
};

/// Patterns of cartography.md §3 and §4. All are in picture space, in H: see pattern.h.
enum class Pattern : std::uint8_t { none, hatch, hatch_severe, dots, stipple };

struct AreaStyle {
    Colour fill;
    Pattern pattern = Pattern::none;
    core::Point anchor;  // metres: the pattern's phase travels with this point (H-2)
    std::string id;      // unit code, for SVG and tests
    std::string title;   // for SVG <title>
    bool operator==(const AreaStyle&) const = default;
};

/// Core over casing. A backend never draws a width > 0 thinner than one device pixel (L-3).
struct Stroke {
    double width = 0;  // H
    Colour colour;
    double casing = 0;  // H, on each side; 0: none
    Colour casing_colour = {255, 255, 255, 255};
    bool dotted = false;  // round dots, one width long, two widths apart
    bool operator==(const Stroke&) const = default;
};

/// Lines of the geometry with one stroke: all casings are drawn before all cores.
struct LineGroup {
    std::vector<int> lines;  // indices into Geometry::lines
    Stroke stroke;
    bool operator==(const LineGroup&) const = default;
};

enum class Weight : std::uint8_t { regular, semibold };
enum class Align : std::uint8_t { left, centre, right };

struct Text {
    core::Point at;  // on the baseline: its left end, middle or right end as align says
    std::string text;
    double size = 0;  // H: em size
    Weight weight = Weight::regular;
    Colour colour;
    Align align = Align::left;
    double halo = 0;  // H: width of the casing around the letters; 0: none
    Colour halo_colour = {255, 255, 255, 255};
    bool operator==(const Text&) const = default;
};

/// A rectangle with optional pattern, outline and rounded corners.
struct BoxItem {
    Rect rect;
    Colour fill;
    Pattern pattern = Pattern::none;
    Stroke outline;
    double radius = 0;
    bool operator==(const BoxItem&) const = default;
};

struct Disc {
    core::Point centre;
    double radius = 0;
    Colour fill;
    Pattern pattern = Pattern::none;
    Stroke outline;
    bool operator==(const Disc&) const = default;
};

struct Polyline {
    std::vector<core::Point> points;
    Stroke stroke;
    bool operator==(const Polyline&) const = default;
};

using Item = std::variant<BoxItem, Disc, Polyline, Text>;

/// An item that belongs to a place: its coordinates are H relative to where `anchor` (metres) falls in the picture.
struct MapItem {
    core::Point anchor;
    Item item;
    bool operator==(const MapItem&) const = default;
};

/// What part of the plane a map shows: the point at the middle of its frame, and metres per H.
struct Camera {
    core::Point centre;
    double metres_per_h = 1;
    bool operator==(const Camera&) const = default;
};

struct Map {
    Rect frame;  // clips everything of this map
    Camera camera;
    Colour ground;
    std::shared_ptr<const Geometry> geometry;
    std::vector<AreaStyle> areas;  // one per Geometry::areas; alpha 0: not drawn
    std::vector<LineGroup> lines;
    std::vector<MapItem> items;
};

struct Scene {
    double aspect = 16.0 / 9.0;
    Colour background = {255, 255, 255, 255};
    std::vector<Map> maps;  // the main map first, then insets
    std::vector<Item> furniture;
    std::string title;  // of the document (PDF, SVG)
};

/// Metres -> H in the picture, and back.
inline core::Point to_picture(const Map& map, const Camera& camera, core::Point metres) {
    const core::Point middle = map.frame.centre();
    return {middle.x + (metres.x - camera.centre.x) / camera.metres_per_h,
            middle.y - (metres.y - camera.centre.y) / camera.metres_per_h};
}
inline core::Point to_metres(const Map& map, const Camera& camera, core::Point picture) {
    const core::Point middle = map.frame.centre();
    return {camera.centre.x + (picture.x - middle.x) * camera.metres_per_h,
            camera.centre.y - (picture.y - middle.y) * camera.metres_per_h};
}

/// A readable text dump, lengths in thousandths of H rounded to 0.01: for golden tests, free of fonts and GPUs.
std::string dump(const Scene& scene);

/// Text as every output will draw it.
struct Extent {
    double width = 0, ascent = 0, descent = 0;  // H; ink of stacked marks lies inside ascent
};
class TextMeasure {
public:
    virtual ~TextMeasure() = default;
    virtual Extent measure(std::string_view text, double size, Weight weight) const = 0;
};

}  // namespace ocop::scene
