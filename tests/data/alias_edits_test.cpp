// Names that a person has matched to a unit: edits like any other, and known again in the next file.
#include "data/alias_edits.h"

#include <catch2/catch.hpp>

#include "data/aliases.h"
#include "data/register_writer.h"
#include "domain/merge.h"
#include "edits_for_tests.h"

using namespace tests;
using domain::Alias;
using domain::Era;

namespace {

const domain::Unit& unit(const domain::Document& document, const char* code) {
    const domain::Territory& territory = document.territory(Era::y2021);
    return territory.units[static_cast<std::size_t>(territory.find(code, domain::Level::commune))];
}

/// A file with one name that names no commune, and a journal in which someone says which it is.
struct Choice {
    data::Sources sources =
        small_sources({"Tên sản phẩm,Huyện,Xã,Hạng sao\n"
                       "Nước mắm,Phú Quốc,Xóm Mới,4\n"
                       "Khô,Phú Quốc,xóm  mới,3\n"
                       "Gạo,Châu Thành,Xóm Mới,3\n"});
    Editor editor;

    domain::Document document() const { return data::build(sources, editor.journal).document; }
    void choose(const char* code) {
        const domain::Document now = data::build(sources, {}).document;
        editor.record({data::alias_edit(now.unmatched.front(), Era::y2021, unit(now, code))});
    }
    std::vector<std::string> communes() const {
        std::vector<std::string> codes;
        for (const auto& product : document().records.products) codes.push_back(product.location.commune_code);
        return codes;
    }
};
using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("a chosen unit is known by who and when, holds for all rows of that name and district, and is undone") {
    Choice choice;
    CHECK(choice.document().unmatched.size() == 3);
    choice.choose("31078");
    CHECK(choice.communes() == Codes{"31078", "31078", ""});
    const domain::Document chosen = choice.document();
    REQUIRE(chosen.unmatched.size() == 1);
    CHECK(chosen.unmatched.front().district_text == "Châu Thành");
    REQUIRE(chosen.aliases.size() == 1);
    CHECK(chosen.aliases.front() == Alias{Era::y2021, "Xóm Mới", "Phú Quốc", "31078", "Bình", "2021-12-31", ""});
    CHECK(vi(*choice.editor.journal.undo_label()) == "Thêm “Xóm Mới → Dương Đông”");

    choice.editor.undo();
    CHECK(choice.communes() == Codes{"", "", ""});
    CHECK(choice.document().aliases.empty());
    choice.editor.redo();
    CHECK(choice.communes() == Codes{"31078", "31078", ""});
}

TEST_CASE("a second choice for a name replaces the first, and a choice is taken back long after") {
    Choice choice;
    choice.choose("31078");
    choice.choose("31105");
    CHECK(choice.communes() == Codes{"31105", "31105", ""});
    CHECK(choice.document().aliases.size() == 1);
    choice.editor.undo();
    CHECK(choice.communes() == Codes{"31078", "31078", ""});
    choice.editor.record({data::alias_removal(choice.document().aliases.front())});
    CHECK(choice.communes() == Codes{"", "", ""});
    choice.editor.undo();
    CHECK(choice.communes() == Codes{"31078", "31078", ""});
}

TEST_CASE("a choice is kept in the store, and is there for the next file of the workspace") {
    const Folder folder;
    Choice choice;
    choice.choose("31078");
    data::Store{folder.path() / "sổ.gpkg"}.save(choice.editor.journal);
    const domain::Journal kept = data::Store{folder.path() / "sổ.gpkg"}.load();
    CHECK(kept == choice.editor.journal);
    const data::Sources next =
        small_sources({"Tên sản phẩm,Địa chỉ\nMật ong,\"Xóm Mới, Phú Quốc, tỉnh Kiên Giang\"\n"});
    CHECK(data::build(next, kept).document.records.products.front().location.commune_code == "31078");
}

TEST_CASE("an exported choice is the same in another office, and gives way to that office's own") {
    Choice choice;
    choice.choose("31078");
    const Folder folder;
    const fs::path exported = folder.write("aliases.csv", data::aliases_csv(choice.document().aliases));

    Choice other;
    core::Findings findings;
    other.sources.base.aliases = data::read_aliases(exported, other.sources.base.territories, findings);
    CHECK(findings.empty());
    CHECK(other.sources.base.aliases == choice.document().aliases);
    CHECK(other.communes() == Codes{"31078", "31078", ""});
    other.sources.base.aliases.clear();
    const domain::Document before = other.document();
    other.sources.base.aliases = choice.document().aliases;
    other.editor.record({data::alias_edit(before.unmatched.front(), Era::y2021, unit(before, "31105"))});
    CHECK(other.communes() == Codes{"31105", "31105", ""});
    // Taken back: the name means nothing here, whatever the list says.
    other.editor.record({data::alias_removal(other.document().aliases.front())});
    CHECK(other.communes() == Codes{"", "", ""});
}

TEST_CASE("two laptops that chose differently are told, and the newer choice stands") {
    Choice first, second;
    first.choose("31078");
    second.editor.steps = 100;
    second.choose("31105");
    const domain::Merged merged = domain::merge(first.editor.journal, second.editor.journal);
    REQUIRE(merged.conflicts.size() == 1);
    CHECK(merged.conflicts.front().column == "code");
    CHECK(merged.conflicts.front().kept.value == "31105");
    CHECK(merged.conflicts.front().lost.value == "31078");
    first.editor.journal = merged.journal;
    CHECK(first.communes() == Codes{"31105", "31105", ""});
}

TEST_CASE("a choice of a unit that its era lacks is told and joins nothing") {
    Choice choice;
    domain::Unit gone = unit(choice.document(), "31078");
    gone.code = "99999";
    choice.editor.record({data::alias_edit(choice.document().unmatched.front(), Era::y2021, gone)});
    CHECK(choice.communes() == Codes{"", "", ""});
    CHECK(sentences(choice.document().findings).front() ==
          "Tên khác “Xóm Mới” được cho mã “99999” nhưng năm 2021 không có đơn vị nào mang mã này; bị bỏ qua.");
}

TEST_CASE("of a row whose code nobody knows a person may say which unit its name means") {
    const domain::Territory territory = small_territory();
    const auto located = [&](const std::vector<Alias>& aliases) {
        domain::Location at{"Phú Quốc", "Dương Đông", {}, {}};
        core::Findings findings;
        data::Join{territory, aliases}.locate(at, {}, "99999", {}, findings);
        return at.commune_code;
    };
    CHECK(located({}).empty());
    CHECK(located({{Era::y2021, "Dương Đông", "Phú Quốc", "31078", {}, {}, "a"}}).empty());  // shipped
    CHECK(located({{Era::y2021, "Dương Đông", "Phú Quốc", "31078", "Lan", "2022-03-01", {}}}) == "31078");
}

TEST_CASE("a copy in Excel bears the official name where a person said what the typed one means") {
    Choice choice;
    choice.choose("31078");
    const data::Built built = data::build(choice.sources, choice.editor.journal);
    const Folder folder;
    data::write_register(built.document, built.cells, core::Words{core::Language::vietnamese},
                         folder.path() / "sổ.xlsx");
    data::Draft draft;
    core::Findings findings;
    data::read_register(data::read_tables(folder.path() / "sổ.xlsx"), data::Join{small_territory()}, {2022, 12, 31},
                        draft, findings);
    std::vector<std::string> communes;
    for (const auto& product : data::merged(std::move(draft), findings).products)
        communes.push_back(product.location.commune_text + " " + product.location.commune_code);
    CHECK(communes == std::vector<std::string>{"Dương Đông 31078", "Dương Đông 31078", "Xóm Mới "});
}
