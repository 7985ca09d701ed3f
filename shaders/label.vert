// Boxes, discs and pictures of text: one instance each, in pixels of the picture.
layout(location = 0) in vec4 quad;    // left, top, right, bottom of what is drawn
layout(location = 1) in vec4 shape;   // middle and half extent of the box or disc
layout(location = 2) in vec4 look;    // radius, half the outline's core, half its casing, pattern
layout(location = 3) in vec4 fill;
layout(location = 4) in vec4 core;
layout(location = 5) in vec4 casing;
layout(location = 6) in vec2 texel;   // of the atlas, at the quad's left top
uniform vec2 size;
flat out vec4 shape_of;
flat out vec4 look_of;
flat out vec4 fill_of;
flat out vec4 core_of;
flat out vec4 casing_of;
flat out vec2 to_texel;

void main() {
    shape_of = shape;
    look_of = look;
    fill_of = fill;
    core_of = core;
    casing_of = casing;
    to_texel = texel - quad.xy;
    vec2 at = vec2((gl_VertexID & 1) == 0 ? quad.x : quad.z, (gl_VertexID & 2) == 0 ? quad.y : quad.w);
    gl_Position = vec4(at.x * 2.0 / size.x - 1.0, 1.0 - at.y * 2.0 / size.y, 0.0, 1.0);
}
