#pragma once
// Small scenes in round numbers, pixels by name, and programs' answers.
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <string>

#include "render/export.h"
#include "scene/scene.h"
#include "support/shell.h"

namespace ocop::tests {

/// A square of side 100 m: a map of one H high whose camera shows exactly `shapes` in 100 m, so 1 m is 0.01 H.
inline core::Shape square(double x, double y, double width, double height) {
    return {{{{{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}}, {}}}};
}

inline scene::Scene map_of(std::vector<core::Shape> shapes, std::vector<scene::AreaStyle> styles) {
    auto geometry = std::make_shared<scene::Geometry>();
    geometry->areas = std::move(shapes);
    scene::Map map;
    map.frame = {0, 0, 1, 1};
    map.camera = {{50, 50}, 100};
    map.ground = scene::rgb(0xD2DADD);
    map.geometry = geometry;
    map.areas = std::move(styles);
    scene::Scene scene;
    scene.aspect = 1;
    scene.maps = {map};
    return scene;
}

inline scene::AreaStyle style(std::uint32_t fill, scene::Pattern pattern = scene::Pattern::none,
                              core::Point anchor = {}) {
    return {scene::rgb(fill), pattern, anchor, "899", "Rạch Giá"};
}

inline std::uint32_t pixel(const render::Image& image, int x, int y) {
    const std::uint8_t* p =
        &image
             .rgba[(static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) + static_cast<std::size_t>(x)) *
                   4];
    return static_cast<std::uint32_t>(p[0]) << 16 | static_cast<std::uint32_t>(p[1]) << 8 | p[2];
}

/// Green alone, for scans of grey patterns.
inline int level(const render::Image& image, int x, int y) { return static_cast<int>(pixel(image, x, y) >> 8 & 255); }

/// Centres of the dark runs (below `threshold`) along a row, weighted by darkness; runs at the ends are left out.
inline std::vector<double> dark_centres(const std::vector<int>& levels, int threshold) {
    std::vector<double> centres;
    double weight = 0, sum = 0;
    bool whole = false;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        if (levels[i] < threshold) {
            weight += threshold - levels[i];
            sum += (threshold - levels[i]) * (static_cast<double>(i) + 0.5);
        } else {
            if (weight > 0 && whole) centres.push_back(sum / weight);
            weight = sum = 0;
            whole = true;
        }
    }
    return centres;
}

inline std::vector<int> row(const render::Image& image, int y) {
    std::vector<int> levels;
    for (int x = 0; x < image.width; ++x) levels.push_back(level(image, x, y));
    return levels;
}

/// A folder of its own that goes with the test. Its name has Vietnamese letters and a space on purpose.
class Folder {
public:
    Folder() {
        static int count = 0;
        path_ = std::filesystem::temp_directory_path() /
                ("ocopmap hình " + std::to_string(::getpid()) + "-" + std::to_string(count++));
        std::filesystem::create_directories(path_);
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
    std::size_t files() const {
        return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator{path_}, {}));
    }

private:
    std::filesystem::path path_;
};

using ::tests::answer;

inline std::string quoted(const std::filesystem::path& path) { return "'" + path.string() + "'"; }

/// Vietnamese names, stacked marks and the symbols of the maps.
inline const std::vector<std::string>& sample_texts() {
    static const std::vector<std::string> texts{"Giồng Riềng", "Hòn Đất", "U Minh Thượng", "Ễ Ậ Ộ Ở ₫ ≥ – ★",
                                                "≤ − · … ▲ ▼ ✓ ●"};
    return texts;
}

}  // namespace ocop::tests
