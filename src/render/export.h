#pragma once
// Scene -> files. Each throws core::Error("error.cannot_write", {path, reason}) and leaves no half file behind.
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "scene/scene.h"

namespace ocop::render {

/// Straight RGB pixels, row by row from the top, 4 bytes each (the last is 255).
struct Image {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgba;
};

/// Draws through Cairo. Width follows from height and the scene's aspect.
Image draw_image(const scene::Scene& scene, int height_px);
void write_png(const scene::Scene& scene, int height_px, const std::filesystem::path& path);
void write_png(const Image& image, const std::filesystem::path& path);
/// Vectors, embedded fonts; the page is height_mm high. Several scenes make several pages.
void write_pdf(const std::vector<scene::Scene>& pages, double height_mm, const std::filesystem::path& path);

/// A page of paper that scenes lie on; each is as large as the page needs, and may reach over its picture's edges.
struct Sheet {
    struct Part {
        scene::Scene scene;
        double x_mm = 0, y_mm = 0;
        double mm_per_h = 1;
    };
    double width_mm = 0, height_mm = 0;
    std::vector<Part> parts;
    std::string title;  // in the reader's table of contents; empty: not there
};
void write_pdf(const std::vector<Sheet>& sheets, const std::string& title, const std::filesystem::path& path);

/// Own writer: real <text>, <pattern>, <title>; 1 H = height_px user units.
std::string svg(const scene::Scene& scene, double height_px);
void write_svg(const scene::Scene& scene, double height_px, const std::filesystem::path& path);

/// "Cairo 1.16.0", "Pango 1.50.12", one each.
std::vector<std::string> versions();

}  // namespace ocop::render
