// A scene as a page of vectors with embedded fonts.
#include <cairo/cairo-pdf.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>

#include "core/error.h"
#include "core/whole_file.h"
#include "render/cairo/canvas.h"
#include "render/cairo/draw.h"
#include "render/export.h"

namespace ocop::render {

namespace {

cairo_status_t append(void* to, const unsigned char* data, unsigned length) {
    static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

/// The date of reproducible builds, if one is set; else Cairo writes today.
void set_date(cairo_surface_t* surface) {
    const char* epoch = std::getenv("SOURCE_DATE_EPOCH");
    if (epoch == nullptr) return;
    const std::time_t seconds = std::strtoll(epoch, nullptr, 10);
    char text[32] = {};
    std::tm utc{};
    if (gmtime_r(&seconds, &utc) != nullptr && std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc) > 0)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, text);
}

double points(double mm) { return mm / 25.4 * 72; }

}  // namespace

void write_pdf(const std::vector<Sheet>& sheets, const std::string& title, const std::filesystem::path& path) {
    core::require(!sheets.empty(), "a PDF has at least one page");
    std::string bytes;
    const Sheet& first = sheets.front();
    const Surface surface{
        cairo_pdf_surface_create_for_stream(append, &bytes, points(first.width_mm), points(first.height_mm))};
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, title.c_str());
    set_date(surface.get());
    int page = 0;
    for (const Sheet& sheet : sheets) {
        cairo_pdf_surface_set_size(surface.get(), points(sheet.width_mm), points(sheet.height_mm));
        const Context cairo{cairo_create(surface.get())};
        for (const Sheet::Part& part : sheet.parts) {
            const Saved saved{cairo.get()};
            cairo_translate(cairo.get(), points(part.x_mm), points(part.y_mm));
            draw(cairo.get(), part.scene, points(part.mm_per_h),
                 points(std::min(sheet.width_mm, sheet.height_mm)) / 1080);
        }
        cairo_show_page(cairo.get());
        ++page;
        if (!sheet.title.empty())
            cairo_pdf_surface_add_outline(surface.get(), CAIRO_PDF_OUTLINE_ROOT, sheet.title.c_str(),
                                          ("page=" + std::to_string(page)).c_str(), CAIRO_PDF_OUTLINE_FLAG_OPEN);
    }
    cairo_surface_finish(surface.get());
    if (const cairo_status_t status = cairo_surface_status(surface.get()); status != CAIRO_STATUS_SUCCESS)
        throw core::Error("error.cannot_write", {path.string(), cairo_status_to_string(status)});
    core::write_whole(path, bytes);
}

void write_pdf(const std::vector<scene::Scene>& pages, double height_mm, const std::filesystem::path& path) {
    core::require(!pages.empty(), "a PDF has at least one page");
    std::vector<Sheet> sheets;
    for (const scene::Scene& page : pages)
        sheets.push_back({height_mm * page.aspect, height_mm, {{page, 0, 0, height_mm}}, {}});
    write_pdf(sheets, pages.front().title, path);
}

}  // namespace ocop::render
