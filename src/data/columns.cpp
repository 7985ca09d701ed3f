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
    std::set<std::string> sheets;                                          // recognisable names of its sheets
    std::vector<std::string> order;                                        // canonical names as they are listed
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
            if (canonical != "sheet" && canonical != "number") section->order.push_back(canonical);
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

}  // namespace

std::string recognisable(std::string_view text) {
    std::string out;
    for (const char c : core::folded(text)) {
        const bool word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
        out += word ? c : ' ';
    }
    return core::collapsed(out);
}

namespace {
const std::vector<std::string> no_words;

const Section* section_of(std::string_view noun) {
    const auto found = catalogue().sections.find(noun);
    return found == catalogue().sections.end() ? nullptr : &found->second;
}
}  // namespace

std::vector<std::string> nouns() {
    std::vector<std::string> out;
    for (const auto& [name, section] : catalogue().sections)
        if (name.front() != '=') out.push_back(name);
    return out;
}

std::vector<std::string> columns_of(std::string_view noun) {
    const Section* section = section_of(noun);
    return section == nullptr ? std::vector<std::string>{} : section->order;
}

std::optional<std::string> column_of(std::string_view noun, const std::string& recognisable_word) {
    const Section* section = section_of(noun);
    if (section == nullptr) return {};
    const auto found = section->words.find(recognisable_word);
    return found == section->words.end() ? std::nullopt : std::optional{found->second};
}

bool names_sheet(std::string_view noun, std::string_view sheet) {
    const Section* section = section_of(noun);
    return section != nullptr && section->sheets.contains(recognisable(sheet));
}

bool is_noun_column(std::string_view noun, std::string_view column) {
    static const std::map<std::string, std::set<std::string, std::less<>>, std::less<>> key{
        {"products", {"product"}}, {"recognitions", {"product_id", "product"}},
        {"ideas", {"idea"}},       {"organisations", {"organisation"}},
        {"training", {"trained"}}, {"outreach", {"status"}},
        {"projects", {"project"}}, {"coverage", {"complete"}}};
    const auto found = key.find(noun);
    return found != key.end() && found->second.contains(column);
}

const std::vector<std::string>& vietnamese_words() {
    static const std::vector<std::string> words = [] {
        std::set<std::string> found;
        for (const auto& [name, section] : catalogue().sections)
            for (const auto& [canonical, typed] : section.typed)
                for (const std::string& word : typed) {
                    const auto marked = std::count_if(word.begin(), word.end(), [](char c) {
                        return static_cast<unsigned char>(c) >= 0xC0;  // the first byte of a letter beyond ASCII
                    });
                    if (marked >= 2) found.insert(core::lower(word));
                }
        return std::vector<std::string>(found.begin(), found.end());
    }();
    return words;
}

const std::vector<std::string>& values_in(std::string_view list) {
    const auto section = catalogue().sections.find("=" + std::string{list});
    return section == catalogue().sections.end() ? no_words : section->second.order;
}

std::vector<std::string> catalogue_words() {
    std::vector<std::string> all;
    for (const auto& [name, section] : catalogue().sections)
        for (const auto& [canonical, words] : section.typed) all.insert(all.end(), words.begin(), words.end());
    return all;
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
