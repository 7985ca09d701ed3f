#include "render/gl/text_atlas.h"

#include <pango/pangocairo.h>

#include <algorithm>
#include <cmath>

#include "render/cairo/canvas.h"
#include "render/cairo/draw.h"
#include "render/pango_layout.h"

namespace ocop::render {

namespace {

constexpr int page_width = 2048, page_height = 1024;
constexpr std::size_t most_pages = 4;

std::string key_of(const scene::Text& text, double height, TextAtlas::Phase phase) {
    std::string key = text.text;
    const auto add = [&](const auto& value) {
        key.push_back('\0');
        key.append(reinterpret_cast<const char*>(&value), sizeof value);
    };
    add(text.size * height);
    add(text.halo * height);
    add(text.colour);
    add(text.halo_colour);
    add(text.weight);
    add(text.align);
    add(phase.x + 4 * phase.y);
    return key;
}

/// The ink of a text around its anchor, in whole pixels.
PangoRectangle ink_of(const scene::Text& text, double height) {
    const auto context = measuring_context();
    const auto shaped = layout(context.get(), text.text, text.size * height, text.weight);
    PangoRectangle ink, logical;
    pango_layout_get_extents(shaped.get(), &ink, &logical);
    const double shift = text.align == scene::Align::left     ? 0
                         : text.align == scene::Align::centre ? logical.width / 2.0
                                                              : logical.width;
    const double margin = (text.halo * height + 2) * PANGO_SCALE;
    const double x = ink.x - shift, y = ink.y - pango_layout_get_baseline(shaped.get());
    const int left = static_cast<int>(std::floor((x - margin) / PANGO_SCALE)),
              top = static_cast<int>(std::floor((y - margin) / PANGO_SCALE));
    return {left, top, static_cast<int>(std::ceil((x + ink.width + margin) / PANGO_SCALE)) - left,
            static_cast<int>(std::ceil((y + ink.height + margin) / PANGO_SCALE)) - top};
}

}  // namespace

const TextAtlas::Glyphs& TextAtlas::find(const scene::Text& text, double height, Phase phase) {
    const auto [found, fresh] = texts_.try_emplace(key_of(text, height, phase));
    Glyphs& glyphs = found->second;
    if (!fresh) return glyphs;
    const PangoRectangle ink = ink_of(text, height);
    glyphs = {0, 0, 0, ink.width, ink.height, ink.x, ink.y};
    const Surface surface{cairo_image_surface_create(CAIRO_FORMAT_ARGB32, ink.width, ink.height)};
    {
        const Context cairo{cairo_create(surface.get())};
        scene::Text placed = text;
        placed.at = {(-ink.x + phase.x / 4.0) / height, (-ink.y + phase.y / 4.0) / height};
        draw_text(cairo.get(), placed, height);
    }
    cairo_surface_flush(surface.get());
    place(glyphs);
    glBindTexture(GL_TEXTURE_2D, texture(glyphs.page));
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, cairo_image_surface_get_stride(surface.get()) / 4);
    // Cairo's pixels are premultiplied words 0xAARRGGBB in this machine's byte order.
    glTexSubImage2D(GL_TEXTURE_2D, 0, glyphs.x, glyphs.y, glyphs.width, glyphs.height, GL_BGRA,
                    GL_UNSIGNED_INT_8_8_8_8_REV, cairo_image_surface_get_data(surface.get()));
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
    return glyphs;
}

void TextAtlas::place(Glyphs& glyphs) {
    const auto fits = [&](Page& page) {
        if (page.x + glyphs.width > page.width) {
            page.y += page.row;
            page.x = page.row = 0;
        }
        return page.x + glyphs.width <= page.width && page.y + glyphs.height <= page.height;
    };
    if (pages_.empty() || !fits(pages_.back())) {
        Page page{GlTexture::make(), std::max(page_width, glyphs.width), std::max(page_height, glyphs.height)};
        glBindTexture(GL_TEXTURE_2D, page.texture.get());
        glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, page.width, page.height, 0, GL_BGRA, GL_UNSIGNED_INT_8_8_8_8_REV,
                     nullptr);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL, 0);
        pages_.push_back(std::move(page));
    }
    Page& page = pages_.back();
    glyphs.page = pages_.size() - 1;
    glyphs.x = page.x;
    glyphs.y = page.y;
    page.x += glyphs.width;
    page.row = std::max(page.row, glyphs.height);
}

void TextAtlas::trim() {
    if (pages_.size() <= most_pages) return;
    texts_.clear();
    pages_.clear();
}

}  // namespace ocop::render
