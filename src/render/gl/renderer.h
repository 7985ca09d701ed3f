#pragma once
// Scene -> the current OpenGL 3.3 core context (a GLFW window or EGL surfaceless). Never MSAA on software GL.
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "render/export.h"
#include "scene/scene.h"

namespace ocop::render {

struct Groundwork;  // groundwork.h

/// Draws scenes. Meshes are cached by Geometry address, text by its look, so a recolour uploads only colours.
class GlRenderer {
public:
    GlRenderer();  // needs a current context; throws core::Error("error.gl_too_old", ...) or ("error.gl_shader", ...)
    ~GlRenderer();
    GlRenderer(const GlRenderer&) = delete;
    GlRenderer& operator=(const GlRenderer&) = delete;

    /// Draws a little of everything out of sight, so that the driver has compiled its shaders before a picture is due.
    /// Gives that texture, for whoever draws textures.
    std::uint32_t warm_up();
    /// What was made elsewhere for a scene that is about to be uploaded; no more than a head start.
    void expect(Groundwork groundwork);
    /// Takes over the scene: styles to the GPU; geometry and glyphs that are new are prepared once.
    void upload(const scene::Scene& scene);
    /// Draws the uploaded scene into the currently bound framebuffer at x, y (from its lower left corner), width ×
    /// height pixels. `camera` moves the main map and what belongs to it without composing anew. A picture that did not
    /// change since the last draw is copied from a cache.
    void draw(int x, int y, int width, int height, const std::optional<scene::Camera>& camera = {});

    /// The same picture as a texture of the context, its first row at the bottom, opaque; drawn only when it changed.
    /// On software GL a copy into a window costs a shader of its own, which whoever draws textures has anyway.
    std::uint32_t picture(int width, int height, const std::optional<scene::Camera>& camera = {});

    struct Counters {
        int draw_calls = 0, triangles = 0, cached_texts = 0;
        int meshes_built = 0;  // since the start: does not grow on a recolour
    };
    Counters counters() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Renderer and version of the current context: "llvmpipe (LLVM 15.0.6, 256 bits), OpenGL 4.5".
std::string gl_description();

/// An OpenGL context without any display (EGL surfaceless), for tests and benchmarks. Current while it lives.
class OffscreenGl {
public:
    OffscreenGl(int width, int height);  // throws core::Error("error.gl_none", ...)
    ~OffscreenGl();
    Image read() const;
    void finish() const;  // waits until everything is drawn

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace ocop::render
