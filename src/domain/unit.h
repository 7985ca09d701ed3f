#pragma once
// Administrative units. Identity is (era, code): codes were reused in 2025 under other names.
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/geometry.h"

namespace ocop::domain {

enum class Era { y2021, y2025 };
enum class Level { province, district, commune };
enum class UnitKind { province, city, district, commune, ward, township, special_zone };

struct Unit {
    std::string code;  // text: leading zeros matter
    std::string name;  // short, NFC: "Giồng Riềng"
    Level level = Level::commune;
    UnitKind kind = UnitKind::commune;
    int parent = -1;  // index in Territory::units; the province has none
    double area_km2 = 0;
    std::optional<int> population;
    core::Point label;  // metres
    bool operator==(const Unit&) const = default;
};

/// All units of one era, province first, then districts (none in 2025), then communes; shapes run beside units.
struct Territory {
    Era era = Era::y2021;
    std::vector<Unit> units;
    /// Same order as units, metres in the workspace's CRS; the province's own entry may be empty (drawn from its
    /// parts).
    std::shared_ptr<const std::vector<core::Shape>> shapes;

    bool empty() const { return units.empty(); }
    int find(std::string_view code, Level level) const;  // index, or -1
    std::vector<int> at(Level level) const;              // indices, in file order
    std::vector<int> children(int unit) const;
    bool operator==(const Territory&) const = default;  // shapes by identity
};

std::string_view id(Era era);        // "2021", "2025"
std::string_view id(Level level);    // "province", ...
std::string_view id(UnitKind kind);  // "ward", ... ; catalogue keys are unit_kind.<id>
std::optional<Era> era_from(std::string_view text);
std::optional<Level> level_from(std::string_view text);

}  // namespace ocop::domain
