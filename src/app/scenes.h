#pragma once
// Between scenes as data and pictures: codes become units of the open document and back, and classes are locked across
// a deck. Pure; the window and the command line share it.
#include <map>
#include <memory>
#include <utility>
#include <vector>

#include "carto/compose.h"
#include "domain/deck.h"

namespace ocop::app {

/// A scene made ready for one document: what evaluate() and compose() need.
struct Staged {
    domain::SceneSpec scene;
    std::shared_ptr<const domain::Document> document;  // with the scene's own plan, where it names one
    domain::Query query;
    carto::MapSpec spec;  // aspect, pixel height and type scale are the output's; isolated_class see isolated_row()
    std::shared_ptr<const domain::Scoreboard> board;
    std::shared_ptr<const domain::Scoreboard> recorded;  // without its scenario: classes go by it
};

/// All scenes of a deck in order, evaluated, their classes locked together (B-6): scenes of one indicator, level and
/// show share breaks unless they have their own.
std::vector<Staged> staged(const std::shared_ptr<const domain::Document>& document, const domain::Deck& deck);

/// The legend row that the scene isolates, for MapSpec::isolated_class; -1: none, or the legend has no such row now.
int isolated_row(const Staged& scene, const carto::LevelGeometry& geometry, const core::Words& words);

/// What is on the screen as a scene, without id, title and notes. `picture` was composed of `spec`.
domain::SceneSpec captured(const domain::Document& document, const domain::Query& query, const carto::MapSpec& spec,
                           const carto::Picture& picture);

/// Geometry of levels, made when it is first asked for.
class Geometries {
public:
    std::shared_ptr<const carto::LevelGeometry> of(const domain::Territory& territory, domain::Level level);

private:
    std::map<std::pair<domain::Era, domain::Level>, std::shared_ptr<const carto::LevelGeometry>> ready_;
};

/// The picture of a scene; `size` gives aspect, pixel height, type scale and parts that the output has room for.
carto::Picture picture_of(const Staged& scene, const carto::MapSpec& size, Geometries& geometries,
                          const scene::TextMeasure& measure, const core::Words& words);

}  // namespace ocop::app
