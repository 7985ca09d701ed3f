// A scene as text, free of fonts and GPUs: what the golden tests compare.
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

#include "scene/scene.h"

namespace ocop::scene {

namespace {

/// Rounded to 0.01; never "-0.00".
std::string fixed(double value) {
    const double rounded = std::round(value * 100) / 100;
    std::array<char, 400> text{};  // to_chars: no locale turns the point into a comma
    char* end = text.data() + text.size();
    return {text.data(),
            std::to_chars(text.data(), end, rounded == 0 ? 0.0 : rounded, std::chars_format::fixed, 2).ptr};
}

std::string length(double h) { return fixed(h * 1000); }
std::string point(core::Point p) { return length(p.x) + "," + length(p.y); }
std::string metres(core::Point p) { return fixed(p.x) + "," + fixed(p.y); }
std::string rect(const Rect& r) {
    return length(r.x) + "," + length(r.y) + " " + length(r.width) + "x" + length(r.height);
}

std::string colour(Colour c) {
    std::array<char, 16> text{};
    if (c.a == 255)
        std::snprintf(text.data(), text.size(), "#%02x%02x%02x", c.r, c.g, c.b);
    else
        std::snprintf(text.data(), text.size(), "#%02x%02x%02x%02x", c.r, c.g, c.b, c.a);
    return text.data();
}

std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (c == '\n')
            out += "\\n";
        else
            out += c;
    }
    return out + '"';
}

std::string pattern(Pattern kind) {
    switch (kind) {
        case Pattern::none:
            return "";
        case Pattern::hatch:
            return " hatch";
        case Pattern::hatch_severe:
            return " hatch_severe";
        case Pattern::dots:
            return " dots";
        case Pattern::stipple:
            return " stipple";
    }
    return "";
}

std::string stroke(const Stroke& style) {
    if (style.width <= 0) return "";
    std::string out = " stroke " + length(style.width) + " " + colour(style.colour);
    if (style.dotted) out += " dotted";
    if (style.casing > 0) out += " casing " + length(style.casing) + " " + colour(style.casing_colour);
    return out;
}

std::string item(const BoxItem& box) {
    return "box " + rect(box.rect) + " " + colour(box.fill) + pattern(box.pattern) + stroke(box.outline) +
           (box.radius > 0 ? " radius " + length(box.radius) : "");
}

std::string item(const Disc& disc) {
    return "disc " + point(disc.centre) + " radius " + length(disc.radius) + " " + colour(disc.fill) +
           pattern(disc.pattern) + stroke(disc.outline);
}

std::string item(const Polyline& line) {
    std::string out = "line";
    for (const core::Point p : line.points) out += " " + point(p);
    return out + stroke(line.stroke);
}

std::string item(const Text& text) {
    static constexpr std::array aligns{"left", "centre", "right"};
    std::string out = "text " + point(text.at) + " " + aligns.at(static_cast<std::size_t>(text.align)) + " " +
                      length(text.size) + (text.weight == Weight::semibold ? " semibold " : " regular ") +
                      colour(text.colour);
    if (text.halo > 0) out += " halo " + length(text.halo) + " " + colour(text.halo_colour);
    return out + " " + quoted(text.text);
}

std::string any(const Item& which) {
    return std::visit([](const auto& one) { return item(one); }, which) + "\n";
}

std::string map_text(const Map& map) {
    std::string out = "map " + rect(map.frame) + " ground " + colour(map.ground) + "\n";
    out += "  camera " + metres(map.camera.centre) + " metres_per_h " + fixed(map.camera.metres_per_h) + "\n";
    for (const AreaStyle& area : map.areas) {
        out += "  area " + quoted(area.id) + " " + colour(area.fill) + pattern(area.pattern);
        if (area.pattern != Pattern::none) out += " at " + metres(area.anchor);
        out += " " + quoted(area.title) + "\n";
    }
    for (const LineGroup& group : map.lines) {
        out += "  lines";
        for (const int line : group.lines) out += " " + std::to_string(line);
        out += stroke(group.stroke) + "\n";
    }
    for (const MapItem& placed : map.items) out += "  at " + metres(placed.anchor) + " " + any(placed.item);
    return out;
}

}  // namespace

std::string dump(const Scene& scene) {
    std::string out =
        "scene " + length(scene.aspect) + "x1000.00 " + colour(scene.background) + " " + quoted(scene.title) + "\n";
    for (const Map& map : scene.maps) out += map_text(map);
    for (const Item& which : scene.furniture) out += any(which);
    return out;
}

}  // namespace ocop::scene
