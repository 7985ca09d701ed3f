#pragma once
// Keeps what follows from document and state up to date, and does again only what really changed.
#include <map>
#include <memory>
#include <utility>

#include "ui/view.h"

namespace ocop::app {

class PictureCache {
public:
    using Document = std::shared_ptr<const domain::Document>;
    using Geometry = std::shared_ptr<const carto::LevelGeometry>;

    /// Geometry of territories that are the same as before is kept: after an edit nothing is prepared or uploaded
    /// again.
    void adopt(Document document);
    /// Geometry that was prepared elsewhere for a document; used when that is of the same map as the current one.
    void put(const Document& document, Geometry geometry);
    bool has(domain::Era era, domain::Level level) const { return geometries_.contains({era, level}); }

    /// Brings everything up to date. True when the picture is a new one.
    bool refresh(const ui::State& state, const core::Words& words, const scene::TextMeasure& measure);

    /// Made now where it is not there yet.
    const Geometry& geometry_of(domain::Era era, domain::Level level);

    const Document& document() const { return document_; }
    const ui::Derived& derived() const { return derived_; }
    const Geometry& geometry() const { return geometry_; }
    /// What the picture was composed of: the state's, with the classes that hold.
    const carto::MapSpec& spec() const { return *spec_; }
    int evaluations() const { return evaluations_; }
    int compositions() const { return compositions_; }

private:
    Document document_;
    std::map<std::pair<domain::Era, domain::Level>, Geometry> geometries_;
    Geometry geometry_;
    ui::Derived derived_;
    carto::Rasters rasters_;
    domain::Scoreboard recorded_;  // without the scenario, whose steps move no class
    std::optional<domain::Query> query_;
    std::optional<carto::MapSpec> spec_, list_spec_;
    core::Language language_ = core::Language::vietnamese;
    int evaluations_ = 0, compositions_ = 0;
};

}  // namespace ocop::app
