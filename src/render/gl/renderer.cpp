#include "render/gl/renderer.h"

#include <algorithm>
#include <cmath>

#include "core/error.h"
#include "render/gl/groundwork.h"
#include "render/gl/item_painter.h"
#include "render/gl/layer.h"
#include "render/gl/map_painter.h"

namespace ocop::render {

namespace {

/// A geometry stays for as long as its mesh, so that no other can take its address.
struct Prepared {
    std::shared_ptr<const scene::Geometry> geometry;
    MapMesh mesh;
    long last_used = 0;
};

/// The main map alone while its camera moves.
struct MovingMap {
    Layer front, back;
    std::optional<scene::Camera> camera;  // of `front`, which a move shifts by whole pixels; none: nothing drawn yet
};

struct Shift {
    int x = 0, y = 0;  // pixels
};

/// Whole pixels by which a picture moves from one camera to another; none: it has to be drawn anew.
std::optional<Shift> shift(const std::optional<scene::Camera>& from, const scene::Camera& to, const PixelRect& within,
                           int height) {
    if (!from || from->metres_per_h != to.metres_per_h) return {};
    const double scale = height / to.metres_per_h;
    const double x = std::round((from->centre.x - to.centre.x) * scale);
    const double y = std::round((to.centre.y - from->centre.y) * scale);
    if (std::abs(x) >= within.right - within.left || std::abs(y) >= within.bottom - within.top) return {};
    return Shift{static_cast<int>(x), static_cast<int>(y)};
}

}  // namespace

struct GlRenderer::State {
    scene::Scene scene;
    std::vector<std::unique_ptr<Prepared>> prepared;
    std::vector<std::pair<std::shared_ptr<const scene::Geometry>, MeshData>> expected;
    std::vector<AreaStyles> styles;  // one a map
    TextAtlas atlas;
    StrokePen pen;
    MapPainter maps;
    ItemPainter items;
    Layer layer;  // the picture as drawn last, and the main map's camera in it
    bool current = false;
    std::optional<scene::Camera> camera;
    std::optional<MovingMap> moving;
    Counters counters;
    long uploads = 0;

    Prepared& prepare(const std::shared_ptr<const scene::Geometry>& geometry);
    void forget_old_meshes();
    void begin(const Frame& frame);
    void paint(const std::optional<scene::Camera>& camera, const Frame& frame);
    /// The picture is there: only the main map moves, under everything else.
    void paint_moved(const scene::Camera& camera, const Frame& frame);
    void move_map(const scene::Camera& camera, const Frame& frame);
    void paint_map(const scene::Map& map, const AreaStyles& style, const scene::Camera& camera, const Frame& frame,
                   const PixelRect& part);
    void paint_furniture(const Frame& frame, const PixelRect& part);
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
        const auto data =
            std::find_if(expected.begin(), expected.end(), [&](const auto& known) { return known.first == geometry; });
        prepared.push_back(std::make_unique<Prepared>(
            Prepared{geometry, MapMesh{data != expected.end() ? data->second : MeshData{*geometry}}}));
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

void GlRenderer::expect(Groundwork groundwork) {
    state_->expected = std::move(groundwork.meshes);
    state_->atlas.add(groundwork.texts);
}

void GlRenderer::upload(const scene::Scene& scene) {
    State& s = *state_;
    ++s.uploads;
    s.scene = scene;
    s.styles.resize(scene.maps.size());
    for (std::size_t i = 0; i < scene.maps.size(); ++i)
        if (scene.maps[i].geometry) s.styles[i].set(scene.maps[i].areas, s.prepare(scene.maps[i].geometry).mesh.origin);
    s.forget_old_meshes();
    s.expected.clear();
    s.current = false;
    s.moving.reset();
}

std::uint32_t GlRenderer::picture(int width, int height, const std::optional<scene::Camera>& camera) {
    State& s = *state_;
    GLint target = 0, source = 0;
    glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &target);
    glGetIntegerv(GL_READ_FRAMEBUFFER_BINDING, &source);
    std::optional<scene::Camera> moved = camera;
    if (s.scene.maps.empty() || camera == s.scene.maps[0].camera) moved.reset();
    if (s.layer.resize(width, height)) s.current = false;
    if (!s.current || s.camera != moved) {
        GLint viewport[4];
        glGetIntegerv(GL_VIEWPORT, viewport);
        const Frame frame{width, height, &s.counters};
        s.begin(frame);
        if (s.current && moved) {
            s.paint_moved(*moved, frame);
        } else {
            glBindFramebuffer(GL_FRAMEBUFFER, s.layer.framebuffer.get());
            s.paint(moved, frame);
            s.moving.reset();
        }
        glBindBuffer(GL_ARRAY_BUFFER, 0);
        glUseProgram(0);
        glDisable(GL_BLEND);
        glViewport(viewport[0], viewport[1], viewport[2], viewport[3]);
        s.camera = moved;
        s.current = true;
    }
    glDisable(GL_SCISSOR_TEST);
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, static_cast<GLuint>(target));
    glBindFramebuffer(GL_READ_FRAMEBUFFER, static_cast<GLuint>(source));
    return s.layer.colour.get();
}

void GlRenderer::draw(int x, int y, int width, int height, const std::optional<scene::Camera>& camera) {
    if (width <= 0 || height <= 0) return;
    picture(width, height, camera);
    GLint source = 0;
    glGetIntegerv(GL_READ_FRAMEBUFFER_BINDING, &source);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, state_->layer.framebuffer.get());
    glBlitFramebuffer(0, 0, width, height, x, y, x + width, y + height, GL_COLOR_BUFFER_BIT, GL_NEAREST);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, static_cast<GLuint>(source));
}

void GlRenderer::State::begin(const Frame& frame) {
    counters.draw_calls = counters.triangles = 0;
    atlas.trim();
    glViewport(0, 0, frame.width, frame.height);
    constexpr GLenum none_of[] = {GL_DEPTH_TEST, GL_STENCIL_TEST, GL_CULL_FACE, GL_FRAMEBUFFER_SRGB};
    for (const GLenum off : none_of) glDisable(off);
    glEnable(GL_SCISSOR_TEST);
    glEnable(GL_BLEND);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glActiveTexture(GL_TEXTURE0);
    blend_over();
}

void GlRenderer::State::paint(const std::optional<scene::Camera>& moved, const Frame& frame) {
    frame.clear(frame.whole(), scene.background);
    for (std::size_t i = 0; i < scene.maps.size(); ++i)
        paint_map(scene.maps[i], styles[i], i == 0 && moved ? *moved : scene.maps[i].camera, frame, frame.whole());
    paint_furniture(frame, frame.whole());
}

void GlRenderer::State::paint_moved(const scene::Camera& to, const Frame& frame) {
    move_map(to, frame);
    std::vector<PixelRect> parts{frame_pixels(scene.maps[0], frame)};
    for (std::size_t i = 1; i < scene.maps.size(); ++i) {  // insets stand still
        std::vector<PixelRect> around;
        for (const PixelRect& part : parts)
            for (const PixelRect& rest : outside(part, frame_pixels(scene.maps[i], frame))) around.push_back(rest);
        parts = std::move(around);
    }
    for (const PixelRect& part : parts) {
        layer.copy(moving->front, part);
        paint_furniture(frame, part);
    }
}

void GlRenderer::State::move_map(const scene::Camera& to, const Frame& frame) {
    if (!moving) moving.emplace();
    const scene::Map& map = scene.maps[0];
    const PixelRect whole = frame_pixels(map, frame);
    if (moving->front.resize(frame.width, frame.height)) moving->camera.reset();
    const auto by = shift(moving->camera, to, whole, frame.height);
    if (!by) {
        moving->camera = to;
        glBindFramebuffer(GL_FRAMEBUFFER, moving->front.framebuffer.get());
        return paint_map(map, styles[0], to, frame, whole);
    }
    if (by->x == 0 && by->y == 0) return;
    const double pixel = to.metres_per_h / frame.height;
    moving->camera->centre.x -= by->x * pixel;
    moving->camera->centre.y += by->y * pixel;
    const PixelRect stays =
        common(whole, {whole.left - by->x, whole.top - by->y, whole.right - by->x, whole.bottom - by->y});
    moving->back.resize(frame.width, frame.height);
    moving->back.copy(moving->front, stays, by->x, by->y);
    for (const PixelRect& part :
         outside(whole, {stays.left + by->x, stays.top + by->y, stays.right + by->x, stays.bottom + by->y}))
        paint_map(map, styles[0], *moving->camera, frame, part);
    std::swap(moving->front, moving->back);
}

void GlRenderer::State::paint_furniture(const Frame& frame, const PixelRect& part) {
    frame.clip(part);
    ItemList list{atlas, static_cast<double>(frame.height), part};
    for (const scene::Item& item : scene.furniture) list.add(item, {}, {});
    items.paint(list, atlas, frame, part, pen);
    counters.cached_texts = static_cast<int>(atlas.size());
}

void GlRenderer::State::paint_map(const scene::Map& map, const AreaStyles& style, const scene::Camera& at,
                                  const Frame& frame, const PixelRect& part) {
    const PixelRect clip = common(part, frame_pixels(map, frame));
    if (clip.empty()) return;
    const double h = frame.height;
    if (map.ground.a == 255) {
        frame.clear(clip, map.ground);
    } else if (map.ground.a > 0) {
        ItemList ground{atlas, h, clip};
        ground.add(scene::BoxItem{map.frame, map.ground, {}, {}, 0}, {}, {});
        frame.clip(clip);
        items.paint(ground, atlas, frame, clip, pen);
    }
    frame.clip(clip);
    if (map.geometry) maps.paint(map, prepare(map.geometry).mesh, style, at, frame, clip, pen);
    ItemList list{atlas, h, clip};
    for (const scene::MapItem& item : map.items)
        list.add(item.item, to_picture(map, at, item.anchor), to_picture(map, map.camera, item.anchor));
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
