flat in vec4 colour;
flat in vec3 pattern;
flat in float edge;
in float beyond;
uniform vec2 size;
uniform bool patterns;  // the second pass
out vec4 pixel;

void main() {
    if (patterns) {
        vec2 at = vec2(gl_FragCoord.x, size.y - gl_FragCoord.y);
        pixel = pattern_at(int(pattern.x), at - pattern.yz, size.y);
    } else {
        pixel = ink(colour.rgb, colour.a * clamp(edge - beyond, 0.0, 1.0));
    }
}
