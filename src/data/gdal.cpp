#include "data/gdal.h"

#include <cpl_conv.h>
#include <gdal_priv.h>

#include <array>
#include <cstdlib>
#include <mutex>
#include <string>

#include "core/error.h"
#include "data/open.h"

namespace ocop::data {

void register_drivers() {
    static std::once_flag once;
    std::call_once(once, [] {
        setenv("PROJ_NETWORK", "OFF", 1);
        CPLSetConfigOption("GDAL_HTTP_TIMEOUT", "1");
        CPLSetConfigOption("CPL_CURL_ENABLE_VSIMEM", "NO");
        GDALAllRegister();
        // Drivers that open connections; a database that the user names comes with a later issue.
        for (const char* name :
             {"HTTP", "WFS", "OAPIF", "CSW", "AmigoCloud", "Carto", "Elastic", "GMLAS", "PLSCENES", "NGW"})
            if (GDALDriver* driver = GetGDALDriverManager()->GetDriverByName(name))
                GetGDALDriverManager()->DeregisterDriver(driver);
    });
}

void refuse_network(const std::filesystem::path& path) {
    const std::string text = path.string();
    constexpr std::array remote{"/vsicurl", "/vsis3",      "/vsigs", "/vsiaz", "/vsiadls", "/vsioss", "/vsiswift",
                                "/vsihdfs", "/vsiwebhdfs", "http:",  "https:", "ftp:",     "WFS:",    "OAPIF:"};
    for (const char* prefix : remote)
        if (text.find(prefix) != std::string::npos) throw core::Error("error.no_network", {text});
}

std::vector<std::string> versions() { return {std::string{"GDAL "} + GDALVersionInfo("RELEASE_NAME")}; }

}  // namespace ocop::data
