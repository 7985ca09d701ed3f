// Text that Pango has drawn, copied texel by texel from the atlas.
flat in vec2 to_texel;
uniform vec2 size;
uniform sampler2D atlas;
out vec4 pixel;

void main() { pixel = texelFetch(atlas, ivec2(vec2(gl_FragCoord.x, size.y - gl_FragCoord.y) + to_texel), 0); }
