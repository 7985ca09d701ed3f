// The finished picture as other eyes and a bright room have it: each pixel's light through a matrix, the room's over it.
uniform sampler2D picture;
uniform mat3 eyes;    // of linear light
uniform float flare;  // share of the screen's white
out vec4 pixel;

void main() {
    vec3 value = texelFetch(picture, ivec2(gl_FragCoord.xy), 0).rgb;
    vec3 light = mix(value / 12.92, pow((value + 0.055) / 1.055, vec3(2.4)), greaterThan(value, vec3(0.04045)));
    light = (clamp(eyes * light, 0.0, 1.0) + flare) / (1.0 + flare);
    vec3 out_value =
        mix(light * 12.92, 1.055 * pow(light, vec3(1.0 / 2.4)) - 0.055, greaterThan(light, vec3(0.0031308)));
    pixel = vec4(out_value, 1.0);
}
