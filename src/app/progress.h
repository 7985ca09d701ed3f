#pragma once
// Work that takes longer than half a second says how far it is.
#include <chrono>
#include <ostream>
#include <string>

#include "core/words.h"

namespace ocop::app {

class Progress {
public:
    Progress(std::ostream& err, const core::Words& words) : err_{err}, words_{words} {}
    /// The `done`th of `all` is next; a line at most every half second.
    void next(std::size_t done, std::size_t all, const std::string& name) {
        const auto now = std::chrono::steady_clock::now();
        if (now - last_ < std::chrono::milliseconds{500}) return;
        last_ = now;
        err_ << words_.say("progress.drawing", {std::to_string(done), std::to_string(all), name}) << '\n' << std::flush;
    }

private:
    std::ostream& err_;
    const core::Words& words_;
    std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

}  // namespace ocop::app
