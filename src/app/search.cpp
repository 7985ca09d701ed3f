#include "app/search.h"

#include <algorithm>
#include <tuple>

#include "core/text.h"

namespace ocop::app {

namespace {
/// 0: the whole text, 1: its start, 2: the start of a word in it, 3: somewhere; 4: not there.
int place_of(std::string_view text, std::string_view wanted) {
    if (text == wanted) return 0;
    int best = 4;
    for (auto at = text.find(wanted); at != std::string_view::npos; at = text.find(wanted, at + 1))
        best = std::min(best, at == 0 ? 1 : text[at - 1] == ' ' ? 2 : 3);
    return best;
}

std::string key(std::string_view text) { return core::lower(core::collapsed(core::nfc(text))); }
}  // namespace

SearchIndex::SearchIndex(const domain::Document& document, const domain::Territory& territory,
                         const core::Words& words) {
    const auto add = [this](ui::SearchHit hit, const std::string& name, const std::string& producer) {
        entries_.push_back({std::move(hit), key(name), core::folded(name), key(producer), core::folded(producer)});
    };
    for (int i = 0; i < static_cast<int>(territory.units.size()); ++i) {
        const domain::Unit& unit = territory.units[static_cast<std::size_t>(i)];
        const std::string parent =
            unit.parent < 0 ? document.title
                            : carto::full_name(territory.units[static_cast<std::size_t>(unit.parent)], words);
        add({i, -1, carto::full_name(unit, words), parent}, unit.name, carto::full_name(unit, words));
    }
    for (int i = 0; i < static_cast<int>(document.records.products.size()); ++i) {
        const domain::Product& product = document.records.products[static_cast<std::size_t>(i)];
        int unit = territory.find(product.location.commune_code, domain::Level::commune);
        if (product.location.commune_code.empty() || unit < 0)
            unit = product.location.district_code.empty()
                       ? -1
                       : territory.find(product.location.district_code, domain::Level::district);
        std::string context = product.producer;
        if (unit >= 0) context += " · " + carto::full_name(territory.units[static_cast<std::size_t>(unit)], words);
        add({unit, i, product.name, std::move(context)}, product.name, product.producer);
    }
}

std::vector<ui::SearchHit> SearchIndex::find(std::string_view text) const {
    const std::string marked = key(text), bare = core::folded(core::collapsed(core::nfc(text)));
    std::vector<ui::SearchHit> out;
    if (bare.empty()) return out;
    // Rank: the name with its marks, then the producer with its marks, then both without; units before products.
    std::vector<std::tuple<int, int, const Entry*>> found;
    for (const Entry& entry : entries_) {
        const int ranks[] = {place_of(entry.marked, marked), place_of(entry.marked2, marked) + 5,
                             place_of(entry.bare, bare) + 10, place_of(entry.bare2, bare) + 15};
        constexpr int nowhere[] = {4, 9, 14, 19};
        int best = -1;
        for (int i = 3; i >= 0; --i)
            if (ranks[i] != nowhere[i]) best = ranks[i];
        if (best >= 0) found.emplace_back(best, entry.hit.product < 0 ? 0 : 1, &entry);
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        return std::tie(std::get<0>(a), std::get<1>(a)) < std::tie(std::get<0>(b), std::get<1>(b));
    });
    for (const auto& each : found) out.push_back(std::get<2>(each)->hit);
    return out;
}

}  // namespace ocop::app
