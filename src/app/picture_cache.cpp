#include "app/picture_cache.h"

namespace ocop::app {

namespace {
/// What the ranking depends on.
carto::MapSpec of_list(const carto::MapSpec& spec) {
    carto::MapSpec out;
    out.level = spec.level;
    out.indicator = spec.indicator;
    out.show = spec.show;
    out.focus = spec.focus;
    return out;
}
/// Geometry that was prepared for one document serves another one with the same units.
bool same_shapes(const domain::Document& a, const domain::Document& b) {
    return a.path == b.path && a.territories == b.territories;
}
}  // namespace

void PictureCache::adopt(Document document) {
    document_ = std::move(document);
    geometries_.clear();
    geometry_.reset();
    query_.reset();
    spec_.reset();
    list_spec_.reset();
}

void PictureCache::put(const Document& document, Geometry geometry) {
    if (document_ != nullptr && same_shapes(*document, *document_))
        geometries_.try_emplace({geometry->era, geometry->level}, geometry);
}

void PictureCache::replace(Document document) {
    if (document->territories != document_->territories) {  // other boundaries
        geometries_.clear();
        geometry_.reset();
    }
    document_ = std::move(document);
    query_.reset();
    spec_.reset();
    list_spec_.reset();
}

bool PictureCache::refresh(const ui::State& state, const core::Words& words, const scene::TextMeasure& measure) {
    core::require(document_ != nullptr, "a picture needs a document");
    bool fresh = language_ != words.language();
    language_ = words.language();
    if (!query_ || *query_ != state.query) {
        derived_.board = domain::evaluate(*document_, state.query);
        query_ = state.query;
        ++evaluations_;
        fresh = true;
    }
    const carto::MapSpec list = of_list(state.spec);
    if (fresh || !list_spec_ || *list_spec_ != list) {
        derived_.ranking = carto::ranking(*document_, derived_.board, list, words);
        derived_.tiles = carto::tiles(*document_, derived_.board, words);
        list_spec_ = list;
    }
    Geometry& geometry = geometries_[{state.query.era, state.spec.level}];
    if (!geometry)
        geometry = std::make_shared<const carto::LevelGeometry>(
            carto::prepare(document_->territory(state.query.era), state.spec.level));
    fresh = fresh || geometry != geometry_ || !spec_ || *spec_ != state.spec;
    if (!fresh) return false;
    geometry_ = geometry;
    spec_ = state.spec;
    derived_.picture = carto::compose(*document_, derived_.board, *geometry_, state.spec, measure, words, rasters_);
    ++compositions_;
    return true;
}

}  // namespace ocop::app
