// Patterns in picture space. The constants hatch_lines, severe_lines, dot_grid, stipple_grid, stipple_ring, pattern_core
// and pattern_casing are written before this text from scene/pattern.h; lengths there are in H.
vec4 ink(vec3 colour, float cover) { return vec4(colour * cover, cover); }
vec4 over(vec4 below, vec4 above) { return above + below * (1.0 - above.a); }

// How much of a pixel lies within `reach` of a line that passes `off` away from its middle.
float band(float off, float reach) { return clamp(min(off + 0.5, reach) - max(off - 0.5, -reach), 0.0, 1.0); }
float dot_cover(float off, float radius) { return min(clamp(radius + 0.5 - off, 0.0, 1.0), 3.14159265 * radius * radius); }

// Premultiplied. Kinds as in scene::Pattern: 1 hatch, 2 severe hatch, 3 dots, 4 stipple.
vec4 pattern_at(int kind, vec2 from_anchor, float height) {
    if (kind <= 2) {
        vec3 lines = (kind == 1 ? hatch_lines : severe_lines) * height;
        float across = (from_anchor.x + from_anchor.y) * 0.70710678;
        float off = abs(across - lines.x * round(across / lines.x));
        return over(ink(pattern_casing, band(off, lines.y * 0.5 + lines.z)), ink(pattern_core, band(off, lines.y * 0.5)));
    }
    vec2 grid = (kind == 3 ? dot_grid : stipple_grid) * height;
    float off = length(from_anchor - grid.x * round(from_anchor / grid.x));
    vec4 dot_ink = ink(pattern_core, dot_cover(off, grid.y * 0.5));
    if (kind == 3) return dot_ink;
    return over(ink(pattern_casing, dot_cover(off, grid.y * 0.5 + stipple_ring * height)), dot_ink);
}
