// Scenes as rows of the journal: added, changed, moved and removed over the deck of the files.
#include "domain/edited_deck.h"

#include <catch2/catch.hpp>
#include <set>

#include "domain/journal.h"
#include "domain/small_province.h"

using namespace ocop;
using namespace ocop::domain;

namespace {
SceneSpec named(const char* id, double order) {
    SceneSpec scene;
    scene.id = id;
    scene.title = std::string{"Cảnh "} + id;
    scene.order = order;
    return scene;
}
Deck three() { return {{named("a", 1), named("b", 2), named("c", 3)}, {}}; }

struct Played {
    Deck deck;
    core::Findings findings;
};
Played play(const std::vector<Edit>& edits, const Deck& base = three()) {
    static int step = 0;
    Journal journal;
    for (const Edit& edit : edits)
        journal.record({edit}, {"step" + std::to_string(++step), "2021-12-31T08:05:09.123Z", "lan@may"});
    Played out;
    out.deck = edited_deck(base, replay(journal)["scenes"], ocop::domain::small::document(), "kho.gpkg", out.findings);
    return out;
}
std::string ids(const Deck& deck) {
    std::string out;
    for (const SceneSpec& scene : deck.scenes) out += scene.id;
    return out;
}
}  // namespace

TEST_CASE("a scene is added at its place, with all that it says") {
    SceneSpec fresh = named("x", order_before(three(), 1));
    fresh.notes = "Hai\ndòng";
    fresh.show = Show::gap;
    fresh.camera = SceneCamera{{471234.5678, 1090000.25}, 123456.789};
    const Played played = play({scene_added(fresh)});
    CHECK(ids(played.deck) == "axbc");
    CHECK(played.deck.scenes[1] == fresh);
    CHECK(played.findings.empty());
    CHECK(order_before(three(), 0) < 1);
    CHECK(order_before(three(), 3) > 3);
    CHECK(order_before({}, 0) == 1);
}

TEST_CASE("a change keeps what it does not speak of; what is as usual again is emptied") {
    SceneSpec before = named("b", 2);
    before.isolated = "below";
    Deck deck = three();
    deck.scenes[1] = before;
    SceneSpec wished = before;
    wished.title = "Khác";
    wished.isolated.clear();
    const Edit edit = scene_changed(before, wished);
    CHECK(edit.fields.size() == 2);
    const Played played = play({edit}, deck);
    CHECK(played.deck.scenes[1] == wished);
    CHECK(scene_changed(before, before).fields.empty());
}

TEST_CASE("removed scenes are gone, moved ones stand elsewhere") {
    SceneSpec moved = named("c", order_before(three(), 0));
    const Played played = play({removal_of(row_of(named("b", 2))), scene_changed(named("c", 3), moved)});
    CHECK(ids(played.deck) == "ca");
}

TEST_CASE("an edit of a scene that the file no longer has is told, and so is one that cannot be shown") {
    SceneSpec lost = named("lost", 9), other = lost;
    other.title = "Khác";
    SceneSpec nowhere = named("x", 4);
    nowhere.plan = "không-có.toml";
    const Played played = play({scene_changed(lost, other), scene_added(nowhere)});
    CHECK(ids(played.deck) == "abc");
    REQUIRE(played.findings.size() == 2);
    std::set<std::string> keys{played.findings[0].what.key, played.findings[1].what.key};
    CHECK(keys == std::set<std::string>{"finding.scene_edit_lost", "finding.scene_plan_unusable"});
    CHECK(played.findings[0].where.file == "kho.gpkg");
}
