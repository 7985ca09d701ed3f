#pragma once
// The window's work for the other thread: opening files, preparing levels, writing pictures. Values in, values out.
#include <functional>
#include <optional>

#include "app/jobs.h"
#include "app/session.h"
#include "data/store.h"
#include "render/gl/renderer.h"

namespace ocop::app {

/// The window that a document is opened for, so that its first picture can be made beside the window.
struct OpenFor {
    Session session;  // as it is now
    float width = 0, height = 0;
    ui::Theme theme;
    double pixels = 1;  // per unit of the window
};
struct Opened {
    std::filesystem::path file;
    std::shared_ptr<Session> session;  // with document and picture; none: `trouble` says why
    std::shared_ptr<render::Groundwork> groundwork;
    std::optional<core::Message> trouble;
};
struct Told {
    core::Message message;
};

/// Reads a file and prepares the level and the picture that it opens with.
Jobs::Work open_file(std::filesystem::path file, OpenFor view, std::function<void(Opened)> then);
/// Register files read again; none: why not. Missing or half-written files are tried a few times.
struct Reread {
    std::string path;  // of the workspace
    Ledger::Files files;
    std::optional<core::Message> trouble;
};
/// `all`: workspace, plan and boundaries as well.
Jobs::Work reread_files(Ledger::Files files, bool all, std::function<void(Reread)> then);

/// The journal into its store.
struct Saved {
    domain::Journal sent, held;  // held: what the store holds now
    std::optional<core::Message> trouble;
};
Jobs::Work save_journal(std::shared_ptr<data::Store> store, domain::Journal journal, std::function<void(Saved)> then);
/// The last thing done to a store: saves again what is `unsaved` and brings the tables for other programs up to date.
/// What still cannot be saved goes into a rescue copy; says where, or why not. None: all is well.
std::optional<core::Message> close_store(data::Store& store, const Ledger& ledger, bool unsaved);
/// The whole store into the user's folder of documents, from memory.
Jobs::Work write_rescue(const Ledger& ledger, std::function<void(Told)> then);

/// The register as it stands, with every edit, dated, beside the workspace (where that cannot be written: into the
/// user's documents); or an empty one into the user's documents.
Jobs::Work write_workbook(const Session& session, bool empty, std::function<void(Told)> then);

/// Prepares the other levels and eras, so that changing to them does not wait.
Jobs::Work prepare_others(PictureCache::Document document,
                          std::function<void(const PictureCache::Document&, PictureCache::Geometry)> then);
/// Writes what the session shows, with all parts, into the user's folder of pictures.
Jobs::Work write_picture(const Session& session, ui::PictureKind kind, std::function<void(Told)> then);

/// geodata/kien-giang.toml where it is installed.
std::filesystem::path shipped_workspace();

}  // namespace ocop::app
