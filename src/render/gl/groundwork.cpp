#include "render/gl/groundwork.h"

#include <algorithm>

namespace ocop::render {

Groundwork::Groundwork(const scene::Scene& scene, int height) {
    const double h = height;
    const auto add = [&](const scene::Item& item, core::Point at) {
        const auto* text = std::get_if<scene::Text>(&item);
        if (text == nullptr || text->text.empty()) return;
        const TextPlace::Phase phase = place_of(*text, at, at, h).phase;
        const auto [found, fresh] = texts.try_emplace(key_of(*text, h, phase));
        if (fresh) found->second = draw_picture(*text, h, phase);
    };
    for (const scene::Map& map : scene.maps) {
        const bool known =
            std::any_of(meshes.begin(), meshes.end(), [&](const auto& mesh) { return mesh.first == map.geometry; });
        if (map.geometry && !known) meshes.emplace_back(map.geometry, MeshData{*map.geometry});
        for (const scene::MapItem& item : map.items) add(item.item, to_picture(map, map.camera, item.anchor));
    }
    for (const scene::Item& item : scene.furniture) add(item, {});
}

}  // namespace ocop::render
