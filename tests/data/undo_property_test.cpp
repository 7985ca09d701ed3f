// Random edits of the shipped registers, undone to the start and redone to the end, from memory and from the store.
#include <catch2/catch.hpp>

#include "data/store.h"
#include "edits_for_tests.h"

using namespace ocop;
using namespace tests;

TEST_CASE("random edits undone to the start and redone to the end give identical documents") {
    const std::string name = GENERATE(as<std::string>{}, "kien-giang", "minh-hoa");
    const unsigned seed = GENERATE(1u, 2u);
    INFO(name << ", seed " << seed);
    const data::Sources sources = data::read_sources(fs::path{OCOP_GEODATA} / (name + ".toml"));
    const Folder folder;
    data::Store store{folder.path() / "sổ.gpkg"};
    RandomEditor random{seed};
    Editor editor;
    // What undo and redo have to come back to: documents[k] after the first k steps of the present line.
    std::vector<domain::Document> documents{data::build(sources, {}).document};
    std::size_t at = 0;
    data::Built built = data::build(sources, editor.journal);
    for (int i = 0; i < 25; ++i) {
        const int what = random.pick(6);
        if (what == 0 && at > 0) {
            editor.undo();
            --at;
        } else if (what == 1 && at + 1 < documents.size()) {
            editor.redo();
            ++at;
        } else {
            editor.record(random.edits(built));
            documents.resize(++at);
            documents.push_back(data::build(sources, editor.journal).document);
        }
        REQUIRE(store.save(editor.journal) == editor.journal);
        built = data::build(sources, editor.journal);
        REQUIRE(built.document == documents[at]);
        REQUIRE(editor.journal.can_undo() == (at > 0));
        REQUIRE(editor.journal.can_redo() == (at + 1 < documents.size()));
    }
    // Reopened: the same document, and the same way back.
    editor.journal = data::Store{store.path()}.load();
    REQUIRE(data::build(sources, editor.journal).document == documents[at]);
    for (; editor.journal.can_undo(); --at) {
        REQUIRE(data::build(sources, editor.journal).document == documents[at]);
        editor.undo();
    }
    CHECK(at == 0);
    CHECK(data::build(sources, editor.journal).document == documents.front());
    store = data::Store{store.path()};
    store.load();
    store.save(editor.journal);
    editor.journal = data::Store{store.path()}.load();
    for (; editor.journal.can_redo(); ++at) {
        REQUIRE(data::build(sources, editor.journal).document == documents[at]);
        editor.redo();
    }
    CHECK(at + 1 == documents.size());
    CHECK(data::build(sources, editor.journal).document == documents.back());
    CHECK_FALSE(documents.front() == documents.back());
}
