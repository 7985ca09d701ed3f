// Pictures of one district: what is far away has its inset, and no piece of furniture lies on another.
#include <algorithm>
#include <catch2/catch.hpp>

#include "app/scenes.h"
#include "data/open.h"
#include "render/text.h"

using namespace ocop;

namespace {

const std::shared_ptr<const domain::Document>& invented() {
    static const auto document = std::make_shared<const domain::Document>(data::open(OCOP_GEODATA "/minh-hoa.toml"));
    return document;
}

carto::Picture picture(const std::string& district, const carto::MapSpec& size) {
    domain::Deck deck;
    domain::SceneSpec& scene = deck.scenes.emplace_back();
    scene.id = district;
    scene.level = domain::Level::commune;
    scene.focus = district;
    app::Geometries geometries;
    static const core::Words words{core::Language::vietnamese};
    return app::picture_of(app::staged(invented(), deck)[0], size, geometries, render::PangoMeasure{}, words);
}

/// Texts of the furniture that a test accepts.
template <class Test>
std::vector<scene::Text> texts(const carto::Picture& picture, Test test) {
    std::vector<scene::Text> out;
    for (const scene::Item& item : picture.scene.furniture)
        if (const auto* text = std::get_if<scene::Text>(&item); text != nullptr && test(*text)) out.push_back(*text);
    return out;
}

carto::MapSpec map_alone(double aspect) {
    carto::MapSpec size;
    size.aspect = aspect;
    size.parts = {.headline = false, .legend = true, .ranking = false, .tiles = false, .footer = false};
    return size;
}

}  // namespace

TEST_CASE("Phú Quốc is drawn large although Thổ Châu belongs to it; that has an inset") {
    const carto::Picture phu_quoc = picture("911", map_alone(1.5));
    REQUIRE(phu_quoc.scene.maps.size() == 2);
    CHECK(phu_quoc.scene.maps[0].camera.metres_per_h < 80'000);  // half as large with Thổ Châu in the frame
    CHECK(texts(phu_quoc, [](const scene::Text& t) { return t.text.starts_with("Thổ Châu"); }).size() == 1);
    CHECK(picture("906", map_alone(1.5)).scene.maps.size() == 1);  // Giồng Riềng has nothing far away
}

TEST_CASE("the tag of invented data does not lie on the legend") {
    for (const char* district : {"906", "911", "899"}) {
        const carto::Picture drawn = picture(district, map_alone(1.5));
        const auto tags = texts(drawn, [](const scene::Text& text) {
            return text.text == invented()->watermark && text.colour == scene::rgb(0xFFFFFF);
        });
        REQUIRE(tags.size() == 1);
        double right = 0;
        for (const carto::Picture::Target& target : drawn.targets)
            if (target.legend_class >= 0) right = std::max(right, target.rect.right());
        CHECK(right > 0);
        CHECK(tags[0].at.x > right);
    }
}

TEST_CASE("the scale bar stays on the map where nothing has room") {
    carto::MapSpec narrow;
    narrow.aspect = 0.707;  // upright paper with everything on it
    for (const char* district : {"", "906"}) {
        const carto::Picture drawn = picture(district, narrow);
        const scene::Rect frame = drawn.scene.maps[0].frame;
        const auto bars = texts(drawn, [](const scene::Text& text) { return text.text.ends_with(" km"); });
        REQUIRE(bars.size() == 1);
        CHECK(bars[0].at.x > frame.x);
        CHECK(bars[0].at.y > frame.y);
        CHECK(bars[0].at.y < frame.bottom());
    }
}

TEST_CASE("a map alone that stands, as on a phone, has type as large as one that lies") {
    for (const char* district : {"", "911"}) {
        const carto::Picture drawn = picture(district, map_alone(0.74));
        std::vector<double> sizes;
        for (const scene::Text& text : texts(drawn, [](const scene::Text&) { return true; }))
            sizes.push_back(text.size);
        for (const scene::Map& map : drawn.scene.maps)
            for (const scene::MapItem& item : map.items)
                if (const auto* text = std::get_if<scene::Text>(&item.item)) sizes.push_back(text->size);
        REQUIRE(sizes.size() > 20);
        CHECK(*std::min_element(sizes.begin(), sizes.end()) >= 0.022 - 1e-9);
    }
}
