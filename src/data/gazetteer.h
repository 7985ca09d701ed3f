#pragma once
// The syllables that registers are full of: by them a column's encoding is told (J-8).
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>

#include "domain/unit.h"

namespace ocop::data {

class Gazetteer {
public:
    /// The syllables of all unit names, of the words of columns.txt, and of the commonest products and producers.
    explicit Gazetteer(const std::map<domain::Era, domain::Territory>& territories);

    /// Whether a word is known, in any case and tone placement. `word`: without spaces.
    bool knows(std::string_view word) const;

private:
    void add(std::string_view text);
    std::unordered_set<std::string> keys_;
};

/// Without any unit: what can be asked before a map is read. Made once.
const Gazetteer& common_words();

}  // namespace ocop::data
