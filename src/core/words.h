#pragma once
// Every word that a person reads comes from one catalogue per language: words_vi.txt, words_en.txt.
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/error.h"

namespace ocop::core {

enum class Language { vietnamese, english };

/// The catalogue of one language. Lines are `key = text`; `#` opens a comment; `\n` in a text breaks the line.
class Words {
public:
    explicit Words(Language language);

    Language language() const noexcept { return language_; }
    /// The text of a key; the key itself when the catalogue lacks it (a test forbids that).
    const std::string& operator[](std::string_view key) const;
    /// A text with {0}, {1}, ... filled in.
    std::string say(std::string_view key, const std::vector<std::string>& args = {}) const;
    std::string say(const Message& message) const { return say(message.key, message.args); }
    bool has(std::string_view key) const;
    std::vector<std::string> keys() const;

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    Language language_;
    std::unordered_map<std::string, std::string, Hash, std::equal_to<>> texts_;
    mutable std::unordered_map<std::string, std::string, Hash, std::equal_to<>> missing_;
};

/// The built-in catalogue file of a language, as written.
std::string_view catalogue(Language language);

}  // namespace ocop::core
