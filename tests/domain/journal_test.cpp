// The journal of edits as a value: undo, redo, what is kept, and what stands.
#include "domain/journal.h"

#include <catch2/catch.hpp>

#include "domain/journal_for_tests.h"

using namespace ocop;
using namespace ocop::domain;
using namespace ocop::domain::small;

TEST_CASE("an edit stands, is undone and redone") {
    Laptop here{"An", {}};
    CHECK_FALSE(here.journal.can_undo());
    here.record({change("gạo", "", "0909")});
    here.record({change("gạo", "0909", "0912")});
    CHECK(value(here.journal, "gạo") == "0912");
    here.undo();
    CHECK(value(here.journal, "gạo") == "0909");
    here.undo();
    CHECK(value(here.journal, "gạo") == "(source)");
    CHECK_FALSE(here.journal.can_undo());
    here.undo();  // nothing happens
    here.redo();
    CHECK(value(here.journal, "gạo") == "0909");
    here.redo();
    CHECK(value(here.journal, "gạo") == "0912");
    CHECK_FALSE(here.journal.can_redo());
}

TEST_CASE("a step is undone as a whole") {
    Laptop here{"An", {}};
    here.record({change("gạo", "", "1"), change("mắm", "", "2")});
    here.undo();
    CHECK(value(here.journal, "gạo") == "(source)");
    CHECK(value(here.journal, "mắm") == "(source)");
    here.record({});
    CHECK(here.journal.can_redo());  // a step without edits is none: it forbids no redo
}

TEST_CASE("a new edit after an undo drops what was undone, and keeps it in the journal") {
    Laptop here{"An", {}};
    here.record({change("gạo", "", "1")});
    here.record({change("gạo", "1", "2")});
    here.undo();
    here.record({change("gạo", "1", "3")});
    CHECK_FALSE(here.journal.can_redo());
    REQUIRE(here.journal.entries().size() == 3);
    CHECK(here.journal.entries()[1].state == EntryState::dropped);
    CHECK(here.journal.entries()[1].edit.fields[0].after == "2");
    here.undo();
    here.undo();
    CHECK(value(here.journal, "gạo") == "(source)");
    here.redo();
    here.redo();
    CHECK(value(here.journal, "gạo") == "3");
    CHECK_FALSE(here.journal.can_redo());
}

TEST_CASE("entries say who and when, and have ids of their own") {
    Laptop here{"An", {}};
    here.record({change("gạo", "", "1"), change("mắm", "", "2")});
    here.record({removal("gạo")});
    const auto& entries = here.journal.entries();
    REQUIRE(entries.size() == 3);
    CHECK(entries[0].id == "An1-1");
    CHECK(entries[1].id == "An1-2");
    CHECK(step_id(entries[1]) == "An1");
    CHECK(entries[1].step == 1);
    CHECK(entries[2].step == 2);
    CHECK(entries[2].who == "An");
    CHECK(entries[2].when == "2021-12-31T08:00:00.020Z");
}

TEST_CASE("a clock that was set back counts on from the last step") {
    Laptop here{"An", {}};
    here.ms = 500;
    here.record({change("gạo", "", "1")});
    here.ms = 0;
    here.record({change("gạo", "1", "2")});
    CHECK(here.journal.entries()[1].when == at_ms(511));
    here.undo();
    CHECK(here.journal.entries()[1].state_when == at_ms(512));
}

TEST_CASE("the moment after, over all borders") {
    CHECK(next_moment("2021-12-31T08:05:09.122Z") == "2021-12-31T08:05:09.123Z");
    CHECK(next_moment("2021-12-31T23:59:59.999Z") == "2022-01-01T00:00:00.000Z");
    CHECK(next_moment("2024-02-28T23:59:59.999Z") == "2024-02-29T00:00:00.000Z");
    CHECK(next_moment("2024-02-28T09:59:59.999Z") == "2024-02-28T10:00:00.000Z");
    CHECK_THROWS_AS(next_moment("yesterday"), std::logic_error);
}

TEST_CASE("what undo and redo would do has a name") {
    Laptop here{"An", {}};
    CHECK_FALSE(here.journal.undo_label());
    here.record({change("Gạo", "", "1")});
    here.record({removal("Gạo"), removal("Mắm"), removal("Muối")});
    CHECK(here.journal.undo_label() == core::Message{"edit.remove.many", {"Gạo", "2"}});
    here.undo();
    CHECK(here.journal.undo_label() == core::Message{"edit.change", {"Gạo"}});
    CHECK(here.journal.redo_label() == core::Message{"edit.remove.many", {"Gạo", "2"}});
}

TEST_CASE("a journal put together from its entries in any order is the same") {
    Laptop here{"An", {}};
    for (int i = 0; i < 12; ++i)
        here.record({change("gạo", std::to_string(i), std::to_string(i + 1)), change("mắm", "", std::to_string(i))});
    here.undo();
    std::vector<Edit> long_step;
    for (int i = 0; i < 12; ++i) long_step.push_back(change("gạo", std::to_string(i), std::to_string(i + 1)));
    here.record(long_step);  // "…-10" comes after "…-9"
    std::vector<JournalEntry> entries{here.journal.entries().rbegin(), here.journal.entries().rend()};
    CHECK(Journal{entries} == here.journal);
}

TEST_CASE("what the source may hold: its text at the last look, and what was written here since") {
    Laptop here{"An", {}};
    const auto field = [&] { return replay(here.journal).at("products").rows.at("gạo").fields.at("contact"); };
    here.record({change("gạo", "cũ", "1")});
    here.record({change("gạo", "1", "2")});
    CHECK(field().value == "2");
    CHECK(field().expects("cũ"));
    CHECK(field().expects("1"));  // written out as a workbook meanwhile
    CHECK(field().expects("2"));
    CHECK_FALSE(field().expects("mới"));
    here.record({change("gạo", "mới", "2")});  // seen and decided: ours stays
    CHECK(field().expects("mới"));
    CHECK_FALSE(field().expects("cũ"));
}

TEST_CASE("a removed row hides its edits; a later change brings it back with all of them") {
    Laptop here{"An", {}};
    here.record({change("gạo", "", "1")});
    here.record({removal("gạo")});
    CHECK(value(here.journal, "gạo") == "(removed)");
    here.record({change("gạo", "", "x", "note")});
    CHECK(value(here.journal, "gạo") == "1");
    CHECK(value(here.journal, "gạo", "note") == "x");
}

TEST_CASE("added rows stand in the order of their making") {
    Laptop here{"An", {}};
    here.record({addition("z", "Một"), addition("a", "Hai")});
    here.record({change("z", "Một", "Một A", "product")});
    CHECK(replay(here.journal).at("products").added == std::vector<std::string>{"z", "a"});
    CHECK(rows_of(here.journal, "products").at("z").at("product") == "Một A");
    here.record({removal("z")});
    CHECK_FALSE(rows_of(here.journal, "products").contains("z"));
    CHECK(rows_of(here.journal, "aliases").empty());
}

TEST_CASE("edits of what an editor shows carry the texts before") {
    const RowCells row{"products", "gạo", "Gạo", {{"contact", "0909"}, {"note", ""}}, {}, false};
    CHECK(change_of(row, {{"contact", "0912"}, {"note", ""}, {"group", "food"}}) ==
          Edit{EditKind::change, "products", "gạo", "Gạo", {{"contact", "0909", "0912"}, {"group", "", "food"}}});
    CHECK(removal_of(row) == Edit{EditKind::remove, "products", "gạo", "Gạo", {{"contact", "0909", ""}}});
    CHECK(addition_of("ideas", "a1", "Tiêu", {{"idea", "Tiêu"}}) ==
          Edit{EditKind::add, "ideas", "a1", "Tiêu", {{"idea", "", "Tiêu"}}});
}
