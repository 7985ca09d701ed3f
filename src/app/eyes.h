#pragma once
// The finished picture as carto::viewings have it, on its way to the window.
#include <cstdint>
#include <optional>

#include "render/gl/seen_picture.h"

namespace ocop::app {

class Eyes {
public:
    /// The texture itself for the first of carto::viewings, else another of the same size. Needs a current context.
    std::uint32_t look(std::uint32_t texture, int width, int height, std::size_t viewing);

private:
    std::optional<render::SeenPicture> seen_;  // made when it is first asked for
};

}  // namespace ocop::app
