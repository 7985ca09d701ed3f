#include "render/html/font_subset.h"

#include <fontconfig/fontconfig.h>
#include <harfbuzz/hb-subset.h>

#include "core/owned.h"
#include "render/pango_layout.h"
#include "render/text.h"

namespace ocop::render {

namespace {

using Pattern = core::Owned<FcPattern, FcPatternDestroy>;
using Blob = core::Owned<hb_blob_t, hb_blob_destroy>;
using Face = core::Owned<hb_face_t, hb_face_destroy>;
using Input = core::Owned<hb_subset_input_t, hb_subset_input_destroy>;

/// The file that Pango draws this weight from, and the face in it.
std::pair<std::string, unsigned> font_file(scene::Weight weight) {
    const Pattern wanted{FcPatternCreate()};
    FcPatternAddString(wanted.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>(font_family().c_str()));
    FcPatternAddInteger(wanted.get(), FC_WEIGHT,
                        weight == scene::Weight::semibold ? FC_WEIGHT_DEMIBOLD : FC_WEIGHT_REGULAR);
    FcPatternAddInteger(wanted.get(), FC_SLANT, FC_SLANT_ROMAN);
    FcConfigSubstitute(nullptr, wanted.get(), FcMatchPattern);
    FcDefaultSubstitute(wanted.get());
    FcResult result = FcResultNoMatch;
    const Pattern found{FcFontMatch(nullptr, wanted.get(), &result)};
    FcChar8* file = nullptr;
    int index = 0;
    if (!found || FcPatternGetString(found.get(), FC_FILE, 0, &file) != FcResultMatch) return {};
    FcPatternGetInteger(found.get(), FC_INDEX, 0, &index);
    return {reinterpret_cast<const char*>(file), static_cast<unsigned>(index)};
}

}  // namespace

std::string font_subset(scene::Weight weight, const std::set<char32_t>& characters) {
    const auto [path, index] = font_file(weight);
    const Blob blob{hb_blob_create_from_file_or_fail(path.c_str())};
    if (!blob) return {};
    const Face face{hb_face_create(blob.get(), index)};
    const Input input{hb_subset_input_create_or_fail()};
    if (!input) return {};
    hb_set_t* unicodes = hb_subset_input_unicode_set(input.get());
    for (const char32_t character : characters) hb_set_add(unicodes, character);
    // Tabular figures, and what sets marks and pairs; no stylistic sets.
    hb_set_t* features = hb_subset_input_set(input.get(), HB_SUBSET_SETS_LAYOUT_FEATURE_TAG);
    hb_set_clear(features);
    for (const char* name : {"tnum", "kern", "mark", "mkmk", "ccmp", "locl"})
        hb_set_add(features, hb_tag_from_string(name, -1));
    const Face subset{hb_subset_or_fail(face.get(), input.get())};
    if (!subset) return {};
    const Blob bytes{hb_face_reference_blob(subset.get())};
    unsigned length = 0;
    const char* data = hb_blob_get_data(bytes.get(), &length);
    if (length == 0) return {};
    const core::Owned<char, g_free> text{g_base64_encode(reinterpret_cast<const guchar*>(data), length)};
    return text.get();
}

}  // namespace ocop::render
