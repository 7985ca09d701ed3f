#include "render/html/html.h"

#include <algorithm>
#include <set>

#include "core/whole_file.h"
#include "embedded/deck_css.h"
#include "embedded/deck_js.h"
#include "render/html/font_subset.h"
#include "render/svg/drawing.h"
#include "render/svg/writer.h"

namespace ocop::render {

namespace {

using namespace svg_writer;

std::string tag(std::string_view name, std::string_view text, const std::string& attributes = {}) {
    const std::string element{name};
    return "<" + element + attributes + ">" + escaped(text) + "</" + element + ">\n";
}

/// Every character of a UTF-8 text that is not a control.
std::set<char32_t> characters_of(std::string_view text) {
    std::set<char32_t> out;
    for (std::size_t i = 0; i < text.size();) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const std::size_t length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
        char32_t character = length == 1 ? byte : byte & (0xFFu >> (length + 1));
        for (std::size_t k = 1; k < length && i + k < text.size(); ++k)
            character = character << 6 | (static_cast<unsigned char>(text[i + k]) & 0x3Fu);
        if (character >= 0x20) out.insert(character);
        i += length;
    }
    return out;
}

class Page {
public:
    explicit Page(const HtmlDeck& deck) : deck_{deck} {}

    std::string write() {
        std::string scenes;
        for (const HtmlScene& scene : deck_.scenes) scenes += section(scene);
        const std::string body = head_of_page() +
                                 // Not hidden by display: what is referred to would not be drawn then.
                                 "<svg class=\"shared\" aria-hidden=\"true\" focusable=\"false\"><defs>\n" +
                                 shapes_.defs() + "</defs></svg>\n<main>\n" + scenes + "</main>\n" + lists() +
                                 "<footer>" + escaped(deck_.footer) + "</footer>\n" + controls();
        return "<!DOCTYPE html>\n<html" + attribute("lang", deck_.language) +
               ">\n<head>\n<meta charset=\"utf-8\">\n"
               "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
               // Said twice on purpose: nothing here asks for another file, and nothing could.
               "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
               "script-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'\">\n"
               "<link rel=\"icon\" href=\"data:,\">\n" +
               tag("title", deck_.title) + "<style>\n" + fonts(body) + std::string{embedded::deck_css} +
               "</style>\n</head>\n<body>\n" + body + "<script>\n" + std::string{embedded::deck_js} +
               "</script>\n</body>\n</html>\n";
    }

private:
    /// Two weights, as far as the page's own words need them.
    static std::string fonts(const std::string& body) {
        std::set<char32_t> characters = characters_of(body);
        for (const char32_t each : U"0123456789 ×…") characters.insert(each);
        characters.erase(U'\0');
        std::string out;
        for (const auto& [weight, number] :
             {std::pair{scene::Weight::regular, "400"}, {scene::Weight::semibold, "600"}})
            if (const std::string data = font_subset(weight, characters); !data.empty())
                out += "@font-face { font-family: \"Inter deck\"; font-weight: " + std::string{number} +
                       "; src: url(data:font/otf;base64," + data + "); }\n";
        return out;
    }

    std::string head_of_page() const {
        std::string out = "<header>\n" + tag("h1", deck_.title) + "<p>";
        if (!deck_.watermark.empty()) out += "<span class=\"tag\">" + escaped(deck_.watermark) + "</span>";
        out += escaped(deck_.subtitle) + "</p>\n" + tag("p", deck_.words.contents, " class=\"contents-title\"") +
               "<ol class=\"contents\">\n";
        for (const HtmlScene& scene : deck_.scenes)
            out += "<li><a" + attribute("href", "#" + scene.id) + ">" + escaped(scene.title) + "</a></li>\n";
        return out + "</ol>\n</header>\n";
    }

    std::string section(const HtmlScene& scene) {
        std::string out = "<section class=\"scene\"" + attribute("id", scene.id) + attribute("data-list", scene.list) +
                          ">\n" + tag("h2", scene.title) + tag("p", scene.answer, " class=\"tall answer\"") +
                          tag("p", scene.subtitle, " class=\"tall soft\"") + "<figure>\n" +
                          picture(scene, scene.wide, "wide") + picture(scene, scene.tall, "tall") + "</figure>\n" +
                          tag("p", scene.foot, " class=\"tall soft\"") + "<details>\n" +
                          tag("summary", deck_.words.table) + "<table>\n<thead><tr>";
        for (const std::string& column : scene.columns) out += "<th scope=\"col\">" + escaped(column) + "</th>";
        out += "</tr></thead>\n<tbody>\n";
        for (const HtmlScene::Row& row : scene.rows) {
            out += "<tr" + attribute("data-unit", row.unit) + ">";
            for (const std::string& cell : row.cells) out += "<td>" + escaped(cell) + "</td>";
            out += "</tr>\n";
        }
        return out + "</tbody>\n</table>\n</details>\n</section>\n";
    }

    std::string picture(const HtmlScene& scene, const HtmlPicture& picture, const std::string& kind) {
        constexpr double height = 1000;
        const std::string prefix = "s" + std::to_string(++pictures_) + "-";
        SvgDrawing drawing{height, prefix, &shapes_};
        drawing.draw(picture.scene);
        const std::string width = number(picture.scene.aspect * height);
        std::string out = "<svg" + attribute("class", kind) + " role=\"img\"" +
                          attribute("aria-labelledby", prefix + "title " + prefix + "desc") +
                          attribute("viewBox", "0 0 " + width + " " + number(height)) + " xml:space=\"preserve\">\n" +
                          tag("title", scene.answer, attribute("id", prefix + "title")) +
                          tag("desc", scene.description, attribute("id", prefix + "desc")) + "<defs>\n" +
                          drawing.defs() + "</defs>\n<rect" + attribute("width", width) + attribute("height", height) +
                          paint("fill", picture.scene.background) + "/>\n" + drawing.body();
        for (const auto& [spot, unit] : picture.spots)
            out += "<rect fill=\"#fff\" fill-opacity=\"0\"" + attribute("data-unit", unit) +
                   attribute("x", spot.x * height) + attribute("y", spot.y * height) +
                   attribute("width", spot.width * height) + attribute("height", spot.height * height) + "/>\n";
        return out + "</svg>\n";
    }

    std::string lists() const {
        std::string out;
        for (const HtmlList& list : deck_.lists) {
            out += "<details class=\"list\"" + attribute("id", list.id) + ">\n" + tag("summary", list.title);
            for (const HtmlList::Unit& unit : list.units) {
                out += "<div" + attribute("data-of", unit.code) + ">\n" + tag("h3", unit.name) + "<ul>\n";
                for (const std::string& line : unit.lines) out += tag("li", line);
                out += "</ul>\n</div>\n";
            }
            out += "</details>\n";
        }
        return out;
    }

    std::string controls() const {
        const HtmlDeck::Words& words = deck_.words;
        std::string out = "<nav" + attribute("aria-label", words.contents) + ">\n" +
                          tag("button", "‹ " + words.previous, " type=\"button\"") + "<select" +
                          attribute("aria-label", words.contents) + ">\n";
        for (const HtmlScene& scene : deck_.scenes) out += tag("option", scene.title);
        return out + "</select>\n<output" + attribute("data-form", words.place) + "></output>\n" +
               tag("button", words.next + " ›", " type=\"button\"") + "</nav>\n<div id=\"card\" role=\"status\"" +
               attribute("data-close", words.close) + attribute("data-more", words.more) + "></div>\n";
    }

    const HtmlDeck& deck_;
    SharedShapes shapes_;
    int pictures_ = 0;
};

}  // namespace

std::string html(const HtmlDeck& deck) { return Page{deck}.write(); }

void write_html(const HtmlDeck& deck, const std::filesystem::path& path) { core::write_whole(path, html(deck)); }

}  // namespace ocop::render
