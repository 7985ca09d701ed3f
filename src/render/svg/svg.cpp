// A scene as SVG with real text and patterns, because Cairo's own writer turns both into shapes.
#include "core/whole_file.h"
#include "render/export.h"
#include "render/svg/drawing.h"
#include "render/svg/writer.h"

namespace ocop::render {

using namespace svg_writer;

std::string svg(const scene::Scene& scene, double height_px) {
    SvgDrawing drawing{height_px, {}};
    drawing.draw(scene);
    const std::string width = number(scene.aspect * height_px), height = number(height_px);
    std::string out =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\""
        " xmlns:xlink=\"http://www.w3.org/1999/xlink\"" +
        attribute("width", width) + attribute("height", height) + attribute("viewBox", "0 0 " + width + " " + height) +
        " xml:space=\"preserve\" font-family=\"Inter, sans-serif\" style=\"font-feature-settings:'tnum'\">\n";
    if (!scene.title.empty()) out += "<title>" + escaped(scene.title) + "</title>\n";
    if (!drawing.defs().empty()) out += "<defs>\n" + drawing.defs() + "</defs>\n";
    out += "<rect" + attribute("width", width) + attribute("height", height) + paint("fill", scene.background) + "/>\n";
    return out + drawing.body() + "</svg>\n";
}

void write_svg(const scene::Scene& scene, double height_px, const std::filesystem::path& path) {
    core::write_whole(path, svg(scene, height_px));
}

}  // namespace ocop::render
