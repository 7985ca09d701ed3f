#pragma once
// Tells when one of the open files was written and has come to rest: the office saves in Excel, the map follows.
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace ocop::app {

/// What tells two states of a file apart; LibreOffice saves by rename (a new inode), others write in place.
struct FileMark {
    std::uintmax_t size = 0;
    std::int64_t written_ns = 0;
    std::uintmax_t inode = 0;
    bool exists = false;
    bool operator==(const FileMark&) const = default;
};
FileMark mark_of(const std::filesystem::path& file);

class FileWatch {
public:
    using Files = std::vector<std::filesystem::path>;

    /// `changed` is called from the watching thread when something was written and has rested for two looks.
    explicit FileWatch(std::function<void()> changed);
    ~FileWatch();
    FileWatch(const FileWatch&) = delete;
    FileWatch& operator=(const FileWatch&) = delete;

    /// Watches these files instead of the earlier ones, from the state that they are in now. Folders are watched by
    /// inotify, so that files which are replaced by others are seen too; a folder on a network, where inotify hears
    /// nothing of other computers, is looked at once a second.
    void follow(const Files& files);
    /// The files that were written since the last call and have come to rest.
    Files take_changed();

private:
    enum class Looks { when_told, every_second };
    struct Followed {
        FileMark told;         // the state that was told last
        FileMark seen;         // at the last look
        bool written = false;  // whoever wrote it closed it, or put another in its place
        bool due = false;      // differs from `told` and has rested
    };
    void run();
    /// Hears from the kernel which files were written.
    void hear();
    /// Looks at every file. True while one of them is still on the move.
    bool look();
    void watch_folders(const Files& files);

    std::function<void()> changed_;
    std::mutex mutex_;
    std::map<std::filesystem::path, Followed> files_;
    Looks looks_ = Looks::when_told;
    int inotify_ = -1, wake_ = -1;
    std::map<int, std::filesystem::path> folders_;  // by inotify's number
    bool ending_ = false;
    std::thread thread_;
};

}  // namespace ocop::app
