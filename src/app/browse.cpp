#include "app/browse.h"

#include <algorithm>
#include <array>

#include "core/error.h"
#include "core/text.h"

namespace ocop::app {

namespace {
namespace fs = std::filesystem;

bool opens(const fs::path& file) {
    constexpr std::array endings{".toml", ".csv", ".tsv",  ".txt",     ".xlsx", ".xls",
                                 ".ods",  ".shp", ".gpkg", ".geojson", ".fgb"};
    const std::string ending = core::lower(file.extension().string());
    return std::find(endings.begin(), endings.end(), ending) != endings.end();
}
}  // namespace

ui::BrowseCard browse(const fs::path& folder) {
    std::error_code error;
    ui::BrowseCard card;
    card.folder = fs::weakly_canonical(fs::absolute(folder), error);
    fs::directory_iterator each{card.folder, error};
    if (error) throw core::Error("error.folder_unreadable", {folder.string()});
    for (const fs::directory_iterator end; !error && each != end; each.increment(error)) {
        const fs::path& path = each->path();
        if (path.filename().string().starts_with(".")) continue;
        std::error_code unknown;
        const bool is_folder = each->is_directory(unknown);
        if (is_folder || opens(path)) card.entries.push_back({path, is_folder});
    }
    std::sort(card.entries.begin(), card.entries.end(), [](const auto& a, const auto& b) {
        if (a.folder != b.folder) return a.folder;
        return core::compare_vi(a.path.filename().string(), b.path.filename().string()) < 0;
    });
    return card;
}

}  // namespace ocop::app
