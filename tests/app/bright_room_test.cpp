// The picture as a bright room, a grey printer and a fax leave it: washed out to 7:1 (cartography.md P-2), without
// colour, and in black and white alone. Units below their quota are still told from all others, pixel by pixel.
#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>
#include <optional>
#include <set>

#include "carto/compose.h"
#include "carto/palette.h"
#include "carto/rects.h"
#include "data/open.h"
#include "render/export.h"
#include "render/text.h"

using namespace ocop;

namespace {

constexpr int height = 1080;

using Differs = std::function<bool(scene::Colour, scene::Colour)>;

struct Viewing {
    const char* name;
    Differs differs;
};

double grey(scene::Colour c) { return 0.2126 * c.r + 0.7152 * c.g + 0.0722 * c.b; }

const std::vector<Viewing>& viewings() {
    static const std::vector<Viewing> all{
        {"washed out to 7:1", [](auto a, auto b) { return carto::contrast(a, b, 7) >= 1.5; }},
        {"grey", [](auto a, auto b) { return std::abs(grey(a) - grey(b)) >= 48; }},
        {"one bit", [](auto a, auto b) { return (grey(a) < 128) != (grey(b) < 128); }}};
    return all;
}

scene::Colour at(const render::Image& image, int x, int y) {
    const std::uint8_t* p =
        &image
             .rgba[(static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) + static_cast<std::size_t>(x)) *
                   4];
    return {p[0], p[1], p[2], 255};
}

struct Shown {
    domain::Document document;
    domain::Scoreboard board;
    carto::LevelGeometry geometry;
    carto::Picture picture;
    render::Image image, ids;  // the second: the areas of the main map alone, each in a colour of its own
};

scene::Colour id_colour(std::size_t area) {
    return {static_cast<std::uint8_t>(40 + 3 * (area % 60)), static_cast<std::uint8_t>(40 + 40 * (area / 60)), 200,
            255};
}

Shown show(domain::IndicatorId indicator, domain::Level level, domain::Show how) {
    Shown out;
    out.document = data::open(OCOP_GEODATA "/minh-hoa.toml");
    const auto& document = out.document;
    out.board = domain::evaluate(document, {document.era, document.as_of, document.basis, {}, 90});
    out.geometry = carto::prepare(document.territory(document.era), level);
    carto::MapSpec spec;
    spec.level = level;
    spec.indicator = indicator;
    spec.show = how;
    spec.pixel_height = height;
    const render::PangoMeasure measure;
    out.picture =
        carto::compose(document, out.board, out.geometry, spec, measure, core::Words{core::Language::vietnamese});
    out.image = render::draw_image(out.picture.scene, height);
    scene::Scene bare;
    bare.aspect = out.picture.scene.aspect;
    scene::Map map = out.picture.scene.maps.front();
    map.items.clear();
    map.lines.clear();
    for (std::size_t i = 0; i < map.areas.size(); ++i) map.areas[i].fill = id_colour(i), map.areas[i].pattern = {};
    bare.maps.push_back(std::move(map));
    out.ids = render::draw_image(bare, height);
    return out;
}

using Spots = std::set<std::pair<int, int>>;

bool covered(const Shown& shown, double x, double y) {
    constexpr double around = 0.005;
    return std::any_of(shown.picture.targets.begin(), shown.picture.targets.end(), [&](const auto& target) {
        const scene::Rect rect = carto::grown(target.rect, around);
        return x >= rect.x && x < rect.right() && y >= rect.y && y < rect.bottom();
    });
}

/// Pixels of an area that nothing but its fill and pattern covers.
Spots spots_of(const Shown& shown, std::size_t area) {
    constexpr int margin = 5;
    Spots out;
    const scene::Colour own = id_colour(area);
    const auto is_own = [&](int x, int y) { return at(shown.ids, x, y) == own; };
    for (int y = margin; y < height - margin; ++y)
        for (int x = margin; x < shown.ids.width - margin; ++x)
            if (is_own(x, y) && is_own(x - margin, y) && is_own(x + margin, y) && is_own(x, y - margin) &&
                is_own(x, y + margin) && !covered(shown, (x + 0.5) / height, (y + 0.5) / height))
                out.insert({x, y});
    return out;
}

/// Pixels of the badge that stands for a unit, around its number.
Spots badge_of(const Shown& shown, std::size_t area) {
    Spots out;
    const scene::Map& map = shown.picture.scene.maps.front();
    const core::Point anchor = shown.geometry.labels[area].at, from = to_picture(map, map.camera, anchor);
    const auto placed = [&](scene::Rect rect) { return rect.x += from.x, rect.y += from.y, rect; };
    std::optional<scene::Rect> pill, number;
    for (const scene::MapItem& item : map.items)
        if (const auto* box = std::get_if<scene::BoxItem>(&item.item); box != nullptr && item.anchor == anchor)
            (box->radius > 0.02 ? pill : number) = placed(box->rect);
    if (!pill) return out;
    const scene::Rect inner = carto::grown(*pill, -0.004);
    for (int y = static_cast<int>(inner.y * height); y < inner.bottom() * height; ++y)
        for (int x = static_cast<int>((inner.x + 0.012) * height); x < (inner.right() - 0.012) * height; ++x) {
            const double px = (x + 0.5) / height, py = (y + 0.5) / height;
            const bool on_number = number && px >= number->x && px < number->right() && py >= number->y - 0.001 &&
                                   py < number->bottom() + 0.001;
            if (!on_number) out.insert({x, y});
        }
    return out;
}

/// How much more the pixels change across lines that rise to the right than along them: 0 without such lines.
double hatched(const render::Image& image, const Spots& spots, const Differs& differs) {
    constexpr int step = 5;
    const auto share = [&](int dx, int dy) {
        int pairs = 0, different = 0;
        for (const auto& [x, y] : spots) {
            if (!spots.contains({x + dx, y + dy})) continue;
            ++pairs;
            different += differs(at(image, x, y), at(image, x + dx, y + dy)) ? 1 : 0;
        }
        return pairs < 30 ? 0.0 : static_cast<double>(different) / pairs;
    };
    return share(step, step) - share(step, -step);
}

}  // namespace

TEST_CASE("below its quota is told from everything else in a bright room, in grey, and in one bit, at each unit") {
    using domain::IndicatorId;
    using domain::Level;
    const auto [indicator, level, how] = GENERATE(table<IndicatorId, Level, domain::Show>(
        {{IndicatorId::products, Level::district, domain::Show::count},
         {IndicatorId::products, Level::district, domain::Show::percent},
         {IndicatorId::managers_trained, Level::district, domain::Show::percent},
         {IndicatorId::ideas, Level::district, domain::Show::gap},
         {IndicatorId::outreach, Level::district, domain::Show::percent}}));
    const Shown shown = show(indicator, level, how);
    int below = 0;
    for (std::size_t i = 0; i < shown.geometry.units.size(); ++i) {
        const domain::Score& score = shown.board.score(indicator, shown.geometry.units[i]);
        const bool is_below = score.status == domain::Status::below || score.status == domain::Status::severe;
        below += is_below ? 1 : 0;
        Spots spots = badge_of(shown, i);
        if (spots.empty()) spots = spots_of(shown, i);
        const std::string& name =
            shown.document.territory(shown.document.era).units[static_cast<std::size_t>(shown.geometry.units[i])].name;
        INFO(domain::indicator(indicator).name << ", " << name << ", " << spots.size() << " pixels");
        for (const Viewing& viewing : viewings()) {
            INFO(viewing.name);
            const double amount = hatched(shown.image, spots, viewing.differs);
            if (is_below)
                CHECK(amount > 0.2);
            else
                CHECK(amount < 0.1);
        }
    }
    CHECK(below > 0);
}

TEST_CASE("the measure bites: without its hatch no unit looks below its quota") {
    Shown shown = show(domain::IndicatorId::products, domain::Level::district, domain::Show::count);
    for (scene::AreaStyle& area : shown.picture.scene.maps.front().areas) area.pattern = scene::Pattern::none;
    shown.image = render::draw_image(shown.picture.scene, height);
    int measured = 0;
    for (std::size_t i = 0; i < shown.geometry.units.size(); ++i) {
        const Spots spots = spots_of(shown, i);
        measured += spots.size() > 1000 ? 1 : 0;
        for (const Viewing& viewing : viewings()) CHECK(hatched(shown.image, spots, viewing.differs) < 0.1);
    }
    CHECK(measured >= 10);
}
