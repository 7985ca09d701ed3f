// Strips along lines and discs at their sharp turns; the width comes with the draw, not with the mesh.
layout(location = 0) in vec2 position;
layout(location = 1) in vec2 outwards;
layout(location = 2) in vec2 off_middle;
uniform vec4 place;
uniform vec2 size;
uniform float reach;  // half the width and half a pixel
out vec2 off;

void main() {
    off = off_middle * reach;
    vec2 at = position * place.xy + place.zw + outwards * sign(place.xy) * reach;
    gl_Position = vec4(at.x * 2.0 / size.x - 1.0, 1.0 - at.y * 2.0 / size.y, 0.0, 1.0);
}
