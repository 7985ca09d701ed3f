#include "data/columns.h"

#include <algorithm>
#include <set>

#include "core/text.h"
#include "embedded/columns.h"

namespace ocop::data {

namespace {

struct Section {
    std::map<std::string, std::string> words;  // recognisable word -> canonical
    std::set<std::string> sheets;              // recognisable names of its sheets
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
            for (const std::string& word : core::split(line.substr(equals + 1), '|')) {
                if (canonical == "sheet")
                    section->sheets.insert(recognisable(word));
                else
                    section->words.emplace(recognisable(word), canonical);
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

Match match(const Table& table, std::size_t row, const std::string& noun, const Section& section) {
    Match match;
    match.sheet = {&table, noun, row, {}, {}};
    bool named = false;
    for (std::size_t i = 0; i < table.rows[row].size(); ++i) {
        const std::string word = recognisable(table.rows[row][i]);
        if (word.empty()) continue;
        const auto found = section.words.find(word);
        if (found == section.words.end() || match.sheet.columns.contains(found->second)) {
            match.sheet.unknown.push_back(core::collapsed(table.rows[row][i]));
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

std::optional<Sheet> recognise(const Table& table) {
    Match best;
    const std::size_t rows = std::min<std::size_t>(table.rows.size(), 30);  // titles above a header are few
    for (std::size_t row = 0; row < rows; ++row)
        for (const auto& [noun, section] : catalogue().sections) {
            if (noun.front() == '=') continue;
            if (Match candidate = match(table, row, noun, section); candidate.score > best.score)
                best = std::move(candidate);
        }
    if (best.score == 0) return {};
    return best.sheet;
}

std::optional<std::string> value_of(std::string_view list, std::string_view text) {
    const auto section = catalogue().sections.find("=" + std::string{list});
    if (section == catalogue().sections.end()) return {};
    const auto found = section->second.words.find(recognisable(text));
    if (found == section->second.words.end()) return {};
    return found->second;
}

}  // namespace ocop::data
