// Rendering without a display, for tests, benchmarks and `ocopmap info`.
#define EGL_NO_X11
#include <EGL/egl.h>
#include <EGL/eglext.h>

#include <algorithm>
#include <cstdio>
#include <string_view>

#include "core/error.h"
#include "render/gl/names.h"
#include "render/gl/renderer.h"

namespace ocop::render {

namespace {

[[noreturn]] void fail(const char* step) {
    char code[16] = {};
    std::snprintf(code, sizeof code, "0x%04x", static_cast<unsigned>(eglGetError()));
    throw core::Error("error.gl_none", {std::string{"EGL "} + step + " " + code});
}

EGLDisplay display() {
    const char* extensions = eglQueryString(EGL_NO_DISPLAY, EGL_EXTENSIONS);
    if (extensions == nullptr ||
        std::string_view{extensions}.find("EGL_MESA_platform_surfaceless") == std::string_view::npos)
        fail("surfaceless");
    const EGLDisplay out = eglGetPlatformDisplay(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
    if (out == EGL_NO_DISPLAY || eglInitialize(out, nullptr, nullptr) != EGL_TRUE) fail("display");
    return out;
}

}  // namespace

struct OffscreenGl::State {
    EGLDisplay display = EGL_NO_DISPLAY;
    EGLContext context = EGL_NO_CONTEXT;
    EGLContext before = eglGetCurrentContext();  // is current again afterwards
    GlTexture colour;
    GlFramebuffer framebuffer;
    int width = 0, height = 0;

    ~State() {
        if (context == EGL_NO_CONTEXT) return;
        eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, context);
        framebuffer = {};
        colour = {};
        eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, before);
        eglDestroyContext(display, context);  // the display is shared by the whole process and stays
    }
};

OffscreenGl::OffscreenGl(int width, int height) : state_{std::make_unique<State>()} {
    State& s = *state_;
    s.width = width;
    s.height = height;
    s.display = display();
    eglBindAPI(EGL_OPENGL_API);
    constexpr EGLint wanted[] = {
        EGL_CONTEXT_MAJOR_VERSION,           3,       EGL_CONTEXT_MINOR_VERSION, 3, EGL_CONTEXT_OPENGL_PROFILE_MASK,
        EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE};
    s.context = eglCreateContext(s.display, EGL_NO_CONFIG_KHR, EGL_NO_CONTEXT, wanted);
    if (s.context == EGL_NO_CONTEXT) fail("context");
    if (eglMakeCurrent(s.display, EGL_NO_SURFACE, EGL_NO_SURFACE, s.context) != EGL_TRUE) fail("current");
    s.colour = GlTexture::make();
    s.framebuffer = GlFramebuffer::make();
    glBindTexture(GL_TEXTURE_2D, s.colour.get());
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL, 0);
    glBindFramebuffer(GL_FRAMEBUFFER, s.framebuffer.get());
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, s.colour.get(), 0);
    if (glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE) fail("framebuffer");
    glViewport(0, 0, width, height);
    glClearColor(0, 0, 0, 1);
    glClear(GL_COLOR_BUFFER_BIT);
}

OffscreenGl::~OffscreenGl() = default;

void OffscreenGl::finish() const { glFinish(); }

Image OffscreenGl::read() const {
    const auto width = static_cast<std::size_t>(state_->width), height = static_cast<std::size_t>(state_->height);
    Image image{state_->width, state_->height, std::vector<std::uint8_t>(width * height * 4)};
    std::vector<std::uint8_t> rows(image.rgba.size());
    GLint bound = 0;
    glGetIntegerv(GL_READ_FRAMEBUFFER_BINDING, &bound);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, state_->framebuffer.get());
    glPixelStorei(GL_PACK_ALIGNMENT, 4);
    glReadPixels(0, 0, image.width, image.height, GL_RGBA, GL_UNSIGNED_BYTE, rows.data());
    glBindFramebuffer(GL_READ_FRAMEBUFFER, static_cast<GLuint>(bound));
    for (std::size_t y = 0; y < height; ++y)  // OpenGL's first row is the lowest
        std::copy_n(&rows[(height - 1 - y) * width * 4], width * 4, &image.rgba[y * width * 4]);
    for (std::size_t i = 3; i < image.rgba.size(); i += 4) image.rgba[i] = 255;
    return image;
}

}  // namespace ocop::render
