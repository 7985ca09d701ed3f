#include "core/words.h"

#include "embedded/words_en.h"
#include "embedded/words_vi.h"

namespace ocop::core {

namespace {
std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::string with_line_breaks(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size() && text[i + 1] == 'n') {
            out += '\n';
            ++i;
        } else {
            out += text[i];
        }
    }
    return out;
}
}  // namespace

std::string_view catalogue(Language language) {
    return language == Language::vietnamese ? embedded::words_vi : embedded::words_en;
}

Words::Words(Language language) : language_{language} {
    std::string_view rest = catalogue(language);
    while (!rest.empty()) {
        const auto end = rest.find('\n');
        const std::string_view line = trimmed(rest.substr(0, end));
        rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
        if (line.empty() || line.front() == '#') continue;
        const auto equals = line.find('=');
        if (equals == std::string_view::npos) continue;
        texts_.insert_or_assign(std::string{trimmed(line.substr(0, equals))},
                                with_line_breaks(trimmed(line.substr(equals + 1))));
    }
}

bool Words::has(std::string_view key) const { return texts_.find(key) != texts_.end(); }

const std::string& Words::operator[](std::string_view key) const {
    if (const auto found = texts_.find(key); found != texts_.end()) return found->second;
    return missing_.try_emplace(std::string{key}, key).first->second;
}

std::string Words::say(std::string_view key, const std::vector<std::string>& args) const {
    const std::string& text = (*this)[key];
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '{' && i + 2 < text.size() && text[i + 2] == '}' && text[i + 1] >= '0' && text[i + 1] <= '9') {
            const auto index = static_cast<std::size_t>(text[i + 1] - '0');
            if (index < args.size()) out += args[index];
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out;
}

std::vector<std::string> Words::keys() const {
    std::vector<std::string> out;
    out.reserve(texts_.size());
    for (const auto& [key, text] : texts_) out.push_back(key);
    return out;
}

}  // namespace ocop::core
