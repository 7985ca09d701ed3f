#pragma once
// Scenes as one HTML page that needs nothing else: no network, no other file, and no script to be read.
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "scene/scene.h"

namespace ocop::render {

/// A picture and the places in it that stand for a unit besides its own area: badges, rows of the ranking.
struct HtmlPicture {
    scene::Scene scene;
    std::vector<std::pair<scene::Rect, std::string>> spots;  // H; code of the unit
};

struct HtmlScene {
    std::string id, title;
    std::string answer, subtitle, foot;  // what the wide picture says around its map, as words for phones
    std::string description;             // for who cannot see the picture
    HtmlPicture wide, tall;              // for screens and paper; for phones, map and legend alone
    std::vector<std::string> columns;
    struct Row {
        std::string unit;                // code
        std::vector<std::string> cells;  // one per column; the first is the name
    };
    std::vector<Row> rows;
    std::string list;  // id of the list that tells more of each unit
};

/// What there is in each unit, for all scenes that count the same things.
struct HtmlList {
    std::string id, title;
    struct Unit {
        std::string code, name;
        std::vector<std::string> lines;
    };
    std::vector<Unit> units;
};

struct HtmlDeck {
    std::string language;  // "vi", "en"
    std::string title, subtitle, watermark, footer;
    std::vector<HtmlScene> scenes;
    std::vector<HtmlList> lists;
    /// Words of the page: what buttons and headings say. `more` and `place` have {0}, {1} for numbers.
    struct Words {
        std::string contents, previous, next, table, close, more, place;
    } words;
};

std::string html(const HtmlDeck& deck);
/// Throws core::Error("error.cannot_write", {path, reason}).
void write_html(const HtmlDeck& deck, const std::filesystem::path& path);

}  // namespace ocop::render
