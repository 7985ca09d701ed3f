#include "app/window_jobs.h"

#include <chrono>
#include <thread>
#include <utility>

#include "app/settings.h"
#include "core/error.h"
#include "core/whole_file.h"
#include "data/open.h"
#include "data/register_writer.h"
#include "render/export.h"
#include "render/gl/groundwork.h"
#include "render/text.h"

namespace ocop::app {

using domain::Level;

namespace {
PictureCache::Geometry prepared(const domain::Document& document, domain::Era era, Level level) {
    return std::make_shared<const carto::LevelGeometry>(carto::prepare(document.territory(era), level));
}

Level first_level(const domain::Document& document) {
    return document.territory(document.era).at(Level::district).empty() ? Level::commune : Level::district;
}

/// A copy of the store, from memory; says where it is, or why it could not be written.
core::Message rescued(const Ledger& ledger) {
    const auto path = core::free_name(documents_folder(), ledger.files()->store.stem().string() + "-cuu-ho", ".gpkg");
    try {
        data::write_rescue_copy(path, ledger.journal(), ledger.cells());
        return {"ui.exported", {path.string()}};
    } catch (const core::Error& error) {
        return error.message();
    }
}

/// Beside the workspace; where nothing can be written there, as beside the shipped one, in the user's documents.
std::filesystem::path write_dated_copy(const domain::Document& document, const data::EditedRegister& cells,
                                       const core::Words& words) {
    const std::filesystem::path workspace = document.path;
    std::filesystem::path path = data::dated_copy(workspace, data::today());
    try {
        data::write_register(document, cells, words, path);
    } catch (const core::Error&) {
        path = data::dated_copy(documents_folder() / workspace.filename(), data::today());
        data::write_register(document, cells, words, path);
    }
    return path;
}

/// What a file dialog would call the picture: "kien-giang-products-2021-12-31".
std::string stem_of(const domain::Scoreboard& board, const carto::MapSpec& spec) {
    std::string name = "ocop-" + std::string{domain::indicator(spec.indicator).name} + "-" +
                       std::string{domain::id(spec.level)} + "-" + domain::iso(board.query.as_of);
    if (board.query.scenario) name += "-gia-dinh";
    for (char& c : name)
        if (c == ':') c = '-';
    return name;
}

std::filesystem::path write(const scene::Scene& scene, ui::PictureKind kind, const std::string& stem) {
    constexpr int height_px = 1080;
    constexpr double height_mm = 210;  // A4 across
    const auto folder = pictures_folder();
    std::filesystem::path path;
    switch (kind) {
        case ui::PictureKind::png:
            render::write_png(scene, height_px, path = core::free_name(folder, stem, ".png"));
            break;
        case ui::PictureKind::pdf:
            render::write_pdf({scene}, height_mm, path = core::free_name(folder, stem, ".pdf"));
            break;
        case ui::PictureKind::svg:
            render::write_svg(scene, height_px, path = core::free_name(folder, stem, ".svg"));
            break;
    }
    return path;
}
}  // namespace

Jobs::Work open_file(std::filesystem::path file, OpenFor view, std::function<void(Opened)> then) {
    return [file = std::move(file), view = std::move(view), then = std::move(then)]() -> Jobs::Delivery {
        Opened opened;
        opened.file = file;
        try {
            Ledger ledger = open_ledger(file);
            const PictureCache::Document document = ledger.document();
            auto session = std::make_shared<Session>(view.session);
            session->adopt(std::move(ledger));
            session->put(document, prepared(*document, document->era, first_level(*document)));
            session->arrange(view.width, view.height, view.theme, view.pixels);
            session->refresh(render::PangoMeasure{});
            opened.groundwork = std::make_shared<render::Groundwork>(session->view().derived.picture.scene,
                                                                     session->state().spec.pixel_height);
            opened.session = std::move(session);
        } catch (const core::Error& error) {
            opened.trouble = error.message();
        } catch (const std::exception& error) {
            opened.trouble = core::Message{"error.unexpected", {file.string(), error.what()}};
        }
        return [opened = std::move(opened), then] { then(opened); };
    };
}

Jobs::Work reread_files(Ledger::Files files, bool all, std::function<void(Reread)> then) {
    return [files = std::move(files), all, then = std::move(then)]() -> Jobs::Delivery {
        Reread read{files->base.path, {}, {}};
        constexpr int tries = 5;  // an office program may still be at it
        for (int i = 0; i < tries && !read.files; ++i) {
            if (i > 0) std::this_thread::sleep_for(std::chrono::milliseconds{80});
            try {
                auto again = std::make_shared<const data::Sources>(all ? data::read_sources(files->base.path)
                                                                       : data::reread_registers(*files));
                data::build(*again, {});  // what cannot be shown is no state to go to
                read.files = std::move(again);
                read.trouble.reset();
            } catch (const core::Error& error) {
                read.trouble = error.message();
            }
        }
        return [read = std::move(read), then] { then(read); };
    };
}

Jobs::Work save_journal(std::shared_ptr<data::Store> store, domain::Journal journal, std::function<void(Saved)> then) {
    return [store = std::move(store), journal = std::move(journal), then = std::move(then)]() -> Jobs::Delivery {
        Saved saved{journal, {}, {}};
        try {
            saved.held = store->save(journal);
        } catch (const core::Error& error) {
            saved.trouble = error.message();
        }
        return [saved = std::move(saved), then] { then(saved); };
    };
}

Jobs::Work write_rescue(const Ledger& ledger, std::function<void(Told)> then) {
    return [ledger, then = std::move(then)]() -> Jobs::Delivery {
        const Told told{rescued(ledger)};
        return [told, then] { then(told); };
    };
}

std::optional<core::Message> close_store(data::Store& store, const Ledger& ledger, bool unsaved) {
    if (ledger.journal().empty()) return {};
    try {
        if (unsaved) store.save(ledger.journal());
    } catch (const core::Error&) {
        return rescued(ledger);
    }
    try {
        store.write_register(ledger.cells());
    } catch (const core::Error&) {  // the journal is what counts, and it is saved
    }
    return {};
}

Jobs::Work write_workbook(const Session& session, bool empty, std::function<void(Told)> then) {
    return [document = session.cache().document(), cells = session.ledger().cells(), era = session.state().query.era,
            language = session.state().language, empty, then = std::move(then)]() -> Jobs::Delivery {
        Told told;
        const core::Words words{language};
        try {
            std::filesystem::path path;
            if (empty) {
                path = core::free_name(documents_folder(), words["form.file_name"], ".xlsx");
                data::write_template(document->territory(era), words, path);
            } else {
                path = write_dated_copy(*document, cells, words);
            }
            told.message = {"ui.exported", {path.string()}};
        } catch (const core::Error& error) {
            told.message = error.message();
        }
        return [told, then] { then(told); };
    };
}

Jobs::Work prepare_others(PictureCache::Document document,
                          std::function<void(const PictureCache::Document&, PictureCache::Geometry)> then) {
    return [document = std::move(document), then = std::move(then)]() -> Jobs::Delivery {
        std::vector<PictureCache::Geometry> ready;
        for (const auto& [era, territory] : document->territories)
            for (const Level level : {Level::commune, Level::district})
                if (!territory.at(level).empty() && (era != document->era || level != first_level(*document)))
                    ready.push_back(prepared(*document, era, level));
        return [document, ready = std::move(ready), then] {
            for (const auto& geometry : ready) then(document, geometry);
        };
    };
}

Jobs::Work write_picture(const Session& session, ui::PictureKind kind, std::function<void(Told)> then) {
    carto::MapSpec spec = session.cache().spec();
    spec.parts = {};
    spec.hovered = -1;
    spec.aspect = kind == ui::PictureKind::pdf ? 297.0 / 210 : 16.0 / 9;
    spec.pixel_height = kind == ui::PictureKind::pdf ? 2480 : 1080;  // A4 at 300 dpi
    spec.type_scale = 1;
    return [document = session.cache().document(), geometry = session.cache().geometry(),
            board = session.cache().derived().board, language = session.state().language, spec, kind,
            then = std::move(then)]() -> Jobs::Delivery {
        Told told;
        try {
            const render::PangoMeasure measure;
            const auto picture = carto::compose(*document, board, *geometry, spec, measure, core::Words{language});
            told.message = {"ui.exported", {write(picture.scene, kind, stem_of(board, spec)).string()}};
        } catch (const core::Error& error) {
            told.message = error.message();
        }
        return [told, then] { then(told); };
    };
}

std::filesystem::path shipped_workspace() { return data::geodata_folder() / "kien-giang.toml"; }

}  // namespace ocop::app
