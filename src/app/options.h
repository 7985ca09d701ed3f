#pragma once
// The command line as a value (formats.md §4).
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "carto/compose.h"
#include "core/words.h"

namespace ocop::app {

enum class CommandName { window, render, deck, handouts, report, check, merge, blank_register, info, help, version };

/// A picture's size: pixels, or a sheet of paper.
struct PictureSize {
    int width_px = 1920;
    int height_px = 1080;
    std::optional<double> height_mm;  // paper: pixels follow at 300 dpi
    double aspect() const { return static_cast<double>(width_px) / height_px; }
};

struct Options {
    CommandName command = CommandName::window;
    std::filesystem::path file;
    std::filesystem::path other;  // merge: the second store
    std::filesystem::path output;
    std::optional<std::filesystem::path> plan;
    std::optional<domain::IndicatorId> indicator;
    std::optional<domain::Level> level;
    std::optional<domain::Era> era;
    std::optional<domain::Basis> basis;
    std::optional<domain::Date> as_of;
    std::optional<carto::Show> show;
    domain::Filter filter;
    std::string scenario;  // name or id of one that the workspace's store keeps; empty: none
    std::string scene;     // number or id in the workspace's deck; empty: none
    std::optional<PictureSize> size;
    std::optional<core::Language> language;     // none: Vietnamese; the window: as it was left
    std::optional<std::filesystem::path> play;  // a script for the window, see play.h
    bool json = false;
};

/// A command line that cannot be understood: exit code 64. The message is a key of the catalogue.
struct UsageError {
    core::Message message;
    core::Language language = core::Language::vietnamese;
};

/// The ending of a file's name in lower case, with its dot.
std::string ending_of(const std::filesystem::path& path);

/// Throws UsageError.
Options parse_options(const std::vector<std::string>& arguments);

/// The document's own query with the options laid over it. Throws UsageError for a group that nobody knows.
domain::Query query_of(const domain::Document& document, const Options& options);

}  // namespace ocop::app
