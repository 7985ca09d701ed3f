#include "scene/scene.h"

namespace ocop::scene {

core::Point to_picture(const Map& map, const Camera& camera, core::Point metres) {
    const core::Point middle = map.frame.centre();
    return {middle.x + (metres.x - camera.centre.x) / camera.metres_per_h,
            middle.y - (metres.y - camera.centre.y) / camera.metres_per_h};
}

core::Point to_metres(const Map& map, const Camera& camera, core::Point picture) {
    const core::Point middle = map.frame.centre();
    return {camera.centre.x + (picture.x - middle.x) * camera.metres_per_h,
            camera.centre.y - (picture.y - middle.y) * camera.metres_per_h};
}

}  // namespace ocop::scene
