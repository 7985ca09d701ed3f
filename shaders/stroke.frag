// Lines of one width with round joints, gathered first where they are translucent and overlap.
in vec2 off;
uniform float reach;
uniform vec4 colour;
uniform int stage;  // 0: at once; 1: gather 1 - cover in the alpha channel; 2: paint what was gathered
out vec4 pixel;

void main() {
    float cover = colour.a * clamp(reach - length(off), 0.0, 1.0);
    pixel = stage == 0 ? ink(colour.rgb, cover) : stage == 1 ? vec4(0.0, 0.0, 0.0, 1.0 - cover) : vec4(colour.rgb, 1.0);
}
