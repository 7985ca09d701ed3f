#include "domain/unit.h"

namespace ocop::domain {

int Territory::find(std::string_view code, Level level) const {
    for (std::size_t i = 0; i < units.size(); ++i)
        if (units[i].level == level && units[i].code == code) return static_cast<int>(i);
    return -1;
}

std::vector<int> Territory::at(Level level) const {
    std::vector<int> out;
    for (std::size_t i = 0; i < units.size(); ++i)
        if (units[i].level == level) out.push_back(static_cast<int>(i));
    return out;
}

std::vector<int> Territory::children(int unit) const {
    std::vector<int> out;
    for (std::size_t i = 0; i < units.size(); ++i)
        if (units[i].parent == unit) out.push_back(static_cast<int>(i));
    return out;
}

std::string_view id(Era era) { return era == Era::y2021 ? "2021" : "2025"; }

std::string_view id(Level level) {
    switch (level) {
        case Level::province:
            return "province";
        case Level::district:
            return "district";
        case Level::commune:
            break;
    }
    return "commune";
}

std::string_view id(UnitKind kind) {
    switch (kind) {
        case UnitKind::province:
            return "province";
        case UnitKind::city:
            return "city";
        case UnitKind::district:
            return "district";
        case UnitKind::commune:
            return "commune";
        case UnitKind::ward:
            return "ward";
        case UnitKind::township:
            return "township";
        case UnitKind::special_zone:
            break;
    }
    return "special_zone";
}

std::optional<Era> era_from(std::string_view text) {
    if (text == "2021") return Era::y2021;
    if (text == "2025") return Era::y2025;
    return {};
}

std::optional<Level> level_from(std::string_view text) {
    for (const Level level : {Level::province, Level::district, Level::commune})
        if (text == id(level)) return level;
    return {};
}

}  // namespace ocop::domain
