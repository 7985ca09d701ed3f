#include "render/gl/strip.h"

#include <cmath>
#include <cstddef>

namespace ocop::render {

using core::Point;

namespace {

/// Turns up to 60° are mitred: the tip then lies at most 0.15 half widths outside Cairo's round join.
constexpr double sharp = 0.5;

Point left_of(Point from, Point to) {
    const double length = std::hypot(to.x - from.x, to.y - from.y);
    return {(from.y - to.y) / length, (to.x - from.x) / length};
}

core::Line without_repeats(const core::Line& line) {
    core::Line out;
    for (const Point p : line)
        if (out.empty() || !(out.back() == p)) out.push_back(p);
    return out;
}

class StripBuilder {
public:
    StripBuilder(StrokeMesh& mesh, Point origin) : mesh_{mesh}, origin_{origin} {}

    /// Two vertices, left and right of the line; joined to the last two when `joined`.
    void pair(Point at, Point out, bool joined) {
        const auto first = static_cast<std::uint32_t>(mesh_.vertices.size());
        vertex(at, out, {0, 1});
        vertex(at, {-out.x, -out.y}, {0, -1});
        if (joined) quad(first - 2, first - 1, first, first + 1);
    }

    void disc(Point at) {
        const auto first = static_cast<std::uint32_t>(mesh_.vertices.size());
        for (const Point corner : {Point{-1, -1}, Point{1, -1}, Point{-1, 1}, Point{1, 1}}) vertex(at, corner, corner);
        quad(first, first + 1, first + 2, first + 3);
    }

private:
    void vertex(Point at, Point out, Point off) {
        const auto f = [](double value) { return static_cast<float>(value); };
        mesh_.vertices.push_back({f(at.x - origin_.x), f(at.y - origin_.y), f(out.x), f(out.y), f(off.x), f(off.y)});
    }
    void quad(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d) {
        mesh_.indices.insert(mesh_.indices.end(), {a, b, c, c, b, d});
    }
    StrokeMesh& mesh_;
    Point origin_;
};

}  // namespace

void StrokeMesh::add_disc(Point centre, Point origin) { StripBuilder{*this, origin}.disc(centre); }

void StrokeMesh::add_line(const core::Line& line, Point origin) {
    const core::Line points = without_repeats(line);
    if (points.size() < 2) return;
    const bool closed = line.size() > 2 && points.size() > 2 && line.front() == line.back();
    StripBuilder builder{*this, origin};
    /// Ends one segment and begins the next.
    const auto turn = [&](Point at, Point before, Point after) {
        const double cosine = before.x * after.x + before.y * after.y;
        if (cosine >= sharp) {
            builder.pair(at, {(before.x + after.x) / (1 + cosine), (before.y + after.y) / (1 + cosine)}, true);
            return;
        }
        builder.pair(at, before, true);
        builder.disc(at);
        builder.pair(at, after, false);
    };
    const Point first = left_of(points[0], points[1]);
    Point before = first;
    builder.pair(points[0], first, false);
    for (std::size_t i = 1; i + 1 < points.size(); ++i) {
        const Point after = left_of(points[i], points[i + 1]);
        turn(points[i], before, after);
        before = after;
    }
    builder.pair(points.back(), before, true);
    if (closed) builder.disc(points.back());
}

std::vector<Point> dots_along(const core::Line& line, double step) {
    std::vector<Point> out;
    double until_next = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const Point a = line[i - 1], b = line[i];
        const double length = std::hypot(b.x - a.x, b.y - a.y);
        for (; until_next <= length && length > 0; until_next += step)
            out.push_back({a.x + (b.x - a.x) * until_next / length, a.y + (b.y - a.y) * until_next / length});
        until_next -= length;
    }
    return out;
}

void set_stroke_layout() {
    constexpr std::size_t stride = sizeof(StrokeVertex);
    attribute(0, 2, stride, offsetof(StrokeVertex, x));
    attribute(1, 2, stride, offsetof(StrokeVertex, out_x));
    attribute(2, 2, stride, offsetof(StrokeVertex, off_x));
}

}  // namespace ocop::render
