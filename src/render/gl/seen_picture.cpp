#include "render/gl/seen_picture.h"

#include "embedded/seen_frag.h"
#include "embedded/seen_vert.h"
#include "render/gl/layer.h"
#include "render/gl/shader.h"

namespace ocop::render {

struct SeenPicture::State {
    Program program{embedded::seen_vert, embedded::seen_frag};
    GlVertexArray nothing = GlVertexArray::make();  // the triangle comes from its corners' numbers
    Layer layer;
};

SeenPicture::SeenPicture() : state_{std::make_unique<State>()} {}
SeenPicture::~SeenPicture() = default;

std::uint32_t SeenPicture::of(std::uint32_t texture, int width, int height, const Seeing& seeing) {
    State& s = *state_;
    GLint target = 0, source = 0, viewport[4];
    glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &target);
    glGetIntegerv(GL_READ_FRAMEBUFFER_BINDING, &source);
    glGetIntegerv(GL_VIEWPORT, viewport);
    s.layer.resize(width, height);
    glBindFramebuffer(GL_FRAMEBUFFER, s.layer.framebuffer.get());
    glViewport(0, 0, width, height);
    glDisable(GL_SCISSOR_TEST);
    glDisable(GL_BLEND);
    s.program.use();
    std::array<float, 9> rows{};
    for (std::size_t i = 0; i < 9; ++i) rows[i] = static_cast<float>(seeing.light[i / 3][i % 3]);
    glUniformMatrix3fv(s.program.uniform("eyes"), 1, GL_TRUE, rows.data());
    glUniform1f(s.program.uniform("flare"), static_cast<float>(seeing.flare));
    glUniform1i(s.program.uniform("picture"), 0);
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, texture);
    glBindVertexArray(s.nothing.get());
    glDrawArrays(GL_TRIANGLES, 0, 3);
    glBindVertexArray(0);
    glUseProgram(0);
    glViewport(viewport[0], viewport[1], viewport[2], viewport[3]);
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, static_cast<GLuint>(target));
    glBindFramebuffer(GL_READ_FRAMEBUFFER, static_cast<GLuint>(source));
    return s.layer.colour.get();
}

}  // namespace ocop::render
