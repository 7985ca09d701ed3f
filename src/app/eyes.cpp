#include "app/eyes.h"

#include "carto/vision.h"

namespace ocop::app {

std::uint32_t Eyes::look(std::uint32_t texture, int width, int height, std::size_t viewing) {
    if (viewing == 0) return texture;
    if (!seen_) seen_.emplace();
    const carto::Viewing& eyes = carto::viewings.at(viewing);
    return seen_->of(texture, width, height, {carto::light_matrix(eyes.vision), carto::flare(eyes.room)});
}

}  // namespace ocop::app
