// Why a file cannot be written is said in words, with what to do.
#include "core/whole_file.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "core/words.h"

using namespace ocop;
namespace fs = std::filesystem;

namespace {
class Folder {
public:
    Folder() : path_{fs::temp_directory_path() / ("Ghi tệp " + std::to_string(getpid()))} {
        fs::remove_all(path_);
        fs::create_directories(path_);
    }
    ~Folder() { fs::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    fs::path operator/(const char* name) const { return path_ / name; }
    const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

std::string said(const fs::path& file) {
    try {
        core::write_whole(file, "x");
    } catch (const core::Error& error) {
        return core::Words{core::Language::vietnamese}.say(error.message());
    }
    return "written";
}
}  // namespace

TEST_CASE("a file that cannot be written: which folder is missing, is a file, or takes none") {
    const Folder folder;
    CHECK(said(folder / "a.png") == "written");
    const std::string name = (folder / "không/có/a.png").string();
    CHECK(said(name) == "Không ghi được “" + name + "” vì không có thư mục “" + (folder / "không").string() +
                            "”. Hãy tạo thư mục này, hoặc ghi vào chỗ khác.");
    const std::string under = (folder / "a.png/b.png").string();
    CHECK(said(under) == "Không ghi được “" + under + "” vì “" + (folder / "a.png").string() +
                             "” là một tệp, không phải thư mục. Hãy ghi vào chỗ khác.");
    fs::create_directories(folder / "b.png/trong");
    CHECK(said(folder / "b.png") == "Không ghi được “" + (folder / "b.png").string() +
                                        "” vì đã có một thư mục tên như vậy. Hãy đặt tên tệp khác.");
    // Not even an administrator may make files here.
    CHECK(said("/sys/a.png") ==
          "Không ghi được “/sys/a.png”: thư mục “/sys” hoặc tệp này chỉ cho đọc. Hãy ghi vào thư mục khác, hoặc xin "
          "quyền ghi.");
    CHECK(said("/proc/a.png").starts_with("Không ghi được “/proc/a.png”: thư mục “/proc” hoặc tệp này chỉ cho đọc."));
    CHECK(std::distance(fs::directory_iterator{folder.path()}, fs::directory_iterator{}) == 2);  // no half file
}
