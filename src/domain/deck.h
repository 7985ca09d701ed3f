#pragma once
// Scenes as data: everything that a picture depends on besides the document, under names that outlive the files (codes
// of units, not their places in a list). A deck is an ordered list of scenes. Every scene is also a row of texts.
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/finding.h"
#include "core/geometry.h"
#include "domain/choices.h"
#include "domain/plan.h"
#include "domain/scenario.h"

namespace ocop::domain {

struct Document;

struct SceneCamera {
    core::Point centre;       // metres
    double metres_per_h = 1;  // per height of the picture
    bool operator==(const SceneCamera&) const = default;
};

/// Parts of the picture besides the map.
struct SceneParts {
    bool headline = true, legend = true, ranking = true, tiles = true, footer = true;
    bool operator==(const SceneParts&) const = default;
};

enum class SceneCard { none, rows, findings };  // the list that lies over the map

struct SceneSpec {
    std::string id;     // of the deck: unique, not only digits
    std::string title;  // in lists and for the presenter
    std::string notes;  // for the presenter alone
    IndicatorId indicator = IndicatorId::products;
    Level level = Level::district;
    Show show = Show::count;
    std::optional<Era> era;      // none: the workspace's
    std::optional<Basis> basis;  // none: the workspace's
    std::optional<Date> as_of;   // none: the workspace's
    std::string plan;            // a file, as the deck names it; empty: the workspace's
    Filter filter;
    int expiring_days = 90;            // 90 or 180
    std::optional<Scenario> scenario;  // the scene's own copy, without id and methods; none: what is recorded
    std::string selected;              // code of a unit, spotlighted; of the scene's level, or a district
    std::string focus;                 // code of the district that the map is drilled into
    std::string isolated;     // row of the legend: zero, no_data, no_quota, below, severe, undetermined, from:4
    bool own_breaks = false;  // classes by this scene's numbers alone; else shared with its kin of the deck
    std::vector<int> breaks;  // lowest amounts of the classes, locked; tenths for rates. Empty: by the numbers
    std::optional<SceneCamera> camera;  // none: fits the province or the focus
    SceneCard card = SceneCard::none;
    SceneParts parts;
    double order = 0;  // place in the deck; the scenes of a file have 1, 2, 3, ...
    bool operator==(const SceneSpec&) const = default;
};

struct Deck {
    std::vector<SceneSpec> scenes;
    std::map<std::string, Plan> plans;  // those that scenes name, by that name
    bool operator==(const Deck&) const = default;
    /// By number from 1, or by id; -1 when there is none.
    int find(std::string_view number_or_id) const;
};

/// A row of the table "scenes": name and text of each column that is not empty or as usual.
using SceneFields = std::vector<std::pair<std::string, std::string>>;
SceneFields to_fields(const SceneSpec& scene);
/// The columns of that table, in order.
std::vector<std::string_view> scene_columns();

/// Where a field was written, for findings.
using PlaceOf = std::function<core::Place(std::string_view column)>;
/// Reads what to_fields wrote, or a person. A value that cannot be used is a finding; where it decides about the
/// numbers (indicator, level, era, basis, date, filter), there is no scene rather than another one. Other values fall
/// back to what is usual. Columns that nothing reads are findings.
std::optional<SceneSpec> from_fields(const SceneFields& fields, const PlaceOf& place, core::Findings& findings);

/// Whether the scene can be shown with this document; what its units are called is checked, too: a finding, and the
/// place is left empty.
bool suits(SceneSpec& scene, const Document& document, const PlaceOf& place, core::Findings& findings);

}  // namespace ocop::domain
