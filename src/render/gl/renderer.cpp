#include "render/gl/renderer.h"

#include <algorithm>
#include <cmath>

#include "core/error.h"
#include "render/gl/item_painter.h"
#include "render/gl/map_painter.h"

namespace ocop::render {

namespace {

/// The picture as drawn last.
struct Layer {
    GlTexture colour;
    GlFramebuffer framebuffer;
    int width = 0, height = 0;
    std::optional<scene::Camera> camera;
    bool current = false;

    void resize(int new_width, int new_height) {
        if (framebuffer && width == new_width && height == new_height) return;
        width = new_width;
        height = new_height;
        current = false;
        colour = GlTexture::make();
        framebuffer = GlFramebuffer::make();
        glBindTexture(GL_TEXTURE_2D, colour.get());
        glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL, 0);
        glBindFramebuffer(GL_FRAMEBUFFER, framebuffer.get());
        glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, colour.get(), 0);
    }
};

/// A geometry stays for as long as its mesh, so that no other can take its address.
struct Prepared {
    std::shared_ptr<const scene::Geometry> geometry;
    MapMesh mesh;
    long last_used = 0;
};

}  // namespace

struct GlRenderer::State {
    scene::Scene scene;
    std::vector<std::unique_ptr<Prepared>> prepared;
    std::vector<AreaStyles> styles;  // one a map
    TextAtlas atlas;
    StrokePen pen;
    MapPainter maps;
    ItemPainter items;
    Layer layer;
    Counters counters;
    long uploads = 0;

    Prepared& prepare(const std::shared_ptr<const scene::Geometry>& geometry);
    void forget_old_meshes();
    void paint(const std::optional<scene::Camera>& camera);
    void paint_map(const scene::Map& map, const AreaStyles& style, const scene::Camera& camera, const Frame& frame);
};

namespace {

void check_version() {
    const auto* version = reinterpret_cast<const char*>(glGetString(GL_VERSION));
    GLint major = 0, minor = 0;
    if (version != nullptr) {
        glGetIntegerv(GL_MAJOR_VERSION, &major);
        glGetIntegerv(GL_MINOR_VERSION, &minor);
    }
    if (major * 10 + minor < 33)
        throw core::Error("error.gl_too_old", {version != nullptr ? gl_description() : std::string{"?"}});
}

}  // namespace

GlRenderer::GlRenderer() {
    check_version();
    state_ = std::make_unique<State>();
}
GlRenderer::~GlRenderer() = default;

Prepared& GlRenderer::State::prepare(const std::shared_ptr<const scene::Geometry>& geometry) {
    auto found =
        std::find_if(prepared.begin(), prepared.end(), [&](const auto& known) { return known->geometry == geometry; });
    if (found == prepared.end()) {
        prepared.push_back(std::make_unique<Prepared>(Prepared{geometry, MapMesh{*geometry}}));
        ++counters.meshes_built;
        found = std::prev(prepared.end());
    }
    (*found)->last_used = uploads;
    return **found;
}

void GlRenderer::State::forget_old_meshes() {
    constexpr std::size_t most = 12;  // levels of detail and insets of both eras
    std::sort(prepared.begin(), prepared.end(),
              [](const auto& a, const auto& b) { return a->last_used > b->last_used; });
    while (prepared.size() > most && prepared.back()->last_used < uploads) prepared.pop_back();
}

void GlRenderer::upload(const scene::Scene& scene) {
    State& s = *state_;
    ++s.uploads;
    s.scene = scene;
    s.styles.resize(scene.maps.size());
    for (std::size_t i = 0; i < scene.maps.size(); ++i)
        if (scene.maps[i].geometry) s.styles[i].set(scene.maps[i].areas, s.prepare(scene.maps[i].geometry).mesh.origin);
    s.forget_old_meshes();
    s.layer.current = false;
}

void GlRenderer::draw(int x, int y, int width, int height, const std::optional<scene::Camera>& camera) {
    if (width <= 0 || height <= 0) return;
    State& s = *state_;
    GLint target = 0, source = 0;
    glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &target);
    glGetIntegerv(GL_READ_FRAMEBUFFER_BINDING, &source);
    std::optional<scene::Camera> moved = camera;
    if (s.scene.maps.empty() || camera == s.scene.maps[0].camera) moved.reset();
    s.layer.resize(width, height);
    if (!s.layer.current || s.layer.camera != moved) {
        GLint viewport[4];
        glGetIntegerv(GL_VIEWPORT, viewport);
        s.layer.camera = moved;
        glBindFramebuffer(GL_FRAMEBUFFER, s.layer.framebuffer.get());
        s.paint(moved);
        glViewport(viewport[0], viewport[1], viewport[2], viewport[3]);
        s.layer.current = true;
    }
    glDisable(GL_SCISSOR_TEST);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, s.layer.framebuffer.get());
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, static_cast<GLuint>(target));
    glBlitFramebuffer(0, 0, width, height, x, y, x + width, y + height, GL_COLOR_BUFFER_BIT, GL_NEAREST);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, static_cast<GLuint>(source));
}

void GlRenderer::State::paint(const std::optional<scene::Camera>& camera) {
    counters.draw_calls = counters.triangles = 0;
    atlas.trim();
    const Frame frame{layer.width, layer.height, &counters};
    glViewport(0, 0, frame.width, frame.height);
    constexpr GLenum none_of[] = {GL_DEPTH_TEST, GL_STENCIL_TEST, GL_CULL_FACE, GL_FRAMEBUFFER_SRGB};
    for (const GLenum off : none_of) glDisable(off);
    glEnable(GL_SCISSOR_TEST);
    glEnable(GL_BLEND);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glActiveTexture(GL_TEXTURE0);
    blend_over();
    frame.clear(frame.whole(), scene.background);
    for (std::size_t i = 0; i < scene.maps.size(); ++i)
        paint_map(scene.maps[i], styles[i], i == 0 && camera ? *camera : scene.maps[i].camera, frame);
    frame.clip(frame.whole());
    ItemList furniture{atlas, static_cast<double>(frame.height), frame.whole()};
    for (const scene::Item& item : scene.furniture) furniture.add(item, {}, {});
    items.paint(furniture, atlas, frame, frame.whole(), pen);
    counters.cached_texts = static_cast<int>(atlas.size());
    glBindBuffer(GL_ARRAY_BUFFER, 0);
    glUseProgram(0);
    glDisable(GL_BLEND);
    glDisable(GL_SCISSOR_TEST);
}

void GlRenderer::State::paint_map(const scene::Map& map, const AreaStyles& style, const scene::Camera& camera,
                                  const Frame& frame) {
    const PixelRect clip = frame_pixels(map, frame);
    if (clip.empty()) return;
    const double h = frame.height;
    ItemList list{atlas, h, clip};
    if (map.ground.a == 255) {
        frame.clear(clip, map.ground);
    } else if (map.ground.a > 0) {
        ItemList ground{atlas, h, clip};
        ground.add(scene::BoxItem{map.frame, map.ground, {}, {}, 0}, {}, {});
        frame.clip(clip);
        items.paint(ground, atlas, frame, clip, pen);
    }
    frame.clip(clip);
    if (map.geometry) maps.paint(map, prepare(map.geometry).mesh, style, camera, frame, pen);
    for (const scene::MapItem& item : map.items)
        list.add(item.item, to_picture(map, camera, item.anchor), to_picture(map, map.camera, item.anchor));
    items.paint(list, atlas, frame, clip, pen);
}

GlRenderer::Counters GlRenderer::counters() const { return state_->counters; }

std::string gl_description() {
    const auto text = [](GLenum what) {
        const auto* value = reinterpret_cast<const char*>(glGetString(what));
        return std::string{value != nullptr ? value : "?"};
    };
    std::string version = text(GL_VERSION);
    version.resize(std::min(version.size(), version.find(' ')));
    return text(GL_RENDERER) + ", OpenGL " + version;
}

}  // namespace ocop::render
