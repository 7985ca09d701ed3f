#include "core/whole_file.h"

#include <cerrno>
#include <cstring>
#include <fstream>

namespace ocop::core {

Error write_error(const std::filesystem::path& path, int reason) {
    namespace fs = std::filesystem;
    const std::string name = path.string();
    std::error_code unknown;
    const fs::path folder = fs::absolute(path.parent_path().empty() ? fs::path{"."} : path.parent_path(), unknown);
    // Where one may not look, nothing is known to be missing.
    const bool refused = reason == EACCES || reason == EPERM || reason == EROFS;
    if (!refused && (!fs::exists(folder, unknown) || reason == ENOTDIR)) {
        // The first part that is missing, for the others may be right; all are folders: the path itself is none.
        fs::path missing = "/";
        for (const fs::path& part : fs::absolute(path, unknown))
            if (missing /= part; !fs::is_directory(missing, unknown)) break;
        return Error{fs::exists(missing, unknown) ? "error.folder_is_file" : "error.folder_missing",
                     {name, missing.string()}};
    }
    if (fs::is_directory(path, unknown)) return Error{"error.is_folder", {name}};
    // ENOENT in a folder that is there: one of the system's own, where nobody makes files.
    if (refused || reason == ENOENT) return Error{"error.write_refused", {name, folder.string()}};
    const fs::space_info space = fs::space(folder, unknown);
    if (reason == ENOSPC || reason == EDQUOT || (!unknown && space.available < 64 * 1024))
        return Error{"error.disk_full", {name}};
    return Error{"error.cannot_write", {name, std::strerror(reason == 0 ? EIO : reason)}};
}

void write_whole(const std::filesystem::path& path, std::string_view bytes) {
    const std::filesystem::path part = path.string() + ".part";
    const auto fail = [&](int reason) {
        std::error_code ignored;
        std::filesystem::remove(part, ignored);
        throw write_error(path, reason);
    };
    {
        errno = 0;
        std::ofstream file{part, std::ios::binary};
        file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        file.flush();
        if (!file) fail(errno);
    }
    std::error_code error;
    std::filesystem::rename(part, path, error);
    if (error) fail(error.value());
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
