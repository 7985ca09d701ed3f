#include "app/fonts.h"

#include <imgui_freetype.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <string>

namespace ocop::app {

namespace {
// Latin with all Vietnamese letters, figures' companions, arrows, ≤ ≥ − and simple shapes.
constexpr ImWchar ranges[] = {0x20,   0x7E,   0xA0,   0xFF,   0x102,  0x103,  0x110,  0x111,  0x128,
                              0x129,  0x168,  0x169,  0x1A0,  0x1A1,  0x1AF,  0x1B0,  0x1EA0, 0x1EF9,
                              0x2010, 0x2026, 0x20AB, 0x20AB, 0x2190, 0x2193, 0x2212, 0x2212, 0x2248,
                              0x2248, 0x2264, 0x2265, 0x25A0, 0x25CF, 0x2605, 0x2605, 0};

std::string first_of(std::initializer_list<const char*> files) {
    std::error_code error;
    for (const char* file : files)
        if (std::filesystem::exists(file, error)) return file;
    return {};
}

/// ImGui cannot ask a font for tabular figures, so all ten get the width of the widest.
void make_tabular(ImFont& font) {
    float widest = 0;
    for (ImWchar digit = '0'; digit <= '9'; ++digit)
        if (const ImFontGlyph* glyph = font.FindGlyphNoFallback(digit)) widest = std::max(widest, glyph->AdvanceX);
    for (ImWchar digit = '0'; digit <= '9'; ++digit) {
        auto* glyph = const_cast<ImFontGlyph*>(font.FindGlyphNoFallback(digit));
        if (glyph == nullptr) continue;
        const float shift = std::round((widest - glyph->AdvanceX) / 2);
        glyph->X0 += shift;
        glyph->X1 += shift;
        glyph->AdvanceX = widest;
        font.IndexAdvanceX[digit] = widest;
    }
}
}  // namespace

ui::Theme theme_for(float scale) {
    ui::Theme theme;
    theme.scale = scale;
    // ImGui measures a face from ascender to descender, which is 1.21 em in Inter.
    for (ui::Face* face : {&theme.small, &theme.small_bold, &theme.body, &theme.body_bold, &theme.title, &theme.big})
        face->size = std::round(face->size * scale * 1.21f);
    return theme;
}

Fonts make_fonts(float scale) {
    Fonts out;
    out.theme = theme_for(scale);
    out.atlas = std::make_unique<ImFontAtlas>();
    ImFontAtlas& atlas = *out.atlas;
    atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
    atlas.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
    atlas.Flags |= ImFontAtlasFlags_NoPowerOfTwoHeight | ImFontAtlasFlags_NoMouseCursors;
    const std::string regular = first_of({"/usr/share/fonts/opentype/inter/Inter-Regular.otf",
                                          "/usr/share/fonts/truetype/roboto/unhinted/RobotoTTF/Roboto-Regular.ttf",
                                          "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"});
    const std::string bold = first_of({"/usr/share/fonts/opentype/inter/Inter-SemiBold.otf",
                                       "/usr/share/fonts/truetype/roboto/unhinted/RobotoTTF/Roboto-Medium.ttf",
                                       "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf"});
    const std::string icons =
        first_of({"/usr/share/fonts/truetype/materialdesignicons-webfont/materialdesignicons-webfont.ttf"});
    const auto add = [&](ui::Face& face, const std::string& file, bool with_icons) {
        if (file.empty()) return;
        face.font = atlas.AddFontFromFileTTF(file.c_str(), face.size, nullptr, ranges);
        if (!with_icons || icons.empty()) return;
        ImFontConfig merged;
        merged.MergeMode = true;
        merged.GlyphOffset.y = std::round(face.size * 0.02f);
        atlas.AddFontFromFileTTF(icons.c_str(), face.size, &merged, ui::icon::ranges);
    };
    add(out.theme.body, regular, false);
    add(out.theme.body_bold, bold, false);
    add(out.theme.small, regular, false);
    add(out.theme.small_bold, bold, false);
    add(out.theme.title, bold, true);
    add(out.theme.big, bold, false);
    if (atlas.Fonts.empty()) atlas.AddFontDefault();
    atlas.Build();
    for (ImFont* font : atlas.Fonts) make_tabular(*font);
    return out;
}

}  // namespace ocop::app
