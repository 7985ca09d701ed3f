#include "data/gdal.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_vsi.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>
#include <sqlite3.h>

#include <array>
#include <atomic>
#include <mutex>

#include "core/error.h"
#include "core/text.h"
#include "data/open.h"
#include "data/toml_file.h"

namespace ocop::data {

namespace {

void forbid_network() {
    static std::once_flag once;
    std::call_once(once, [] {
        OSRSetPROJEnableNetwork(FALSE);
        CPLSetConfigOption("CPL_CURL_ENABLE_VSIMEM", "NO");
        CPLSetConfigOption("CPL_VSIL_CURL_ALLOWED_FILENAME", "none");  // files that name other files by address
        CPLSetConfigOption("GDAL_HTTP_TIMEOUT", "1");
    });
}

void register_all() {
    static std::once_flag once;
    std::call_once(once, [] {
        GDALAllRegister();
        // Drivers that open connections; a database that the user names comes with a later issue.
        for (const char* name :
             {"HTTP", "WFS", "OAPIF", "CSW", "AmigoCloud", "Carto", "Elastic", "GMLAS", "PLSCENES", "NGW"})
            if (GDALDriver* driver = GetGDALDriverManager()->GetDriverByName(name)) {
                GetGDALDriverManager()->DeregisterDriver(driver);
                GDALDestroyDriver(driver);
            }
    });
}

}  // namespace

void register_drivers(std::string_view ending) {
    forbid_network();
    static std::mutex one_at_a_time;
    const std::lock_guard lock{one_at_a_time};
    if (ending == ".shp")
        RegisterOGRShape();
    else if (ending == ".xlsx")
        RegisterOGRXLSX();
    else
        register_all();
}

void refuse_network(const std::filesystem::path& path) {
    const std::string text = core::lower(path.string());
    constexpr std::array remote{"/vsicurl", "/vsis3",      "/vsigs", "/vsiaz", "/vsiadls", "/vsioss", "/vsiswift",
                                "/vsihdfs", "/vsiwebhdfs", "http:",  "https:", "ftp:",     "wfs:",    "oapif:"};
    for (const char* prefix : remote)
        if (text.find(prefix) != std::string::npos) throw core::Error("error.no_network", {path.string()});
}

MemoryFolder::MemoryFolder() {
    static std::atomic<unsigned> number{0};
    folder_ = "/vsimem/ocopmap_" + std::to_string(++number) + "/";
}

MemoryFolder::~MemoryFolder() {
    for (const std::string& file : files_) VSIUnlink(file.c_str());
}

std::string MemoryFolder::add(const std::string& name, const std::string& bytes) {
    files_.push_back(folder_ + name);
    // GDAL copies nothing: `bytes` would have to outlive the folder. A copy of its own is simpler and costs 1 ms in 10
    // MB.
    auto* copy = static_cast<GByte*>(CPLMalloc(bytes.size() + 1));
    bytes.copy(reinterpret_cast<char*>(copy), bytes.size());
    VSIFCloseL(VSIFileFromMemBuffer(files_.back().c_str(), copy, bytes.size(), TRUE));
    return files_.back();
}

void count_failure(Quiet& quiet) { ++quiet.failures_; }

namespace {
void CPL_STDCALL on_error(CPLErr severity, CPLErrorNum, const char*) {
    if (severity >= CE_Failure) count_failure(*static_cast<Quiet*>(CPLGetErrorHandlerUserData()));
}
}  // namespace

Quiet::Quiet() { CPLPushErrorHandlerEx(on_error, this); }
Quiet::~Quiet() { CPLPopErrorHandler(); }

std::vector<std::string> versions() {
    int major = 0, minor = 0, patch = 0;
    OSRGetPROJVersion(&major, &minor, &patch);
    return {std::string{"GDAL "} + GDALVersionInfo("RELEASE_NAME"),
            "PROJ " + std::to_string(major) + "." + std::to_string(minor) + "." + std::to_string(patch),
            std::string{"SQLite "} + sqlite3_libversion(), toml_version()};
}

}  // namespace ocop::data
