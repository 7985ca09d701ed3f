#pragma once
// What the program does without a window. Each returns an exit code (formats.md §4) and prints to the given streams.
#include <iosfwd>
#include <string_view>

#include "app/options.h"
#include "core/finding.h"

namespace ocop::app {

inline constexpr int exit_done = 0;
inline constexpr int exit_findings = 1;
inline constexpr int exit_unreadable = 2;
inline constexpr int exit_usage = 64;

struct Streams {
    std::ostream& out;
    std::ostream& err;
};

/// Runs any command but the window. core::Error becomes a sentence on err and exit code 2.
int run_command(const Options& options, const core::Words& words, Streams streams);

/// "error", "warning", "note": in JSON, and as catalogue key severity.<id>.
std::string_view id(core::Severity severity);

/// "tep.xlsx, trang Sản phẩm, dòng 12, cột 3: ..." with the severity in front.
std::string finding_line(const core::Finding& finding, const core::Words& words);

/// Findings that are more than notes, one a line.
void print_trouble(const domain::Document& document, const core::Words& words, std::ostream& err);

/// The picture of a document as `render` draws it; a scene of its deck where the options name one.
carto::Picture picture_of(const domain::Document& document, const Options& options, const core::Words& words);

}  // namespace ocop::app
