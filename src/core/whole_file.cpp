#include "core/whole_file.h"

#include <cerrno>
#include <cstring>
#include <fstream>

#include "core/error.h"

namespace ocop::core {

void write_whole(const std::filesystem::path& path, std::string_view bytes) {
    const std::filesystem::path part = path.string() + ".part";
    std::error_code ignored;
    const auto fail = [&](const std::string& reason) {
        std::filesystem::remove(part, ignored);
        throw Error("error.cannot_write", {path.string(), reason});
    };
    {
        errno = 0;
        std::ofstream file{part, std::ios::binary};
        file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        file.flush();
        if (!file) fail(std::strerror(errno != 0 ? errno : EIO));
    }
    std::error_code error;
    std::filesystem::rename(part, path, error);
    if (error) fail(error.message());
}

std::filesystem::path free_name(const std::filesystem::path& folder, const std::string& stem,
                                const std::string& ending) {
    std::error_code error;
    for (int copy = 1;; ++copy) {
        std::filesystem::path path = folder / (stem + (copy == 1 ? "" : "-" + std::to_string(copy)) + ending);
        if (!std::filesystem::exists(path, error)) return path;
    }
}

}  // namespace ocop::core
