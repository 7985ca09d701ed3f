#include "data/table.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_vsi.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "core/error.h"
#include "core/text.h"
#include "data/csv.h"
#include "data/gdal.h"

namespace ocop::data {

namespace {

std::string extension(const std::filesystem::path& path) { return core::lower(path.extension().string()); }

Table csv_table(const std::filesystem::path& path) {
    const std::string bytes = read_bytes(path);
    if (!core::is_valid_utf8(bytes)) throw core::Error("error.not_utf8", {path.string()});
    if (bytes.find('\0') != std::string::npos) throw core::Error("error.not_a_table", {path.string()});
    return {path.string(), "", 1, parse_csv(core::nfc(bytes))};
}

/// A file's bytes as a GDAL file in memory: the office program may hold or rewrite the real one meanwhile.
class MemoryFile {
public:
    MemoryFile(std::string bytes, const std::string& ending) : bytes_{std::move(bytes)} {
        name_ = "/vsimem/table_" + std::to_string(reinterpret_cast<std::uintptr_t>(this)) + ending;
        VSIFCloseL(VSIFileFromMemBuffer(name_.c_str(), reinterpret_cast<GByte*>(bytes_.data()), bytes_.size(), FALSE));
    }
    ~MemoryFile() { VSIUnlink(name_.c_str()); }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    const std::string& name() const { return name_; }

private:
    std::string bytes_, name_;
};

/// For as long as it lives, spreadsheets are read as a raw grid: no guessed header, no guessed types.
class RawGrid {
public:
    RawGrid() { set("DISABLE", "STRING"); }
    ~RawGrid() { set(nullptr, nullptr); }
    RawGrid(const RawGrid&) = delete;
    RawGrid& operator=(const RawGrid&) = delete;

private:
    static void set(const char* headers, const char* types) {
        for (const char* driver : {"OGR_XLSX_", "OGR_ODS_", "OGR_XLS_"}) {
            CPLSetThreadLocalConfigOption((std::string{driver} + "HEADERS").c_str(), headers);
            CPLSetThreadLocalConfigOption((std::string{driver} + "FIELD_TYPES").c_str(), types);
        }
    }
};

std::vector<Table> sheets(const std::filesystem::path& path) {
    const MemoryFile memory{read_bytes(path), extension(path)};
    const RawGrid raw;
    const CPLErrorHandlerPusher quiet{CPLQuietErrorHandler};
    register_drivers();
    const GDALDatasetUniquePtr dataset{GDALDataset::Open(memory.name().c_str(), GDAL_OF_VECTOR)};
    if (!dataset) throw core::Error("error.not_a_table", {path.string()});
    const bool grid = extension(path) == ".xlsx" || extension(path) == ".ods" || extension(path) == ".xls";
    std::vector<Table> tables;
    for (OGRLayer* layer : dataset->GetLayers()) {
        Table table{path.string(), core::nfc(layer->GetName()), 1, {}};
        const OGRFeatureDefn* fields = layer->GetLayerDefn();
        if (!grid) {
            std::vector<std::string> header;
            for (int i = 0; i < fields->GetFieldCount(); ++i)
                header.emplace_back(core::nfc(fields->GetFieldDefn(i)->GetNameRef()));
            table.rows.push_back(std::move(header));
        }
        for (auto& feature : *layer) {
            // The sheet's own row number, so that empty rows keep their place.
            const auto row =
                grid ? static_cast<std::size_t>(std::max<GIntBig>(feature->GetFID(), 1)) : table.rows.size() + 1;
            if (row > 1'000'000) break;
            while (table.rows.size() < row) table.rows.emplace_back();
            for (int i = 0; i < fields->GetFieldCount(); ++i)
                table.rows[row - 1].emplace_back(
                    feature->IsFieldSetAndNotNull(i) ? core::nfc(feature->GetFieldAsString(i)) : "");
        }
        tables.push_back(std::move(table));
    }
    return tables;
}

}  // namespace

std::string read_bytes(const std::filesystem::path& path) {
    std::error_code error;
    if (!std::filesystem::exists(path, error)) throw core::Error("error.file_missing", {path.string()});
    if (std::filesystem::is_directory(path, error)) throw core::Error("error.file_unreadable", {path.string()});
    std::ifstream file{path, std::ios::binary};
    std::string bytes{std::istreambuf_iterator<char>{file}, {}};
    if (!file) throw core::Error("error.file_unreadable", {path.string()});
    return bytes;
}

std::vector<Table> read_tables(const std::filesystem::path& path) {
    if (extension(path) == ".csv" || extension(path) == ".txt" || extension(path) == ".tsv") return {csv_table(path)};
    std::vector<Table> tables = sheets(path);
    if (tables.empty()) throw core::Error("error.not_a_table", {path.string()});
    return tables;
}

}  // namespace ocop::data
