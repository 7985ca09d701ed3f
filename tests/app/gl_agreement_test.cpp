// The screen's OpenGL and the paper's Cairo draw one scene alike: so nearly that a wrong fill, pattern, border or label
// of any single unit is seen. Each is broken on purpose.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>
#include <functional>

#include "carto/compose.h"
#include "carto/vision.h"
#include "core/error.h"
#include "data/open.h"
#include "render/export.h"
#include "render/gl/groundwork.h"
#include "render/gl/names.h"
#include "render/gl/renderer.h"
#include "render/gl/seen_picture.h"
#include "render/text.h"
#include "support/alike.h"

using namespace ocop;

namespace {

constexpr int height = 720, width = 1280;
using alike::difference;
using alike::Pixels;
using alike::tolerance;

struct Shown {
    domain::Document document;
    carto::LevelGeometry geometry;
    carto::Picture picture;
};

Shown compose(const char* file, domain::Level level, domain::IndicatorId indicator) {
    Shown out;
    out.document = data::open(std::string{OCOP_GEODATA "/"} + file);
    const auto& document = out.document;
    const auto board = domain::evaluate(document, {document.era, document.as_of, document.basis, {}, 90});
    out.geometry = carto::prepare(document.territory(document.era), level);
    carto::MapSpec spec;
    spec.level = level;
    spec.indicator = indicator;
    spec.pixel_height = height;
    const render::PangoMeasure measure;
    out.picture = carto::compose(document, board, out.geometry, spec, measure, core::Words{core::Language::vietnamese});
    return out;
}

/// Where an area lies in the picture, with what hangs over its border.
Pixels box_of(const scene::Map& map, std::size_t area) {
    core::Box box;
    const core::Polygon* largest = nullptr;
    for (const core::Polygon& polygon : map.geometry->areas[area].polygons)
        if (largest == nullptr || core::bounds(polygon.outer).width() > core::bounds(largest->outer).width())
            largest = &polygon;
    if (largest != nullptr) box = core::bounds(largest->outer);
    const core::Point a = to_picture(map, map.camera, {box.min_x, box.max_y});
    const core::Point b = to_picture(map, map.camera, {box.max_x, box.min_y});
    const auto px = [](double h, int most) {
        return std::clamp(static_cast<int>(std::lround(h * height)), 1, most - 2);
    };
    return {px(a.x, width) - 1, px(a.y, height) - 1, px(b.x, width) + 2, px(b.y, height) + 2};
}

/// The badge that stands for a unit too small to see.
scene::BoxItem* badge_of(scene::Map& map, core::Point anchor) {
    for (scene::MapItem& item : map.items)
        if (auto* box = std::get_if<scene::BoxItem>(&item.item);
            box != nullptr && box->radius > 0.02 && item.anchor == anchor)
            return box;
    return nullptr;
}

/// One context for all cases; none where this machine has no OpenGL at all.
class Screen {
public:
    static Screen* get() {
        static std::unique_ptr<Screen> screen = [] {
            try {
                return std::unique_ptr<Screen>{new Screen};
            } catch (const core::Error&) {
                return std::unique_ptr<Screen>{};
            }
        }();
        return screen.get();
    }
    render::Image draw(const scene::Scene& scene, const std::optional<scene::Camera>& camera = {}) {
        renderer_.upload(scene);
        renderer_.draw(0, 0, width, height, camera);
        return offscreen_.read();
    }
    render::Image draw_with(render::GlRenderer& other, const scene::Scene& scene) {
        other.upload(scene);
        other.draw(0, 0, width, height);
        return offscreen_.read();
    }
    render::Image move(const scene::Camera& camera) {
        renderer_.draw(0, 0, width, height, camera);
        return offscreen_.read();
    }
    render::Image look(render::SeenPicture& pass, const render::Seeing& seeing) {
        const std::uint32_t texture = pass.of(renderer_.picture(width, height), width, height, seeing);
        GLuint from = 0;
        glGenFramebuffers(1, &from);
        glBindFramebuffer(GL_READ_FRAMEBUFFER, from);
        glFramebufferTexture2D(GL_READ_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture, 0);
        render::Image out{width, height, std::vector<std::uint8_t>(static_cast<std::size_t>(width) * height * 4)};
        std::vector<std::uint8_t> rows(out.rgba.size());
        glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, rows.data());
        glBindFramebuffer(GL_READ_FRAMEBUFFER, 0);
        glDeleteFramebuffers(1, &from);
        constexpr auto stride = static_cast<std::ptrdiff_t>(width) * 4;
        for (std::ptrdiff_t y = 0; y < height; ++y)  // its first row is at the bottom
            std::copy_n(rows.begin() + y * stride, stride, out.rgba.begin() + (height - 1 - y) * stride);
        return out;
    }
    render::GlRenderer& renderer() { return renderer_; }

private:
    render::OffscreenGl offscreen_{width, height};
    render::GlRenderer renderer_;
};

}  // namespace

TEST_CASE("the picture through other eyes is what the colours say, pixel by pixel") {
    Screen* screen = Screen::get();
    if (screen == nullptr) {
        WARN("no OpenGL here: not compared");
        return;
    }
    const Shown shown = compose("minh-hoa.toml", domain::Level::district, domain::IndicatorId::products);
    const render::Image own = screen->draw(shown.picture.scene);
    render::SeenPicture pass;
    for (const carto::Viewing& viewing : carto::viewings) {
        const render::Image seen =
            screen->look(pass, {carto::light_matrix(viewing.vision), carto::flare(viewing.room)});
        int worst = 0;
        for (std::size_t i = 0; i < own.rgba.size(); i += 4) {
            const carto::Colour wanted = carto::seen({own.rgba[i], own.rgba[i + 1], own.rgba[i + 2], 255}, viewing);
            worst = std::max({worst, std::abs(seen.rgba[i] - wanted.r), std::abs(seen.rgba[i + 1] - wanted.g),
                              std::abs(seen.rgba[i + 2] - wanted.b)});
        }
        INFO("viewing " << &viewing - carto::viewings.data());
        CHECK(worst <= 1);
    }
}

TEST_CASE("OpenGL and Cairo draw the shipped pictures alike, unit by unit") {
    Screen* screen = Screen::get();
    if (screen == nullptr) {
        WARN("no OpenGL here: not compared");
        return;
    }
    using domain::IndicatorId;
    using domain::Level;
    const auto [file, level, indicator] =
        GENERATE(table<const char*, Level, IndicatorId>({{"kien-giang.toml", Level::district, IndicatorId::products},
                                                         {"minh-hoa.toml", Level::district, IndicatorId::products},
                                                         {"minh-hoa.toml", Level::district, IndicatorId::ideas},
                                                         {"minh-hoa.toml", Level::commune, IndicatorId::outreach}}));
    const Shown shown = compose(file, level, indicator);
    const scene::Scene& scene = shown.picture.scene;
    const render::Image cairo = render::draw_image(scene, height), gl = screen->draw(scene);
    if (std::getenv("KEEP_PICTURES") != nullptr) {
        const std::string name = std::string{file} + "-" + std::string{domain::id(level)};
        render::write_png(cairo, name + ".cairo.png");
        render::write_png(gl, name + ".gl.png");
    }
    for (std::size_t i = 0; i < scene.maps[0].areas.size(); ++i) {
        INFO(file << " " << scene.maps[0].areas[i].title);
        CHECK(difference(cairo, gl, box_of(scene.maps[0], i)) <= tolerance);
    }
    CHECK(difference(cairo, gl, {0, 0, width, height}) <= tolerance);
}

TEST_CASE("a wrong fill, pattern, border or label of one unit does not pass for the same picture") {
    Screen* screen = Screen::get();
    if (screen == nullptr) {
        WARN("no OpenGL here: not compared");
        return;
    }
    const Shown shown = compose("minh-hoa.toml", domain::Level::district, domain::IndicatorId::products);
    const scene::Scene& scene = shown.picture.scene;
    const render::Image cairo = render::draw_image(scene, height);
    const scene::Map& map = scene.maps[0];
    for (std::size_t i = 0; i < map.areas.size(); ++i) {
        const core::Point anchor = shown.geometry.labels[i].at;
        Pixels box = box_of(map, i);
        scene::Map copy = map;
        if (const scene::BoxItem* badge = badge_of(copy, anchor)) {
            const core::Point at = to_picture(map, map.camera, anchor);
            const auto px = [](double h) { return static_cast<int>(std::lround(h * height)); };
            box = {px(at.x + badge->rect.x), px(at.y + badge->rect.y), px(at.x + badge->rect.right()),
                   px(at.y + badge->rect.bottom())};
        }
        INFO(map.areas[i].title);
        const auto broken = [&](const std::function<void(scene::Map&)>& change) {
            scene::Scene other = scene;
            change(other.maps[0]);
            return difference(cairo, screen->draw(other), box);
        };
        CHECK(broken([&](scene::Map& m) {  // the next class
                  scene::BoxItem* badge = badge_of(m, anchor);
                  scene::Colour& fill = badge != nullptr ? badge->fill : m.areas[i].fill;
                  fill = fill == scene::rgb(0x95C769) ? scene::rgb(0x01A47E) : scene::rgb(0x95C769);
              }) > tolerance);
        CHECK(broken([&](scene::Map& m) {
                  scene::BoxItem* badge = badge_of(m, anchor);
                  scene::Pattern& pattern = badge != nullptr ? badge->pattern : m.areas[i].pattern;
                  pattern = pattern == scene::Pattern::none ? scene::Pattern::hatch : scene::Pattern::none;
              }) > tolerance);
        if (badge_of(copy, anchor) != nullptr) continue;
        CHECK(broken([&](scene::Map& m) {
                  for (scene::LineGroup& group : m.lines)
                      std::erase_if(group.lines, [&](int line) {
                          const auto [left, right] = shown.geometry.sides[static_cast<std::size_t>(line)];
                          return left == static_cast<int>(i) || right == static_cast<int>(i);
                      });
              }) > tolerance);
        int texts = 0;
        const double changed = broken([&](scene::Map& m) {
            for (scene::MapItem& item : m.items) {
                auto* text = std::get_if<scene::Text>(&item.item);
                if (text == nullptr || text->text.find('/') == std::string::npos || !(item.anchor == anchor) ||
                    std::abs(text->at.x) + std::abs(text->at.y) > 0.02)
                    continue;
                text->text.back() = '7';  // another quota
                ++texts;
            }
        });
        if (texts > 0) CHECK(changed > tolerance);
    }
}

TEST_CASE("a recolour builds no mesh; a moving camera neither") {
    Screen* screen = Screen::get();
    if (screen == nullptr) {
        WARN("no OpenGL here: not compared");
        return;
    }
    Shown shown = compose("minh-hoa.toml", domain::Level::district, domain::IndicatorId::products);
    scene::Scene& scene = shown.picture.scene;
    screen->draw(scene);
    const int built = screen->renderer().counters().meshes_built;
    for (scene::AreaStyle& area : scene.maps[0].areas) area.fill = scene::rgb(0x883AAC);
    scene.maps[0].camera.centre.x += 5000;
    const render::Image image = screen->draw(scene);
    CHECK(screen->renderer().counters().meshes_built == built);
    CHECK(difference(image, render::draw_image(scene, height), {0, 0, width, height}) <= tolerance);
}

TEST_CASE(
    "a renderer that was warmed up and given the groundwork draws the very same picture, and builds nothing more") {
    Screen* screen = Screen::get();
    if (screen == nullptr) {
        WARN("no OpenGL here: not compared");
        return;
    }
    const auto [file, indicator] = GENERATE(table<const char*, domain::IndicatorId>(
        {{"kien-giang.toml", domain::IndicatorId::products}, {"minh-hoa.toml", domain::IndicatorId::ideas}}));
    const Shown shown = compose(file, domain::Level::commune, indicator);
    const scene::Scene& scene = shown.picture.scene;
    const render::Groundwork groundwork{scene, height};
    render::GlRenderer prepared;
    prepared.warm_up();
    prepared.expect(render::Groundwork{scene, height});
    const int texts = prepared.counters().cached_texts, meshes = prepared.counters().meshes_built;
    CHECK(screen->draw_with(prepared, scene).rgba == screen->draw(scene).rgba);
    CHECK(prepared.counters().meshes_built == meshes + static_cast<int>(groundwork.meshes.size()));
    CHECK(prepared.counters().cached_texts == texts + static_cast<int>(groundwork.texts.size()));
}

TEST_CASE("while the camera moves, labels stay on their units") {
    Screen* screen = Screen::get();
    if (screen == nullptr) {
        WARN("no OpenGL here: not compared");
        return;
    }
    Shown shown = compose("minh-hoa.toml", domain::Level::district, domain::IndicatorId::products);
    scene::Scene& scene = shown.picture.scene;
    scene::Camera camera = scene.maps[0].camera;
    camera.centre.x += 30 * camera.metres_per_h / height;  // thirty whole pixels
    const render::Image moved = screen->draw(scene, camera);
    scene.maps[0].camera = camera;
    CHECK(difference(moved, render::draw_image(scene, height), {0, 0, width, height}) <= tolerance);
}

TEST_CASE("a map that is shifted while it moves looks as if it were drawn anew") {
    Screen* screen = Screen::get();
    if (screen == nullptr) {
        WARN("no OpenGL here: not compared");
        return;
    }
    const auto level = GENERATE(domain::Level::district, domain::Level::commune);
    const Shown shown = compose("minh-hoa.toml", level, domain::IndicatorId::products);
    const scene::Scene& scene = shown.picture.scene;
    const scene::Camera home = scene.maps[0].camera;
    const auto by = [&](double right, double down, double zoom = 1) {
        scene::Camera out = home;
        out.metres_per_h /= zoom;
        out.centre.x -= right * out.metres_per_h / height;
        out.centre.y += down * out.metres_per_h / height;
        return out;
    };
    // Right, back over the start, up, down and aslant, nearer, further than the frame is wide.
    const std::vector<scene::Camera> way{by(40, 0),    by(-25, 0),     by(-25, -60),    by(13, 77), by(13, 77),
                                         by(5, -3, 2), by(-60, 42, 2), by(900, 300, 2), by(-3, 2)};
    screen->draw(scene);
    for (std::size_t i = 0; i < way.size(); ++i) {
        const render::Image moved = screen->move(way[i]);
        scene::Scene anew = scene;
        anew.maps[0].camera = way[i];
        INFO("step " << i);
        CHECK(difference(moved, render::draw_image(anew, height), {0, 0, width, height}) <= tolerance);
    }
    CHECK(screen->move(home).rgba == screen->draw(scene).rgba);
}
