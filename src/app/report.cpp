#include "app/report.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>

#include "app/commands.h"
#include "carto/phrases.h"

namespace ocop::app {

namespace {

using namespace domain;

/// A number of hundredths, without zeros at its end: 8333 is 83.33, 6250 is 62.5, -100 is -1.
std::string hundredths_text(std::int64_t n) {
    const std::int64_t whole = std::abs(n) / 100, rest = std::abs(n) % 100;
    std::string text = (n < 0 ? "-" : "") + std::to_string(whole);
    if (rest != 0) text += '.' + std::to_string(rest / 10);
    if (rest % 10 != 0) text += std::to_string(rest % 10);
    return text;
}

/// Counts as they are; shares in per cent, means and rates with two decimals: cut, so that 100 is really reached.
std::int64_t hundredths(const Value& value, int scale) { return value.numerator * scale * 100 / value.denominator; }

struct ReportRow {
    std::string indicator, level, era, code, unit, value, lower_bound, undated, unlocated, quota, gap, status, as_of,
        basis, plan;
};

std::vector<ReportRow> rows_of(const Document& document, const Scoreboard& board) {
    std::vector<ReportRow> rows;
    const Territory& territory = document.territory(board.query.era);
    for (const Indicator& row : indicators())
        for (std::size_t i = 0; i < territory.units.size(); ++i) {
            const Unit& unit = territory.units[i];
            const Score& score = board.score(row.id, static_cast<int>(i));
            if (score.status == Status::not_applicable) continue;
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
                const std::int64_t shown = hundredths(*score.value, score.percent_scale());
                out.value = hundredths_text(shown);
                // From the cut value, so that the columns add up for the reader.
                if (score.quota) out.gap = hundredths_text(100 * std::int64_t{*score.quota} - shown);
            }
            rows.push_back(std::move(out));
        }
    return rows;
}

template <class Use>
void for_columns(const ReportRow& row, Use use) {
    use("indicator", row.indicator, false);
    use("level", row.level, false);
    use("era", row.era, false);
    use("code", row.code, false);
    use("unit", row.unit, false);
    use("value", row.value, true);
    use("lower_bound", row.lower_bound, false);
    use("undated", row.undated, true);
    use("unlocated", row.unlocated, true);
    use("quota", row.quota, true);
    use("gap", row.gap, true);
    use("status", row.status, false);
    use("as_of", row.as_of, false);
    use("basis", row.basis, false);
    use("plan", row.plan, false);
}

std::string quoted(const std::string& text) {
    if (text.find_first_of(",\"\n") == std::string::npos) return text;
    std::string out = "\"";
    for (const char c : text) out += c == '"' ? std::string{"\"\""} : std::string{c};
    return out + '"';
}

std::string cell(std::string text) {  // of a Markdown table
    for (auto at = text.find('|'); at != std::string::npos; at = text.find('|', at + 2)) text.insert(at, "\\");
    return text;
}

}  // namespace

std::string report_csv(const Document& document, const Scoreboard& board) {
    std::string out = "\xEF\xBB\xBF";
    bool first = true;
    for_columns(ReportRow{}, [&](const char* name, const std::string&, bool) {
        out += (first ? "" : ",") + std::string{name};
        first = false;
    });
    out += "\r\n";
    for (const ReportRow& row : rows_of(document, board)) {
        first = true;
        for_columns(row, [&](const char*, const std::string& text, bool) {
            out += (first ? "" : ",") + quoted(text);
            first = false;
        });
        out += "\r\n";
    }
    return out;
}

std::string report_json(const Document& document, const Scoreboard& board) {
    nlohmann::ordered_json rows = nlohmann::ordered_json::array();
    for (const ReportRow& row : rows_of(document, board)) {
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
               words["report.unit"] + " | " + words["report.value"] + " | " + words["report.status"] +
               " |\n| ---: | --- | ---: | --- |\n";
        for (const carto::RankingRow& line : carto::ranking(document, board, spec, words))
            out += "| " + (line.place > 0 ? std::to_string(line.place) : std::string{"–"}) + " | " + cell(line.name) +
                   " | " + cell(line.value) + " | " + cell(carto::status_text(board.score(row.id, line.unit), words)) +
                   " |\n";
    }
    out += "\n## " + words["report.findings"] + "\n\n";
    for (const core::Finding& finding : document.findings) out += "- " + finding_line(finding, words) + "\n";
    return out;
}

void write_text(const std::filesystem::path& path, const std::string& text) {
    const std::filesystem::path half = path.string() + ".part";
    std::error_code error;
    {
        std::ofstream file{half, std::ios::binary};
        file << text;
        file.flush();
        if (!file) {
            file.close();
            std::filesystem::remove(half, error);
            throw core::Error("error.cannot_write", {path.string()});
        }
    }
    std::filesystem::rename(half, path, error);
    if (!error) return;
    const std::string reason = error.message();
    std::filesystem::remove(half, error);
    throw core::Error("error.cannot_write", {path.string(), reason});
}

}  // namespace ocop::app
