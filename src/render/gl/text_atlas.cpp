#include "render/gl/text_atlas.h"

#include <algorithm>

namespace ocop::render {

namespace {
constexpr int page_width = 1024, page_height = 512;
constexpr std::size_t most_pages = 8;
}  // namespace

void TextAtlas::add(const TextPictures& pictures) {
    for (const auto& [key, picture] : pictures)
        if (const auto [found, fresh] = texts_.try_emplace(key); fresh) upload(picture, found->second);
}

const TextAtlas::Glyphs& TextAtlas::find(const scene::Text& text, double height, TextPlace::Phase phase) {
    const auto [found, fresh] = texts_.try_emplace(key_of(text, height, phase));
    if (fresh) upload(draw_picture(text, height, phase), found->second);
    return found->second;
}

void TextAtlas::upload(const TextPicture& picture, Glyphs& glyphs) {
    glyphs = {0, 0, 0, picture.width, picture.height, picture.left, picture.top};
    place(glyphs);
    glBindTexture(GL_TEXTURE_2D, texture(glyphs.page));
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, cairo_image_surface_get_stride(picture.surface.get()) / 4);
    // Cairo's pixels are premultiplied words 0xAARRGGBB in this machine's byte order.
    glTexSubImage2D(GL_TEXTURE_2D, 0, glyphs.x, glyphs.y, glyphs.width, glyphs.height, GL_BGRA,
                    GL_UNSIGNED_INT_8_8_8_8_REV, cairo_image_surface_get_data(picture.surface.get()));
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
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
