#include "render/part_file.h"

#include <cerrno>
#include <cstring>
#include <fstream>

#include "core/error.h"

namespace ocop::render {

void write_whole(const std::filesystem::path& path, std::string_view bytes) {
    const std::filesystem::path part = path.string() + ".part";
    std::error_code ignored;
    const auto fail = [&](const std::string& reason) {
        std::filesystem::remove(part, ignored);
        throw core::Error("error.cannot_write", {path.string(), reason});
    };
    {
        errno = 0;
        std::ofstream file{part, std::ios::binary};
        file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        file.flush();
        if (!file) fail(std::strerror(errno));
    }
    std::error_code error;
    std::filesystem::rename(part, path, error);
    if (error) fail(error.message());
}

}  // namespace ocop::render
