#include "app/report_rows.h"

#include <cstdlib>

namespace ocop::app {

using namespace domain;

namespace {

/// A number of hundredths, without zeros at its end: 8333 is 83.33, 6250 is 62.5, -100 is -1.
std::string hundredths_text(std::int64_t n) {
    const std::int64_t whole = std::abs(n) / 100, rest = std::abs(n) % 100;
    std::string text = (n < 0 ? "-" : "") + std::to_string(whole);
    if (rest != 0) text += '.' + std::to_string(rest / 10);
    if (rest % 10 != 0) text += std::to_string(rest % 10);
    return text;
}

}  // namespace

std::int64_t shown_hundredths(const Score& score) {
    return score.value->numerator * score.percent_scale() * 100 / score.value->denominator;
}

std::vector<ReportRow> report_rows(const Document& document, const Scoreboard& board) {
    std::vector<ReportRow> rows;
    const Territory& territory = document.territory(board.query.era);
    for (const Indicator& row : indicators())
        for (std::size_t i = 0; i < territory.units.size(); ++i) {
            const Unit& unit = territory.units[i];
            const Score& score = board.score(row.id, static_cast<int>(i));
            if (!has_level(row, unit.level)) continue;
            ReportRow out{std::string{row.name},
                          std::string{id(unit.level)},
                          std::string{id(territory.era)},
                          unit.code,
                          unit.name,
                          {},
                          score.lower_bound ? "yes" : "no",
                          std::to_string(score.undated),
                          std::to_string(score.unlocated),
                          score.quota ? std::to_string(*score.quota) : std::string{},
                          {},
                          std::string{id(score.status)},
                          iso(board.query.as_of),
                          std::string{id(board.query.basis)},
                          document.plan.id};
            if (score.value) {
                const std::int64_t shown = shown_hundredths(score);
                out.value = hundredths_text(shown);
                // From the cut value, so that the columns add up for the reader.
                if (score.quota) out.gap = hundredths_text(100 * std::int64_t{*score.quota} - shown);
            }
            rows.push_back(std::move(out));
        }
    return rows;
}

}  // namespace ocop::app
