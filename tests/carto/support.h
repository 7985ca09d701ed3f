#pragma once
// Scores by hand, without a register: a province of invented districts or communes that have them.
#include <string>
#include <vector>

#include "carto/classes.h"
#include "carto/phrases.h"

namespace carto_tests {

using namespace ocop;
using domain::IndicatorId;
using domain::Level;
using domain::Score;
using domain::Status;

inline const core::Words& vi() {
    static const core::Words words{core::Language::vietnamese};
    return words;
}
inline const core::Words& en() {
    static const core::Words words{core::Language::english};
    return words;
}

inline Score value(std::int64_t numerator, std::int64_t denominator = 1) {
    Score score;
    score.value = domain::Value{numerator, denominator};
    score.status = Status::no_quota;
    return score;
}

/// A share of people or communes.
inline Score share(std::int64_t numerator, std::int64_t denominator) {
    Score score = value(numerator, denominator);
    score.share = true;
    return score;
}

inline Score against(int quota, Score score) {
    score.quota = quota;
    const bool met = score.value && score.percent_scale() * score.value->numerator >= quota * score.value->denominator;
    score.status = !score.value ? Status::no_data : met ? Status::met : Status::below;
    return score;
}

inline Score at_least(Score score) {
    score.lower_bound = score.incomplete = true;
    return score;
}

inline Score with(Status status, Score score) {
    score.status = status;
    return score;
}

inline Score no_data() { return {}; }

struct Map {
    domain::Document document;
    domain::Scoreboard board;
    carto::MapSpec spec;
    const domain::Territory& territory() const { return document.territory(domain::Era::y2021); }
    carto::Classes classes(const core::Words& words = vi()) const {
        return carto::classify(board, territory(), spec, words);
    }
    std::string headline(const core::Words& words = vi()) const {
        return carto::headline(document, board, spec, words);
    }
};

/// One unit "U1", "U2", ... per score; the province has `whole`.
inline Map map_of(IndicatorId indicator, const std::vector<Score>& scores, carto::Show show = carto::Show::count,
                  Level level = Level::district, const Score& whole = {}) {
    Map map;
    domain::Territory territory;
    territory.units.push_back({"91", "Tỉnh", Level::province, domain::UnitKind::province, -1, 0, {}, {}});
    for (std::size_t i = 1; i <= scores.size(); ++i)
        territory.units.push_back({std::to_string(900 + i),
                                   "U" + std::to_string(i),
                                   level,
                                   level == Level::commune ? domain::UnitKind::commune : domain::UnitKind::district,
                                   0,
                                   0,
                                   {},
                                   {}});
    map.board.query.as_of = {2021, 12, 31};
    map.board.scores.assign(domain::indicators().size(), std::vector<Score>(territory.units.size()));
    auto& row = map.board.scores[static_cast<std::size_t>(indicator)];
    row[0] = whole;
    for (std::size_t i = 0; i < scores.size(); ++i) row[i + 1] = scores[i];
    map.document.territories.emplace(domain::Era::y2021, std::move(territory));
    map.spec.level = level;
    map.spec.indicator = indicator;
    map.spec.show = show;
    return map;
}

}  // namespace carto_tests
