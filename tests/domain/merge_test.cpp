// Two laptops' journals as one: the newest word stands, nothing is lost, both orders give the same.
#include "domain/merge.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <set>

#include "domain/journal_for_tests.h"

using namespace ocop::domain;
using namespace ocop::domain::small;

namespace {

/// A second laptop that starts from a copy of the first one's journal.
Laptop copy_of(const Laptop& laptop, std::string who) { return {std::move(who), laptop.journal, laptop.ms}; }

void act_at_random(Laptop& laptop, std::mt19937& random) {
    const auto pick = [&](int below) { return std::uniform_int_distribution{0, below - 1}(random); };
    const std::string row(1, static_cast<char>('a' + pick(4)));
    const std::string column = pick(2) == 0 ? "contact" : "note";
    laptop.ms += pick(40);
    switch (pick(8)) {
        case 0:
            laptop.undo();
            break;
        case 1:
            laptop.redo();
            break;
        case 2:
            laptop.record({removal(row)});
            break;
        case 3:
            laptop.record({addition(laptop.who + row + std::to_string(laptop.ms), row)});
            break;
        default:
            laptop.record({change(row, value(laptop.journal, row, column), std::to_string(pick(6)), column),
                           change("chung", "", std::to_string(pick(6)), column)});
    }
}

/// Entries without what merging may set anew: their number and whether they are undone.
std::set<std::string> contents(const Journal& journal) {
    std::set<std::string> out;
    for (const JournalEntry& entry : journal.entries()) {
        std::string text = entry.id + entry.who + entry.when + entry.edit.table + entry.edit.row;
        for (const FieldChange& field : entry.edit.fields) text += field.column + field.before + field.after;
        out.insert(std::move(text));
    }
    return out;
}

}  // namespace

TEST_CASE("edits of different cells stand side by side") {
    Laptop an{"An", {}}, binh{"Bình", {}};
    an.record({change("gạo", "", "1")});
    binh.record({change("mắm", "", "2"), change("gạo", "", "x", "note")});
    const Merged merged = merge(an.journal, binh.journal);
    CHECK(value(merged.journal, "gạo") == "1");
    CHECK(value(merged.journal, "gạo", "note") == "x");
    CHECK(value(merged.journal, "mắm") == "2");
    CHECK(merged.conflicts.empty());
}

TEST_CASE("of one cell the newest text stands and the other is listed") {
    Laptop an{"An", {}}, binh{"Bình", {}};
    binh.ms = 5;
    an.record({change("gạo", "", "1")});
    binh.record({change("gạo", "", "2")});
    const Merged merged = merge(an.journal, binh.journal);
    CHECK(value(merged.journal, "gạo") == "2");
    REQUIRE(merged.conflicts.size() == 1);
    const MergeConflict& conflict = merged.conflicts.front();
    CHECK(conflict.row == "gạo");
    CHECK(conflict.column == "contact");
    CHECK(conflict.kept == MergeConflict::Side{"2", false, false, at_ms(15), "Bình"});
    CHECK(conflict.lost == MergeConflict::Side{"1", false, false, at_ms(10), "An"});
    Journal undone = merged.journal;
    undone.undo(at_ms(100));
    CHECK(value(undone, "gạo") == "1");  // the other word is still there
}

TEST_CASE("two who write the same do not contradict each other") {
    Laptop an{"An", {}}, binh{"Bình", {}};
    an.record({change("gạo", "", "1")});
    binh.record({change("gạo", "", "1")});
    CHECK(merge(an.journal, binh.journal).conflicts.empty());
}

TEST_CASE("whoever knew of the other's edit overrules it without a conflict") {
    Laptop an{"An", {}};
    an.record({change("gạo", "", "1")});
    Laptop binh = copy_of(an, "Bình");
    binh.record({change("gạo", "1", "2")});
    const Merged merged = merge(an.journal, binh.journal);
    CHECK(value(merged.journal, "gạo") == "2");
    CHECK(merged.conflicts.empty());
}

TEST_CASE("a row that one removed and the other went on with is kept when that came later, and listed") {
    Laptop an{"An", {}}, binh{"Bình", {}};
    binh.ms = 5;
    an.record({removal("gạo")});
    binh.record({change("gạo", "", "2")});
    Merged merged = merge(an.journal, binh.journal);
    CHECK(value(merged.journal, "gạo") == "2");
    REQUIRE(merged.conflicts.size() == 1);
    CHECK(merged.conflicts[0].column.empty());
    CHECK_FALSE(merged.conflicts[0].kept.removed);
    CHECK(merged.conflicts[0].lost.removed);
    an.ms = 50;
    an.undo();
    an.record({removal("gạo")});
    merged = merge(an.journal, binh.journal);
    CHECK(value(merged.journal, "gạo") == "(removed)");
    REQUIRE(merged.conflicts.size() == 1);
    CHECK(merged.conflicts[0].kept.removed);
}

TEST_CASE("an edit that one side has undone since is undone; redo is lost only where the other went on") {
    Laptop an{"An", {}};
    an.record({change("gạo", "", "1")});
    Laptop binh = copy_of(an, "Bình");
    binh.undo();
    Merged merged = merge(an.journal, binh.journal);
    CHECK(value(merged.journal, "gạo") == "(source)");
    CHECK(merged.journal.can_redo());
    an.record({change("mắm", "", "2")});
    merged = merge(an.journal, binh.journal);
    CHECK(value(merged.journal, "gạo") == "(source)");
    CHECK(value(merged.journal, "mắm") == "2");
    CHECK_FALSE(merged.journal.can_redo());
}

TEST_CASE("an undo does not overrule what the other side went on to write, and is listed") {
    Laptop an{"An", {}};
    an.record({change("gạo", "", "1")});
    Laptop binh = copy_of(an, "Bình");
    an.record({change("gạo", "1", "2")});
    binh.ms = 100;
    binh.undo();
    const Merged merged = merge(an.journal, binh.journal);
    CHECK(value(merged.journal, "gạo") == "2");
    REQUIRE(merged.conflicts.size() == 1);
    CHECK(merged.conflicts[0].kept == MergeConflict::Side{"2", false, false, at_ms(20), "An"});
    CHECK(merged.conflicts[0].lost == MergeConflict::Side{"", false, true, at_ms(110), "An"});
}

TEST_CASE("steps of two laptops stay steps") {
    Laptop an{"An", {}}, binh{"Bình", {}};
    an.record({change("gạo", "", "1"), change("mắm", "", "1")});
    binh.record({change("muối", "", "2"), change("tiêu", "", "2")});
    Journal journal = merge(an.journal, binh.journal).journal;
    journal.undo(at_ms(90));
    CHECK(value(journal, "gạo") == "1");
    CHECK(value(journal, "mắm") == "1");
    CHECK(value(journal, "muối") == "(source)");
    CHECK(value(journal, "tiêu") == "(source)");
}

TEST_CASE("merging is the same both ways, adds nothing twice and loses nothing") {
    for (unsigned seed = 0; seed < 400; ++seed) {
        INFO("seed " << seed);
        std::mt19937 random{seed};
        Laptop an{"An", {}};
        for (int i = 0; i < 5; ++i) act_at_random(an, random);
        Laptop binh = copy_of(an, "Bình");
        for (int i = 0; i < 8; ++i) act_at_random(i % 3 == 0 ? an : binh, random);
        const Merged one = merge(an.journal, binh.journal), other = merge(binh.journal, an.journal);
        REQUIRE(one.journal == other.journal);
        REQUIRE(one.conflicts == other.conflicts);

        REQUIRE(merge(an.journal, an.journal).journal == an.journal);
        REQUIRE(merge(an.journal, an.journal).conflicts.empty());
        REQUIRE(merge(one.journal, binh.journal).journal == one.journal);
        REQUIRE(merge(one.journal, an.journal).journal == one.journal);
        REQUIRE(merge(one.journal, an.journal).conflicts.empty());

        std::set<std::string> both = contents(an.journal);
        both.merge(contents(binh.journal));
        REQUIRE(contents(one.journal) == both);
        for (const MergeConflict& conflict : one.conflicts)
            REQUIRE((conflict.lost.undone || conflict.kept.when >= conflict.lost.when));
    }
}
