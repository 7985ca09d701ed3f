#include "app/commands.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>

#include "app/info.h"
#include "app/merge_stores.h"
#include "app/paper.h"
#include "app/report.h"
#include "app/scenes.h"
#include "carto/classes.h"
#include "core/whole_file.h"
#include "data/check_file.h"
#include "data/open.h"
#include "data/register_writer.h"
#include "render/export.h"
#include "render/text.h"

namespace ocop::app {

namespace {

bool is_trouble(const core::Finding& finding) { return finding.severity != core::Severity::note; }

int render(const Options& options, const core::Words& words, Streams streams) {
    const std::string kind = ending_of(options.output);
    const domain::Document document = data::open(options.file, options.plan);
    const carto::Picture picture = picture_of(document, options, words);
    // 96 pixels an inch is what a screen size means on paper (CSS).
    const PictureSize size = options.size.value_or(PictureSize{});
    const double height_mm = size.height_mm.value_or(size.height_px * 25.4 / 96);
    if (kind == ".png") render::write_png(picture.scene, size.height_px, options.output);
    if (kind == ".pdf") render::write_pdf({picture.scene}, height_mm, options.output);
    if (kind == ".svg") render::write_svg(picture.scene, size.height_px, options.output);
    print_trouble(document, words, streams.err);
    return exit_done;
}

int report(const Options& options, const core::Words& words, Streams streams) {
    const std::string kind = ending_of(options.output);
    const domain::Document document = data::open(options.file, options.plan);
    const domain::Scoreboard board = domain::evaluate(document, query_of(document, options));
    if (options.json) {
        streams.out << report_json(document, board) << '\n';
    } else if (kind == ".xlsx") {
        write_report_workbook(document, board, words, options.output);
    } else {
        core::write_whole(options.output,
                          kind == ".csv" ? report_csv(document, board) : report_markdown(document, board, words));
    }
    print_trouble(document, words, streams.err);
    return exit_done;
}

/// An empty register to fill in, with the units of the given workspace, else of the shipped one.
int blank_register(const Options& options, const core::Words& words) {
    // Another template may have been filled in under this name.
    if (std::filesystem::exists(options.output)) throw core::Error("error.file_exists", {options.output.string()});
    const domain::Document document =
        data::open(options.file.empty() ? data::geodata_folder() / "kien-giang.toml" : options.file);
    data::write_template(document.territory(options.era.value_or(document.register_era)), words, options.output);
    return exit_done;
}

int check(const Options& options, const core::Words& words, Streams streams) {
    const data::Checked checked = data::check_file(options.file, options.plan);
    const auto troubles = std::count_if(checked.findings.begin(), checked.findings.end(), is_trouble);
    const auto likeliest = [&](std::size_t finding) {
        const auto units = checked.likeliest.find(finding);
        return units == checked.likeliest.end() ? std::string{} : " " + words.say(units->second);
    };
    if (options.json) {
        nlohmann::ordered_json rows = nlohmann::ordered_json::array();
        for (const std::size_t i : core::listed(checked.findings)) {
            const core::Finding& finding = checked.findings[i];
            rows.push_back({{"severity", id(finding.severity)},
                            {"file", finding.where.file},
                            {"sheet", finding.where.sheet},
                            {"row", finding.where.row},
                            {"column", finding.where.column},
                            {"key", finding.what.key},
                            {"text", words.say(finding.what) + likeliest(i)}});
        }
        streams.out << rows.dump(1) << '\n';
    } else {
        for (const std::size_t i : core::listed(checked.findings))
            streams.out << finding_line(checked.findings[i], words) << likeliest(i) << '\n';
        streams.out << words.say("check.summary",
                                 {words.say(checked.holds), std::to_string(troubles),
                                  std::to_string(static_cast<long>(checked.findings.size()) - troubles)})
                    << '\n';
    }
    return troubles > 0 ? exit_findings : exit_done;
}

/// One that the workspace's store keeps, by its name or id.
const domain::Scenario& scenario_named(const domain::Document& document, const std::string& name) {
    std::string known;
    for (const domain::Scenario& each : document.scenarios) {
        if (each.name == name || each.id == name) return each;
        known += (known.empty() ? "" : ", ") + each.name;
    }
    throw core::Error("error.scenario_unknown", {name, known.empty() ? "–" : known});
}

/// A scene of the deck under what else the options say, its classes locked with the others'.
carto::Picture scene_picture(const domain::Document& document, const Options& options, const carto::MapSpec& size,
                             const core::Words& words) {
    domain::Deck deck = document.deck;
    const int at = deck.find(options.scene);
    if (at < 0) {
        std::string known;
        for (const domain::SceneSpec& scene : deck.scenes) known += (known.empty() ? "" : ", ") + scene.id;
        throw core::Error("error.scene_unknown", {options.scene, known.empty() ? "–" : known});
    }
    domain::SceneSpec& scene = deck.scenes[static_cast<std::size_t>(at)];
    if (options.indicator) scene.indicator = *options.indicator;
    if (options.level) scene.level = *options.level;
    if (options.show) scene.show = *options.show;
    if (options.era) scene.era = options.era;
    if (options.basis) scene.basis = options.basis;
    if (options.as_of) scene.as_of = options.as_of;
    if (options.filter.active()) scene.filter = options.filter;
    if (options.plan) scene.plan.clear();
    if (!options.scenario.empty()) {
        scene.scenario = scenario_named(document, options.scenario);
        if (scene.scenario->lapse_on && !options.basis) scene.basis = domain::Basis::valid;
    }
    core::Findings findings;
    if (!domain::suits(
            scene, document, [](std::string_view) { return core::Place{}; }, findings))
        throw core::Error(findings.back().what.key, findings.back().what.args);
    Geometries geometries;
    const render::PangoMeasure measure;
    const auto scenes = staged(std::make_shared<const domain::Document>(document), deck);
    return picture_of(scenes[static_cast<std::size_t>(at)], size, geometries, measure, words);
}

}  // namespace

void print_trouble(const domain::Document& document, const core::Words& words, std::ostream& err) {
    for (const std::size_t i : core::listed(document.findings))
        if (is_trouble(document.findings[i])) err << finding_line(document.findings[i], words) << '\n';
}

std::string_view id(core::Severity severity) {
    switch (severity) {
        case core::Severity::error:
            return "error";
        case core::Severity::warning:
            return "warning";
        case core::Severity::note:
            break;
    }
    return "note";
}

std::string finding_line(const core::Finding& finding, const core::Words& words) {
    std::string line = words[std::string{"severity."} + std::string{id(finding.severity)}] + ": ";
    const core::Place& where = finding.where;
    std::string place = std::filesystem::path{where.file}.filename().string();
    const auto add = [&](const std::string& part) { place += (place.empty() ? "" : ", ") + part; };
    if (!where.sheet.empty()) add(words.say("place.sheet", {where.sheet}));
    if (where.row > 0) add(words.say("place.row", {std::to_string(where.row)}));
    if (where.column > 0) add(words.say("place.column", {std::to_string(where.column)}));
    return line + (place.empty() ? "" : place + ": ") + words.say(finding.what);
}

carto::Picture picture_of(const domain::Document& document, const Options& options, const core::Words& words) {
    carto::MapSpec spec;
    const PictureSize size = options.size.value_or(PictureSize{});
    spec.aspect = size.aspect();
    spec.pixel_height = size.height_px;
    if (!options.scene.empty()) return scene_picture(document, options, spec, words);
    domain::Query query = query_of(document, options);
    if (!options.scenario.empty()) {
        query.scenario = scenario_named(document, options.scenario);
        if (query.scenario->lapse_on && !options.basis) query.basis = domain::Basis::valid;
    }
    const domain::Scoreboard board = domain::evaluate(document, query);
    // The units of 2025 have no districts: what is not said otherwise is shown by commune.
    spec.level =
        options.level.value_or(query.era == domain::Era::y2025 ? domain::Level::commune : domain::Level::district);
    if (document.territory(query.era).at(spec.level).empty())
        throw core::Error("error.no_units", {words[std::string{"level."} + std::string{domain::id(spec.level)}],
                                             std::string{domain::id(query.era)}});
    spec.indicator = options.indicator.value_or(domain::IndicatorId::products);
    spec.show = options.show.value_or(carto::Show::count);
    if (spec.show != carto::Show::count && document.plan.target(spec.indicator, spec.level, query.era) == nullptr)
        throw UsageError{{"usage.show_without_quota",
                          {std::string{domain::indicator(spec.indicator).name}, std::string{domain::id(spec.level)}}},
                         words.language()};
    if (query.scenario) {  // classes as of what is recorded, as in the window
        domain::Query plain = query;
        plain.scenario.reset();
        const domain::Scoreboard before = domain::evaluate(document, plain);
        spec.breaks = carto::shared_breaks({{before, document.territory(query.era), spec}});
    }
    const carto::LevelGeometry geometry = carto::prepare(document.territory(query.era), spec.level);
    const render::PangoMeasure measure;
    return carto::compose(document, board, geometry, spec, measure, words);
}

int run_command(const Options& options, const core::Words& words, Streams streams) {
    try {
        switch (options.command) {
            case CommandName::render:
                return render(options, words, streams);
            case CommandName::deck:
                return write_deck(options, words, streams);
            case CommandName::handouts:
                return write_handouts(options, words, streams);
            case CommandName::report:
                return report(options, words, streams);
            case CommandName::blank_register:
                return blank_register(options, words);
            case CommandName::check:
                return check(options, words, streams);
            case CommandName::merge:
                return merge_stores(options, words, streams);
            case CommandName::info:
                streams.out << (options.json ? info_json(words) : info_text(words));
                return exit_done;
            case CommandName::help:
                streams.out << words["help.text"] << '\n';
                return exit_done;
            case CommandName::version:
                streams.out << "ocopmap " << OCOP_VERSION << '\n';
                return exit_done;
            case CommandName::window:
                break;
        }
        return exit_usage;
    } catch (const core::Error& error) {
        streams.err << words.say(error.message()) << '\n';
        return exit_unreadable;
    }
}

}  // namespace ocop::app
