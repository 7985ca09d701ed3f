#pragma once
// Texts as pictures, drawn once and kept on the GPU.
#include <string>
#include <unordered_map>
#include <vector>

#include "render/gl/names.h"
#include "render/gl/text_picture.h"

namespace ocop::render {

class TextAtlas {
public:
    /// A text in the atlas. (left, top) is where its picture lies from the whole pixel left above its anchor.
    struct Glyphs {
        std::size_t page = 0;
        int x = 0, y = 0, width = 0, height = 0;
        int left = 0, top = 0;
    };

    /// Pictures that were drawn elsewhere, by key; all at once, before anything is drawn with the atlas.
    void add(const TextPictures& pictures);
    /// `height`: pixels of one H. The reference holds until the next call.
    const Glyphs& find(const scene::Text& text, double height, TextPlace::Phase phase);
    GLuint texture(std::size_t page) const { return pages_[page].texture.get(); }
    std::size_t pages() const { return pages_.size(); }
    std::size_t size() const { return texts_.size(); }
    /// Forgets all when more than a few pages are full; call where nothing is waiting to be drawn.
    void trim();

private:
    struct Page {
        GlTexture texture;
        int width = 0, height = 0;
        int x = 0, y = 0, row = 0;  // where the next text goes, and the height of its row
    };
    void upload(const TextPicture& picture, Glyphs& glyphs);
    void place(Glyphs& glyphs);
    std::unordered_map<std::string, Glyphs> texts_;
    std::vector<Page> pages_;
};

}  // namespace ocop::render
