// Every shipped picture as a critical reader sees it: nothing overlaps, nothing is cut, nothing is too small to read.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "app/scenes.h"
#include "carto/compose.h"
#include "carto/phrases.h"
#include "carto/rects.h"
#include "data/open.h"
#include "render/text.h"

using namespace ocop;

namespace {

constexpr double floor_size = 0.022;  // cartography.md T-1

const domain::Document& document_of(const std::string& file) {
    static std::map<std::string, domain::Document> opened;
    auto& document = opened[file];
    if (document.territories.empty()) document = data::open(std::string{OCOP_GEODATA "/"} + file);
    return document;
}

const carto::LevelGeometry& geometry_of(const std::string& file, domain::Era era, domain::Level level) {
    static std::map<std::tuple<std::string, domain::Era, domain::Level>, carto::LevelGeometry> made;
    auto& geometry = made[{file, era, level}];
    if (geometry.units.empty()) geometry = carto::prepare(document_of(file).territory(era), level);
    return geometry;
}

const render::PangoMeasure& measure() {
    static const render::PangoMeasure out;
    return out;
}

/// A text where it stands, with the ink that it has at most.
struct Words {
    std::string text;
    double size;
    scene::Rect box;
    std::optional<core::Point> anchor;
    bool watermark = false;
};

Words placed(const scene::Text& text, core::Point from, std::optional<core::Point> anchor) {
    const double width = measure().measure(text.text, text.size, text.weight).width;
    const double left = text.align == scene::Align::left ? 0 : text.align == scene::Align::centre ? -width / 2 : -width;
    const bool dash = text.text == "–";
    const double above = (dash ? 0.42 : 0.74) * text.size, high = (dash ? 0.2 : 0.78) * text.size;
    return {text.text,
            text.size,
            {from.x + text.at.x + left, from.y + text.at.y - above, width, high},
            anchor,
            text.colour.a < 255};
}

std::vector<Words> words_of(const scene::Scene& scene) {
    std::vector<Words> out;
    for (const scene::Map& map : scene.maps)
        for (const scene::MapItem& item : map.items)
            if (const auto* text = std::get_if<scene::Text>(&item.item))
                out.push_back(placed(*text, to_picture(map, map.camera, item.anchor), item.anchor));
    for (const scene::Item& item : scene.furniture)
        if (const auto* text = std::get_if<scene::Text>(&item)) out.push_back(placed(*text, {0, 0}, {}));
    return out;
}

bool overlap(const scene::Rect& a, const scene::Rect& b) {
    constexpr double touch = 0.0005;
    return a.x + touch < b.right() && b.x + touch < a.right() && a.y + touch < b.bottom() && b.y + touch < a.bottom();
}

struct Case {
    std::string file;
    domain::Era era = domain::Era::y2021;
    carto::MapSpec spec;
    core::Language language = core::Language::vietnamese;
};

std::string name_of(const Case& each) {
    return each.file + " " + std::string{domain::indicator(each.spec.indicator).name} + " " +
           std::string{domain::id(each.spec.level)} + " " + std::string{domain::id(each.era)} + " show " +
           std::to_string(static_cast<int>(each.spec.show)) + " aspect " + std::to_string(each.spec.aspect) +
           (each.language == core::Language::english ? " en" : " vi") +
           (each.spec.parts.ranking ? "" : " beside panels");
}

carto::Picture compose(const Case& each) {
    const domain::Document& document = document_of(each.file);
    const auto board = domain::evaluate(document, {each.era, document.as_of, document.basis, {}, 90});
    return carto::compose(document, board, geometry_of(each.file, each.era, each.spec.level), each.spec, measure(),
                          core::Words{each.language});
}

/// Every indicator on every level and in both eras.
std::vector<Case> every_map() {
    std::vector<Case> out;
    for (const char* file : {"kien-giang.toml", "minh-hoa.toml"})
        for (const domain::Indicator& indicator : domain::indicators()) {
            Case each{file, domain::Era::y2021, {}, core::Language::vietnamese};
            each.spec.indicator = indicator.id;
            out.push_back(each);
            each.spec.level = domain::Level::commune;
            out.push_back(each);
            each.era = domain::Era::y2025;
            out.push_back(each);
        }
    return out;
}

/// `least`: H.
void check_words(const Case& each, const carto::Picture& picture, double least = floor_size) {
    const std::vector<Words> all = words_of(picture.scene);
    const double right = picture.scene.aspect;
    for (const Words& words : all) {
        INFO(name_of(each) << ": " << words.text);
        CHECK(words.size >= least - 1e-9);
        CHECK(words.box.x >= 0);
        CHECK(words.box.y >= 0);
        CHECK(words.box.right() <= right);
        CHECK(words.box.bottom() <= 1);
        CHECK_FALSE(words.text.ends_with("…"));
        CHECK((words.text.find("…") == std::string::npos || words.text.starts_with("… ")));
    }
    for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (overlap(all[i].box, all[j].box))
                FAIL_CHECK(name_of(each) << ": “" << all[i].text << "” and “" << all[j].text << "” overlap");
}

}  // namespace

TEST_CASE("exported pictures: no text is cut, too small, out of the picture or over another") {
    const double aspect = GENERATE(16.0 / 9, 297.0 / 210, 4.0 / 3);
    for (Case each : every_map()) {
        each.spec.aspect = aspect;
        check_words(each, compose(each));
    }
}

TEST_CASE("an upright sheet: its type goes by its width, and nothing is cut or over another") {
    for (Case each : every_map()) {
        each.spec.aspect = 210.0 / 297;
        check_words(each, compose(each), floor_size * each.spec.aspect / 1.2);
    }
}

TEST_CASE("a picture made smaller as a whole shows what it showed") {
    Case each{"kien-giang.toml", domain::Era::y2021, {}, core::Language::vietnamese};
    each.spec.camera = scene::Camera{{650000, 1100000}, 90000};
    for (const double aspect : {210.0 / 297, 1.0, 1.5}) {
        each.spec.aspect = aspect;
        const carto::Picture picture = compose(each);
        CHECK(picture.scene.aspect == Approx(aspect));
        CHECK(picture.scene.maps.front().camera.metres_per_h == Approx(90000));
        CHECK(picture.scene.maps.front().frame.right() <= aspect);
    }
}

TEST_CASE("percent, gap and English pictures: no text is cut, too small, out of the picture or over another") {
    const double aspect = GENERATE(16.0 / 9, 16.0 / 10, 4.0 / 3);
    for (Case each : every_map())
        for (const auto& [show, language] : {std::pair{carto::Show::percent, core::Language::vietnamese},
                                             {carto::Show::gap, core::Language::vietnamese},
                                             {carto::Show::gap, core::Language::english}}) {
            each.spec.aspect = aspect;
            each.spec.show = show;
            each.language = language;
            check_words(each, compose(each));
        }
}

TEST_CASE("the picture beside the panels: no text is cut, too small, out of the picture or over another") {
    const auto [aspect, scale] = GENERATE(table<double, double>({{1.48, 1.24}, {1.41, 1.1}, {1.88, 1.05}}));
    for (Case each : every_map()) {
        each.spec.aspect = aspect;
        each.spec.type_scale = scale;
        each.spec.parts.ranking = each.spec.parts.tiles = false;
        check_words(each, compose(each));
    }
}

TEST_CASE("every district is named with its value in every picture") {
    for (Case each : every_map()) {
        if (each.spec.level != domain::Level::district) continue;
        const carto::Picture picture = compose(each);
        const domain::Territory& territory = document_of(each.file).territory(each.era);
        const auto& geometry = geometry_of(each.file, each.era, each.spec.level);
        for (std::size_t i = 0; i < geometry.units.size(); ++i) {
            std::string said;
            for (const scene::MapItem& item : picture.scene.maps[0].items)
                if (const auto* text = std::get_if<scene::Text>(&item.item);
                    text != nullptr && item.anchor == geometry.labels[i].at && text->weight == scene::Weight::regular)
                    said += (said.empty() ? "" : " ") + text->text;
            INFO(name_of(each));
            CHECK(said == carto::short_name(territory, geometry.units[i], core::Words{core::Language::vietnamese}));
        }
    }
}

// One is known where nothing fits: Vĩnh Thuận's “còn 8 %” at 4:3, among twelve other words of that length. The ranking
// beside has it.
TEST_CASE("no district is without its number, however narrow the picture, but for the one that is known") {
    std::vector<std::string> silent;
    for (const double aspect : {16.0 / 10, 297.0 / 210, 4.0 / 3})
        for (Case each : every_map())
            for (const carto::Show show : {carto::Show::count, carto::Show::percent, carto::Show::gap}) {
                if (each.spec.level != domain::Level::district) continue;
                each.spec.aspect = aspect;
                each.spec.show = show;
                const carto::Picture picture = compose(each);
                const auto& territory = document_of(each.file).territory(each.era);
                const auto& geometry = geometry_of(each.file, each.era, each.spec.level);
                const auto& items = picture.scene.maps[0].items;
                for (std::size_t i = 0; i < geometry.units.size(); ++i) {
                    const auto numbers = [&](const scene::MapItem& item) {
                        const auto* text = std::get_if<scene::Text>(&item.item);
                        return text != nullptr && item.anchor == geometry.labels[i].at &&
                               text->weight == scene::Weight::semibold;
                    };
                    if (std::none_of(items.begin(), items.end(), numbers))
                        silent.push_back(name_of(each) + ": " +
                                         territory.units[static_cast<std::size_t>(geometry.units[i])].name);
                }
            }
    CHECK(silent == std::vector<std::string>{
                        "minh-hoa.toml managers_trained district 2021 show 2 aspect 1.333333 vi: Vĩnh Thuận"});
}

// Of a ward that is smaller than a digit (1.2 % H across) the number may be missing where many lie together.
TEST_CASE("a commune with products has its number, whatever has none") {
    for (const char* file : {"kien-giang.toml", "minh-hoa.toml"}) {
        Case each{file, domain::Era::y2021, {}, core::Language::vietnamese};
        each.spec.level = domain::Level::commune;
        const carto::Picture picture = compose(each);
        const domain::Document& document = document_of(file);
        const auto board = domain::evaluate(document, {each.era, document.as_of, document.basis, {}, 90});
        const auto& geometry = geometry_of(file, each.era, each.spec.level);
        for (std::size_t i = 0; i < geometry.units.size(); ++i) {
            const domain::Score& score = board.score(each.spec.indicator, geometry.units[i]);
            const double across = 2 * geometry.labels[i].radius / picture.scene.maps[0].camera.metres_per_h;
            if (!score.value || score.value->numerator == 0 || across < 0.012) continue;
            const auto& items = picture.scene.maps[0].items;
            INFO(file << " " << document.territory(each.era).units[static_cast<std::size_t>(geometry.units[i])].name);
            CHECK(std::any_of(items.begin(), items.end(), [&](const scene::MapItem& item) {
                return item.anchor == geometry.labels[i].at && std::holds_alternative<scene::Text>(item.item);
            }));
        }
    }
}

TEST_CASE("every shipped scene at the sizes of the rooms: no text is cut, too small or over another") {
    const auto [width, height] = GENERATE(table<int, int>({{1024, 768}, {1280, 800}, {1920, 1080}, {3840, 2160}}));
    for (const char* file : {"kien-giang.toml", "minh-hoa.toml"}) {
        const auto document = std::make_shared<const domain::Document>(document_of(file));
        const core::Words words{core::Language::vietnamese};
        app::Geometries geometries;
        for (const app::Staged& staged : app::staged(document, document->deck)) {
            carto::MapSpec size;
            size.aspect = static_cast<double>(width) / height;
            size.pixel_height = height;
            const carto::Picture picture = app::picture_of(staged, size, geometries, measure(), words);
            const Case named{std::string{file} + ", scene " + staged.scene.title, staged.query.era, staged.spec,
                             core::Language::vietnamese};
            check_words(named, picture);
            // N-6: the outline of the province does not go through a word, not even where units are dimmed.
            const auto& geometry = geometry_of(file, staged.query.era, staged.spec.level);
            const scene::Map& map = picture.scene.maps.front();
            for (const Words& each : words_of(picture.scene)) {
                if (!each.anchor) continue;
                const scene::Rect core = carto::grown(each.box, -0.2 * each.size);
                for (std::size_t line = 0; line < geometry.borders.size(); ++line) {
                    if (geometry.borders[line] != carto::BorderClass::province) continue;
                    const core::Line& points = map.geometry->lines[line];
                    for (std::size_t i = 1; i < points.size(); ++i)
                        if (carto::touches(core, {scene::to_picture(map, map.camera, points[i - 1]),
                                                  scene::to_picture(map, map.camera, points[i])})) {
                            FAIL_CHECK(named.file << ": the outline runs through “" << each.text << "”");
                            break;
                        }
                }
            }
        }
    }
}

TEST_CASE("two watermarks stand apart, so that they do not read as one of three lines") {
    Case each{"minh-hoa.toml", domain::Era::y2021, {}, core::Language::vietnamese};
    each.spec.aspect = 1288.0 / 622;  // beside folded panels, where both find room side by side
    each.spec.parts = {.headline = true, .legend = true, .ranking = false, .tiles = false, .footer = true};
    std::vector<Words> marks = words_of(compose(each).scene);
    std::erase_if(marks, [](const Words& words) { return !words.watermark; });
    REQUIRE(marks.size() >= 2);
    const auto middle = [](const Words& words) { return words.box.x + words.box.width / 2; };
    for (const Words& a : marks)
        for (const Words& b : marks) {
            if (std::abs(middle(a) - middle(b)) < 1e-6) continue;  // lines of one
            const scene::Rect around{b.box.x - 0.06, b.box.y - 0.06, b.box.width + 0.12, b.box.height + 0.12};
            CAPTURE(a.text, b.text, a.box.y, b.box.y);
            CHECK_FALSE(overlap(a.box, around));
        }
}

TEST_CASE("the watermark stands on every picture of the invented register, beside everything that is read") {
    for (const Case& each : every_map()) {
        if (each.file != "minh-hoa.toml") continue;
        const std::vector<Words> all = words_of(compose(each).scene);
        INFO(name_of(each));
        const auto large = std::count_if(all.begin(), all.end(), [](const Words& words) { return words.watermark; });
        CHECK(large >= 1);
    }
}
