// The hatch, stipple or dots over a filled area, anchored to the unit in screen pixels.
flat in vec3 pattern;  // kind, anchor in pixels
uniform vec2 size;
out vec4 pixel;

void main() {
    vec2 at = vec2(gl_FragCoord.x, size.y - gl_FragCoord.y);
    pixel = pattern_at(int(pattern.x), at - pattern.yz, size.y);
}
