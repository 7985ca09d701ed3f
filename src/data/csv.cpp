#include "data/csv.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/error.h"

namespace ocop::data {

namespace {

char separator_of(std::string_view text) {
    constexpr std::array candidates{',', ';', '\t'};
    struct Use {
        int lines = 0, in_all = 0;
        bool here = false;
        auto operator<=>(const Use&) const = default;
    };
    std::array<Use, 3> uses{};
    bool quoted = false;
    int lines = 0;
    for (const char c : text) {
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if (c == '\n') {
            for (Use& use : uses) use.lines += std::exchange(use.here, false) ? 1 : 0;
            if (++lines == 20) break;
        }
        for (std::size_t i = 0; i < candidates.size(); ++i)
            if (c == candidates[i]) {
                uses[i].here = true;
                ++uses[i].in_all;
            }
    }
    for (Use& use : uses) use.lines += std::exchange(use.here, false) ? 1 : 0;
    return candidates[static_cast<std::size_t>(std::max_element(uses.begin(), uses.end()) - uses.begin())];
}

}  // namespace

std::vector<std::vector<std::string>> parse_csv(std::string_view text, const std::string& file) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    std::string with_line_feeds;
    if (text.find('\n') == std::string_view::npos && text.find('\r') != std::string_view::npos) {
        with_line_feeds = text;  // "CSV (Macintosh)" ends its lines with CR alone
        std::replace(with_line_feeds.begin(), with_line_feeds.end(), '\r', '\n');
        text = with_line_feeds;
    }
    const char separator = separator_of(text);
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> row;
    std::string cell;
    bool quoted = false, begun = false;
    std::size_t opened = 0;  // row of the last opening quote
    const auto refuse = [&] { throw core::Error("error.csv_quote", {file, std::to_string(opened)}); };
    const auto end_cell = [&] {
        row.push_back(std::move(cell));
        cell.clear();
        begun = false;
    };
    const auto end_row = [&] {
        end_cell();
        rows.push_back(std::move(row));
        row.clear();
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted) {
            if (c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
                cell += '"';
                ++i;
            } else if (c == '"') {
                quoted = false;
                // Text right after it: this quote opens a cell, and an earlier one was never closed.
                const char after = i + 1 < text.size() ? text[i + 1] : '\n';
                if (after != separator && after != '\r' && after != '\n') refuse();
            } else {
                cell += c;
            }
        } else if (c == '"' && !begun) {
            quoted = begun = true;
            opened = rows.size() + 1;
        } else if (c == separator) {
            end_cell();
        } else if (c == '\n') {
            end_row();
        } else if (c != '\r' || (i + 1 < text.size() && text[i + 1] != '\n')) {
            cell += c == '\r' ? '\n' : c;
            begun = true;
        }
    }
    if (quoted) refuse();
    if (!cell.empty() || !row.empty()) end_row();
    return rows;
}

std::string csv_cell(const std::string& text) {
    if (text.find_first_of(",\"\n\r") == std::string::npos) return text;
    std::string out = "\"";
    for (const char c : text) out += c == '"' ? std::string{"\"\""} : std::string{c};
    return out + '"';
}

}  // namespace ocop::data
