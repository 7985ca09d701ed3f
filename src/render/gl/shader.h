#pragma once
// A pair of shaders from /shaders as a program.
#include <string_view>

#include "render/gl/names.h"
#include "scene/scene.h"

namespace ocop::render {

class Program {
public:
    /// Throws core::Error("error.gl_shader", {driver's words}).
    Program(std::string_view vertex, std::string_view fragment);
    ~Program() { glDeleteProgram(name_); }
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    void use() const { glUseProgram(name_); }
    GLint uniform(const char* name) const { return glGetUniformLocation(name_, name); }

private:
    GLuint name_ = 0;
};

inline void set_uniform(GLint at, scene::Colour c) {
    glUniform4f(at, static_cast<float>(c.r) / 255, static_cast<float>(c.g) / 255, static_cast<float>(c.b) / 255,
                static_cast<float>(c.a) / 255);
}

}  // namespace ocop::render
