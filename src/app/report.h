#pragma once
// The scoreboard as tables for other programs and for people (formats.md §4, report).
#include <filesystem>
#include <string>

#include "core/words.h"
#include "domain/evaluate.h"

namespace ocop::app {

/// UTF-8 with BOM, comma separated, one row per indicator × unit; an empty value is no data.
std::string report_csv(const domain::Document& document, const domain::Scoreboard& board);
/// The same rows and names as JSON.
std::string report_json(const domain::Document& document, const domain::Scoreboard& board);
/// For people: the plan's standing, the ranking by district, and every row that was not matched.
std::string report_markdown(const domain::Document& document, const domain::Scoreboard& board,
                            const core::Words& words);

/// For people with Excel: the province's standing, the ranking of each planned indicator, the rows of report_csv as
/// numbers, and every row that was not matched. Throws core::Error as data::Workbook does.
void write_report_workbook(const domain::Document& document, const domain::Scoreboard& board, const core::Words& words,
                           const std::filesystem::path& path);

}  // namespace ocop::app
