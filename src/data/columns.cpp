#include "data/columns.h"

#include <algorithm>
#include <set>

#include "core/text.h"
#include "embedded/columns.h"

namespace ocop::data {

namespace {

struct Section {
    std::map<std::string, std::string> words;                              // recognisable word -> canonical
    std::map<std::string, std::vector<std::string>, std::less<>> by_name;  // canonical -> its words
    std::map<std::string, std::vector<std::string>, std::less<>> typed;    // the same as written
    std::vector<std::string> order;                                        // canonical, as the file lists them
    std::set<std::string> sheets;                                          // recognisable names of its sheets
};

struct Catalogue {
    std::map<std::string, Section, std::less<>> sections;

    Catalogue() {
        Section* section = nullptr;
        for (const std::string& raw : core::split(embedded::columns, '\n')) {
            const std::string line = core::collapsed(raw);
            if (line.empty() || line.front() == '#') continue;
            if (line.front() == '[') {
                section = &sections[line.substr(1, line.size() - 2)];
                continue;
            }
            const auto equals = line.find('=');
            const std::string canonical = core::collapsed(line.substr(0, equals));
            section->order.push_back(canonical);
            for (const std::string& word : core::split(line.substr(equals + 1), '|')) {
                if (canonical == "sheet") {
                    section->sheets.insert(recognisable(word));
                    section->typed[canonical].push_back(core::collapsed(word));
                } else {
                    section->words.emplace(recognisable(word), canonical);
                    section->by_name[canonical].push_back(recognisable(word));
                    section->typed[canonical].push_back(core::collapsed(word));
                }
            }
        }
    }
};

const Catalogue& catalogue() {
    static const Catalogue built;
    return built;
}

/// What makes a sheet one of a noun: its own name column.
bool is_noun_column(const std::string& noun, const std::string& column) {
    static const std::map<std::string, std::set<std::string>> key{
        {"products", {"product"}}, {"recognitions", {"product_id", "product"}},
        {"ideas", {"idea"}},       {"organisations", {"organisation"}},
        {"training", {"trained"}}, {"outreach", {"status"}},
        {"projects", {"project"}}, {"coverage", {"complete"}}};
    return key.at(noun).contains(column);
}

struct Match {
    int score = 0;
    Sheet sheet;
};

/// `words`: the recognisable texts of the row's cells.
Match match(const Table& table, std::size_t row, const std::vector<std::string>& words, const std::string& noun,
            const Section& section) {
    Match match;
    match.sheet = {&table, noun, row, {}, {}, {}};
    bool named = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i].empty()) continue;
        const auto found = section.words.find(words[i]);
        if (found == section.words.end() || match.sheet.columns.contains(found->second)) {
            match.sheet.unknown.push_back(i);
            if (found != section.words.end()) match.sheet.repeated.emplace(i, match.sheet.columns.at(found->second));
            continue;
        }
        match.sheet.columns.emplace(found->second, i);
        named = named || is_noun_column(noun, found->second);
        match.score += found->second == "number" ? 0 : 2;
    }
    if (section.sheets.contains(recognisable(table.sheet))) match.score += 5;
    match.score -= static_cast<int>(match.sheet.unknown.size());
    if (match.sheet.columns.size() < 2 || !named) match.score = 0;
    return match;
}

}  // namespace

std::string recognisable(std::string_view text) {
    std::string out;
    for (const char c : core::folded(text)) {
        const bool word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
        out += word ? c : ' ';
    }
    return core::collapsed(out);
}

std::string Sheet::cell(std::size_t row, const std::string& column) const {
    const auto found = columns.find(column);
    if (found == columns.end() || found->second >= table->rows[row].size()) return {};
    return core::collapsed(table->rows[row][found->second]);
}

int Sheet::sheet_column(const std::string& column) const {
    const auto found = columns.find(column);
    return found == columns.end() ? 0 : static_cast<int>(found->second) + 1;
}

std::string Sheet::header_text(std::size_t column) const { return core::collapsed(table->rows[header][column]); }

std::optional<Sheet> recognise(const Table& table) {
    Match best;
    std::size_t last = std::min<std::size_t>(table.rows.size(), 30);  // titles above a header are few
    for (std::size_t row = 0; row < last; ++row) {
        std::vector<std::string> words;
        for (const std::string& cell : table.rows[row]) words.push_back(recognisable(cell));
        for (const auto& [noun, section] : catalogue().sections) {
            if (noun.front() == '=') continue;
            if (Match candidate = match(table, row, words, noun, section); candidate.score > best.score) {
                if (best.score == 0) last = std::min(last, row + 5);  // a header is soon outdone or not at all
                best = std::move(candidate);
            }
        }
    }
    if (best.score == 0) return {};
    return best.sheet;
}

bool Sheet::has_header(std::size_t column) const {
    return column < table->rows[header].size() && !recognisable(table->rows[header][column]).empty();
}

namespace {
const std::vector<std::string> no_words;
}

const std::vector<std::string>& values_in(std::string_view list) {
    const auto section = catalogue().sections.find("=" + std::string{list});
    return section == catalogue().sections.end() ? no_words : section->second.order;
}

const std::vector<std::string>& words_of_noun(std::string_view noun, std::string_view column) {
    const auto section = catalogue().sections.find(noun);
    if (section == catalogue().sections.end()) return no_words;
    const auto found = section->second.typed.find(column);
    return found == section->second.typed.end() ? no_words : found->second;
}

const std::vector<std::string>& words_of(std::string_view list, std::string_view value) {
    const auto section = catalogue().sections.find("=" + std::string{list});
    if (section == catalogue().sections.end()) return no_words;
    const auto found = section->second.by_name.find(value);
    return found == section->second.by_name.end() ? no_words : found->second;
}

std::optional<std::string> value_of(std::string_view list, std::string_view text) {
    const auto section = catalogue().sections.find("=" + std::string{list});
    if (section == catalogue().sections.end()) return {};
    const auto found = section->second.words.find(recognisable(text));
    if (found == section->second.words.end()) return {};
    return found->second;
}

}  // namespace ocop::data
