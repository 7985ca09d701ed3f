#pragma once
// A scene as SVG elements, for a file of its own or for a page that holds several.
#include <set>
#include <string>

#include "render/svg/shared_shapes.h"
#include "scene/scene.h"

namespace ocop::render {

class SvgDrawing {
public:
    /// One H is `height` user units. `prefix` starts every id, so that drawings of one page do not meet. With `shapes`
    /// the geometry of maps is written once for all drawings and only referred to here.
    SvgDrawing(double height, std::string prefix, SharedShapes* shapes = nullptr)
        : h_{height}, pixel_{height / 1080}, prefix_{std::move(prefix)}, shapes_{shapes} {}

    void draw(const scene::Scene& scene);
    const std::string& defs() const { return defs_; }
    const std::string& body() const { return body_; }

private:
    void write(const scene::Map& map);
    void write_areas(const scene::Map& map);
    void write_lines(const scene::Map& map, const scene::LineGroup& group);
    void refer_to_areas(const scene::Map& map, const SharedShapes::View& view);
    std::string area_path(const scene::Map& map, const core::Shape& shape, const core::Box& seen) const;
    std::string path(const scene::Map& map, const core::Line& points) const;
    void add_point(std::string& data, core::Point p) const;
    /// The same shape twice where it has a casing. `scale`: user units here in one unit of the element's own.
    void write_stroked(const std::string& element, const std::string& shape, const scene::Stroke& style,
                       double scale = 1);
    void write(const scene::Item& item, core::Point origin);
    void write_item(const scene::BoxItem& box, core::Point o);
    void write_item(const scene::Disc& disc, core::Point o);
    void write_item(const scene::Polyline& line, core::Point o);
    void write_item(const scene::Text& text, core::Point o);
    void write_filled(const std::string& element, const std::string& shape, scene::Colour colour,
                      scene::Pattern pattern, const scene::Stroke& outline, core::Point centre);
    std::string rectangle(const scene::Rect& r) const;
    std::string fill(scene::Pattern kind, core::Point anchor);
    std::string fill(scene::Pattern kind, const std::string& transform);
    void define(scene::Pattern kind);
    void define_dots(double step, double radius, scene::Colour colour);

    double h_;
    double pixel_;
    std::string prefix_;
    SharedShapes* shapes_;
    int frames_ = 0, patterns_ = 0;
    std::set<scene::Pattern> defined_;
    std::string defs_, body_;
};

}  // namespace ocop::render
