#include "data/map_source.h"

#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

#include <fstream>
#include <regex>

#include "core/error.h"
#include "core/text.h"
#include "data/table.h"

namespace ocop::data {

namespace {

namespace fs = std::filesystem;

/// A file beside a shapefile, whatever the case of its ending.
std::optional<fs::path> sibling(const fs::path& path, const std::string& ending) {
    std::string upper = ending;
    for (char& c : upper) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
    std::error_code error;
    for (const std::string& candidate : {ending, upper}) {
        fs::path file = path;
        if (fs::exists(file.replace_extension(candidate), error)) return file;
    }
    return {};
}

/// The first bytes of a file and its size; numbers in them by offset.
class Header {
public:
    explicit Header(const fs::path& path) : bytes_(100, '\0') {
        std::error_code error;
        if (!fs::is_regular_file(path, error)) throw core::Error("error.file_unreadable", {path.string()});
        std::ifstream file{path, std::ios::binary | std::ios::ate};
        size_ = file ? static_cast<long long>(file.tellg()) : -1;
        if (size_ < 0) throw core::Error("error.file_unreadable", {path.string()});
        if (size_ == 0) throw core::Error("error.file_empty", {path.string()});
        file.seekg(0);
        file.read(bytes_.data(), std::min<long long>(size_, 100));
    }
    long long size() const { return size_; }
    long long big(std::size_t at) const {
        return byte(at) << 24 | byte(at + 1) << 16 | byte(at + 2) << 8 | byte(at + 3);
    }
    long long little(std::size_t at, int count) const {
        long long value = 0;
        for (int i = count - 1; i >= 0; --i) value = value << 8 | byte(at + static_cast<std::size_t>(i));
        return value;
    }

private:
    long long byte(std::size_t at) const { return static_cast<unsigned char>(bytes_[at]); }
    std::string bytes_;
    long long size_ = 0;
};

constexpr long long shape_header = 100, shape_magic = 9994;

[[noreturn]] void refuse_part(const fs::path& part) {
    throw core::Error("error.shapefile_part_damaged", {part.string()});
}

/// Looks at sizes and counts in the headers of .shp, .shx and .dbf.
void examine(const fs::path& shp, const fs::path& shx, const fs::path& dbf, MapSource& source) {
    const Header shapes{shp}, index{shx}, table{dbf};
    if (shapes.size() < shape_header || shapes.big(0) != shape_magic)
        throw core::Error("error.not_a_map", {shp.string()});
    if (index.size() < shape_header || index.big(0) != shape_magic || index.size() < 2 * index.big(24))
        refuse_part(shx);
    const long long rows = table.little(4, 4), header = table.little(8, 2);
    if (table.size() < 33 || header < 33 || header > table.size() || table.little(10, 2) < 1) refuse_part(dbf);
    if (shapes.size() < 2 * shapes.big(24)) source.cut = {shapes.size(), 2 * shapes.big(24)};
    source.rows = {rows, (index.size() - shape_header) / 8};
}

/// A shapefile without .cpg says nothing about its letters: UTF-8 when every byte of it reads as that.
bool holds_utf8(const fs::path& dbf) {
    const std::string bytes = read_bytes(dbf);
    if (bytes.size() < 32) return false;
    const auto header = static_cast<std::size_t>(static_cast<unsigned char>(bytes[8])) +
                        256 * static_cast<std::size_t>(static_cast<unsigned char>(bytes[9]));
    return header <= bytes.size() && core::is_valid_utf8(std::string_view{bytes}.substr(header));
}

void open_shapefile(const fs::path& path, const std::string& target, MapSource& source) {
    for (const char* needed : {".shx", ".dbf"})
        if (!sibling(path, needed)) throw core::Error("error.shapefile_part_missing", {path.string(), needed});
    const char* const drivers[] = {"ESRI Shapefile", nullptr};
    const auto prj = sibling(path, ".prj"), cpg = sibling(path, ".cpg");
    const fs::path shx = *sibling(path, ".shx"), dbf = *sibling(path, ".dbf");
    examine(path, shx, dbf, source);
    source.prj = prj.value_or(fs::path{});
    std::string name = path.string();
    if (prj && is_known_prj(core::collapsed(read_bytes(*prj)), target)) {
        // Without its .prj, so that GDAL does not ask PROJ about it.
        source.projected = true;
        name = source.memory.add("map.shp", read_bytes(path));
        source.memory.add("map.shx", read_bytes(shx));
        source.memory.add("map.dbf", read_bytes(dbf));
        if (cpg) source.memory.add("map.cpg", read_bytes(*cpg));
    }
    const char* utf8[] = {"ENCODING=UTF-8", nullptr};
    const bool says_encoding = cpg && !core::collapsed(read_bytes(*cpg)).empty();
    const bool plain = !says_encoding && holds_utf8(dbf);
    source.encoding_assumed = !says_encoding && !plain;
    source.dataset.reset(GDALDataset::Open(name.c_str(), GDAL_OF_VECTOR, drivers, plain ? utf8 : nullptr));
}

/// GDAL takes a GeoJSON whose "crs" it does not know for longitudes and latitudes, in silence.
void refuse_unknown_crs_member(const fs::path& path) {
    const std::string bytes = read_bytes(path);
    const auto member = bytes.find("\"crs\"");
    if (member == std::string::npos) return;
    const std::string text = bytes.substr(member, 500);
    static const std::regex named{R"re(^"crs"\s*:\s*\{[^{}]*"properties"\s*:\s*\{\s*"name"\s*:\s*"([^"]*)")re"};
    std::smatch found;
    if (!std::regex_search(text, found, named)) return;
    OGRSpatialReference crs;
    if (crs.SetFromUserInput(found[1].str().c_str()) != OGRERR_NONE)
        throw core::Error("error.map_crs_unknown", {path.string(), found[1].str()});
}

}  // namespace

OGRLayer& MapSource::layer() const { return *dataset->GetLayer(0); }

void open_source(const fs::path& path, const std::string& target, MapSource& source) {
    refuse_network(path);
    const std::string ending = core::lower(path.extension().string());
    std::error_code error;
    if (!fs::exists(path, error)) throw core::Error("error.file_missing", {path.string()});
    if (!(ending == ".gdb" && fs::is_directory(path, error))) (void)Header{path};  // refuses what cannot be read
    register_drivers(ending);
    if (ending == ".shp") {
        open_shapefile(path, target, source);
    } else {
        if (ending == ".geojson" || ending == ".json") refuse_unknown_crs_member(path);
        source.dataset.reset(GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR));
    }
    if (!source.dataset || source.dataset->GetLayerCount() == 0) throw core::Error("error.not_a_map", {path.string()});
}

Projection projection_of(const MapSource& source, const std::string& source_crs, const std::string& target,
                         const fs::path& path) {
    if (source.projected) return {};
    if (const OGRSpatialReference* own = source.layer().GetSpatialRef()) return Projection{*own, target, path.string()};
    if (source_crs.empty()) {
        if (!source.prj.empty()) throw core::Error("error.prj_unreadable", {source.prj.string()});
        throw core::Error("error.no_crs", {path.string()});
    }
    OGRSpatialReference named;
    if (named.SetFromUserInput(source_crs.c_str()) != OGRERR_NONE)
        throw core::Error("error.bad_crs", {source_crs, path.string()});
    return Projection{named, target, path.string()};
}

}  // namespace ocop::data
