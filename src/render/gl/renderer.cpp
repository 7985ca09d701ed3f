// The picture as Cairo draws it, kept in a texture and copied into the window. Slower than drawing by OpenGL itself.
#include "render/gl/renderer.h"

#define GL_GLEXT_PROTOTYPES
#include <GL/glcorearb.h>

namespace ocop::render {

struct GlRenderer::State {
    scene::Scene scene;
    std::optional<scene::Camera> camera;
    GLuint texture = 0, framebuffer = 0;
    int height = 0;  // of what the texture holds; 0: nothing that is valid
};

GlRenderer::GlRenderer() : state_{std::make_unique<State>()} {
    glGenTextures(1, &state_->texture);
    glGenFramebuffers(1, &state_->framebuffer);
}

GlRenderer::~GlRenderer() {
    glDeleteFramebuffers(1, &state_->framebuffer);
    glDeleteTextures(1, &state_->texture);
}

void GlRenderer::upload(const scene::Scene& scene) {
    state_->scene = scene;
    state_->height = 0;
}

void GlRenderer::draw(int x, int y, int width, int height, const std::optional<scene::Camera>& camera) {
    State& state = *state_;
    glBindFramebuffer(GL_READ_FRAMEBUFFER, state.framebuffer);
    if (state.height != height || state.camera != camera) {
        scene::Scene moved = state.scene;
        if (camera && !moved.maps.empty()) moved.maps.front().camera = *camera;
        const Image image = draw_image(moved, height);
        glBindTexture(GL_TEXTURE_2D, state.texture);
        glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, image.width, image.height, 0, GL_RGBA, GL_UNSIGNED_BYTE,
                     image.rgba.data());
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
        glFramebufferTexture2D(GL_READ_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, state.texture, 0);
        state.height = height;
        state.camera = camera;
    }
    glBlitFramebuffer(0, height, width, 0, x, y, x + width, y + height, GL_COLOR_BUFFER_BIT, GL_NEAREST);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, 0);
}

GlRenderer::Counters GlRenderer::counters() const { return {}; }

}  // namespace ocop::render
