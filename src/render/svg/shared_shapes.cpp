#include "render/svg/shared_shapes.h"

#include <cmath>

#include "render/svg/writer.h"

namespace ocop::render {

using core::Point;
using namespace svg_writer;

namespace {
/// "3-4": a sign parts two numbers as well as a space does.
void append(std::string& data, long value) {
    if (value >= 0 && !data.empty() && data.back() >= '0' && data.back() <= '9') data += ' ';
    data += std::to_string(value);
}
}  // namespace

SharedShapes::Grid& SharedShapes::grid(const scene::Map& map) {
    auto [found, fresh] = grids_.try_emplace(map.geometry.get());
    Grid& out = found->second;
    if (fresh) {
        out.geometry = map.geometry;
        out.name = "g" + std::to_string(grids_.size());
        core::Box box;
        for (const core::Shape& shape : map.geometry->areas) box.add(core::bounds(shape));
        for (const core::Line& line : map.geometry->lines) box.add(core::bounds(line));
        if (!box.empty()) out.origin = {box.min_x, box.max_y};
    }
    return out;
}

SharedShapes::View SharedShapes::view(const scene::Map& map, double height) {
    const Point origin = scene::to_picture(map, map.camera, grid(map).origin);
    View out{step_m / map.camera.metres_per_h * height, origin.x * height, origin.y * height, {}};
    const std::string scale = exact(std::round(out.scale * 1e6) / 1e6);
    out.transform = "translate(" + number(out.x) + " " + number(out.y) + ")scale(" + scale + ")";
    return out;
}

void SharedShapes::add(std::string& data, const Grid& grid, const std::vector<Point>& points, bool closed) {
    long x = 0, y = 0;
    bool first = true;
    for (const Point p : points) {
        const long nx = std::lround((p.x - grid.origin.x) / step_m), ny = std::lround((grid.origin.y - p.y) / step_m);
        if (!first && nx == x && ny == y) continue;
        if (first) data += 'M', append(data, nx), append(data, ny), data += 'l';
        if (!first) append(data, nx - x), append(data, ny - y);
        x = nx, y = ny;
        first = false;
    }
    if (!data.empty() && data.back() == 'l') data += "0 0";
    if (closed && !first) data += 'z';
}

const std::string& SharedShapes::area(const scene::Map& map, std::size_t index) {
    Grid& own = grid(map);
    std::string& id = own.areas[index];
    if (!id.empty()) return id;
    id = own.name + "a" + std::to_string(index);
    std::string data;
    for (const core::Polygon& polygon : own.geometry->areas[index].polygons) {
        add(data, own, polygon.outer, true);
        for (const core::Ring& hole : polygon.holes) add(data, own, hole, true);
    }
    defs_ += "<path" + attribute("id", id) + attribute("d", data) + "/>\n";
    return id;
}

const std::string& SharedShapes::lines(const scene::Map& map, const std::vector<int>& lines) {
    Grid& own = grid(map);
    std::string& id = own.lines[lines];
    if (!id.empty()) return id;
    id = own.name + "l" + std::to_string(own.lines.size());
    std::string data;
    for (const int index : lines) {
        const core::Line& line = own.geometry->lines[static_cast<std::size_t>(index)];
        if (!line.empty()) add(data, own, line, line.size() > 2 && line.front() == line.back());
    }
    defs_ += "<path" + attribute("id", id) + attribute("d", data) + "/>\n";
    return id;
}

}  // namespace ocop::render
