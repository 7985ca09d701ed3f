// A workbook is written whole or not at all, and what stands in it is what was put in.
#include "data/workbook.h"

#include <sys/resource.h>

#include <catch2/catch.hpp>
#include <csignal>

#include "data/table.h"
#include "support.h"

using namespace ocop;
using namespace tests;
using Lines = std::vector<std::string>;

namespace {

/// While it lives, no file may grow beyond `bytes`: a disk that fills up while a file is written.
class SmallDisk {
public:
    explicit SmallDisk(rlim_t bytes) {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &before_);
        rlimit small = before_;
        small.rlim_cur = bytes;
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallDisk() {
        setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, SIG_DFL);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

private:
    rlimit before_{};
};

void write_rows(const fs::path& path, int rows, bool alike = false) {
    data::Workbook book{path, {2021, 12, 31}};
    data::Worksheet& sheet = book.add("Số liệu");
    for (int row = 0; row < rows; ++row)
        sheet.text(row, 0, alike ? "dòng" : "dòng " + std::to_string(row * 7919 % 100003));
    book.save();
}

std::vector<std::string> files_in(const fs::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator{folder}) names.push_back(entry.path().filename().string());
    return names;
}

}  // namespace

TEST_CASE("cells keep what they are given") {
    const Folder folder;
    const fs::path path = folder.path() / "ô.xlsx";
    {
        data::Workbook book{path, {2021, 12, 31}};
        data::Worksheet& sheet = book.add("Ô");
        sheet.text(0, 0, "=1+1");
        sheet.text(0, 1, "007", data::Look::code);
        sheet.text(0, 2, "Hòn Đất & <Ễ> \"Ậ\" 🐟\nhai");
        sheet.number(1, 0, 83.33, "0.00\" %\"");
        sheet.number(1, 1, -1234567);
        sheet.date(1, 2, {2024, 2, 29});
        sheet.date(2, 0, {1900, 2, 28});
        sheet.text(2, 1, "");
        sheet.text(2, 2, std::string(32767, 'x'));
        book.save();
    }
    const auto tables = data::read_tables(path);
    REQUIRE(tables.size() == 1);
    CHECK(tables[0].sheet == "Ô");
    CHECK(tables[0].rows[0] == Lines{"=1+1", "007", "Hòn Đất & <Ễ> \"Ậ\" 🐟\nhai"});
    CHECK(tables[0].rows[1] == Lines{"83.33", "-1234567", "2024/02/29"});
    CHECK(tables[0].rows[2] == Lines{"28/02/1900", "", std::string(32767, 'x')});
}

TEST_CASE("a text that Excel cannot take is refused with its place") {
    const Folder folder;
    const fs::path path = folder.path() / "dài.xlsx";
    CHECK(error_of([&] {
              data::Workbook book{path, {2021, 12, 31}};
              book.add("Ghi chú").text(4, 27, std::string(32768, 'x'));
          }) == "Không ghi được “" + path.string() +
                    "”: chữ ở trang “Ghi chú”, ô AB5 dài quá 32.767 ký tự mà Excel nhận. Hãy rút ngắn chữ này.");
    CHECK(files_in(folder.path()).empty());
}

TEST_CASE("where nothing can be written, a sentence says why and what to do") {
    const Folder folder;
    const fs::path missing = folder.path() / "không có" / "sổ.xlsx";
    CHECK(error_of([&] { write_rows(missing, 1); }) == "Không ghi được “" + missing.string() +
                                                           "” vì không có thư mục “" + missing.parent_path().string() +
                                                           "”. Hãy tạo thư mục này, hoặc ghi vào chỗ khác.");
    // Not even an administrator may make files here.
    CHECK(error_of([&] { write_rows("/sys/sổ.xlsx", 1); }) ==
          "Không ghi được “/sys/sổ.xlsx”: thư mục “/sys” hoặc tệp này chỉ cho đọc. Hãy ghi vào thư mục khác, hoặc xin "
          "quyền ghi.");
    fs::create_directories(folder.path() / "sổ.xlsx" / "trong");
    CHECK(error_of([&] { write_rows(folder.path() / "sổ.xlsx", 1); }).starts_with("Không ghi được “"));
    CHECK(files_in(folder.path()) == Lines{"sổ.xlsx"});
}

TEST_CASE("a disk that fills up while writing leaves the older file as it was") {
    const Folder folder;
    const fs::path path = folder.path() / "sổ.xlsx";
    write_rows(path, 10);
    const std::string before = data::read_bytes(path);
    for (const rlim_t bytes : {0U, 100U, 4000U, 40000U}) {
        INFO(bytes);
        const std::string said = error_of([&] {
            const SmallDisk disk{bytes};
            write_rows(path, 20000);
        });
        CHECK(said.starts_with("Không ghi được “" + path.string() + "”"));
        CHECK((data::read_bytes(path) == before));
        CHECK(files_in(folder.path()) == Lines{"sổ.xlsx"});
    }
    // Room for the finished file, not for what it is packed from: the library writes a torn file and reports success.
    const std::string said = error_of([&] {
        const SmallDisk disk{200'000};
        write_rows(path, 20000, true);
    });
    CHECK(said.starts_with("Không ghi được “" + path.string() + "”"));
    CHECK((data::read_bytes(path) == before));
    write_rows(path, 20000, true);
    CHECK(fs::file_size(path) < 200'000);
    CHECK(data::read_tables(path)[0].rows.size() == 20000);
}

TEST_CASE("what is not saved leaves no trace") {
    const Folder folder;
    {
        data::Workbook book{folder.path() / "sổ.xlsx", {2021, 12, 31}};
        book.add("Một").text(0, 0, "chữ");
    }
    CHECK(files_in(folder.path()).empty());
}

TEST_CASE("columns have letters") {
    CHECK(data::column_letters(0) == "A");
    CHECK(data::column_letters(25) == "Z");
    CHECK(data::column_letters(26) == "AA");
    CHECK(data::column_letters(701) == "ZZ");
    CHECK(data::quoted_sheet("Đạt's") == "'Đạt''s'");
}
