// A scene as a page of vectors with embedded fonts.
#include <cairo/cairo-pdf.h>
#include <pango/pangocairo.h>

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

}  // namespace

void write_pdf(const std::vector<scene::Scene>& pages, double height_mm, const std::filesystem::path& path) {
    core::require(!pages.empty(), "a PDF has at least one page");
    const double points = height_mm / 25.4 * 72;
    std::string bytes;
    const Surface surface{cairo_pdf_surface_create_for_stream(append, &bytes, points * pages.front().aspect, points)};
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, pages.front().title.c_str());
    set_date(surface.get());
    for (const scene::Scene& page : pages) {
        cairo_pdf_surface_set_size(surface.get(), points * page.aspect, points);
        const Context cairo{cairo_create(surface.get())};
        draw(cairo.get(), page, points, points / 1080);
        cairo_show_page(cairo.get());
    }
    cairo_surface_finish(surface.get());
    if (const cairo_status_t status = cairo_surface_status(surface.get()); status != CAIRO_STATUS_SUCCESS)
        throw core::Error("error.cannot_write", {path.string(), cairo_status_to_string(status)});
    core::write_whole(path, bytes);
}

}  // namespace ocop::render
