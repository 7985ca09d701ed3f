#pragma once
// What the screen needs of a scene besides OpenGL: triangles, and pictures of its texts. Any thread can make it.
#include <memory>
#include <utility>
#include <vector>

#include "render/gl/map_mesh.h"
#include "render/gl/text_picture.h"

namespace ocop::render {

struct Groundwork {
    /// `height`: pixels of one H.
    Groundwork(const scene::Scene& scene, int height);

    std::vector<std::pair<std::shared_ptr<const scene::Geometry>, MeshData>> meshes;
    TextPictures texts;
};

}  // namespace ocop::render
