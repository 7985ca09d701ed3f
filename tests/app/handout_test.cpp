// Every hand-out of both workspaces and languages: no text under a readable size, off the sheet, or over another.
#include "app/handout.h"

#include <catch2/catch.hpp>

#include "data/open.h"
#include "render/text.h"

using namespace ocop;

namespace {

struct Placed {
    std::string text;
    scene::Rect mm;
    double size_mm;
};

/// The texts of a part's furniture and maps, in millimetres of the sheet.
std::vector<Placed> texts_of(const render::Sheet::Part& part, const scene::TextMeasure& measure) {
    std::vector<Placed> out;
    const auto add = [&](const scene::Item& item, core::Point origin) {
        const auto* text = std::get_if<scene::Text>(&item);
        if (text == nullptr) return;
        const scene::Extent extent = measure.measure(text->text, text->size, text->weight);
        const double shift = text->align == scene::Align::left     ? 0
                             : text->align == scene::Align::centre ? extent.width / 2
                                                                   : extent.width;
        const double mm = part.mm_per_h;
        out.push_back(
            {text->text,
             {part.x_mm + (origin.x + text->at.x - shift) * mm,
              part.y_mm + (origin.y + text->at.y - 0.75 * text->size) * mm, extent.width * mm, 0.95 * text->size * mm},
             text->size * mm});
    };
    for (const scene::Map& map : part.scene.maps)
        for (const scene::MapItem& item : map.items) add(item.item, to_picture(map, map.camera, item.anchor));
    for (const scene::Item& item : part.scene.furniture) add(item, {0, 0});
    return out;
}

bool overlap(const scene::Rect& a, const scene::Rect& b) {
    return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

void check_sheet(const render::Sheet& sheet, const scene::TextMeasure& measure) {
    std::vector<Placed> pen;
    for (const render::Sheet::Part& part : sheet.parts) {
        const bool map = !part.scene.maps.empty();
        for (const Placed& each : texts_of(part, measure)) {
            INFO(each.text);
            CHECK(each.size_mm > 2.49);  // 7 points
            CHECK(each.mm.x > 13.9);
            CHECK(each.mm.right() < 210 - 13.9);
            CHECK(each.mm.y > 12);
            CHECK(each.mm.bottom() < 297 - 12);
            if (map) continue;  // labels have tests of their own
            for (const Placed& other : pen) {
                INFO(other.text);
                CHECK_FALSE(overlap(each.mm, other.mm));
            }
            pen.push_back(each);
        }
    }
    CHECK(pen.size() > 8);
}

}  // namespace

TEST_CASE("nothing on a hand-out is too small, cut or covered") {
    const render::PangoMeasure measure;
    for (const char* workspace : {"/kien-giang.toml", "/minh-hoa.toml"}) {
        const domain::Document document = data::open(std::string{OCOP_GEODATA} + workspace);
        domain::Query query;
        query.as_of = document.as_of;
        const domain::Territory& territory = document.territory(query.era);
        const domain::Scoreboard board = domain::evaluate(document, query);
        const carto::LevelGeometry communes = carto::prepare(territory, domain::Level::commune);
        for (const core::Language language : {core::Language::vietnamese, core::Language::english}) {
            const core::Words words{language};
            for (const int unit : territory.at(domain::Level::district)) {
                INFO(workspace << " " << territory.units[static_cast<std::size_t>(unit)].name);
                const auto sheets = app::handout({document, board, communes, measure, words}, unit);
                REQUIRE(sheets.size() >= 1);
                CHECK(sheets.size() <= 2);
                for (const render::Sheet& sheet : sheets) check_sheet(sheet, measure);
            }
        }
    }
}
