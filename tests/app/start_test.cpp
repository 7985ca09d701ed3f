// What is made beside the window is taken over by it, and made again only where the window differs.
#include <catch2/catch.hpp>

#include "app/session.h"
#include "data/open.h"
#include "render/text.h"

using namespace ocop;

namespace {
app::Session prepared_for(float width, float height, core::Language language) {
    app::Session session{language};
    session.adopt(app::open_ledger(OCOP_GEODATA "/kien-giang.toml"));
    session.arrange(width, height, ui::Theme{}, 1);
    session.refresh(render::PangoMeasure{});
    return session;
}
}  // namespace

TEST_CASE("a session takes over document, picture and search of one that was prepared for the same window") {
    app::Session session{core::Language::vietnamese};
    session.adopt(prepared_for(1280, 800, core::Language::vietnamese));
    REQUIRE(session.ready());
    session.arrange(1280, 800, ui::Theme{}, 1);
    CHECK_FALSE(session.refresh(render::PangoMeasure{}));
    CHECK(session.cache().compositions() == 1);
    session.apply(ui::Search{"ha tien"});
    REQUIRE_FALSE(session.state().hits.empty());
    CHECK(session.state().hits.front().title.find("Hà Tiên") != std::string::npos);
}

TEST_CASE("a picture that follows others on the same ground is the one that would be composed alone") {
    const render::PangoMeasure measure;
    app::Session session = prepared_for(1280, 800, core::Language::vietnamese);
    for (const auto level : {domain::Level::commune, domain::Level::district})
        for (const auto indicator : {domain::IndicatorId::products, domain::IndicatorId::outreach}) {
            session.apply(ui::SetLevel{level});
            session.apply(ui::SetIndicator{indicator});
            session.refresh(measure);
            const auto& cache = session.cache();
            const auto alone = carto::compose(*cache.document(), cache.derived().board, *cache.geometry(),
                                              session.state().spec, measure, session.words());
            CHECK(scene::dump(cache.derived().picture.scene) == scene::dump(alone.scene));
        }
}

TEST_CASE("in a window of another size or language the picture is composed again") {
    const render::PangoMeasure measure;
    app::Session session{core::Language::vietnamese};
    session.adopt(prepared_for(1280, 800, core::Language::vietnamese));
    session.arrange(1920, 1080, ui::Theme{}, 1);
    CHECK(session.refresh(measure));
    app::Session english{core::Language::english};
    english.adopt(prepared_for(1280, 800, core::Language::vietnamese));
    english.arrange(1280, 800, ui::Theme{}, 1);
    CHECK(english.refresh(measure));
}
