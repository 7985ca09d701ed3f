#include "render/svg/drawing.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "render/shown.h"
#include "render/svg/writer.h"
#include "scene/pattern.h"

namespace ocop::render {

using core::Point;
using namespace scene;
using namespace svg_writer;

namespace {

const char* pattern_name(Pattern kind) {
    switch (kind) {
        case Pattern::hatch:
            return "hatch";
        case Pattern::hatch_severe:
            return "hatch-severe";
        case Pattern::dots:
            return "dots";
        case Pattern::stipple:
            return "stipple";
        case Pattern::none:
            break;
    }
    return "";
}

bool closed(const std::vector<Point>& line) { return line.size() > 2 && line.front() == line.back(); }

}  // namespace

void SvgDrawing::draw(const Scene& scene) {
    for (const Map& map : scene.maps) write(map);
    for (const Item& item : scene.furniture) write(item, {0, 0});
}

void SvgDrawing::write(const Map& map) {
    const std::string id = prefix_ + "frame" + std::to_string(frames_++), frame = rectangle(map.frame);
    defs_ += "<clipPath" + attribute("id", id) + "><rect" + frame + "/></clipPath>\n";
    body_ +=
        "<g" + attribute("clip-path", "url(#" + id + ")") + ">\n<rect" + frame + paint("fill", map.ground) + "/>\n";
    if (shapes_ == nullptr) {
        write_areas(map);
        for (const LineGroup& group : map.lines) write_lines(map, group);
    } else {
        const SharedShapes::View view = shapes_->view(map, h_);
        // How wide a pixel is in the shapes' own units, for who adds to them later.
        body_ += "<g class=\"shapes\"" + attribute("transform", view.transform) +
                 attribute("data-pixel", exact(std::round(pixel_ / view.scale * 1000) / 1000)) + ">\n";
        refer_to_areas(map, view);
        for (const LineGroup& group : map.lines)
            if (!group.lines.empty())
                write_stroked("use", attribute("href", "#" + shapes_->lines(map, group.lines)), group.stroke,
                              view.scale);
        body_ += "</g>\n";
    }
    for (const MapItem& item : map.items) write(item.item, to_picture(map, map.camera, item.anchor));
    body_ += "</g>\n";
}

void SvgDrawing::write_areas(const Map& map) {
    const core::Box seen = shown(map);
    // A little of its own colour around each area, so that no light seam shows between neighbours.
    body_ += "<g fill-rule=\"evenodd\" stroke-linejoin=\"round\"" + attribute("stroke-width", 0.6 * pixel_) + ">\n";
    std::string patterns;
    for (std::size_t i = 0; i < map.areas.size(); ++i) {
        const AreaStyle& style = map.areas[i];
        if (style.fill.a == 0) continue;
        const std::string data = area_path(map, map.geometry->areas[i], seen);
        if (data.empty()) continue;
        body_ += "<path" + attribute("data-unit", style.id) + paint("fill", style.fill) +
                 (style.fill.a == 255 ? paint("stroke", style.fill) : "") + attribute("d", data) + "><title>" +
                 escaped(style.title) + "</title></path>\n";
        if (style.pattern != Pattern::none)
            patterns += "<path" + fill(style.pattern, to_picture(map, map.camera, style.anchor)) +
                        " pointer-events=\"none\"" + attribute("d", data) + "/>\n";
    }
    body_ += patterns + "</g>\n";
}

/// The same by reference. Patterns lie in the picture's own space, so their transforms undo that of the shapes.
void SvgDrawing::refer_to_areas(const Map& map, const SharedShapes::View& view) {
    const core::Box seen = shown(map);
    body_ += "<g fill-rule=\"evenodd\" stroke-linejoin=\"round\"" +
             attribute("stroke-width", 0.6 * pixel_ / view.scale) + ">\n";
    std::string patterns;
    for (std::size_t i = 0; i < map.areas.size(); ++i) {
        const AreaStyle& style = map.areas[i];
        if (style.fill.a == 0 || !seen.overlaps(core::bounds(map.geometry->areas[i]))) continue;
        const std::string reference = attribute("href", "#" + shapes_->area(map, i));
        body_ += "<use" + reference + attribute("data-unit", style.id) + paint("fill", style.fill) +
                 (style.fill.a == 255 ? paint("stroke", style.fill) : "") + "><title>" + escaped(style.title) +
                 "</title></use>\n";
        if (style.pattern == Pattern::none) continue;
        const Point anchor = to_picture(map, map.camera, style.anchor);
        patterns +=
            "<use" + reference +
            fill(style.pattern, "scale(" + exact(1 / view.scale) + ")translate(" + number(anchor.x * h_ - view.x) +
                                    " " + number(anchor.y * h_ - view.y) + ")") +
            " pointer-events=\"none\"/>\n";
    }
    body_ += patterns + "</g>\n";
}

std::string SvgDrawing::area_path(const Map& map, const core::Shape& shape, const core::Box& seen) const {
    std::string data;
    for (const core::Polygon& polygon : shape.polygons) {
        if (!seen.overlaps(core::bounds(polygon.outer))) continue;
        data += path(map, polygon.outer) + "Z";
        for (const core::Ring& hole : polygon.holes) data += path(map, hole) + "Z";
    }
    return data;
}

std::string SvgDrawing::path(const Map& map, const core::Line& points) const {
    std::string data;
    for (const Point p : points) add_point(data, to_picture(map, map.camera, p));
    return data;
}

/// "M x y x y": what follows the first point are lines.
void SvgDrawing::add_point(std::string& data, Point p) const {
    data += data.empty() ? "M" : " ";
    data += number(p.x * h_) + " " + number(p.y * h_);
}

void SvgDrawing::write_lines(const Map& map, const LineGroup& group) {
    const core::Box seen = shown(map);
    std::string data;
    for (const int index : group.lines) {
        const core::Line& line = map.geometry->lines[static_cast<std::size_t>(index)];
        if (seen.overlaps(core::bounds(line))) data += path(map, line) + (closed(line) ? "Z" : "");
    }
    if (!data.empty()) write_stroked("path", attribute("d", data), group.stroke);
}

void SvgDrawing::write_stroked(const std::string& element, const std::string& shape, const Stroke& style,
                               double scale) {
    if (style.width <= 0) return;
    const double core = std::max(style.width * h_, pixel_) / scale, casing = style.casing * h_ / scale;
    const std::string start = "<" + element + " fill=\"none\" stroke-linejoin=\"round\"";
    if (style.casing > 0)
        body_ += start + paint("stroke", style.casing_colour) + attribute("stroke-width", core + 2 * casing) + shape +
                 "/>\n";
    body_ += start + paint("stroke", style.colour) + attribute("stroke-width", core);
    if (style.dotted) body_ += " stroke-linecap=\"round\"" + attribute("stroke-dasharray", "0 " + number(3 * core));
    body_ += shape + "/>\n";
}

void SvgDrawing::write(const Item& item, Point origin) {
    std::visit([&](const auto& which) { write_item(which, origin); }, item);
}

void SvgDrawing::write_item(const BoxItem& box, Point o) {
    const Rect rect{box.rect.x + o.x, box.rect.y + o.y, box.rect.width, box.rect.height};
    const double radius = std::min({box.radius, rect.width / 2, rect.height / 2});
    write_filled("rect", rectangle(rect) + (radius > 0 ? attribute("rx", radius * h_) : ""), box.fill, box.pattern,
                 box.outline, rect.centre());
}

void SvgDrawing::write_item(const Disc& disc, Point o) {
    const Point centre{disc.centre.x + o.x, disc.centre.y + o.y};
    write_filled("circle",
                 attribute("cx", centre.x * h_) + attribute("cy", centre.y * h_) + attribute("r", disc.radius * h_),
                 disc.fill, disc.pattern, disc.outline, centre);
}

void SvgDrawing::write_filled(const std::string& element, const std::string& shape, Colour colour, Pattern pattern,
                              const Stroke& outline, Point centre) {
    if (colour.a > 0) body_ += "<" + element + shape + paint("fill", colour) + "/>\n";
    if (pattern != Pattern::none) body_ += "<" + element + shape + fill(pattern, centre) + "/>\n";
    write_stroked(element, shape, outline);
}

void SvgDrawing::write_item(const Polyline& line, Point o) {
    std::string data;
    for (const Point p : line.points) add_point(data, {p.x + o.x, p.y + o.y});
    if (!data.empty()) write_stroked("path", attribute("d", data + (closed(line.points) ? "Z" : "")), line.stroke);
}

void SvgDrawing::write_item(const Text& text, Point o) {
    if (text.text.empty()) return;
    body_ += "<text" + attribute("x", (text.at.x + o.x) * h_) + attribute("y", (text.at.y + o.y) * h_) +
             attribute("font-size", text.size * h_);
    if (text.weight == Weight::semibold) body_ += " font-weight=\"600\"";
    if (text.align != Align::left) body_ += attribute("text-anchor", text.align == Align::centre ? "middle" : "end");
    if (text.halo > 0)
        body_ += " paint-order=\"stroke\" stroke-linejoin=\"round\"" + paint("stroke", text.halo_colour) +
                 attribute("stroke-width", 2 * text.halo * h_);
    body_ += paint("fill", text.colour) + ">" + escaped(text.text) + "</text>\n";
}

std::string SvgDrawing::rectangle(const Rect& r) const {
    return attribute("x", r.x * h_) + attribute("y", r.y * h_) + attribute("width", r.width * h_) +
           attribute("height", r.height * h_);
}

/// A fill attribute with the pattern, its phase at the anchor (H).
std::string SvgDrawing::fill(Pattern kind, Point anchor) {
    return fill(kind, "translate(" + number(anchor.x * h_) + " " + number(anchor.y * h_) + ")");
}

std::string SvgDrawing::fill(Pattern kind, const std::string& transform) {
    if (defined_.insert(kind).second) define(kind);
    const std::string id = prefix_ + "p" + std::to_string(patterns_++);
    const std::string reference = "#" + prefix_ + pattern_name(kind);
    defs_ += "<pattern" + attribute("id", id) + attribute(shapes_ == nullptr ? "xlink:href" : "href", reference) +
             attribute("patternTransform", transform) + "/>\n";
    return attribute("fill", "url(#" + id + ")");
}

/// One tile of a pattern with a line or a dot through its corner.
void SvgDrawing::define(Pattern kind) {
    const bool lines = kind == Pattern::hatch || kind == Pattern::hatch_severe;
    const HatchLines& of = kind == Pattern::hatch ? hatch : hatch_severe;
    const DotGrid& grid = kind == Pattern::dots ? dots : stipple;
    const double step = (lines ? of.pitch * std::numbers::sqrt2 : grid.pitch) * h_;
    // Unrounded: the error of a tile would add up over a whole map.
    const std::string side = exact(step);
    defs_ += "<pattern" + attribute("id", prefix_ + pattern_name(kind)) + " patternUnits=\"userSpaceOnUse\"" +
             attribute("width", side) + attribute("height", side) + ">";
    if (lines) {
        std::string data;
        for (const double sum : {0.0, step, 2 * step})
            data +=
                "M" + number(sum + step) + " " + number(-step) + "L" + number(sum - 2 * step) + " " + number(2 * step);
        defs_ += "<path" + attribute("d", data) + paint("stroke", hatch_casing) +
                 attribute("stroke-width", (of.core + 2 * of.casing) * h_) + "/>";
        defs_ += "<path" + attribute("d", data) + paint("stroke", hatch_core) +
                 attribute("stroke-width", of.core * h_) + "/>";
    } else {
        if (kind == Pattern::stipple) define_dots(step, (grid.diameter / 2 + stipple_ring) * h_, hatch_casing);
        define_dots(step, grid.diameter / 2 * h_, dot_colour);
    }
    defs_ += "</pattern>\n";
}

void SvgDrawing::define_dots(double step, double radius, Colour colour) {
    for (const double x : {0.0, step})
        for (const double y : {0.0, step})
            defs_ += "<circle" + attribute("cx", x) + attribute("cy", y) + attribute("r", radius) +
                     paint("fill", colour) + "/>";
}

}  // namespace ocop::render
