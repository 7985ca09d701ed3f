#pragma once
// The window's work for the other thread: opening files, preparing levels, writing pictures. Values in, values out.
#include <functional>
#include <optional>

#include "app/jobs.h"
#include "app/session.h"
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
/// Prepares the other levels and eras, so that changing to them does not wait.
Jobs::Work prepare_others(PictureCache::Document document,
                          std::function<void(const PictureCache::Document&, PictureCache::Geometry)> then);
/// Writes what the session shows, with all parts, into the user's folder of pictures.
Jobs::Work write_picture(const Session& session, ui::PictureKind kind, std::function<void(Told)> then);

/// geodata/kien-giang.toml where it is installed.
std::filesystem::path shipped_workspace();

}  // namespace ocop::app
