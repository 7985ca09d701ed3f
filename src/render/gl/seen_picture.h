#pragma once
// A finished picture as other eyes and a bright room have it, for trying a projector out before the meeting.
#include <array>
#include <cstdint>
#include <memory>

namespace ocop::render {

/// What becomes of light: rows of a matrix over linear red, green and blue, then the room's own light as a share of the
/// screen's white (cartography.md P-2).
struct Seeing {
    std::array<std::array<double, 3>, 3> light{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
    double flare = 0;
};

class SeenPicture {
public:
    SeenPicture();  // needs a current context; throws core::Error("error.gl_shader", ...)
    ~SeenPicture();
    SeenPicture(const SeenPicture&) = delete;
    SeenPicture& operator=(const SeenPicture&) = delete;

    /// A texture as large as the given one.
    std::uint32_t of(std::uint32_t texture, int width, int height, const Seeing& seeing);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace ocop::render
