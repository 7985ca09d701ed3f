#include "render/text.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>

#include <array>
#include <cmath>
#include <unordered_map>

#include "render/pango_layout.h"

namespace ocop::render {

namespace {

bool has_family(const char* family) {
    const core::Owned<FcPattern, FcPatternDestroy> wanted{FcPatternCreate()};
    FcPatternAddString(wanted.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>(family));
    const core::Owned<FcObjectSet, FcObjectSetDestroy> fields{FcObjectSetCreate()};
    const core::Owned<FcFontSet, FcFontSetDestroy> fonts{FcFontList(nullptr, wanted.get(), fields.get())};
    return fonts && fonts->nfont > 0;
}

}  // namespace

std::string font_family() {
    // All carry the 146 Vietnamese letters; Inter first (tabular figures, wide x-height).
    static const std::string family = [] {
        for (const char* name : {"Inter", "Roboto", "Noto Sans", "DejaVu Sans"})
            if (has_family(name)) return std::string{name};
        return std::string{"sans-serif"};
    }();
    return family;
}

FontDescription font(scene::Weight weight, double size_px) {
    FontDescription description{pango_font_description_new()};
    pango_font_description_set_family(description.get(), font_family().c_str());
    pango_font_description_set_weight(description.get(),
                                      weight == scene::Weight::semibold ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_absolute_size(description.get(), size_px * PANGO_SCALE);
    return description;
}

GObjectOwned<PangoLayout> layout(PangoContext* context, std::string_view text, scene::Weight weight) {
    GObjectOwned<PangoLayout> out{pango_layout_new(context)};
    pango_layout_set_font_description(out.get(), font(weight, reference_px).get());
    const core::Owned<PangoAttrList, pango_attr_list_unref> attributes{pango_attr_list_new()};
    pango_attr_list_insert(attributes.get(), pango_attr_font_features_new("tnum=1"));
    pango_layout_set_attributes(out.get(), attributes.get());
    pango_layout_set_text(out.get(), text.data(), static_cast<int>(text.size()));
    return out;
}

GObjectOwned<PangoContext> measuring_context() {
    GObjectOwned<PangoContext> context{pango_font_map_create_context(pango_cairo_font_map_get_default())};
    const core::Owned<cairo_font_options_t, cairo_font_options_destroy> options{font_options()};
    pango_cairo_context_set_font_options(context.get(), options.get());
    pango_cairo_context_set_resolution(context.get(), 72);
    pango_context_set_round_glyph_positions(context.get(), FALSE);
    return context;
}

cairo_font_options_t* font_options() {
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    return options;
}

struct PangoMeasure::State {
    GObjectOwned<PangoContext> context = measuring_context();
    std::array<std::unordered_map<std::string, scene::Extent>, 2> cache;
};

PangoMeasure::PangoMeasure() : state_{std::make_unique<State>()} {}
PangoMeasure::~PangoMeasure() = default;

scene::Extent PangoMeasure::measure(std::string_view text, double size, scene::Weight weight) const {
    auto& cache = state_->cache[weight == scene::Weight::semibold ? 1 : 0];
    auto [found, fresh] = cache.try_emplace(std::string{text});
    if (fresh) {
        const auto measured = layout(state_->context.get(), text, weight);
        PangoRectangle logical;
        pango_layout_get_extents(measured.get(), nullptr, &logical);
        const double scale = 1.0 / PANGO_SCALE / reference_px;
        const double baseline = pango_layout_get_baseline(measured.get());
        found->second = {logical.width * scale, (baseline - logical.y) * scale,
                         (logical.y + logical.height - baseline) * scale};
    }
    const scene::Extent unit = found->second;
    return {unit.width * size, unit.ascent * size, unit.descent * size};
}

}  // namespace ocop::render
