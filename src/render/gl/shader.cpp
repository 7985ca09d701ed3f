#include "render/gl/shader.h"

#include <array>
#include <cstdio>
#include <string>

#include "core/error.h"
#include "embedded/pattern_frag.h"
#include "scene/pattern.h"

namespace ocop::render {

namespace {

/// Numbers of scene/pattern.h as GLSL; written with a point whatever the locale says.
std::string constants() {
    std::string out;
    const auto number = [&](double value) {
        const long millionths = static_cast<long>(value * 1e6 + 0.5);
        std::array<char, 32> text{};
        std::snprintf(text.data(), text.size(), "%ld.%06ld", millionths / 1000000, millionths % 1000000);
        out += text.data();
    };
    const auto list = [&](const char* type, const char* name, std::initializer_list<double> values) {
        out += std::string{"const "} + type + " " + name + " = " + type + "(";
        for (const double* value = values.begin(); value != values.end(); ++value) {
            if (value != values.begin()) out += ", ";
            number(*value);
        }
        out += ");\n";
    };
    const auto colour = [&](const char* name, scene::Colour c) {
        list("vec3", name, {c.r / 255.0, c.g / 255.0, c.b / 255.0});
    };
    list("vec3", "hatch_lines", {scene::hatch.pitch, scene::hatch.core, scene::hatch.casing});
    list("vec3", "severe_lines", {scene::hatch_severe.pitch, scene::hatch_severe.core, scene::hatch_severe.casing});
    list("vec2", "dot_grid", {scene::dots.pitch, scene::dots.diameter});
    list("vec2", "stipple_grid", {scene::stipple.pitch, scene::stipple.diameter});
    list("float", "stipple_ring", {scene::stipple_ring});
    static_assert(scene::hatch_core == scene::dot_colour, "one pattern_core serves both in the shaders");
    colour("pattern_core", scene::hatch_core);
    colour("pattern_casing", scene::hatch_casing);
    return out;
}

GLuint compile(GLenum kind, std::initializer_list<std::string_view> parts) {
    std::string text = "#version 330 core\n";
    for (const std::string_view part : parts) text += part;
    const GLuint shader = glCreateShader(kind);
    const char* source = text.c_str();
    glShaderSource(shader, 1, &source, nullptr);
    glCompileShader(shader);
    GLint good = 0;
    glGetShaderiv(shader, GL_COMPILE_STATUS, &good);
    if (good == GL_TRUE) return shader;
    std::array<char, 1000> log{};
    glGetShaderInfoLog(shader, log.size(), nullptr, log.data());
    glDeleteShader(shader);
    throw core::Error("error.gl_shader", {log.data()});
}

}  // namespace

Program::Program(std::string_view vertex, std::string_view fragment) : name_{glCreateProgram()} {
    // A program that failed to build is not worth freeing: the whole renderer cannot start then.
    const GLuint parts[] = {compile(GL_VERTEX_SHADER, {vertex}),
                            compile(GL_FRAGMENT_SHADER, {constants(), embedded::pattern_frag, fragment})};
    for (const GLuint part : parts) glAttachShader(name_, part);
    glLinkProgram(name_);
    for (const GLuint part : parts) glDeleteShader(part);
    GLint good = 0;
    glGetProgramiv(name_, GL_LINK_STATUS, &good);
    if (good == GL_TRUE) return;
    std::array<char, 1000> log{};
    glGetProgramInfoLog(name_, log.size(), nullptr, log.data());
    throw core::Error("error.gl_shader", {log.data()});
}

}  // namespace ocop::render
