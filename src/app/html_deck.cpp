#include "app/html_deck.h"

#include <algorithm>
#include <set>

#include "carto/phrases.h"
#include "domain/counting.h"
#include "render/html/html.h"
#include "render/text.h"

namespace ocop::app {

namespace {

using domain::Level;

const domain::Unit& unit_at(const domain::Territory& territory, int unit) {
    return territory.units[static_cast<std::size_t>(unit)];
}

/// Parts of the picture that stand for a unit, as they lie in it.
render::HtmlPicture page_picture(const carto::Picture& picture, const domain::Territory& territory) {
    render::HtmlPicture out{picture.scene, {}};
    for (const carto::Picture::Target& target : picture.targets)
        if (target.unit >= 0) out.spots.emplace_back(target.rect, unit_at(territory, target.unit).code);
    return out;
}

std::string quota_text(const domain::Score& score, const core::Words& words) {
    if (!score.quota) return {};
    std::string number = carto::number_text(*score.quota, 0, words.language());
    if (score.share) number = words.say("value.percent", {number});
    return score.bound == domain::Bound::about ? words.say("value.about", {number}) : number;
}

/// The number as it stands on the map; of a blank commune, in words.
std::string value_text(const domain::Score& score, const Staged& scene, const core::Words& words) {
    const bool blank =
        scene.spec.indicator == domain::IndicatorId::blank_communes && scene.spec.level == Level::commune;
    if (blank && score.value) return words[score.value->numerator > 0 ? "blank.yes" : "blank.no"];
    return carto::value_text(score, scene.spec.indicator, carto::Show::count, words);
}

void add_rows(const Staged& scene, const core::Words& words, render::HtmlScene& out) {
    const domain::Territory& territory = scene.document->territory(scene.query.era);
    const std::string indicator{domain::indicator(scene.spec.indicator).name};
    out.columns = {words["ui.column.unit"], words["indicator." + indicator], words["html.quota"],
                   words["ui.column.status"]};
    carto::MapSpec all = scene.spec;
    all.focus = -1;
    for (const carto::RankingRow& row : carto::ranking(*scene.document, *scene.board, all, words)) {
        const domain::Score& score = scene.board->score(scene.spec.indicator, row.unit);
        out.rows.push_back({unit_at(territory, row.unit).code,
                            {carto::full_name(unit_at(territory, row.unit), words), value_text(score, scene, words),
                             quota_text(score, words), carto::status_text(score, words)}});
    }
}

std::string product_line(const domain::Product& product, const domain::Document& document, const domain::Query& query,
                         const core::Words& words) {
    std::string out = product.name;
    if (!product.producer.empty()) out += ", " + product.producer;
    if (product.recognitions.empty()) return out;
    const auto standing = domain::standing(product, document.plan, query.basis, query.as_of);
    const auto which = standing ? static_cast<std::size_t>(standing->recognition) : product.recognitions.size() - 1;
    const domain::Recognition& recognition = product.recognitions[which];
    out += ": " + words.say("value.stars", {std::to_string(standing ? standing->stars : recognition.stars)});
    const auto from = recognition.counts_from();
    out += ", " + (from ? (from->approximate ? "≈ " : "") + domain::vietnamese(from->day) : words["ui.date_unknown"]);
    return out;
}

/// The products of each unit of a level, as the scene counts them; those that do not count yet say so.
render::HtmlList product_list(const Staged& scene, std::string id, const core::Words& words) {
    const domain::Territory& territory = scene.document->territory(scene.query.era);
    const bool districts = scene.spec.level == Level::district;
    render::HtmlList out{std::move(id),
                         words[districts ? "html.products_district" : "html.products_commune"] + " · " +
                             words.say("subtitle.as_of", {domain::vietnamese(scene.query.as_of)}) + " · " +
                             words["basis." + std::string{domain::id(scene.query.basis)}],
                         {}};
    for (const int unit : territory.at(scene.spec.level)) {
        const domain::Score& score = scene.board->score(domain::IndicatorId::products, unit);
        render::HtmlList::Unit own{
            unit_at(territory, unit).code, carto::full_name(unit_at(territory, unit), words), {}};
        for (const auto* rows : {&score.rows, &score.undated_rows})
            for (const domain::RowRef row : *rows) {
                const auto& product = scene.document->records.products[static_cast<std::size_t>(row.index)];
                own.lines.push_back(product_line(product, *scene.document, scene.query, words));
            }
        if (!own.lines.empty()) out.units.push_back(std::move(own));
    }
    return out;
}

}  // namespace

void write_html_deck(const domain::Document& document, const std::vector<Staged>& scenes,
                     const std::filesystem::path& path, Progress& progress, const core::Words& words) {
    render::HtmlDeck deck;
    deck.language = words.language() == core::Language::vietnamese ? "vi" : "en";
    deck.title = document.title;
    deck.subtitle =
        document.plan.title.empty() ? document.plan.id : document.plan.title + " (" + document.plan.id + ")";
    deck.watermark = document.watermark;
    deck.footer = document.source + (document.source.empty() ? "" : " · ") + words["footer.disclaimer"];
    deck.words = {words["html.contents"], words["html.previous"], words["html.next"], words["html.table"],
                  words["html.close"],    words["html.more"],     words["html.place"]};
    Geometries geometries;
    const render::PangoMeasure measure;
    carto::MapSpec wide, tall;
    wide.pixel_height = 1080;
    tall.aspect = 0.74;  // a phone that stands, with room for the buttons
    tall.pixel_height = 1080;
    tall.parts = {.headline = false, .legend = true, .ranking = false, .tiles = false, .footer = false};
    std::vector<const Staged*> listed;
    for (const Staged& scene : scenes) {
        progress.next(deck.scenes.size() + 1, scenes.size(), scene.scene.title);
        const domain::Territory& territory = scene.document->territory(scene.query.era);
        render::HtmlScene out;
        out.id = "scene-" + scene.scene.id;  // no id of the page's own parts
        out.title = scene.scene.title.empty() ? scene.scene.id : scene.scene.title;
        out.wide = page_picture(picture_of(scene, wide, geometries, measure, words), territory);
        out.tall = page_picture(picture_of(scene, tall, geometries, measure, words), territory);
        out.answer = carto::headline(*scene.document, *scene.board, scene.spec, words);
        out.subtitle = carto::subtitle(*scene.document, *scene.board, scene.spec, words);
        if (scene.query.scenario)
            out.foot =
                words.say("footer.assumed", {scene.query.scenario->name}) + " (" + words["legend.assumed"] + ") · ";
        out.foot += scene.document->source + (scene.document->source.empty() ? "" : " · ") +
                    carto::completeness_text(*scene.board, words) + " · " + words["footer.disclaimer"];
        out.description = out.subtitle + ". " + words["html.described"];
        add_rows(scene, words, out);
        // Scenes that count the same products share their list.
        const auto same = std::find_if(listed.begin(), listed.end(), [&](const Staged* other) {
            return other->board == scene.board && other->spec.level == scene.spec.level;
        });
        out.list = "products-" + std::to_string(same - listed.begin() + 1);
        if (same == listed.end()) {
            listed.push_back(&scene);
            deck.lists.push_back(product_list(scene, out.list, words));
        }
        deck.scenes.push_back(std::move(out));
    }
    render::write_html(deck, path);
}

}  // namespace ocop::app
