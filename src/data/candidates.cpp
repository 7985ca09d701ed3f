#include "data/candidates.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <string>
#include <tuple>

#include "core/legacy_text.h"
#include "core/text.h"
#include "data/name_key.h"

namespace ocop::data {

namespace {

using domain::Candidate;
using domain::Level;
using domain::Likeness;

std::vector<std::string_view> characters(std::string_view text) {
    std::vector<std::string_view> out;
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = begin + 1;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
        out.push_back(text.substr(begin, end - begin));
        begin = end;
    }
    return out;
}

/// Characters to insert, drop or replace; in name keys a tone is one character.
int edit_distance(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
    std::vector<int> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        int corner = row[0];
        row[0] = static_cast<int>(i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const int replaced = corner + (a[i - 1] == b[j - 1] ? 0 : 1);
            corner = row[j];
            row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

/// A unit, or a text, in every way that is compared.
struct Written {
    std::string key, folded;
    std::vector<std::string> other_fonts;
    explicit Written(std::string_view text) : key{name_key(text).name}, folded{core::folded(typed_name(text).name)} {}
};

struct Known {
    const domain::Unit* unit = nullptr;
    Written written;
};

std::vector<Known> known_units(const domain::Territory& territory, Level level) {
    std::vector<Known> known;
    for (const int index : territory.at(level)) {
        const domain::Unit& unit = territory.units[static_cast<std::size_t>(index)];
        known.push_back({&unit, Written{unit.name}});
    }
    return known;
}

std::optional<Candidate> compared(const Written& wanted, const Known& known) {
    Candidate candidate{known.unit->code, known.unit->level, Likeness::same_name, 0};
    if (known.written.key == wanted.key) return candidate;
    candidate.likeness = Likeness::old_font;
    if (std::find(wanted.other_fonts.begin(), wanted.other_fonts.end(), known.written.key) != wanted.other_fonts.end())
        return candidate;
    candidate.likeness = Likeness::without_marks;
    if (known.written.folded == wanted.folded) return candidate;
    candidate.likeness = Likeness::letters;
    const auto ours = characters(wanted.key), theirs = characters(known.written.key);
    const std::size_t most = std::max<std::size_t>(2, ours.size() / 4);
    if (std::max(ours.size(), theirs.size()) - std::min(ours.size(), theirs.size()) > most) return {};
    candidate.distance = edit_distance(ours, theirs);
    if (candidate.distance > static_cast<int>(most)) return {};
    return candidate;
}

std::vector<Candidate> likeliest(const std::vector<Known>& units, std::string_view text, std::optional<int> district,
                                 std::size_t at_most) {
    Written wanted{text};
    if (wanted.key.empty()) return {};
    if (core::may_be_lookalikes(text))
        for (const auto font : {core::Encoding::windows_1258, core::Encoding::tcvn3, core::Encoding::vni})
            wanted.other_fonts.push_back(name_key(core::decode_lookalikes(text, font)).name);
    std::vector<std::pair<Candidate, const domain::Unit*>> found;
    for (const Known& known : units)
        if (auto candidate = compared(wanted, known)) found.emplace_back(std::move(*candidate), known.unit);
    std::stable_sort(found.begin(), found.end(), [&](const auto& a, const auto& b) {
        const auto rank = [&](const auto& of) {
            return std::tuple{of.first.likeness, district && of.second->parent != *district, of.first.distance};
        };
        return rank(a) != rank(b) ? rank(a) < rank(b) : core::compare_vi(a.second->name, b.second->name) < 0;
    });
    std::vector<Candidate> out;
    for (std::size_t i = 0; i < std::min(found.size(), at_most); ++i) out.push_back(std::move(found[i].first));
    return out;
}

}  // namespace

std::vector<Candidate> candidates(const domain::Territory& territory, Level level, std::string_view text,
                                  std::optional<int> district, std::size_t at_most) {
    return likeliest(known_units(territory, level), text, district, at_most);
}

void add_candidates(const domain::Territory& territory, std::vector<domain::Unmatched>& rows) {
    if (rows.empty()) return;
    const std::vector<Known> districts = known_units(territory, Level::district),
                             communes = known_units(territory, Level::commune);
    std::map<std::tuple<Level, std::string, std::string>, std::vector<Candidate>> known;
    for (domain::Unmatched& row : rows) {
        const bool commune = row.level == Level::commune;
        const std::string& text = commune ? row.commune_text : row.district_text;
        const auto [at, fresh] = known.try_emplace({row.level, row.district_code, text});
        if (fresh) {
            const int district = commune ? territory.find(row.district_code, Level::district) : -1;
            at->second = likeliest(commune ? communes : districts, text,
                                   district < 0 ? std::nullopt : std::optional{district}, candidates_shown);
        }
        row.candidates = at->second;
    }
}

}  // namespace ocop::data
