#pragma once
// Seconds since the start, and the line of the frame statistics (F3).
#include <array>
#include <chrono>
#include <string>

#include "render/gl/renderer.h"

namespace ocop::app {

class FrameClock {
public:
    /// Seconds since the clock was made.
    double now() const;
    /// "4.1 ms (worst of 120: 9.8) · 12 draws · 41.200 triangles · picture 7"
    std::string statistics(double frame_seconds, const render::GlRenderer::Counters& counters, int compositions);

private:
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
    std::array<double, 120> recent_{};
    std::size_t next_ = 0;
};

}  // namespace ocop::app
