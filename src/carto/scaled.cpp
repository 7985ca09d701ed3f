// A whole picture, larger or smaller.
#include "carto/block.h"

namespace ocop::carto {

namespace {

struct Scaler {
    double factor;
    void size(core::Point& p) const { p = {p.x * factor, p.y * factor}; }
    void size(scene::Rect& rect) const {
        for (double* length : {&rect.x, &rect.y, &rect.width, &rect.height}) *length *= factor;
    }
    void size(scene::Stroke& stroke) const { stroke.width *= factor, stroke.casing *= factor; }
    void operator()(scene::BoxItem& box) const { size(box.rect), size(box.outline), box.radius *= factor; }
    void operator()(scene::Disc& disc) const { size(disc.centre), size(disc.outline), disc.radius *= factor; }
    void operator()(scene::Polyline& line) const {
        for (core::Point& p : line.points) size(p);
        size(line.stroke);
    }
    void operator()(scene::Text& text) const { size(text.at), text.size *= factor, text.halo *= factor; }
};

}  // namespace

Picture scaled(Picture picture, double factor) {
    const Scaler scaler{factor};
    picture.scene.aspect *= factor;
    for (scene::Map& map : picture.scene.maps) {
        scaler.size(map.frame);
        map.camera.metres_per_h /= factor;
        for (scene::LineGroup& group : map.lines) scaler.size(group.stroke);
        for (scene::MapItem& item : map.items) std::visit(scaler, item.item);
    }
    for (scene::Item& item : picture.scene.furniture) std::visit(scaler, item);
    for (Picture::Target& target : picture.targets) scaler.size(target.rect);
    return picture;
}

}  // namespace ocop::carto
