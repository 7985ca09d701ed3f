// What an edit costs: a new count and picture, but the same geometry, so that no mesh is made or uploaded again.
#include "app/picture_cache.h"

#include <catch2/catch.hpp>

#include "data/open.h"
#include "render/text.h"

using namespace ocop;
using app::PictureCache;

namespace {

PictureCache::Document built(const data::Sources& sources, const domain::Journal& journal = {}) {
    return std::make_shared<const domain::Document>(data::build(sources, journal).document);
}

PictureCache::Geometry districts(const domain::Document& document) {
    return std::make_shared<const carto::LevelGeometry>(
        carto::prepare(document.territory(domain::Era::y2021), domain::Level::district));
}

}  // namespace

TEST_CASE("an edited document keeps the geometry of the one before; another map does not") {
    const data::Sources sources = data::read_sources(OCOP_GEODATA "/minh-hoa.toml");
    const core::Words words{core::Language::vietnamese};
    const render::PangoMeasure measure;
    const PictureCache::Document before = built(sources);
    ui::State state;
    state.query = {before->era, before->as_of, before->basis, {}, 90};
    state.spec.level = domain::Level::district;
    PictureCache cache;
    cache.adopt(before);
    REQUIRE(cache.refresh(state, words, measure));
    const PictureCache::Geometry geometry = cache.geometry();
    const auto counted = [&] { return cache.derived().board.score(domain::IndicatorId::products, 0).value; };
    const auto products = counted();

    const domain::RowCells row = data::build(sources, {}).cells.rows("products").front();
    domain::Journal journal;
    journal.record({{domain::EditKind::remove, "products", row.row, row.name, {}}},
                   {"a", "2021-12-31T08:00:00.000Z", "An"});
    const PictureCache::Document after = built(sources, journal);
    cache.adopt(after);
    REQUIRE(cache.refresh(state, words, measure));
    CHECK(cache.geometry() == geometry);
    CHECK(cache.evaluations() == 2);
    CHECK(products->numerator == counted()->numerator + 1);

    // Prepared in the background for the document before the edit.
    PictureCache late;
    late.adopt(after);
    late.put(before, geometry);
    CHECK(late.has(domain::Era::y2021, domain::Level::district));

    const PictureCache::Document elsewhere = built(data::read_sources(OCOP_GEODATA "/kien-giang.toml"));
    cache.adopt(elsewhere);
    CHECK_FALSE(cache.has(domain::Era::y2021, domain::Level::district));
    late.adopt(elsewhere);
    late.put(before, districts(*before));
    CHECK_FALSE(late.has(domain::Era::y2021, domain::Level::district));
}
