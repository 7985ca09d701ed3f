#pragma once
// One layer of a boundary file: features -> units with their shapes, in file order.
#include <filesystem>
#include <string>
#include <vector>

#include "core/finding.h"
#include "domain/unit.h"

namespace ocop::data {

struct LayerUnit {
    domain::Unit unit;  // without parent
    core::Shape shape;
    std::string district_code, district_name;
    core::Place where;
};

/// `source_crs`: for files that do not say theirs. `target`: what to project to. Throws core::Error for a file that
/// cannot be used; single bad features are findings.
std::vector<LayerUnit> read_layer(const std::filesystem::path& path, domain::Level level, const std::string& source_crs,
                                  const std::string& target, core::Findings& findings);

/// What a file that someone just opens holds.
struct Survey {
    bool has_shapes = false;
    domain::Level level = domain::Level::commune;
    bool names_districts = false;
};
Survey survey(const std::filesystem::path& path);

}  // namespace ocop::data
