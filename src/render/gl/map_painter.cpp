#include "render/gl/map_painter.h"

#include <algorithm>
#include <cmath>

#include "embedded/fill_frag.h"
#include "embedded/fill_pattern_frag.h"
#include "embedded/fill_vert.h"
#include "render/gl/strip.h"
#include "render/shown.h"

namespace ocop::render {

using core::Point;

void AreaStyles::set(const std::vector<scene::AreaStyle>& areas, Point origin) {
    std::vector<float> texels;
    texels.reserve(areas.size() * 8 + 8);
    for (const scene::AreaStyle& area : areas) {
        for (const std::uint8_t part : {area.fill.r, area.fill.g, area.fill.b, area.fill.a})
            texels.push_back(static_cast<float>(part) / 255);
        texels.push_back(static_cast<float>(area.pattern));
        texels.push_back(static_cast<float>(area.anchor.x - origin.x));
        texels.push_back(static_cast<float>(area.anchor.y - origin.y));
        texels.push_back(0);
    }
    if (texels.empty()) texels.resize(8);
    if (!buffer) {
        buffer = GlBuffer::make();
        texture = GlTexture::make();
    }
    set_buffer(GL_TEXTURE_BUFFER, buffer, texels, GL_DYNAMIC_DRAW);
    glBindTexture(GL_TEXTURE_BUFFER, texture.get());
    glTexBuffer(GL_TEXTURE_BUFFER, GL_RGBA32F, buffer.get());
}

PixelRect frame_pixels(const scene::Map& map, const Frame& frame) {
    const auto round = [&](double value) { return static_cast<int>(std::lround(value * frame.height)); };
    return common(frame.whole(),
                  {round(map.frame.x), round(map.frame.y), round(map.frame.right()), round(map.frame.bottom())});
}

namespace {
/// True when an opaque line lies over every border that is seen, and hides how the areas' edges are drawn.
bool borders_are_covered(const scene::Map& map, const MapMesh& mesh, const core::Box& seen, const Frame& frame) {
    constexpr double least_px = 2;
    std::vector<bool> covered;
    for (const MeshData::Line& line : mesh.lines) covered.push_back(!seen.overlaps(line.bounds));
    for (const scene::LineGroup& group : map.lines) {
        const scene::Stroke& stroke = group.stroke;
        const bool cased = stroke.casing > 0 && stroke.casing_colour.a == 255;
        if (stroke.colour.a < 255 || (stroke.dotted && !cased)) continue;
        if ((stroke.width + (cased ? 2 * stroke.casing : 0)) * frame.height < least_px) continue;
        for (const int line : group.lines) covered[static_cast<std::size_t>(line)] = true;
    }
    return std::find(covered.begin(), covered.end(), false) == covered.end();
}
}  // namespace

MapPainter::MapPainter()
    : fills_{embedded::fill_vert, embedded::fill_frag},
      patterns_{embedded::fill_vert, embedded::fill_pattern_frag},
      dots_{GlVertexArray::make()},
      dot_vertices_{GlBuffer::make()},
      dot_indices_{GlBuffer::make()} {
    glBindVertexArray(dots_.get());
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, dot_indices_.get());
    glBindBuffer(GL_ARRAY_BUFFER, dot_vertices_.get());
    set_stroke_layout();
    glBindVertexArray(0);
}

void MapPainter::paint(const scene::Map& map, const MapMesh& mesh, const AreaStyles& styles,
                       const scene::Camera& camera, const Frame& frame, const PixelRect& part, StrokePen& pen) {
    const auto h = [&](int pixels) { return static_cast<double>(pixels) / frame.height; };
    const core::Box seen =
        shown(map, camera, {h(part.left), h(part.top), h(part.right - part.left), h(part.bottom - part.top)});
    const Point zero = to_picture(map, camera, mesh.origin);
    const double scale = frame.height / camera.metres_per_h;
    const PixelPlace place{scale, -scale, zero.x * frame.height, zero.y * frame.height};

    glBindTexture(GL_TEXTURE_BUFFER, styles.texture.get());
    glBindVertexArray(mesh.area_array.get());
    paint_areas(map, mesh, seen, place, frame);
    for (const scene::LineGroup& group : map.lines) {
        const scene::Stroke& stroke = group.stroke;
        if (stroke.width <= 0) continue;
        const double core = std::max(stroke.width * frame.height, 1.0);
        SpanList spans;
        for (const int index : group.lines) {
            const MeshData::Line& line = mesh.lines[static_cast<std::size_t>(index)];
            if (seen.overlaps(line.bounds)) spans.add(line.strip);
        }
        if (spans.empty()) continue;
        glBindVertexArray(mesh.line_array.get());
        pen.begin(frame, place);
        if (stroke.casing > 0) pen.draw(spans, core + 2 * stroke.casing * frame.height, stroke.casing_colour);
        if (stroke.dotted)
            paint_dots(map, group, seen, mesh, camera, frame, pen);
        else
            pen.draw(spans, core, stroke.colour);
    }
    glBindVertexArray(0);
}

void MapPainter::paint_areas(const scene::Map& map, const MapMesh& mesh, const core::Box& seen, const PixelPlace& place,
                             const Frame& frame) const {
    const bool rims = !borders_are_covered(map, mesh, seen, frame);
    SpanList opaque, blended, patterned;
    for (std::size_t i = 0; i < std::min(map.areas.size(), mesh.areas.size()); ++i) {
        if (map.areas[i].fill.a == 0 || !seen.overlaps(mesh.areas[i].bounds)) continue;
        (map.areas[i].fill.a == 255 ? opaque : blended).add(rims ? mesh.areas[i].all : mesh.areas[i].fill);
        if (map.areas[i].pattern != scene::Pattern::none) patterned.add(mesh.areas[i].fill);
    }
    const auto pass = [&](const SpanList& spans, const Program& program) {
        if (spans.empty()) return;
        program.use();
        frame.set_size(program.uniform("size"));
        place.set(program.uniform("place"));
        spans.draw();
        frame.count(spans.triangles());
    };
    if (!rims) glDisable(GL_BLEND);  // whole pixels of one colour: far quicker on software GL
    pass(opaque, fills_);
    glEnable(GL_BLEND);
    pass(blended, fills_);
    pass(patterned, patterns_);
}

void MapPainter::paint_dots(const scene::Map& map, const scene::LineGroup& group, const core::Box& seen,
                            const MapMesh& mesh, const scene::Camera& camera, const Frame& frame, StrokePen& pen) {
    const double core = std::max(group.stroke.width * frame.height, 1.0);
    StrokeMesh dots;
    for (const int index : group.lines) {
        const auto which = static_cast<std::size_t>(index);
        if (!seen.overlaps(mesh.lines[which].bounds)) continue;
        // Measured in metres: the camera only moves and scales.
        for (const Point p : dots_along(map.geometry->lines[which], 3 * core / frame.height * camera.metres_per_h))
            if (seen.contains(p)) dots.add_disc(p, mesh.origin);
    }
    if (dots.indices.empty()) return;
    glBindVertexArray(dots_.get());
    set_buffer(GL_ELEMENT_ARRAY_BUFFER, dot_indices_, dots.indices, GL_STREAM_DRAW);
    set_buffer(GL_ARRAY_BUFFER, dot_vertices_, dots.vertices, GL_STREAM_DRAW);
    SpanList spans;
    spans.add({0, dots.indices.size()});
    pen.draw(spans, core, group.stroke.colour);
}

}  // namespace ocop::render
