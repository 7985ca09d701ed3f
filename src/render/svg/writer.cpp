#include "render/svg/writer.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace ocop::render::svg_writer {

std::string number(double value) {
    const double rounded = std::round(value * 100) / 100;
    if (rounded == 0) return "0";
    std::array<char, 400> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), rounded, std::chars_format::fixed, 2).ptr;
    std::string out{text.data(), end};
    out.erase(out.find_last_not_of('0') + 1);
    if (out.back() == '.') out.pop_back();
    return out;
}

std::string exact(double value) {
    std::array<char, 400> text{};
    return {text.data(), std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed).ptr};
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            default:
                // XML has no other control characters.
                if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') out += c;
        }
    }
    return out;
}

std::string attribute(std::string_view name, std::string_view value) {
    return " " + std::string{name} + "=\"" + escaped(value) + "\"";
}

std::string attribute(std::string_view name, double value) { return attribute(name, std::string_view{number(value)}); }

std::string paint(std::string_view name, scene::Colour colour) {
    if (colour.a == 0) return attribute(name, "none");
    std::array<char, 8> hex{};
    std::snprintf(hex.data(), hex.size(), "#%02x%02x%02x", colour.r, colour.g, colour.b);
    std::string out = attribute(name, hex.data());
    if (colour.a < 255) out += attribute(std::string{name} + "-opacity", std::round(colour.a / 2.55) / 100);
    return out;
}

}  // namespace ocop::render::svg_writer
