#pragma once
// OpenGL's functions, and its object names with an owner.
#define GL_GLEXT_PROTOTYPES
#include <GL/glcorearb.h>

#include <utility>

namespace ocop::render {

/// A move-only GLuint; 0 owns nothing.
template <auto Make, auto Free>
class GlName {
public:
    GlName() = default;
    GlName(GlName&& other) noexcept : name_{std::exchange(other.name_, 0)} {}
    GlName& operator=(GlName&& other) noexcept {
        std::swap(name_, other.name_);
        return *this;
    }
    ~GlName() {
        if (name_ != 0) Free(1, &name_);
    }
    static GlName make() {
        GlName out;
        Make(1, &out.name_);
        return out;
    }
    GLuint get() const { return name_; }
    explicit operator bool() const { return name_ != 0; }

private:
    GLuint name_ = 0;
};

using GlBuffer = GlName<&glGenBuffers, &glDeleteBuffers>;
using GlVertexArray = GlName<&glGenVertexArrays, &glDeleteVertexArrays>;
using GlTexture = GlName<&glGenTextures, &glDeleteTextures>;
using GlFramebuffer = GlName<&glGenFramebuffers, &glDeleteFramebuffers>;

/// Fills a buffer from a vector.
template <class Values>
void set_buffer(GLenum target, const GlBuffer& buffer, const Values& values, GLenum usage) {
    glBindBuffer(target, buffer.get());
    glBufferData(target, static_cast<GLsizeiptr>(values.size() * sizeof(values[0])), values.data(), usage);
}

/// One float attribute of the bound buffer; `offset` in bytes.
inline void attribute(GLuint index, GLint floats, std::size_t stride, std::size_t offset) {
    glEnableVertexAttribArray(index);
    glVertexAttribPointer(index, floats, GL_FLOAT, GL_FALSE, static_cast<GLsizei>(stride),
                          reinterpret_cast<const void*>(offset));
}

}  // namespace ocop::render
