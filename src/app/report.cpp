#include "app/report.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/commands.h"
#include "app/report_rows.h"
#include "carto/phrases.h"
#include "data/csv.h"

namespace ocop::app {

namespace {

using namespace domain;

std::string cell(std::string text) {  // of a Markdown table
    for (auto at = text.find('|'); at != std::string::npos; at = text.find('|', at + 2)) text.insert(at, "\\");
    return text;
}

std::string undated(const Score& score) { return score.undated > 0 ? "+" + std::to_string(score.undated) : ""; }

}  // namespace

std::string report_csv(const Document& document, const Scoreboard& board) {
    std::string out = "\xEF\xBB\xBF";
    bool first = true;
    for_columns(ReportRow{}, [&](const char* name, const std::string&, bool) {
        out += (first ? "" : ",") + std::string{name};
        first = false;
    });
    out += "\r\n";
    for (const ReportRow& row : report_rows(document, board)) {
        first = true;
        for_columns(row, [&](const char*, const std::string& text, bool) {
            out += (first ? "" : ",") + data::csv_cell(text);
            first = false;
        });
        out += "\r\n";
    }
    return out;
}

std::string report_json(const Document& document, const Scoreboard& board) {
    nlohmann::ordered_json rows = nlohmann::ordered_json::array();
    for (const ReportRow& row : report_rows(document, board)) {
        nlohmann::ordered_json object;
        for_columns(row, [&](const char* name, const std::string& text, bool number) {
            if (!number)
                object[name] = text;
            else if (text.empty())
                object[name] = nullptr;
            else if (text.find('.') == std::string::npos)
                object[name] = std::stoll(text);
            else
                object[name] = std::stod(text);
        });
        rows.push_back(std::move(object));
    }
    return rows.dump(1);
}

std::string report_markdown(const Document& document, const Scoreboard& board, const core::Words& words) {
    const Territory& territory = document.territory(board.query.era);
    carto::MapSpec spec;
    spec.level = territory.at(Level::district).empty() ? Level::commune : Level::district;
    std::string out = "# " + document.title + "\n\n" + document.plan.id + ": " + document.plan.title + "\n\n" +
                      carto::subtitle(document, board, spec, words) + "\n\n" + carto::completeness_text(board, words) +
                      "\n\n";
    if (!document.watermark.empty()) out += "**" + document.watermark + "**\n\n";
    out += "## " + words["report.standing"] + "\n\n| " + words["report.indicator"] + " | " + words["report.value"] +
           " | " + words["report.status"] + " |\n| --- | ---: | --- |\n";
    for (const carto::Tile& tile : carto::tiles(document, board, words))
        out += "| " + cell(tile.label) + " | " + cell(tile.value) + " | " + cell(tile.status) + " |\n";
    for (const Indicator& row : indicators()) {
        if (document.plan.target(row.id, spec.level, board.query.era) == nullptr) continue;
        spec.indicator = row.id;
        out += "\n## " + words[std::string{"indicator."} + std::string{row.name}] + "\n\n" +
               carto::headline(document, board, spec, words) + "\n\n| " + words["report.place"] + " | " +
               words["report.unit"] + " | " + words["report.value"] + " | " + words["report.undated"] + " | " +
               words["report.status"] + " |\n| ---: | --- | ---: | ---: | --- |\n";
        for (const carto::RankingRow& line : carto::ranking(document, board, spec, words))
            out += "| " + (line.place > 0 ? std::to_string(line.place) : std::string{"–"}) + " | " + cell(line.name) +
                   " | " + cell(line.value) + " | " + undated(board.score(row.id, line.unit)) + " | " +
                   cell(carto::status_text(board.score(row.id, line.unit), words)) + " |\n";
    }
    out += "\n## " + words["report.findings"] + "\n\n";
    for (const std::size_t i : core::listed(document.findings))
        out += "- " + finding_line(document.findings[i], words) + "\n";
    return out;
}

}  // namespace ocop::app
