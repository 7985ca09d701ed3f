#pragma once
// Finds units, products and producers with or without tone marks; what was typed with its marks comes first.
#include <string>
#include <vector>

#include "ui/view.h"

namespace ocop::app {

class SearchIndex {
public:
    SearchIndex() = default;
    SearchIndex(const domain::Document& document, const domain::Territory& territory, const core::Words& words);
    /// Best first. An empty text finds nothing.
    std::vector<ui::SearchHit> find(std::string_view text) const;

private:
    struct Entry {
        ui::SearchHit hit;
        std::string marked, bare;    // of the title: lower case, and without any marks
        std::string marked2, bare2;  // of the producer
    };
    std::vector<Entry> entries_;
};

}  // namespace ocop::app
