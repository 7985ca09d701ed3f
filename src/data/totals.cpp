#include "data/totals.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

#include "core/text.h"
#include "data/numbers.h"
#include "data/xml.h"

namespace ocop::data {

namespace {

/// The records between two rows.
using Span = std::vector<std::size_t>;

class Totals {
public:
    Totals(const Sheet& sheet, const RowKinds& kinds) : sheet_{sheet}, kinds_{kinds} {}

    void check(std::size_t row, core::Findings& findings) const {
        const std::vector<Span> spans = spans_of(row);
        if (spans.empty()) return;
        const auto& cells = sheet_.table->rows[row];
        for (std::size_t column = 0; column < cells.size(); ++column) {
            const auto said = figure(row, column);
            if (!said || is_no_sum(column)) continue;
            std::optional<double> closest;
            bool agrees = false;
            for (const Span& span : spans)
                for (const double value : values(span, column)) {
                    agrees = agrees || std::abs(value - *said) < 0.005 * std::max(1.0, std::abs(*said) / 1000);
                    if (!closest) closest = value;
                }
            if (agrees || !closest) continue;
            std::string name = sheet_.header_text(column);
            findings.push_back(
                {core::Severity::warning,
                 {sheet_.table->file, sheet_.table->sheet, sheet_.sheet_row(row), static_cast<int>(column) + 1},
                 {"finding.total_disagrees", {name, number_text(*said), number_text(*closest)}}});
        }
    }

private:
    const std::string* name_of(std::size_t column) const {
        for (const auto& [name, index] : sheet_.columns)
            if (index == column) return &name;
        return nullptr;
    }

    /// The number of a cell, or the one in "Tổng cộng: 54 sản phẩm" and in "(5 sản phẩm)".
    std::optional<double> figure(std::size_t row, std::size_t column) const {
        std::string text = core::collapsed(sheet_.table->rows[row][column]);
        if (text.empty() || text.find('%') != std::string::npos) return {};
        if (const auto number = number_of(text)) {
            const auto text_of = leading_text(sheet_, row);  // the running number before it counts the sections
            return text_of && !text_of->marker.empty() && column < text_of->column ? std::nullopt : number;
        }
        if (const auto at = text.find_last_of(":("); at != std::string::npos)
            text = core::collapsed(text.substr(at + 1));
        if (text.ends_with(')')) text.pop_back();
        const auto space = text.find(' ');
        if (space != std::string::npos && !value_of("unit", text.substr(space))) return {};
        return number_of(text.substr(0, space));
    }

    /// Columns whose figures are nobody's sum: shares, points, dates, codes.
    bool is_no_sum(std::size_t column) const {
        if (const std::string* name = name_of(column))
            for (const char* other :
                 {"id", "product_id", "district_code", "commune_code", "round", "decision", "recognised_on",
                  "expires_on", "supported_on", "strengthened_on", "as_of", "date", "from", "to", "contact", "step"})
                if (*name == other) return true;
        const std::string header = recognisable(sheet_.header_text(column));
        return sheet_.header_text(column).find('%') != std::string::npos || header.starts_with("ty le") ||
               header.find("diem") != std::string::npos || header.find("binh quan") != std::string::npos;
    }

    /// The rows that a figure may speak of, the likeliest first: those since the last section or total, all above, all
    /// below it up to the next section, all of the sheet.
    std::vector<Span> spans_of(std::size_t row) const {
        Span since, above, until, all;
        bool open = true;
        for (std::size_t i = sheet_.header + 1; i < kinds_.size(); ++i) {
            const bool boundary = kinds_[i] == RowKind::section || kinds_[i] == RowKind::total;
            if (i < row && boundary) since.clear();
            if (i > row && boundary) open = false;
            if (kinds_[i] != RowKind::record) continue;
            all.push_back(i);
            if (i < row) since.push_back(i), above.push_back(i);
            if (i > row && open) until.push_back(i);
        }
        std::vector<Span> spans;
        const auto text = leading_text(sheet_, row);
        if (!text) return spans;
        const bool section = kinds_[row] == RowKind::section;
        const std::string word = recognisable(sheet_.table->rows[row][text->column]);
        const bool grand = word.starts_with("tong cong") || word.starts_with("tong so");
        const bool named = word.starts_with("cong ") || (word.starts_with("tong ") && !grand);  // "Cộng huyện An Biên"
        std::vector<Span> order = section         ? std::vector{until, all}
                                  : since.empty() ? std::vector{above, until, all}
                                  : grand         ? std::vector{above, all, since}
                                  : named         ? std::vector<Span>{since}
                                                  : std::vector{since, above};
        for (Span& span : order) {
            std::erase_if(span, [&](std::size_t record) { return !one_role(row, *text, record); });
            if (!span.empty()) spans.push_back(span);
        }
        return spans;
    }

    /// "Tổng cộng | cán bộ | 20" is no sum of the rows of leaders.
    bool one_role(std::size_t total, const RowText& text, std::size_t record) const {
        const std::string wanted = sheet_.cell(total, "role"), role = sheet_.cell(record, "role");
        if (wanted.empty() || sheet_.columns.at("role") == text.column) return true;
        return value_of("role", wanted).value_or(recognisable(wanted)) ==
               value_of("role", role).value_or(recognisable(role));
    }

    /// What a span gives for a column: its sum where it holds numbers; elsewhere how many rows, and how many different
    /// texts. Both for stars.
    std::vector<double> values(const Span& span, std::size_t column) const {
        double sum = 0;
        bool numbers = true, any = false;
        std::set<std::string> different;
        for (const std::size_t row : span) {
            const auto& cells = sheet_.table->rows[row];
            const std::string text = column < cells.size() ? core::collapsed(cells[column]) : std::string{};
            if (text.empty() || sheet_.table->repeated.contains({row, column})) continue;
            different.insert(core::tone_key(text));
            const auto value = number_of(text);
            numbers = numbers && value;
            any = any || value;
            sum += value.value_or(0);
        }
        const std::string* name = name_of(column);
        const std::string noun_column = name == nullptr ? std::string{} : *name;
        const bool counts = noun_column == "stars" || noun_column == "number" || !numbers || !any;
        std::vector<double> values;
        if (!counts) return {sum};
        values.push_back(static_cast<double>(span.size()));
        values.push_back(static_cast<double>(different.size()));
        if (noun_column == "stars" && numbers) values.push_back(sum);
        return values;
    }

    const Sheet& sheet_;
    const RowKinds& kinds_;
};

}  // namespace

void check_totals(const Sheet& sheet, const RowKinds& kinds, core::Findings& findings) {
    const Totals totals{sheet, kinds};
    for (std::size_t i = sheet.header + 1; i < kinds.size(); ++i)
        if (kinds[i] == RowKind::total || kinds[i] == RowKind::section) totals.check(i, findings);
}

}  // namespace ocop::data
