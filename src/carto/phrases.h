#pragma once
// The sentences and number texts that map, legend, ranking, cards and tiles share. Pure; words from the catalogue.
#include <string>
#include <string_view>
#include <vector>

#include "carto/compose.h"

namespace ocop::carto {

/// A number as Vietnamese or English writes it: 1.234,5 / 1,234.5 (cartography.md F-1). Decimals are cut, not rounded.
std::string number_text(double value, int decimals, core::Language language);
/// A date: 31/12/2021 in both languages.
/// What stands on a unit: "≥ 2/4", "83 %", "còn 2", "0", "–". Zero, no data and a value never look alike. What a
/// scenario moves has a star, and where it is a number its parts: "2+3*/4" is 2 recorded and 3 assumed.
std::string value_text(const domain::Score& score, domain::IndicatorId indicator, Show show, const core::Words& words);
/// The same for a unit of a level: a commune has no number of communes without products, it is one
/// ("chưa có") or not ("đã có").
std::string unit_value_text(const domain::Score& score, domain::Level level, domain::IndicatorId indicator, Show show,
                            const core::Words& words);
/// Whether less may be missing than quota and value say: rows without a date, or a list that lacks rows.
bool gap_is_at_most(const domain::Score& score);
std::string status_text(const domain::Score& score, const core::Words& words);
/// "Huyện Giồng Riềng"; on the map the short name, with its kind only where the name alone is not unique (N-1).
std::string full_name(const domain::Unit& unit, const core::Words& words);
/// "phường Dương Đông": within a sentence, where the kind stands before the name it is no name.
std::string full_name_within(const domain::Unit& unit, const core::Words& words);
std::string short_name(const domain::Territory& territory, int unit, const core::Words& words);

/// The answer as a sentence: "9/15 huyện chưa đạt 4 sản phẩm từ 3 sao".
std::string headline(const domain::Document& document, const domain::Scoreboard& board, const MapSpec& spec,
                     const core::Words& words);
/// Date, counting basis, filter, what a scenario assumes of dates: "đến 31/12/2021 · công nhận đến ngày".
std::string subtitle(const domain::Document& document, const domain::Scoreboard& board, const MapSpec& spec,
                     const core::Words& words);
/// "80 dòng · 24 có xã · 75 có ngày · liệt kê 20/54 đã công bố (đợt 2021-1, nguồn …)".
std::string completeness_text(const domain::Scoreboard& board, const core::Words& words);
/// The published totals of the province (empty code) or of a district, one a line, with their sources.
std::vector<std::string> published_texts(const domain::Scoreboard& board, std::string_view district_code,
                                         const core::Words& words);

/// The ranking of a level: largest gap first where there is a quota, else largest value; no data last; vi order on
/// ties.
struct RankingRow {
    int unit = -1;
    int place = 0;  // equal values share a place; 0: without data there is none
    std::string name, value;
    domain::Status status = domain::Status::no_data;
    double bar = 0;  // 0..1 of the widest bar
};
std::vector<RankingRow> ranking(const domain::Document& document, const domain::Scoreboard& board, const MapSpec& spec,
                                const core::Words& words);

/// The province's tiles: one per indicator of the plan.
struct Tile {
    domain::IndicatorId indicator = domain::IndicatorId::products;
    std::string label, value, status;
    domain::Status state = domain::Status::no_data;
};
std::vector<Tile> tiles(const domain::Document& document, const domain::Scoreboard& board, const core::Words& words);

}  // namespace ocop::carto
