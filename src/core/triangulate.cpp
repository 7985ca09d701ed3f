#include "core/triangulate.h"

#include <GL/glu.h>

#include <algorithm>
#include <cmath>
#include <deque>

#include "core/crossings.h"
#include "core/ear_clipping.h"
#include "core/owned.h"

namespace ocop::core {

namespace {

Ring cleaned(const Ring& ring) {
    Ring out;
    out.reserve(ring.size());
    for (const Point p : ring) {
        if (!std::isfinite(p.x) || !std::isfinite(p.y)) return {};
        if (out.empty() || !(out.back() == p)) out.push_back(p);
    }
    while (out.size() > 1 && out.front() == out.back()) out.pop_back();
    return out.size() < 3 ? Ring{} : out;
}

/// How often the ring turns round, counted where its direction passes that of the x axis: once, or it crosses itself.
int turns(const Ring& ring) {
    const std::size_t n = ring.size();
    int count = 0;
    for (std::size_t i = 0; i < n; ++i) {
        const Point a = ring[(i + n - 1) % n], b = ring[i], c = ring[(i + 1) % n];
        const Point in{b.x - a.x, b.y - a.y}, out{c.x - b.x, c.y - b.y};
        const double turn = in.x * out.y - in.y * out.x;
        if (in.y < 0 && out.y >= 0 && turn > 0) ++count;
        if (in.y >= 0 && out.y < 0 && turn < 0) --count;
    }
    return std::abs(count);
}

/// Clipped ears always add up to the signed area, so their area cannot tell that a polygon crosses itself; this can.
bool is_simple(const Polygon& polygon) {
    std::vector<Line> lines{polygon.outer};
    lines.insert(lines.end(), polygon.holes.begin(), polygon.holes.end());
    for (Line& line : lines) {
        if (turns(line) != 1) return false;
        line.push_back(line.front());
    }
    const bool holes_inside = std::all_of(polygon.holes.begin(), polygon.holes.end(),
                                          [&](const Ring& hole) { return contains(polygon.outer, hole.front()); });
    const std::vector<bool> crossing = crossing_lines({lines.begin(), lines.end()});
    return holes_inside && std::find(crossing.begin(), crossing.end(), true) == crossing.end();
}

struct GluState {
    Mesh* mesh = nullptr;
    std::deque<Point> points;  // stable addresses for GLU
    bool failed = false;
};

std::uint32_t add(Mesh& mesh, Point p) {
    mesh.vertices.push_back(p);
    return static_cast<std::uint32_t>(mesh.vertices.size() - 1);
}

void on_begin(GLenum, void*) {}
void on_edge(GLboolean, void*) {}  // its presence makes GLU give separate triangles only
void on_vertex(void* point, void* state) {
    Mesh& mesh = *static_cast<GluState*>(state)->mesh;
    mesh.indices.push_back(add(mesh, *static_cast<Point*>(point)));
}
void on_combine(GLdouble at[3], void* [4], GLfloat[4], void** out, void* state) {
    auto& points = static_cast<GluState*>(state)->points;
    points.push_back({at[0], at[1]});
    *out = &points.back();
}
void on_error(GLenum, void* state) { static_cast<GluState*>(state)->failed = true; }

/// The slow and patient way: resolves crossings, even-odd.
Mesh by_glu(const Polygon& polygon) {
    Mesh mesh;
    GluState state;
    state.mesh = &mesh;
    const Owned<GLUtesselator, gluDeleteTess> glu{gluNewTess()};
    using Callback = _GLUfuncptr;
    gluTessCallback(glu.get(), GLU_TESS_BEGIN_DATA, reinterpret_cast<Callback>(on_begin));
    gluTessCallback(glu.get(), GLU_TESS_EDGE_FLAG_DATA, reinterpret_cast<Callback>(on_edge));
    gluTessCallback(glu.get(), GLU_TESS_VERTEX_DATA, reinterpret_cast<Callback>(on_vertex));
    gluTessCallback(glu.get(), GLU_TESS_COMBINE_DATA, reinterpret_cast<Callback>(on_combine));
    gluTessCallback(glu.get(), GLU_TESS_ERROR_DATA, reinterpret_cast<Callback>(on_error));
    gluTessProperty(glu.get(), GLU_TESS_WINDING_RULE, GLU_TESS_WINDING_ODD);
    gluTessNormal(glu.get(), 0, 0, 1);
    const Point origin = polygon.outer.front();
    gluTessBeginPolygon(glu.get(), &state);
    const auto contour = [&](const Ring& ring) {
        gluTessBeginContour(glu.get());
        for (const Point p : ring) {
            state.points.push_back({p.x - origin.x, p.y - origin.y});
            GLdouble at[3] = {state.points.back().x, state.points.back().y, 0};
            gluTessVertex(glu.get(), at, &state.points.back());
        }
        gluTessEndContour(glu.get());
    };
    contour(polygon.outer);
    for (const Ring& hole : polygon.holes) contour(hole);
    gluTessEndPolygon(glu.get());
    if (state.failed) return {};
    for (Point& p : mesh.vertices) p = {p.x + origin.x, p.y + origin.y};
    return mesh;
}

}  // namespace

Mesh triangulated(const Polygon& polygon) {
    Polygon clean{cleaned(polygon.outer), {}};
    if (clean.outer.empty()) return {};
    for (const Ring& hole : polygon.holes)
        if (Ring ring = cleaned(hole); !ring.empty()) clean.holes.push_back(std::move(ring));
    Mesh mesh;
    if (is_simple(clean) && clip_ears(clean, mesh)) return mesh;
    return by_glu(clean);
}

Mesh triangulated(const Shape& shape) {
    Mesh all;
    for (const Polygon& polygon : shape.polygons) {
        const Mesh mesh = triangulated(polygon);
        const auto offset = static_cast<std::uint32_t>(all.vertices.size());
        all.vertices.insert(all.vertices.end(), mesh.vertices.begin(), mesh.vertices.end());
        for (const std::uint32_t index : mesh.indices) all.indices.push_back(index + offset);
    }
    return all;
}

}  // namespace ocop::core
