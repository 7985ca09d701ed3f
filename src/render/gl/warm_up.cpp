// Mesa's software driver compiles a shader when it first draws with it, once for each way of blending.
#include "render/gl/groundwork.h"
#include "render/gl/renderer.h"

namespace ocop::render {

namespace {
scene::Scene a_little_of_everything() {
    constexpr scene::Colour ink = scene::rgb(0x404040);
    auto geometry = std::make_shared<scene::Geometry>();
    for (const double left : {0.0, 10.0}) {
        const core::Ring square{{left, 0}, {left + 10, 0}, {left + 10, 10}, {left, 10}};
        geometry->areas.push_back({{{square, {}}}});
        geometry->lines.push_back({{left, 0}, {left + 10, 0}, {left + 10, 10}, {left, 10}, {left, 0}});
    }
    scene::Map map;
    map.frame = {0.1, 0.1, 0.8, 0.8};
    map.camera = {{10, 5}, 30};
    map.ground = scene::rgb(0xE0E8F0);
    map.geometry = geometry;
    map.areas.resize(2);
    map.areas[0].fill = map.areas[1].fill = ink;
    map.areas[0].pattern = scene::Pattern::hatch;
    map.lines.push_back({{0, 1}, {0.1, ink, 0, {}, false}});  // wide: covers the areas' rims
    scene::Map rims = map;
    rims.areas[1].pattern = scene::Pattern::none;
    rims.lines.clear();
    scene::Text text;
    text.at = {0.5, 0.5};
    text.text = "\x01";  // no other text has this key
    text.size = 0.3;
    scene::Scene out;
    out.aspect = 1;
    out.maps = {map, rims};
    out.furniture = {scene::BoxItem{{0.2, 0.2, 0.3, 0.3}, ink, scene::Pattern::none, {}, 0.1}, text};
    return out;
}
}  // namespace

std::uint32_t GlRenderer::warm_up() {
    constexpr int size = 64;
    const scene::Scene scene = a_little_of_everything();
    Groundwork groundwork{{}, size};
    const auto& text = std::get<scene::Text>(scene.furniture.back());  // blank: looking for fonts would take longer
    groundwork.texts.emplace(key_of(text, size, place_of(text, {}, {}, size).phase),
                             TextPicture{0, -8, 8, 8, Surface{cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 8, 8)}});
    expect(std::move(groundwork));
    upload(scene);
    return picture(size, size);
}

}  // namespace ocop::render
