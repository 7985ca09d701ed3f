#include "app/frame_clock.h"

#include <algorithm>
#include <cstdio>

namespace ocop::app {

double FrameClock::now() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
}

std::string FrameClock::statistics(double frame_seconds, const render::GlRenderer::Counters& counters,
                                   int compositions) {
    recent_[next_++ % recent_.size()] = frame_seconds;
    const double worst = *std::max_element(recent_.begin(), recent_.end());
    std::array<char, 128> line{};
    std::snprintf(line.data(), line.size(), "%.1f ms (max %.1f) · %d draws · %d triangles · picture %d",
                  frame_seconds * 1e3, worst * 1e3, counters.draw_calls, counters.triangles, compositions);
    return line.data();
}

}  // namespace ocop::app
