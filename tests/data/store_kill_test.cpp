// kill -9 at any moment: the store is never damaged, and at most the edit in flight is lost.
#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <cstdint>

#include "data/sqlite.h"
#include "data/store.h"
#include "edits_for_tests.h"

using namespace ocop;
using namespace tests;

namespace {

/// All that a journal says, as a number.
std::uint64_t print_of(const domain::Journal& journal) {
    std::string text;
    for (const domain::JournalEntry& entry : journal.entries()) {
        text += entry.id + entry.when + entry.state_when + std::string{domain::id(entry.state)} + entry.edit.row;
        for (const domain::FieldChange& field : entry.edit.fields) text += field.column + field.before + field.after;
    }
    return std::hash<std::string>{}(text);
}

/// What the writer tells before and after each save.
struct Told {
    std::uint64_t print = 0;
    std::uint64_t saved = 0;  // 1: the save has returned
};

/// Edits, undoes, redoes, saves and refreshes the register until it is killed. Never returns.
[[noreturn]] void write_until_killed(const fs::path& file, const data::EditedRegister& cells, unsigned seed, int out) {
    const auto tell = [&](std::uint64_t print, bool saved) {
        const Told told{print, saved ? 1U : 0U};
        if (write(out, &told, sizeof told) != sizeof told) _exit(1);
    };
    try {
        RandomEditor random{seed};
        data::Store store{file};
        domain::Journal journal = store.load();
        tell(print_of(journal), true);
        for (int step = 0;; ++step) {
            const std::string id = std::to_string(seed) + "s" + std::to_string(step);
            const std::string when = journal.empty() ? moment(1) : domain::next_moment(journal.entries().back().when);
            const int what = random.pick(10);
            if (what == 0) {
                journal.undo(when);
            } else if (what == 1) {
                journal.redo(when);
            } else {
                std::vector<Edit> edits;
                for (int i = random.pick(4); i >= 0; --i)
                    edits.push_back({EditKind::change,
                                     "products",
                                     "gạo" + std::to_string(random.pick(9)),
                                     "Gạo",
                                     {{"contact", "", std::string(static_cast<std::size_t>(random.pick(3000)), 'x')}}});
                journal.record(std::move(edits), {id, when, "Bình"});
            }
            tell(print_of(journal), false);
            journal = store.save(journal);
            tell(print_of(journal), true);
            if (what == 2) store.write_register(cells);
        }
    } catch (const std::exception&) {
        _exit(1);
    }
}

std::string integrity(const fs::path& file) {
    data::Database database{file, data::Database::Mode::write};
    data::Statement check{database, "PRAGMA integrity_check"};
    check.step();
    return check.text(0);
}

}  // namespace

TEST_CASE("killed at 500 random moments, the store is whole and lacks at most the edit in flight") {
    const Folder folder;
    const data::Built built = data::build(small_sources({"Tên sản phẩm,Huyện\nGạo,Châu Thành\nMắm,Phú Quốc\n"}), {});
    RandomEditor random{2021};
    int saves = 0, in_flight = 0;
    for (int round = 0; round < 500; ++round) {
        INFO("round " << round);
        const fs::path file = folder.path() / ("sổ " + std::to_string(round / 25) + ".gpkg");  // a new one at times
        int ends[2] = {-1, -1};
        REQUIRE(pipe(ends) == 0);
        const pid_t child = fork();
        REQUIRE(child >= 0);
        if (child == 0) write_until_killed(file, built.cells, static_cast<unsigned>(round), ends[1]);
        close(ends[1]);
        // From a moment at which it is known to be at work.
        Told told, last_saved, last_told;
        REQUIRE(read(ends[0], &told, sizeof told) == sizeof told);
        last_saved = last_told = told;
        const auto hear = [&] {
            if (read(ends[0], &told, sizeof told) != sizeof told) return false;
            last_told = told;
            if (told.saved == 1) last_saved = told, ++saves;
            return true;
        };
        for (int words = random.pick(4); words > 0; --words) REQUIRE(hear());
        timespec moment_of_death{0, random.pick(8'000) * 1000};
        pollfd nothing{-1, 0, 0};
        ppoll(&nothing, 1, &moment_of_death, nullptr);
        kill(child, SIGKILL);
        int status = 0;
        waitpid(child, &status, 0);
        REQUIRE(WIFSIGNALED(status));
        while (hear()) {
        }
        close(ends[0]);
        if (fs::exists(file)) REQUIRE(integrity(file) == "ok");
        const std::uint64_t found = print_of(data::Store{file}.load());
        REQUIRE((found == last_saved.print || found == last_told.print));
        in_flight += last_told.saved == 1 ? 0 : 1;
    }
    CHECK(saves > 100);      // it was at work,
    CHECK(in_flight > 100);  // and mostly in the middle of it
}
