#include "data/table.h"

#include <cpl_conv.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <fstream>

#include "core/error.h"
#include "core/text.h"
#include "data/csv.h"
#include "data/gdal.h"

namespace ocop::data {

namespace {

std::string extension(const std::filesystem::path& path) { return core::lower(path.extension().string()); }

Table csv_table(const std::filesystem::path& path) {
    const std::string bytes = read_bytes(path);
    if (bytes.empty()) throw core::Error("error.file_empty", {path.string()});
    // A workbook under the name of a text file.
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("\xD0\xCF\x11\xE0"))
        throw core::Error("error.not_a_table", {path.string()});
    if (!core::is_valid_utf8(bytes)) throw core::Error("error.not_utf8", {path.string()});
    if (bytes.find('\0') != std::string::npos) throw core::Error("error.not_a_table", {path.string()});
    return {path.string(), "", 1, parse_csv(core::nfc(bytes), path.string())};
}

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
    const std::string ending = extension(path), bytes = read_bytes(path);
    if (bytes.empty()) throw core::Error("error.file_empty", {path.string()});
    register_drivers(ending);
    MemoryFolder memory;  // the office program may hold or rewrite the file meanwhile
    const RawGrid raw;
    const Quiet quiet;
    const char* const xlsx[] = {"XLSX", nullptr};
    const GDALDatasetUniquePtr dataset{GDALDataset::Open(memory.add("table" + ending, bytes).c_str(), GDAL_OF_VECTOR,
                                                         ending == ".xlsx" ? xlsx : nullptr)};
    if (!dataset) throw core::Error("error.not_a_table", {path.string()});
    const bool grid = ending == ".xlsx" || ending == ".ods" || ending == ".xls";
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
    // Directories; and pipes and devices, whose reading may never end.
    if (!std::filesystem::is_regular_file(path, error)) throw core::Error("error.file_unreadable", {path.string()});
    std::ifstream file{path, std::ios::binary | std::ios::ate};
    const auto size = file ? static_cast<std::streamoff>(file.tellg()) : -1;
    if (size < 0) throw core::Error("error.file_unreadable", {path.string()});
    std::string bytes(static_cast<std::size_t>(size), '\0');
    file.seekg(0);
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(file ? static_cast<std::size_t>(file.gcount()) : 0);
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
