#include "data/table.h"

#include <cpl_conv.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <optional>

#include "core/error.h"
#include "core/text.h"
#include "data/column_encoding.h"
#include "data/csv.h"
#include "data/gdal.h"
#include "data/grid.h"
#include "data/ods.h"
#include "data/text_encoding.h"
#include "data/xls.h"
#include "data/xlsx.h"
#include "data/xml.h"

namespace ocop::data {

namespace {

std::string extension(const std::filesystem::path& path) { return core::lower(path.extension().string()); }

bool is_text_ending(const std::string& ending) { return ending == ".csv" || ending == ".txt" || ending == ".tsv"; }

/// For as long as it lives, old workbooks are read as a raw grid: no guessed header, no guessed types.
class RawGrid {
public:
    RawGrid() { set("DISABLE", "STRING"); }
    ~RawGrid() { set(nullptr, nullptr); }
    RawGrid(const RawGrid&) = delete;
    RawGrid& operator=(const RawGrid&) = delete;

private:
    static void set(const char* headers, const char* types) {
        CPLSetThreadLocalConfigOption("OGR_XLS_HEADERS", headers);
        CPLSetThreadLocalConfigOption("OGR_XLS_FIELD_TYPES", types);
    }
};

std::string cell_text(const OGRFeature& feature, int field) {
    return feature.IsFieldSetAndNotNull(field) ? feature.GetFieldAsString(field) : std::string{};
}

/// A file of our own for a driver that reads from no memory; removed afterwards.
class TemporaryFile {
public:
    TemporaryFile(const std::string& bytes, const std::string& ending)
        : path_{std::string{CPLGenerateTempFilename("ocopmap")} + ending} {
        std::ofstream{path_, std::ios::binary} << bytes;
    }
    ~TemporaryFile() { std::remove(path_.c_str()); }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    const std::string& path() const { return path_; }

private:
    std::string path_;
};

/// A sheet of an old workbook: what GDAL gives, with results of formulas and merged cells.
Table old_sheet(OGRLayer& layer, const std::string& file, const XlsSheet* extras) {
    Grid grid{Table{file, core::nfc(layer.GetName()), 1, {}}};
    const int fields = layer.GetLayerDefn()->GetFieldCount();
    for (auto& feature : layer)
        for (int i = 0; i < fields; ++i)  // the feature's number is the sheet's own row number
            grid.set(static_cast<std::size_t>(std::max<GIntBig>(feature->GetFID(), 1)) - 1, static_cast<std::size_t>(i),
                     cell_text(*feature, i));
    if (extras == nullptr) return grid.take();
    for (const auto& formula : extras->formulas) grid.set(formula.row, formula.column, formula.text);
    for (const auto& merge : extras->merges) grid.merge(merge.row, merge.column, merge.rows, merge.columns);
    Table table = grid.take();
    table.hidden = extras->hidden;
    return table;
}

/// A layer of a database or another format whose columns have names.
Table named_columns(OGRLayer& layer, const std::string& file) {
    Table table{file, core::nfc(layer.GetName()), 1, {{}}};
    const OGRFeatureDefn* fields = layer.GetLayerDefn();
    for (int i = 0; i < fields->GetFieldCount(); ++i)
        table.rows.front().push_back(core::nfc(fields->GetFieldDefn(i)->GetNameRef()));
    for (auto& feature : layer) {
        table.rows.emplace_back();
        for (int i = 0; i < fields->GetFieldCount(); ++i)
            table.rows.back().push_back(core::nfc(cell_text(*feature, i)));
    }
    return table;
}

std::vector<Table> layers(const std::string& bytes, const std::string& ending, const std::string& file) {
    register_drivers(ending);
    MemoryFolder memory;  // the office program may hold or rewrite the file meanwhile
    const RawGrid raw;
    const Quiet quiet;
    const bool old_workbook = ending == ".xls";
    const std::optional<TemporaryFile> copy =
        old_workbook ? std::optional<TemporaryFile>{std::in_place, bytes, ending} : std::nullopt;
    const std::string path = copy ? copy->path() : memory.add("table" + ending, bytes);
    const GDALDatasetUniquePtr dataset{GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR, nullptr)};
    if (!dataset) throw core::Error("error.not_a_table", {file});
    const std::vector<XlsSheet> extras = old_workbook ? read_xls_extras(bytes) : std::vector<XlsSheet>{};
    std::vector<Table> tables;
    for (OGRLayer* layer : dataset->GetLayers()) {
        const bool known = extras.size() == static_cast<std::size_t>(dataset->GetLayerCount());
        tables.push_back(old_workbook ? old_sheet(*layer, file, known ? &extras[tables.size()] : nullptr)
                                      : named_columns(*layer, file));
    }
    return tables;
}

/// Whether text that is named a workbook is rows of cells at all: from the first that holds two cells on most lines do,
/// and two at least. Titles above them do not count. A letter, a PDF or a single byte is none, and what is asked of its
/// header would help nobody.
bool holds_rows(const Table& table) {
    std::size_t lines = 0, rows = 0;
    for (const auto& row : table.rows) {
        const auto filled = std::count_if(row.begin(), row.end(), [](const auto& cell) { return !cell.empty(); });
        if (filled > 1) ++rows;
        if (filled > 0 && rows > 0) ++lines;
    }
    return rows >= 2 && 2 * rows > lines;
}

/// Tables and the ending that files of their kind have.
struct Read {
    std::vector<Table> tables;
    std::string ending;
};

Read read_by_content(const std::string& bytes, const std::string& ending, const std::string& file) {
    if (bytes.starts_with("PK\x03\x04")) {
        const Package package{bytes};
        if (auto sheets = read_xlsx(package, file); !sheets.empty())
            return {std::move(sheets), ending == ".xlsm" ? ending : ".xlsx"};
        return {read_ods(package, file), ".ods"};
    }
    if (bytes.starts_with("\xD0\xCF\x11\xE0")) return {layers(bytes, ".xls", file), ".xls"};
    if (bytes.starts_with("SQLite format 3")) return {layers(bytes, ".gpkg", file), ".gpkg"};
    const bool workbook = ending == ".xlsx" || ending == ".xlsm" || ending == ".ods" || ending == ".xls";
    if (!workbook && !is_text_ending(ending)) return {layers(bytes, ending, file), ending};
    // Programs on the web call text a workbook; pages they call so, too, but those are no tables.
    const Text text = text_of(bytes, file);
    const std::string start = core::collapsed(text.utf8.substr(0, 64));
    const auto no_table = [&] { return core::Error{"error.not_a_table", {file}}; };
    if (workbook && (start.starts_with('<') || start.starts_with('{') || start.starts_with("%PDF"))) throw no_table();
    Table table{file, "", 1, parse_csv(text.utf8, file)};
    if (workbook && !holds_rows(table)) throw no_table();
    table.encoding = text.encoding;
    table.western = text.western;
    if (table.western && !has_old_font(table)) throw core::Error("error.encoding", {file});
    return {{std::move(table)}, workbook ? ".csv" : ending};
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
    const std::string bytes = read_bytes(path), ending = extension(path);
    if (bytes.empty()) throw core::Error("error.file_empty", {path.string()});
    Read read = read_by_content(bytes, ending, path.string());
    if (read.tables.empty()) throw core::Error("error.not_a_table", {path.string()});
    if (read.ending != ending)
        for (Table& table : read.tables) table.true_ending = read.ending;
    return std::move(read.tables);
}

}  // namespace ocop::data
