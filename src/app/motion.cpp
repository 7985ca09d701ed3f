#include "app/motion.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace ocop::app {

namespace {
//
constexpr double camera_time = 0.8, colour_time = 0.3, label_time = 0.2;

double eased(double share) { return share * share * (3 - 2 * share); }

scene::Colour mixed(scene::Colour a, scene::Colour b, double share) {
    const auto one = [share](std::uint8_t x, std::uint8_t y) {
        return static_cast<std::uint8_t>(std::lround(x + (y - x) * share));
    };
    return {one(a.r, b.r), one(a.g, b.g), one(a.b, b.b), one(a.a, b.a)};
}

/// Half a pixel of a large picture is no way to go.
bool elsewhere(const scene::Camera& a, const scene::Camera& b) {
    const double away = std::hypot(a.centre.x - b.centre.x, a.centre.y - b.centre.y) / b.metres_per_h;
    return away > 2.5e-4 || std::abs(a.metres_per_h / b.metres_per_h - 1) > 2.5e-4;
}

/// Through a wider view where the way is longer than the picture.
scene::Camera on_the_way(const scene::Camera& a, const scene::Camera& b, double share) {
    const double distance = std::hypot(b.centre.x - a.centre.x, b.centre.y - a.centre.y);
    const double screens = distance / std::max(a.metres_per_h, b.metres_per_h);
    const double rise = screens > 1 ? std::log(screens) : 0;
    const double scale = a.metres_per_h * std::pow(b.metres_per_h / a.metres_per_h, share) *
                         std::exp(rise * std::sin(share * 3.14159265358979) * std::sin(share * 3.14159265358979));
    // The point that both views have in common stays where it is while the scale changes.
    double along = share;
    if (std::abs(b.metres_per_h / a.metres_per_h - 1) > 1e-6 && rise == 0)
        along = (scale - a.metres_per_h) / (b.metres_per_h - a.metres_per_h);
    return {{a.centre.x + (b.centre.x - a.centre.x) * along, a.centre.y + (b.centre.y - a.centre.y) * along}, scale};
}
}  // namespace

Motion::Motion(scene::Scene from, const scene::Camera& camera, scene::Scene to)
    : from_{std::move(from)}, to_{std::move(to)}, start_{camera}, end_{camera} {
    if (from_.maps.empty() || to_.maps.empty() || from_.aspect != to_.aspect) return;
    const scene::Map &old = from_.maps.front(), &next = to_.maps.front();
    // The new view as the old frame shows it: the same metres at the same place of the picture.
    end_ = {scene::to_metres(next, next.camera, old.frame.centre()), next.camera.metres_per_h};
    if (elsewhere(start_, end_)) camera_seconds_ = camera_time;
    const bool recoloured = !std::equal(old.areas.begin(), old.areas.end(), next.areas.begin(), next.areas.end(),
                                        [](const scene::AreaStyle& a, const scene::AreaStyle& b) {
                                            return a.id == b.id && a.fill == b.fill && a.pattern == b.pattern;
                                        });
    if (!recoloured) return;
    colour_seconds_ = colour_time;
    label_seconds_ = label_time;
}

scene::Scene Motion::between(double share) const {
    scene::Scene out = to_;
    std::map<std::string_view, scene::Colour> before;
    for (const scene::AreaStyle& area : from_.maps.front().areas) before.emplace(area.id, area.fill);
    for (scene::Map& map : out.maps) {
        map.items.clear();
        for (scene::AreaStyle& area : map.areas) {
            if (area.fill.a == 0) continue;
            const auto found = before.find(area.id);
            const scene::Colour start =
                found != before.end() && found->second.a > 0 ? found->second : scene::rgb(0xFFFFFF);
            area.fill = mixed(start, area.fill, share);
            area.pattern = scene::Pattern::none;
        }
    }
    return out;
}

Motion::Frame Motion::at(double seconds) const {
    if (seconds < camera_seconds_)
        return {Frame::Picture::old, on_the_way(start_, end_, eased(std::max(0.0, seconds) / camera_seconds_)), {}};
    seconds -= camera_seconds_;
    if (seconds < colour_seconds_) return {Frame::Picture::between, {}, between(eased(seconds / colour_seconds_))};
    if (seconds < colour_seconds_ + label_seconds_ / 2) return {Frame::Picture::between, {}, between(1)};
    return {Frame::Picture::next, {}, {}};
}

}  // namespace ocop::app
