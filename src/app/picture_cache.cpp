#include "app/picture_cache.h"

#include "carto/classes.h"

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

/// An edit makes another document of the same map.
bool same_map(const domain::Document& a, const domain::Document& b, domain::Era era) {
    return a.territory(era).shapes != nullptr && a.territory(era) == b.territory(era);
}
}  // namespace

void PictureCache::adopt(Document document) {
    std::erase_if(geometries_, [&](const auto& entry) {
        return document == nullptr || !same_map(*document_, *document, entry.first.first);
    });
    document_ = std::move(document);
    geometry_.reset();
    query_.reset();
    spec_.reset();
    list_spec_.reset();
    recorded_ = {};
}

void PictureCache::put(const Document& document, Geometry geometry) {
    if (document_ != nullptr && same_map(*document, *document_, geometry->era))
        geometries_.try_emplace({geometry->era, geometry->level}, geometry);
}

const PictureCache::Geometry& PictureCache::geometry_of(domain::Era era, domain::Level level) {
    Geometry& geometry = geometries_[{era, level}];
    if (!geometry)
        geometry = std::make_shared<const carto::LevelGeometry>(carto::prepare(document_->territory(era), level));
    return geometry;
}

bool PictureCache::refresh(const ui::State& state, const core::Words& words, const scene::TextMeasure& measure) {
    core::require(document_ != nullptr, "a picture needs a document");
    bool fresh = language_ != words.language();
    language_ = words.language();
    if (!query_ || *query_ != state.query) {
        derived_.board = domain::evaluate(*document_, state.query);
        query_ = state.query;
        if (state.query.scenario) {
            domain::Query recorded = state.query;
            recorded.scenario.reset();
            if (recorded_.query != recorded || recorded_.scores.empty())
                recorded_ = domain::evaluate(*document_, recorded);
        }
        ++evaluations_;
        fresh = true;
    }
    const carto::MapSpec list = of_list(state.spec);
    if (fresh || !list_spec_ || *list_spec_ != list) {
        derived_.ranking = carto::ranking(*document_, derived_.board, list, words);
        derived_.tiles = carto::tiles(*document_, derived_.board, words);
        list_spec_ = list;
    }
    const Geometry& geometry = geometry_of(state.query.era, state.spec.level);
    carto::MapSpec spec = state.spec;
    if (state.query.scenario && spec.breaks.empty())
        spec.breaks = carto::shared_breaks({{recorded_, document_->territory(state.query.era), spec}});
    fresh = fresh || geometry != geometry_ || !spec_ || *spec_ != spec;
    if (!fresh) return false;
    geometry_ = geometry;
    spec_ = std::move(spec);
    derived_.picture = carto::compose(*document_, derived_.board, *geometry_, *spec_, measure, words, rasters_);
    ++compositions_;
    return true;
}

}  // namespace ocop::app
