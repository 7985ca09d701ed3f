#include "app/paper.h"

#include "app/handout.h"
#include "app/html_deck.h"
#include "app/progress.h"
#include "carto/phrases.h"
#include "core/text.h"
#include "core/whole_file.h"
#include "data/open.h"
#include "render/export.h"
#include "render/text.h"

namespace ocop::app {

namespace fs = std::filesystem;

namespace {

/// As people name files on any system: "911-phu-quoc".
std::string stem_of(const domain::Unit& unit) {
    std::string out = unit.code + "-";
    for (const char c : core::folded(unit.name)) out += (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : '-';
    return out;
}

void make_folder(const fs::path& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (!error) return;
    fs::path refused = fs::absolute(folder);  // the first part of it that could not be made
    for (std::error_code ignored; refused.has_relative_path() && !fs::exists(refused.parent_path(), ignored);)
        refused = refused.parent_path();
    throw core::write_error(refused, error.value());
}

/// The scenes as they go to paper: never without the footer, which carries source and disclaimer (V-5).
std::vector<Staged> for_paper(const std::shared_ptr<const domain::Document>& document) {
    std::vector<Staged> scenes = staged(document, document->deck);
    for (Staged& scene : scenes) scene.spec.parts.footer = true;
    return scenes;
}

}  // namespace

int write_deck(const Options& options, const core::Words& words, Streams streams) {
    const std::string kind = ending_of(options.output);
    const auto document = std::make_shared<const domain::Document>(data::open(options.file, options.plan));
    if (document->deck.scenes.empty()) {
        print_trouble(*document, words, streams.err);
        throw core::Error("error.no_deck", {options.file.string()});
    }
    Progress progress{streams.err, words};
    const std::vector<Staged> scenes = for_paper(document);
    if (kind == ".html") {
        write_html_deck(*document, scenes, options.output, progress, words);
    } else {
        constexpr double slide_mm = 190.5;  // 7.5 inches, as slides are
        const PictureSize size = options.size.value_or(PictureSize{});
        carto::MapSpec spec;
        spec.aspect = size.aspect();
        spec.pixel_height = size.height_px;
        const double high = size.height_mm.value_or(slide_mm);
        std::vector<render::Sheet> sheets;
        Geometries geometries;
        const render::PangoMeasure measure;
        for (const Staged& scene : scenes) {
            progress.next(sheets.size() + 1, scenes.size(), scene.scene.title);
            const carto::Picture picture = picture_of(scene, spec, geometries, measure, words);
            sheets.push_back({high * spec.aspect, high, {{picture.scene, 0, 0, high}}, scene.scene.title});
        }
        render::write_pdf(sheets, document->title, options.output);
    }
    print_trouble(*document, words, streams.err);
    return exit_done;
}

int write_handouts(const Options& options, const core::Words& words, Streams streams) {
    const domain::Document document = data::open(options.file, options.plan);
    const domain::Query query = query_of(document, options);
    const domain::Territory& territory = document.territory(query.era);
    using domain::Level;
    const Level level =
        options.level.value_or(territory.at(Level::district).empty() ? Level::commune : Level::district);
    const std::vector<int> units = territory.at(level);
    if (units.empty() || territory.at(Level::commune).empty())
        throw core::Error("error.no_units",
                          {words["level." + std::string{domain::id(level)}], std::string{domain::id(query.era)}});
    const domain::Scoreboard board = domain::evaluate(document, query);
    const carto::LevelGeometry communes = carto::prepare(territory, Level::commune);
    const render::PangoMeasure measure;
    const bool one_file = ending_of(options.output) == ".pdf";
    if (!one_file) make_folder(options.output);
    Progress progress{streams.err, words};
    std::vector<render::Sheet> all;
    std::size_t done = 0;
    for (const int unit : units) {
        const domain::Unit& own = territory.units[static_cast<std::size_t>(unit)];
        const std::string name = carto::full_name(own, words);
        progress.next(++done, units.size(), name);
        auto sheets = handout({document, board, communes, measure, words}, unit);
        if (one_file)
            all.insert(all.end(), std::make_move_iterator(sheets.begin()), std::make_move_iterator(sheets.end()));
        else
            render::write_pdf(sheets, document.title + " · " + name, options.output / (stem_of(own) + ".pdf"));
    }
    if (one_file) render::write_pdf(all, document.title, options.output);
    print_trouble(document, words, streams.err);
    return exit_done;
}

}  // namespace ocop::app
