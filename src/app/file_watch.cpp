#include "app/file_watch.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <array>
#include <set>
#include <utility>

namespace ocop::app {

namespace {
constexpr int rest_ms = 60;       // between two looks at a file on the move
constexpr int network_ms = 1000;  // between two looks where nobody tells

/// File systems that other computers write to without our kernel's knowing (statfs(2), linux/magic.h).
bool is_network(const std::filesystem::path& folder) {
    struct statfs system {};
    if (statfs(folder.c_str(), &system) != 0) return true;  // unknown: look
    constexpr std::array<unsigned long, 7> network{
        0x6969 /* nfs */,    0x517B /* smb */, 0xFF534D42 /* cifs */, 0xFE534D42 /* smb2 */, 0x65735546 /* fuse */,
        0x01021997 /* 9p */, 0x786F4256 /* vboxsf */};
    for (const unsigned long magic : network)
        if ((static_cast<unsigned long>(system.f_type) & 0xFFFFFFFFul) == magic) return true;
    return false;
}

void drain(int descriptor) {
    eventfd_t count = 0;
    eventfd_read(descriptor, &count);
}
}  // namespace

FileMark mark_of(const std::filesystem::path& file) {
    struct stat found {};
    if (stat(file.c_str(), &found) != 0) return {};
    return {static_cast<std::uintmax_t>(found.st_size),
            static_cast<std::int64_t>(found.st_mtim.tv_sec) * 1'000'000'000 + found.st_mtim.tv_nsec,
            static_cast<std::uintmax_t>(found.st_ino), true};
}

FileWatch::FileWatch(std::function<void()> changed)
    : changed_{std::move(changed)},
      inotify_{inotify_init1(IN_NONBLOCK | IN_CLOEXEC)},
      wake_{eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)},
      thread_{[this] { run(); }} {}

FileWatch::~FileWatch() {
    {
        const std::lock_guard lock{mutex_};
        ending_ = true;
    }
    eventfd_write(wake_, 1);
    thread_.join();
    if (inotify_ >= 0) close(inotify_);
    close(wake_);
}

void FileWatch::follow(const Files& files) {
    {
        const std::lock_guard lock{mutex_};
        files_.clear();
        for (const auto& file : files) {
            const FileMark now = mark_of(file);
            files_[std::filesystem::absolute(file)] = {now, now};
        }
        Files whole;
        for (const auto& [file, followed] : files_) whole.push_back(file);
        watch_folders(whole);
    }
    eventfd_write(wake_, 1);
}

void FileWatch::watch_folders(const Files& files) {
    for (const auto& [folder, path] : folders_) inotify_rm_watch(inotify_, folder);
    folders_.clear();
    looks_ = inotify_ < 0 ? Looks::every_second : Looks::when_told;
    std::set<std::filesystem::path> known;
    for (const auto& file : files) {
        const auto folder = file.parent_path();
        if (!known.insert(folder).second) continue;
        // Not IN_MODIFY: a file that is still being written is nobody's business yet.
        const int watch = inotify_add_watch(inotify_, folder.c_str(), IN_CLOSE_WRITE | IN_MOVED_TO);
        if (watch < 0 || is_network(folder)) looks_ = Looks::every_second;
        if (watch >= 0) folders_[watch] = folder;
    }
}

FileWatch::Files FileWatch::take_changed() {
    Files changed;
    const std::lock_guard lock{mutex_};
    for (auto& [file, followed] : files_)
        if (std::exchange(followed.due, false)) changed.push_back(file);
    return changed;
}

void FileWatch::hear() {
    alignas(inotify_event) std::array<char, 4096> buffer;
    for (ssize_t length = 0; (length = read(inotify_, buffer.data(), buffer.size())) > 0;) {
        const std::lock_guard lock{mutex_};
        for (ssize_t at = 0; at < length;) {
            const auto* event = reinterpret_cast<const inotify_event*>(buffer.data() + at);
            at += static_cast<ssize_t>(sizeof(inotify_event) + event->len);
            const bool lost = (event->mask & IN_Q_OVERFLOW) != 0;  // too much at once: any file may be meant
            const auto folder = folders_.find(event->wd);
            for (auto& [file, followed] : files_)
                if (lost || (folder != folders_.end() && event->len > 0 && file == folder->second / event->name))
                    followed.written = true;
        }
    }
}

bool FileWatch::look() {
    bool moving = false, due = false;
    {
        const std::lock_guard lock{mutex_};
        for (auto& [file, followed] : files_) {
            if (looks_ == Looks::when_told && !followed.written) continue;
            const FileMark now = mark_of(file);
            const bool rested = now == followed.seen;
            followed.seen = now;
            if (now == followed.told) {
                followed.written = !rested;
                continue;
            }
            // Between the deletion and the rename of a save there is no file: that is no state to show.
            if (!rested || !now.exists) {
                moving = moving || !rested;
                continue;
            }
            followed.told = now;
            followed.written = false;
            followed.due = due = true;
        }
    }
    if (due) changed_();
    return moving;
}

void FileWatch::run() {
    bool moving = false;
    for (;;) {
        int wait_ms = -1;
        {
            const std::lock_guard lock{mutex_};
            if (ending_) return;
            if (looks_ == Looks::every_second && !files_.empty()) wait_ms = network_ms;
        }
        if (moving) wait_ms = rest_ms;
        std::array<pollfd, 2> waited{{{wake_, POLLIN, 0}, {inotify_, POLLIN, 0}}};
        poll(waited.data(), inotify_ >= 0 ? 2 : 1, wait_ms);
        drain(wake_);
        if (inotify_ >= 0) hear();
        moving = look();
    }
}

}  // namespace ocop::app
