// A store on a bad day: every failure is a sentence, the journal stays whole, and saving again works.
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <fstream>
#include <random>

#include "data/sqlite.h"
#include "data/store.h"
#include "edits_for_tests.h"

using namespace ocop;
using namespace tests;

namespace {

Edit contact(int number, std::size_t length = 10) {
    return {EditKind::change,
            "products",
            "gạo",
            "Gạo",
            {{"contact", "", std::to_string(number) + std::string(length, 'x')}}};
}

Editor with_steps(int count, std::size_t length = 10) {
    Editor editor;
    for (int i = 0; i < count; ++i) editor.record({contact(i, length)});
    return editor;
}

std::string bytes_of(const fs::path& file) {
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

/// The key of the core::Error that an action throws; "" when it throws none.
std::string key_of(const std::function<void()>& action) {
    try {
        action();
    } catch (const core::Error& error) {
        return error.message().key;
    }
    return {};
}

/// Runs in a process of its own, which may give up rights for good; what it returns has to be short.
std::string apart(const std::function<std::string()>& action) {
    int ends[2] = {-1, -1};
    REQUIRE(pipe(ends) == 0);
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        std::string text;
        try {
            text = action();
        } catch (const std::exception& error) {
            text = error.what();
        }
        (void)!write(ends[1], text.data(), text.size());
        _exit(0);
    }
    close(ends[1]);
    std::string out(1000, '\0');
    out.resize(static_cast<std::size_t>(std::max<ssize_t>(read(ends[0], out.data(), out.size()), 0)));
    close(ends[0]);
    waitpid(child, nullptr, 0);
    return out;
}

}  // namespace

TEST_CASE("a folder that may not be written to: a sentence, and the journal can still be rescued") {
    const Folder folder, elsewhere;
    const fs::path locked = folder.path() / "chỉ đọc", file = locked / "sổ.gpkg",
                   rescue = elsewhere.path() / "cứu hộ.gpkg";
    fs::create_directories(locked);
    const Editor before = with_steps(2), after = with_steps(3);
    const bool there = GENERATE(false, true);
    if (there) data::Store{file}.save(before.journal);
    fs::permissions(elsewhere.path(), fs::perms::all);
    fs::permissions(locked, static_cast<fs::perms>(0555));
    const std::string told = apart([&] {
        if (geteuid() == 0 && setuid(65534) != 0) return std::string{"no other user"};  // nothing is forbidden to root
        data::Store store{file};
        const domain::Journal loaded = store.load();
        if (loaded != (there ? before.journal : domain::Journal{}))
            return "loaded " + std::to_string(loaded.entries().size());
        const std::string key = key_of([&] { store.save(after.journal); });
        data::write_rescue_copy(rescue, after.journal, {});
        return key;
    });
    fs::permissions(locked, fs::perms::owner_all);
    CHECK(told == "error.store_read_only");
    CHECK(fs::exists(file) == there);
    CHECK(data::Store{rescue}.load() == after.journal);
    if (there) CHECK(data::Store{file}.load() == before.journal);
}

TEST_CASE("a folder that may not even be looked into is no folder without a store") {
    const Folder folder;
    const fs::path hidden = folder.path() / "kín", file = hidden / "sổ.gpkg";
    fs::create_directories(hidden);
    data::Store{file}.save(with_steps(2).journal);
    fs::permissions(hidden, fs::perms::none);
    const std::string told = apart([&] {
        if (geteuid() == 0 && setuid(65534) != 0) return std::string{"no other user"};
        data::Store store{file};
        return key_of([&] { store.load(); }) + " " + key_of([&] { store.save(with_steps(3).journal); });
    });
    fs::permissions(hidden, fs::perms::owner_all);
    CHECK(told == "error.store_unreadable error.store_unreadable");
}

TEST_CASE("a file that may not grow: the last good state stays, and saving again works") {
    const Folder folder;
    const fs::path file = folder.path() / "sổ.gpkg";
    data::Store{file}.save(with_steps(3).journal);
    const std::string told = apart([&] {
        signal(SIGXFSZ, SIG_IGN);
        rlimit limit{};
        getrlimit(RLIMIT_FSIZE, &limit);
        const rlim_t free = limit.rlim_cur;
        data::Store store{file};
        store.load();
        limit.rlim_cur = static_cast<rlim_t>(fs::file_size(file));
        setrlimit(RLIMIT_FSIZE, &limit);
        const Editor big = with_steps(40, 5000);
        const std::string key = key_of([&] { store.save(big.journal); });
        limit.rlim_cur = free;
        setrlimit(RLIMIT_FSIZE, &limit);
        if (data::Store{file}.load() != with_steps(3).journal) return "damaged: " + key;
        store.save(big.journal);
        return key;
    });
    CHECK(told == "error.store_full");
    CHECK(data::Store{file}.load().entries().size() == 40);
}

TEST_CASE("a full disk: a sentence, the last good state stays, and saving again works when there is room") {
    const Folder folder;
    const fs::path disk = folder.path() / "ổ đĩa";
    fs::create_directories(disk);
    if (mount("tmpfs", disk.c_str(), "tmpfs", 0, "size=256k") != 0) {
        WARN("no small disk can be mounted here; the limit on file sizes stands in for it");
        return;
    }
    {
        const fs::path file = disk / "sổ.gpkg";
        data::Store store{file};
        store.save(with_steps(3).journal);
        const Editor big = with_steps(40, 10000);
        CHECK(key_of([&] { store.save(big.journal); }) == "error.store_full");
        CHECK(data::Store{file}.load() == with_steps(3).journal);
        Editor small = with_steps(4);
        CHECK(store.save(small.journal) == small.journal);

        std::ofstream{disk / "đầy"} << std::string(300'000, 'x');  // until nothing is left
        small.record({contact(7, 5000)});
        CHECK(key_of([&] { store.save(small.journal); }) == "error.store_full");
        CHECK(data::Store{file}.load() == with_steps(4).journal);
        CHECK(key_of([&] { data::Store{disk / "mới.gpkg"}.save(small.journal); }) == "error.store_full");
        CHECK_FALSE(fs::exists(disk / "mới.gpkg"));
        CHECK(key_of([&] { store.copy_to(disk / "bản sao.gpkg"); }) == "error.store_full");
        fs::remove(disk / "đầy");
        CHECK(store.save(small.journal) == small.journal);
        CHECK(data::Store{file}.load() == small.journal);
    }
    umount(disk.c_str());
}

TEST_CASE("a store that another program holds: a sentence, and saving again works") {
    const Folder folder;
    const fs::path file = folder.path() / "sổ.gpkg";
    data::Store store{file};
    Editor editor = with_steps(2);
    store.save(editor.journal);
    editor.record({contact(9)});
    {
        data::Database other{file, data::Database::Mode::write};
        other.run("BEGIN EXCLUSIVE");
        CHECK(error_of([&] { store.save(editor.journal); }) ==
              "Kho sửa đổi “" + file.string() +
                  "” đang bị chương trình khác giữ. Các sửa đổi vẫn còn trong bộ nhớ; hãy đóng chương trình kia (ví dụ "
                  "QGIS) rồi lưu lại.");
    }
    CHECK(store.save(editor.journal) == editor.journal);
}

TEST_CASE("a store that vanished is told once; what is saved then is whole again") {
    const Folder folder;
    const fs::path file = folder.path() / "sổ.gpkg";
    data::Store store{file};
    Editor editor = with_steps(2);
    store.save(editor.journal);
    fs::remove(file);
    editor.record({contact(9)});
    CHECK(key_of([&] { store.save(editor.journal); }) == "error.store_gone");
    CHECK_FALSE(fs::exists(file));
    CHECK(store.save(editor.journal) == editor.journal);
    CHECK(data::Store{file}.load() == editor.journal);
}

TEST_CASE("a stick that comes back with its store is joined to what was done meanwhile") {
    const Folder folder;
    const fs::path file = folder.path() / "sổ.gpkg", pulled = folder.path() / "rút ra";
    data::Store store{file};
    Editor editor = with_steps(2);
    store.save(editor.journal);
    fs::rename(file, pulled);
    editor.record({contact(9)});
    CHECK(key_of([&] { store.save(editor.journal); }) == "error.store_gone");
    fs::rename(pulled, file);
    CHECK(store.save(editor.journal) == editor.journal);
    CHECK(data::Store{file}.load() == editor.journal);
}

TEST_CASE("another program's file of this name is no store, and is never written to") {
    const Folder folder;
    const fs::path file = folder.path() / "sổ.gpkg";
    {
        data::Database map{file, data::Database::Mode::create};
        map.run("CREATE TABLE communes (fid INTEGER PRIMARY KEY, name TEXT)");
    }
    const std::string before = bytes_of(file);
    data::Store store{file};
    CHECK(store.load().empty());
    CHECK(key_of([&] { store.save(with_steps(1).journal); }) == "error.store_foreign");
    CHECK(key_of([&] { store.write_register({}); }) == "error.store_foreign");
    CHECK(key_of([&] { store.load_existing(); }) == "error.store_foreign");
    CHECK(bytes_of(file) == before);
    CHECK(key_of([&] { data::Store{folder.path() / "không có.gpkg"}.load_existing(); }) == "error.file_missing");
}

TEST_CASE("a store of a newer version is neither read nor written") {
    const Folder folder;
    const fs::path file = folder.path() / "sổ.gpkg";
    data::Store{file}.save(with_steps(2).journal);
    {
        data::Database newer{file, data::Database::Mode::write};
        newer.run("UPDATE ocop_meta SET value = '3' WHERE key = 'schema_version'");
    }
    const std::string before = bytes_of(file);
    CHECK(error_of([&] { data::Store{file}.load(); }) ==
          "Kho sửa đổi “" + file.string() +
              "” do phiên bản mới hơn của chương trình ghi nên không mở được. Hãy cập nhật chương trình.");
    CHECK(key_of([&] { data::Store{file}.save(with_steps(3).journal); }) == "error.store_newer");
    CHECK(bytes_of(file) == before);
}

TEST_CASE("a damaged store is told; whatever is wrong with it, nothing worse happens") {
    const Folder folder;
    const fs::path file = folder.path() / "sổ.gpkg";
    data::Store{file}.save(with_steps(60, 200).journal);
    const std::string whole = bytes_of(file);
    const auto write = [&](const std::string& bytes) { std::ofstream{file, std::ios::binary} << bytes; };

    write("đây không phải là một kho sửa đổi, chỉ là chữ" + std::string(2000, '.'));
    CHECK(key_of([&] { data::Store{file}.load(); }) == "error.store_damaged");
    CHECK(key_of([&] { data::Store{file}.save(with_steps(1).journal); }) == "error.store_damaged");
    write(whole.substr(0, whole.size() / 2));
    CHECK(key_of([&] { data::Store{file}.load(); }) == "error.store_damaged");
    write(whole);
    {
        data::Database odd{file, data::Database::Mode::write};
        odd.run("UPDATE ocop_journal SET state = 'perhaps' WHERE step = 2");
    }
    CHECK(key_of([&] { data::Store{file}.load(); }) == "error.store_damaged");

    std::mt19937 random{7};
    for (int round = 0; round < 150; ++round) {
        std::string bytes = whole;
        for (int i = 0; i < 8; ++i) bytes[random() % bytes.size()] = static_cast<char>(random());
        write(bytes);
        INFO("round " << round);
        const std::string key = key_of([&] {
            data::Store store{file};
            Editor editor;
            editor.journal = store.load();
            editor.record({contact(1)});
            store.save(editor.journal);
        });
        CHECK((key.empty() || key == "error.store_damaged" || key == "error.store_unreadable" ||
               key == "error.store_newer" || key == "error.store_foreign"));
    }
}

TEST_CASE("a workspace whose store is damaged says so instead of showing the register without its edits") {
    const Folder folder;
    folder.write("sổ.csv", "Tên sản phẩm,Huyện,Hạng sao\nGạo,Châu Thành,4\n");
    const fs::path file = workspace(folder, "register = [\"sổ.csv\"]\n" + shipped_districts + shipped_communes);
    CHECK(data::open(file).records.products.size() == 1);
    folder.write(data::store_path(file).filename().string(), "hỏng" + std::string(500, '?'));
    CHECK(
        error_of([&] { data::open(file); }) ==
        "Kho sửa đổi “" + data::store_path(file).string() +
            "” bị hỏng nên không đọc được. Hãy chép lại tệp này từ bản sao lưu, hoặc đổi tên tệp để mở mà không có các "
            "sửa đổi trong đó.");
}

TEST_CASE("a workspace is opened with the edits of its store") {
    const Folder folder;
    folder.write("sổ.csv", "Tên sản phẩm,Huyện,Hạng sao\nGạo,Châu Thành,4\n");
    const fs::path file = workspace(folder, "register = [\"sổ.csv\"]\n" + shipped_districts + shipped_communes);
    const data::Sources sources = data::read_sources(file);
    Editor editor;
    editor.change(data::build(sources, {}).cells.rows("products").at(0), "stars", "5");
    data::Store{sources.store}.save(editor.journal);
    CHECK(data::open(file).records.products.at(0).recognitions.at(0).stars == 5);
    CHECK(data::open(file).records == data::build(sources, editor.journal).document.records);
}
