// The report as an Excel workbook: what people read first, then the scoreboard, row by row as the CSV has it.
#include <algorithm>

#include "app/commands.h"
#include "app/report.h"
#include "app/report_rows.h"
#include "carto/palette.h"
#include "carto/phrases.h"
#include "core/text.h"
#include "data/workbook.h"

namespace ocop::app {

namespace {

using namespace domain;

std::uint32_t colour(carto::Colour c) { return static_cast<std::uint32_t>(c.r << 16 | c.g << 8 | c.b); }

/// A number's pattern: whole numbers without decimals, "≥ " before a lower bound, per cent behind.
std::string pattern(std::int64_t hundredths, bool percent, const std::string& before = {}) {
    std::string digits = (before.empty() ? "" : "\"" + before + "\"") + (hundredths % 100 == 0 ? "#,##0" : "#,##0.00");
    return percent ? digits + "\" %\"" : digits;
}

std::string joined(std::string text, const std::string& part) { return text.empty() ? part : text + " · " + part; }

class ReportWorkbook {
public:
    ReportWorkbook(const Document& document, const Scoreboard& board, const core::Words& words,
                   const std::filesystem::path& path)
        : document_{document}, board_{board}, words_{words}, book_{path, board.query.as_of} {}

    void write() {
        standing();
        ranking();
        scores();
        findings();
        book_.save();
    }

private:
    const std::string& word(const char* key) const { return words_[key]; }

    /// What every picture of the document says above and below; the row after it.
    int put_title(data::Worksheet& sheet, const std::string& title) const {
        carto::MapSpec spec;
        spec.level = level();
        int row = 0;
        sheet.text(row++, 0, title + " · " + document_.title, data::Look::title);
        if (!document_.watermark.empty()) sheet.text(row++, 0, document_.watermark, data::Look::title);
        sheet.text(row++, 0, document_.plan.id + ": " + document_.plan.title, data::Look::quiet);
        sheet.text(row++, 0,
                   carto::subtitle(document_, board_, spec, words_) + " · " + carto::completeness_text(board_, words_),
                   data::Look::quiet);
        sheet.text(row++, 0, document_.source, data::Look::quiet);
        return row;
    }

    void put_foot(data::Worksheet& sheet) const {
        const std::string& disclaimer = word("footer.disclaimer");
        const bool fits = document_.watermark.size() + disclaimer.size() < 200;  // Excel takes 255 letters
        sheet.print_with(fits && !document_.watermark.empty() ? document_.watermark + " · " + disclaimer : disclaimer);
    }

    /// The units that the plan's targets are ranked by: districts, where there are any.
    Level level() const {
        return document_.territory(board_.query.era).at(Level::district).empty() ? Level::commune : Level::district;
    }

    bool planned(IndicatorId id, Level at) const {
        const auto& targets = document_.plan.targets;
        return std::any_of(targets.begin(), targets.end(), [&](const Target& target) {
            return target.indicator == id && (at == Level::province || target.level == at);
        });
    }

    std::string status_word(std::string_view status) const {
        if (status == id(Status::below)) return word("tile.below_short");
        if (status == id(Status::severe)) return word("report.severe");
        if (status == id(Status::not_applicable)) return words_["status.none"];
        return words_["status." + std::string{status}];
    }

    /// Value, quota, per cent, gap, status and remarks, from a column on.
    void put_score(data::Worksheet& sheet, int row, int column, IndicatorId which, const Score& score) const {
        const bool percent = indicator(which).measure == Measure::percent;
        if (score.value) {
            const std::int64_t shown = shown_hundredths(score);
            sheet.number(row, column, static_cast<double>(shown) / 100,
                         pattern(shown, percent, score.lower_bound ? "≥ " : ""));
            if (const auto of_quota = score.percent_of_quota())
                sheet.number(row, column + 2, *of_quota, pattern(0, true, score.lower_bound ? "≥ " : ""));
            if (score.quota) {
                const std::int64_t gap = 100 * std::int64_t{*score.quota} - shown;
                sheet.number(row, column + 3, static_cast<double>(gap) / 100,
                             pattern(gap, percent, gap > 0 && carto::gap_is_at_most(score) ? "≤ " : ""));
            }
        }
        if (score.quota)
            sheet.number(row, column + 1, *score.quota, pattern(0, percent, score.bound == Bound::about ? "≈ " : ""));
        sheet.text(row, column + 4, status_word(id(score.status)));
        std::string remark;
        if (score.lower_bound) remark = joined(remark, word("subtitle.listed"));
        if (score.undated > 0) remark = joined(remark, words_.say("ui.undated", {std::to_string(score.undated)}));
        if (score.unlocated > 0) remark = joined(remark, words_.say("ui.unlocated", {std::to_string(score.unlocated)}));
        sheet.text(row, column + 5, remark, data::Look::wrapped);
    }

    /// Brown below, blue met (cartography.md C-4); the word stands in the cell.
    void paint(data::Worksheet& sheet, int first_row, int last_row, int status_column) const {
        if (last_row < first_row) return;
        const std::uint32_t ink = colour(carto::ink);
        const std::pair<Status, carto::Colour> fills[] = {
            {Status::met, carto::kg_gap5[3]}, {Status::below, carto::kg_gap5[2]}, {Status::severe, carto::kg_gap5[1]}};
        for (const auto& [status, fill] : fills)
            sheet.paint_where({first_row, status_column, last_row, status_column},
                              "$" + data::column_letters(status_column) + std::to_string(first_row + 1) + "=\"" +
                                  status_word(id(status)) + "\"",
                              {colour(fill), ink});
    }

    void standing() {
        data::Worksheet& sheet = book_.add(word("report.sheet.standing"));
        const int header = put_title(sheet, word("report.standing"));
        widths(sheet, {38, 12, 12, 12, 12, 20}, {1, 2, 3, 4});
        sheet.column(6, 60, data::Look::wrapped);
        int row = header;
        for (const Indicator& each : indicators()) {
            if (!planned(each.id, Level::province)) continue;
            const Score& score = board_.score(each.id, 0);
            if (score.status == Status::not_applicable) continue;
            ++row;
            sheet.text(row, 0, words_["indicator." + std::string{each.name}]);
            put_score(sheet, row, 1, each.id, score);
        }
        headings(sheet, header, {"indicator", "value", "quota", "percent", "gap", "status", "remark"}, row, 1);
        paint(sheet, header + 1, row, 5);
        put_foot(sheet);
    }

    void ranking() {
        data::Worksheet& sheet = book_.add(word("report.sheet.ranking"));
        const int header = put_title(sheet, word("ranking.title"));
        widths(sheet, {36, 7, 8, 20, 12, 12, 12, 12, 20}, {1, 4, 5, 6, 7});
        sheet.column(9, 48, data::Look::wrapped);
        carto::MapSpec spec;
        spec.level = level();
        const Territory& territory = document_.territory(board_.query.era);
        int row = header;
        for (const Indicator& each : indicators()) {
            if (!planned(each.id, spec.level)) continue;
            spec.indicator = each.id;
            for (const carto::RankingRow& line : carto::ranking(document_, board_, spec, words_)) {
                const Score& score = board_.score(each.id, line.unit);
                ++row;
                sheet.text(row, 0, words_["indicator." + std::string{each.name}]);
                if (score.value) sheet.number(row, 1, line.place);
                sheet.text(row, 2, territory.units[static_cast<std::size_t>(line.unit)].code, data::Look::code);
                sheet.text(row, 3, line.name);
                put_score(sheet, row, 4, each.id, score);
            }
        }
        headings(sheet, header,
                 {"indicator", "place", "code", "unit", "value", "quota", "percent", "gap", "status", "remark"}, row,
                 4);
        paint(sheet, header + 1, row, 8);
        put_foot(sheet);
    }

    /// What a column of report_csv says, for a person; figures stay figures.
    std::string shown(const std::string& column, const std::string& text) const {
        if (column == "indicator" || column == "basis") return words_[column + "." + text];
        if (column == "level") return core::capitalised(words_["level." + text]);
        if (column == "lower_bound") return text == "yes" ? word("subtitle.listed") : std::string{};
        if (column == "status") return status_word(text);
        return text;
    }

    /// The rows and columns of report_csv, numbers as numbers.
    void scores() {
        data::Worksheet& sheet = book_.add(word("report.sheet.scores"));
        std::vector<std::string> keys;
        for_columns(ReportRow{}, [&](const char* name, const std::string&, bool) { keys.emplace_back(name); });
        const int header = put_title(sheet, word("report.sheet.scores"));
        widths(sheet, {28, 7, 9, 8, 17, 10, 19, 9, 9, 9, 12, 17, 12, 18, 12}, {5, 7, 8, 9, 10});
        int row = header;
        for (const ReportRow& each : report_rows(document_, board_)) {
            ++row;
            const bool percent = indicator(*indicator_from(each.indicator)).measure == Measure::percent;
            int column = 0;
            for_columns(each, [&](const std::string& name, const std::string& text, bool number) {
                const bool figure = name == "value" || name == "gap" || name == "quota";
                const bool least = name == "value" && each.lower_bound == "yes";
                const std::int64_t hundredths = text.find('.') == std::string::npos ? 0 : 1;
                if (number && !text.empty())
                    sheet.number(row, column, std::stod(text),
                                 pattern(hundredths, percent && figure, least ? "≥ " : ""));
                else if (name == "as_of")
                    sheet.date(row, column, board_.query.as_of);
                else
                    sheet.text(row, column, shown(name, text),
                               name == "code" || name == "era" ? data::Look::code : data::Look::text);
                ++column;
            });
        }
        headings(sheet, header, keys, row, 5);
        paint(sheet, header + 1, row, 11);
        put_foot(sheet);
    }

    void findings() {
        data::Worksheet& sheet = book_.add(word("report.sheet.findings"));
        const int header = put_title(sheet, word("report.findings"));
        widths(sheet, {12, 26, 18, 8, 8}, {3, 4});
        sheet.column(5, 100, data::Look::wrapped);
        int row = header;
        for (const std::size_t i : core::listed(document_.findings)) {
            const core::Finding& finding = document_.findings[i];
            ++row;
            sheet.text(row, 0, words_["severity." + std::string{id(finding.severity)}]);
            sheet.text(row, 1, std::filesystem::path{finding.where.file}.filename().string());
            sheet.text(row, 2, finding.where.sheet);
            if (finding.where.row > 0) sheet.number(row, 3, finding.where.row);
            if (finding.where.column > 0) sheet.number(row, 4, finding.where.column);
            sheet.text(row, 5, words_.say(finding.what), data::Look::wrapped);
        }
        if (document_.findings.empty()) sheet.text(++row, 0, word("report.no_findings"));
        headings(sheet, header, {"severity", "file", "in_sheet", "row", "column", "finding"}, row, 0);
        put_foot(sheet);
    }

    /// Widths in letters, and which columns hold figures.
    static void widths(data::Worksheet& sheet, const std::vector<double>& letters, const std::vector<int>& figures) {
        for (int i = 0; i < static_cast<int>(letters.size()); ++i) {
            const bool figure = std::find(figures.begin(), figures.end(), i) != figures.end();
            sheet.column(i, letters[static_cast<std::size_t>(i)], figure ? data::Look::figure : data::Look::text);
        }
    }

    void headings(data::Worksheet& sheet, int row, const std::vector<std::string>& keys, int last_row,
                  int frozen) const {
        std::vector<std::string> names;
        for (const std::string& key : keys) names.push_back(words_["report." + key]);
        sheet.headings(row, names, last_row, frozen);
    }

    const Document& document_;
    const Scoreboard& board_;
    const core::Words& words_;
    data::Workbook book_;
};

}  // namespace

void write_report_workbook(const Document& document, const Scoreboard& board, const core::Words& words,
                           const std::filesystem::path& path) {
    ReportWorkbook{document, board, words, path}.write();
}

}  // namespace ocop::app
