// A box, disc or rounded rectangle of the furniture: fill, pattern, core and casing of its outline in one pass.
flat in vec4 shape_of;
flat in vec4 look_of;
flat in vec4 fill_of;
flat in vec4 core_of;
flat in vec4 casing_of;
uniform vec2 size;
out vec4 pixel;

void main() {
    vec2 at = vec2(gl_FragCoord.x, size.y - gl_FragCoord.y);
    vec2 from_middle = at - shape_of.xy;
    vec2 corner = abs(from_middle) - shape_of.zw + look_of.x;
    float outside = length(max(corner, 0.0)) + min(max(corner.x, corner.y), 0.0) - look_of.x;
    float cover = look_of.x > 0.0 ? clamp(0.5 - outside, 0.0, 1.0)
                                  : band(from_middle.x, shape_of.z) * band(from_middle.y, shape_of.w);
    vec4 drawn = ink(fill_of.rgb, fill_of.a * cover);
    if (look_of.w > 0.0) drawn = over(drawn, cover * pattern_at(int(look_of.w), from_middle, size.y));
    if (look_of.z > 0.0) drawn = over(drawn, ink(casing_of.rgb, casing_of.a * band(outside, look_of.z)));
    if (look_of.y > 0.0) drawn = over(drawn, ink(core_of.rgb, core_of.a * band(outside, look_of.y)));
    pixel = drawn;
}
