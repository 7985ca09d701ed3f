// Areas of a map: triangles in metres, and a rim around each area that fades out over a pixel.
layout(location = 0) in vec2 position;
layout(location = 1) in vec2 outwards;  // zero inside and on the edge
layout(location = 2) in float outside;  // -1 inside, 0 on the edge, 1 a pixel outside
layout(location = 3) in float area;
uniform vec4 place;  // metres -> pixels of the picture: scale, shift
uniform vec2 size;
uniform samplerBuffer styles;  // two texels an area: colour; pattern, anchor
flat out vec4 colour;
flat out vec3 pattern;  // kind, anchor in pixels
flat out float edge;
out float beyond;

void main() {
    int first = int(area) * 2;
    colour = texelFetch(styles, first);
    vec3 look = texelFetch(styles, first + 1).xyz;
    pattern = vec3(look.x, look.yz * place.xy + place.zw);
    // Cairo strokes an opaque area with 0.6 pixels of its own colour: its edge lies that much further out.
    edge = colour.a == 1.0 ? 0.8 : 0.5;
    beyond = outside;
    vec2 at = position * place.xy + place.zw + outwards * sign(place.xy);
    gl_Position = vec4(at.x * 2.0 / size.x - 1.0, 1.0 - at.y * 2.0 / size.y, 0.0, 1.0);
}
