#pragma once
// Text by Pango for every output, so that screen, PNG and PDF break and measure alike. Inter, tabular digits.
#include <memory>

#include "scene/scene.h"

namespace ocop::render {

/// Measures with the fonts that the outputs draw with. Caches; not for sharing between threads.
class PangoMeasure : public scene::TextMeasure {
public:
    PangoMeasure();
    ~PangoMeasure() override;
    scene::Extent measure(std::string_view text, double size, scene::Weight weight) const override;

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// The font family in use ("Inter", or the fallback that was found), for `ocopmap info`.
std::string font_family();

}  // namespace ocop::render
