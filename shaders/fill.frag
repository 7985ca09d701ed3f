// The plain fill of an area, with its antialiased rim where no border hides it.
flat in vec4 colour;
flat in float edge;
in float beyond;
out vec4 pixel;

void main() { pixel = ink(colour.rgb, colour.a * clamp(edge - beyond, 0.0, 1.0)); }
