// Where a table's header is and what its columns mean.
#include <algorithm>
#include <filesystem>

#include "core/text.h"
#include "data/columns.h"

namespace ocop::data {

namespace {

/// One column of a candidate header: what it may be called, the likeliest first, and how a person reads it.
struct Heading {
    std::vector<std::string> words;  // recognisable
    std::string text;
};
using Headings = std::vector<Heading>;

std::string cell_at(const Table& table, std::size_t row, std::size_t column) {
    return column < table.rows[row].size() ? core::collapsed(table.rows[row][column]) : std::string{};
}

Headings one_row(const Table& table, std::size_t row) {
    Headings headings;
    for (std::size_t i = 0; i < table.rows[row].size(); ++i) {
        const std::string text = cell_at(table, row, i);
        headings.push_back({{recognisable(text)}, text});
    }
    return headings;
}

/// A header row under group titles, which stand over several columns: only the first of them holds the title.
Headings two_rows(const Table& table, std::size_t upper) {
    Headings headings;
    std::string group;
    const std::size_t columns = std::max(table.rows[upper].size(), table.rows[upper + 1].size());
    for (std::size_t i = 0; i < columns; ++i) {
        const std::string above = cell_at(table, upper, i), below = cell_at(table, upper + 1, i);
        if (!above.empty() || below.empty()) group = above;
        if (below.empty() || group.empty() || group == below) {
            const std::string text = below.empty() ? above : below;
            headings.push_back({{recognisable(text)}, text});
        } else {
            headings.push_back(
                {{recognisable(below + " " + group), recognisable(group + " " + below), recognisable(below)},
                 group + " – " + below});
        }
    }
    return headings;
}

/// Which one of its word each is, from 1; an empty word is none of several.
std::vector<int> occurrences(const std::vector<std::string>& words) {
    std::map<std::string_view, int> times;
    std::vector<int> out;
    for (const std::string& word : words) out.push_back(word.empty() ? 1 : ++times[word]);
    return out;
}

/// The name of each heading under which a person maps it, recognisable: the second "Tên" is "ten 2".
std::vector<std::string> names(const Headings& headings) {
    std::vector<std::string> words;
    for (const Heading& heading : headings) words.push_back(recognisable(heading.text));
    std::vector<std::string> out = words;
    const std::vector<int> number = occurrences(words);
    for (std::size_t i = 0; i < out.size(); ++i)
        if (number[i] > 1) out[i] += " " + std::to_string(number[i]);
    return out;
}

std::optional<std::string> known(const std::string& noun, const Heading& heading) {
    for (const std::string& word : heading.words)
        if (auto column = column_of(noun, word)) return column;
    return {};
}

struct Match {
    int score = 0;
    Sheet sheet;
};

/// `called`: names() of the headings.
Match match(const Table& table, std::size_t row, const Headings& headings, const std::vector<std::string>& called,
            const std::string& noun, const ColumnMappings& mappings) {
    Match match;
    Sheet& sheet = match.sheet;
    sheet.table = &table;
    sheet.noun = noun;
    sheet.header = row;
    std::vector<std::optional<std::string>> meaning(headings.size());
    // What a person decided comes before what the words seem to say.
    std::vector<bool> aside(headings.size());
    bool decided = false, named = false;
    for (std::size_t i = 0; i < headings.size(); ++i) {
        const ColumnMapping* mapping = mapping_of(mappings, noun, called[i]);
        if (mapping == nullptr) continue;
        aside[i] = mapping->column.empty();
        if (aside[i] || sheet.columns.contains(mapping->column)) continue;
        sheet.columns.emplace(*(meaning[i] = mapping->column), i);
        decided = true;
    }
    for (std::size_t i = 0; i < headings.size(); ++i) {
        sheet.headers.push_back(headings[i].text);
        if (called[i].empty()) continue;
        if (!meaning[i]) {
            const auto column = aside[i] ? std::nullopt : known(noun, headings[i]);
            const auto taken = column ? sheet.columns.find(*column) : sheet.columns.end();
            if (!column || taken != sheet.columns.end()) {
                sheet.unknown.push_back(i);
                if (column) sheet.repeated.emplace(i, taken->second);
                if (aside[i]) sheet.set_aside.push_back(i);
                continue;
            }
            sheet.columns.emplace(*(meaning[i] = column), i);
        }
        named = named || is_noun_column(noun, *meaning[i]);
        match.score += *meaning[i] == "number" ? 0 : 2;
    }
    // A text file is named as a sheet is: "recognitions.csv".
    const std::string name = table.sheet.empty() ? std::filesystem::path{table.file}.stem().string() : table.sheet;
    if (names_sheet(noun, name)) match.score += 5;
    // Products call their number "id"; so a list that has "product_id" beside names is one of recognitions.
    if (const auto id = sheet.columns.find("product_id");
        id != sheet.columns.end() && called[id->second] == "product id")
        ++match.score;
    match.score -= static_cast<int>(sheet.unknown.size());
    if (decided) match.score = std::max(match.score, 2);  // however much else the table holds
    if (sheet.columns.size() < 2 || !named) match.score = 0;
    return match;
}

/// Whether titles stand over a row that has none there, and not only one over all of them.
bool is_lower_of_two(const Table& table, std::size_t row) {
    if (row == 0) return false;
    std::size_t titles = 0, alone = 0;
    for (std::size_t i = 0; i < table.rows[row - 1].size(); ++i) {
        if (cell_at(table, row - 1, i).empty()) continue;
        ++titles;
        alone += cell_at(table, row, i).empty() ? 1 : 0;
    }
    return titles > 1 && alone > 0;
}

}  // namespace

std::optional<Sheet> recognise_hidden(const Table& table, const ColumnMappings& mappings) {
    Match best;
    const std::vector<std::string> all = nouns();
    std::size_t last = std::min<std::size_t>(table.rows.size(), 30);  // titles above a header are few
    const auto consider = [&](std::size_t row, const Headings& headings, bool two) {
        const std::vector<std::string> called = names(headings);
        for (const std::string& noun : all) {
            Match candidate = match(table, row, headings, called, noun, mappings);
            if (two && candidate.score > 0) --candidate.score;  // group titles have to add something
            if (candidate.score <= best.score) continue;
            if (best.score == 0) last = std::min(last, row + 5);  // a header is soon outdone or not at all
            best = std::move(candidate);
            best.sheet.two_rows = two;
        }
    };
    for (std::size_t row = 0; row < last; ++row) {
        consider(row, one_row(table, row), false);
        if (row + 1 < table.rows.size()) consider(row + 1, two_rows(table, row), true);
    }
    if (best.score == 0) return {};
    return best.sheet;
}

std::vector<std::string> mapping_names(const std::vector<std::string>& headers) {
    std::vector<std::string> words, out = headers;
    for (const std::string& header : headers) words.push_back(recognisable(header));
    const std::vector<int> number = occurrences(words);
    for (std::size_t i = 0; i < out.size(); ++i)
        if (number[i] > 1) out[i] += " (" + std::to_string(number[i]) + ")";
    return out;
}

const ColumnMapping* mapping_of(const ColumnMappings& mappings, std::string_view noun, std::string_view name) {
    for (const ColumnMapping& mapping : mappings)
        if (mapping.noun == noun && recognisable(mapping.header) == name) return &mapping;
    return nullptr;
}

Sheet read_as(const Table& table, std::size_t header, const std::string& noun, const ColumnMappings& mappings) {
    const bool two = is_lower_of_two(table, header);
    const Headings headings = two ? two_rows(table, header - 1) : one_row(table, header);
    Sheet sheet = match(table, header, headings, names(headings), noun, mappings).sheet;
    sheet.two_rows = two;
    return sheet;
}

std::optional<Sheet> recognise(const Table& table, const ColumnMappings& mappings) {
    return table.hidden ? std::nullopt : recognise_hidden(table, mappings);
}

bool opens_table(const Table& table, std::size_t row) {
    const std::vector<std::string> all = nouns();
    int words = 0;
    for (const std::string& cell : table.rows[row]) {
        const std::string word = recognisable(cell);
        if (word.empty()) continue;
        // Most rows are no header, and their first cell tells.
        if (std::none_of(all.begin(), all.end(), [&](const std::string& noun) { return column_of(noun, word); }))
            return false;
        ++words;
    }
    if (words < 3) return false;
    const Headings headings = one_row(table, row);
    const std::vector<std::string> called = names(headings);
    return std::any_of(all.begin(), all.end(), [&](const std::string& noun) {
        const Match candidate = match(table, row, headings, called, noun, {});
        return candidate.score > 0 && candidate.sheet.unknown.empty();
    });
}

bool is_error_value(std::string_view cell) {
    if (cell.starts_with("Err:")) return true;
    return cell.size() > 3 && cell.front() == '#' &&
           (cell.back() == '!' || cell == "#N/A" || cell == "#NAME?" || cell == "#GETTING_DATA");
}

std::string Sheet::cell(std::size_t row, const std::string& column) const {
    const auto found = columns.find(column);
    if (found == columns.end() || found->second >= table->rows[row].size()) return {};
    const std::string text = core::collapsed(table->rows[row][found->second]);
    return is_error_value(text) ? std::string{} : text;
}

int Sheet::sheet_column(const std::string& column) const {
    const auto found = columns.find(column);
    return found == columns.end() ? 0 : static_cast<int>(found->second) + 1;
}

std::string Sheet::header_text(std::size_t column) const {
    return column < headers.size() ? headers[column] : std::string{};
}

bool Sheet::has_header(std::size_t column) const {
    return column < headers.size() && !recognisable(headers[column]).empty();
}

}  // namespace ocop::data
