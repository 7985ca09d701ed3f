// A file that is written becomes one change, however it is written; nothing is told of a file that nobody wrote.
#include "app/file_watch.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <condition_variable>
#include <fstream>

using ocop::app::FileWatch;
namespace fs = std::filesystem;

namespace {

/// Waits for the watch to speak, at most so long that only a broken one is late.
class Bell {
public:
    void ring() {
        {
            const std::lock_guard lock{mutex_};
            ++rung_;
        }
        told_.notify_one();
    }
    bool wait() {
        std::unique_lock lock{mutex_};
        const bool heard = told_.wait_for(lock, std::chrono::seconds{20}, [this] { return rung_ > 0; });
        rung_ = 0;
        return heard;
    }
    bool silent() {
        const std::lock_guard lock{mutex_};
        return rung_ == 0;
    }

private:
    std::mutex mutex_;
    std::condition_variable told_;
    int rung_ = 0;
};

struct Folder {
    fs::path path = fs::temp_directory_path() / ("ocopmap-watch-" + std::to_string(getpid()));
    Folder() { fs::create_directories(path); }
    ~Folder() { fs::remove_all(path); }
};

void write(const fs::path& file, const std::string& text) { std::ofstream{file, std::ios::binary} << text; }
/// As LibreOffice saves: a new file under another name, then renamed over the old one.
void replace(const fs::path& file, const std::string& text) {
    write(file.string() + ".tmp", text);
    fs::rename(file.string() + ".tmp", file);
}
std::string read(const fs::path& file) {
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

}  // namespace

TEST_CASE("twenty saves in place and twenty by rename are forty changes, each read whole") {
    const Folder folder;
    const fs::path file = folder.path / "Sổ theo dõi.csv";
    write(file, "đầu");
    Bell bell;
    FileWatch watch{[&bell] { bell.ring(); }};
    watch.follow({file});
    for (int i = 0; i < 40; ++i) {
        CAPTURE(i);
        const std::string text = "lần " + std::to_string(i) + std::string(static_cast<std::size_t>(i) * 1000, '.');
        if (i % 2 == 0)
            write(file, text);
        else
            replace(file, text);
        REQUIRE(bell.wait());
        REQUIRE(watch.take_changed() == FileWatch::Files{file});
        REQUIRE(read(file) == text);
    }
    CHECK(watch.take_changed().empty());
    CHECK(bell.silent());
}

TEST_CASE("a file that is still being written is not told before its writer closes it") {
    const Folder folder;
    const fs::path slow = folder.path / "a.csv", other = folder.path / "b.csv";
    write(slow, "1");
    write(other, "1");
    Bell bell;
    FileWatch watch{[&bell] { bell.ring(); }};
    watch.follow({slow, other});
    std::ofstream writer{slow, std::ios::binary};
    writer << "một nửa" << std::flush;
    write(other, "22");
    REQUIRE(bell.wait());
    CHECK(watch.take_changed() == FileWatch::Files{other});
    writer << " và nửa kia";
    writer.close();
    REQUIRE(bell.wait());
    CHECK(watch.take_changed() == FileWatch::Files{slow});
}

TEST_CASE("other files of the folder and LibreOffice's lock file are no change") {
    const Folder folder;
    const fs::path followed = folder.path / "a.csv", last = folder.path / "b.csv";
    write(followed, "1");
    write(last, "1");
    Bell bell;
    FileWatch watch{[&bell] { bell.ring(); }};
    watch.follow({followed, last});
    write(folder.path / ".~lock.a.csv#", "Excel");
    write(folder.path / "c.csv", "khác");
    write(last, "22");  // the watch has looked at all files when it tells of this one
    REQUIRE(bell.wait());
    CHECK(watch.take_changed() == FileWatch::Files{last});
}

TEST_CASE("a file that is deleted is told when it is back") {
    const Folder folder;
    const fs::path file = folder.path / "a.csv";
    write(file, "1");
    Bell bell;
    FileWatch watch{[&bell] { bell.ring(); }};
    watch.follow({file});
    fs::remove(file);
    write(file, "22");
    REQUIRE(bell.wait());
    CHECK(watch.take_changed() == FileWatch::Files{file});
}

TEST_CASE("files that are no longer followed are forgotten") {
    const Folder folder;
    const fs::path first = folder.path / "a.csv", second = folder.path / "b.csv";
    write(first, "1");
    write(second, "1");
    Bell bell;
    FileWatch watch{[&bell] { bell.ring(); }};
    watch.follow({first});
    watch.follow({second});
    write(first, "22");
    write(second, "22");
    REQUIRE(bell.wait());
    CHECK(watch.take_changed() == FileWatch::Files{second});
}
